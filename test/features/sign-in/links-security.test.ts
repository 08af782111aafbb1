import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { hashOfSecret, newSecret } from '../../../src/platform/ids.ts'
import { breaking } from '../support/database.ts'
import { keptOf, linesLogged } from '../support/kept.ts'
import { textOf } from '../support/page.ts'
import { newWorld } from '../support/world.ts'
import { chinese, linkFor, rowsOf, sessionOf, trailOf, use, whoIs } from './support.ts'

afterEach(() => vi.restoreAllMocks())

describe('a sign-in link: security', () => {
  it('ten uses at the same moment let one in', async () => {
    const world = await newWorld()
    const path = await linkFor(world, 'inspector')
    const before = await rowsOf(world, 'sessions')
    const answers = await Promise.all(Array.from({ length: 10 }, () => use(world.as(null), path)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      303,
      ...Array<number>(9).fill(404),
    ])
    expect(await rowsOf(world, 'sessions')).toBe(before + 1)
    expect((await trailOf(world)).filter(({ action }) => action === 'session.begun')).toHaveLength(1)
  })

  it('who was signed in on the browser is signed out: no session is kept or taken over', async () => {
    const world = await newWorld()
    const colleague = world.as('colleague')
    const path = await linkFor(world, 'inspector')
    expect(textOf(await (await colleague.get(path, chinese)).text())).toContain('现在登录的是柯护士')
    const answer = await use(colleague, path)
    expect((await colleague.get('/api/v1/units')).status).toBe(401)
    expect(await whoIs(world, sessionOf(answer))).toBe('尹护士')
  })

  it('a link that is dead signs nobody out', async () => {
    const world = await newWorld()
    const colleague = world.as('colleague')
    expect((await use(colleague, `/sign-in/${newSecret(world.orgId)}`)).status).toBe(404)
    expect((await colleague.get('/api/v1/units')).status).toBe(200)
  })

  it('a cookie that somebody planted does not become a session', async () => {
    const world = await newWorld()
    const planted = newSecret(world.orgId)
    const path = await linkFor(world, 'inspector')
    const answer = await world.as(null).form(path, {}, { Cookie: `__Host-rounds=${planted}` })
    expect(answer.status).toBe(303)
    expect(sessionOf(answer)).not.toBe(planted)
    expect(await whoIs(world, planted)).toBeNull()
  })

  it('each sign-in has a secret of its own, of 256 bits, and none of them is stored', async () => {
    const world = await newWorld()
    const secrets: string[] = []
    for (const _ of [1, 2]) {
      const path = await linkFor(world, 'inspector')
      secrets.push(path.split('/').at(-1) ?? '', sessionOf(await use(world.as(null), path)) ?? '')
    }
    expect(new Set(secrets).size).toBe(4)
    for (const secret of secrets) expect(secret).toMatch(/-[0-9a-z]{52}$/)
    await linkFor(world, 'inspector')
    const stored = await keptOf(world)
    for (const secret of secrets) expect(JSON.stringify(stored)).not.toContain(secret)
  })

  it('a form of another site signs nobody in', async () => {
    const world = await newWorld()
    const path = await linkFor(world, 'inspector')
    for (const Origin of ['https://evil.example', 'null']) {
      const answer = await world.as(null).form(path, {}, { Origin })
      expect([answer.status, sessionOf(answer)]).toEqual([403, null])
    }
    expect((await use(world.as(null), path)).status).toBe(303)
  })

  it('its page tells its address to nobody, and no cache keeps it', async () => {
    const world = await newWorld()
    const path = await linkFor(world, 'inspector')
    for (const one of [path, '/sign-in/x']) {
      const { headers } = await world.as(null).get(one)
      expect(headers.get('Referrer-Policy')).toBe('strict-origin')
      expect(headers.get('Cache-Control')).toBe('private, no-store')
    }
  })

  it('no secret is ever logged, whatever fails', async () => {
    const world = await newWorld()
    const lines = linesLogged()
    const path = await linkFor(world, 'inspector')
    const secret = path.split('/').at(-1) ?? ''
    await world.as(null).get(path)
    world.database = breaking(world.database)
    for (const method of ['GET', 'POST'])
      expect((await world.as(null).request(path, { method })).status).toBe(500)
    world.database = env.DB
    const session = sessionOf(await use(world.as(null), path)) ?? ''
    expect(lines).toHaveLength(2)
    for (const canary of [secret, hashOfSecret(secret), session])
      expect(lines.join('\n')).not.toContain(canary)
  })

  it('a batch that fails leaves the link as it was', async () => {
    const world = await newWorld()
    const path = await linkFor(world, 'inspector')
    world.database = breaking(world.database, /INSERT INTO audit/)
    expect((await use(world.as(null), path)).status).toBe(500)
    world.database = env.DB
    expect((await use(world.as(null), path)).status).toBe(303)
  })
})
