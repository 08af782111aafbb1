import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { breaking, watching } from '../support/database.ts'
import { newWorld, type World } from '../support/world.ts'
import { codeFor, madeFor, sessionOf, trailOf, typeIn, use, whoIs, wrongLike } from './support.ts'

afterEach(() => vi.restoreAllMocks())

const ten = Array.from({ length: 10 }, (_, index) => index)

describe('a sign-in code: guessing', () => {
  it('is dead after five wrong tries, the right one included, and the trail says so once', async () => {
    const world = await newWorld()
    const code = await codeFor(world, 'inspector')
    for (const _ of ten.slice(0, 5)) expect((await typeIn(world, wrongLike(code))).status).toBe(422)
    expect((await typeIn(world, code)).status).toBe(422)
    await typeIn(world, wrongLike(code))
    expect(await deathsIn(world)).toBe(1)
  })

  it('ten wrong tries at the same moment are ten tries', async () => {
    const world = await newWorld()
    const code = await codeFor(world, 'inspector')
    await Promise.all(ten.map(() => typeIn(world, wrongLike(code))))
    expect((await typeIn(world, code)).status).toBe(422)
    expect(await deathsIn(world)).toBe(1)
  })

  it('of ten guesses at the same moment five are looked at', async () => {
    const world = await newWorld()
    const code = await codeFor(world, 'inspector')
    let looked = 0
    world.database = watching(world.database, (text) => {
      if (text.includes('INSERT INTO sessions')) looked += 1
    })
    await Promise.all(ten.map(() => typeIn(world, code)))
    expect(looked).toBeLessThanOrEqual(5)
  })

  it('a try is kept though what comes after it fails', async () => {
    const world = await newWorld()
    const code = await codeFor(world, 'inspector')
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    world.database = breaking(world.database, /INSERT INTO sessions/)
    for (const _ of ten.slice(0, 5)) expect((await typeIn(world, code)).status).toBe(500)
    world.database = env.DB
    expect((await typeIn(world, code)).status).toBe(422)
  })

  it('a wrong try costs no other member’s code anything', async () => {
    const world = await newWorld()
    const [one, other] = [await codeFor(world, 'inspector'), await codeFor(world, 'colleague')]
    for (const _ of ten) await typeIn(world, wrongLike(one))
    expect(await whoIs(world, sessionOf(await typeIn(world, other)))).toBe('柯护士')
  })

  it('the link that was made with a dead code still works: nobody guesses that', async () => {
    const world = await newWorld()
    const { code, path } = await madeFor(world, 'inspector')
    for (const _ of ten) await typeIn(world, wrongLike(code))
    expect((await use(world.as(null), path)).status).toBe(303)
  })
})

async function deathsIn(world: World): Promise<number> {
  return (await trailOf(world)).filter(({ action }) => action === 'sign-in-code.died').length
}
