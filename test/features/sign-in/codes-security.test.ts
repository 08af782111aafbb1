import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { beforeBatches, breaking, watching } from '../support/database.ts'
import { keptOf, linesLogged } from '../support/kept.ts'
import { newWorld, type Person, type World } from '../support/world.ts'
import {
  chinese,
  codeFor,
  linkFor,
  madeFor,
  minute,
  rowsOf,
  sessionOf,
  trailOf,
  typeIn,
  use,
  wrongLike,
} from './support.ts'

afterEach(() => vi.restoreAllMocks())

const ten = Array.from({ length: 10 }, (_, index) => index)

/** The answer to a code that never was, in the same organisation. */
async function answerToUnknown(world: World): Promise<[number, string]> {
  const answer = await world
    .as(null)
    .form('/sign-in', { organisation: world.orgId, code: '0000-0000' }, chinese)
  return [answer.status, bodyOf(await answer.text())]
}

/** A page without what was typed into it. */
function bodyOf(html: string): string {
  return html.replaceAll(/ value="[^"]*"/g, '')
}

describe('a sign-in code: use', () => {
  it('ten uses at the same moment let one in', async () => {
    const world = await newWorld()
    const code = await codeFor(world, 'inspector')
    const before = await rowsOf(world, 'sessions')
    const answers = await Promise.all(ten.map(() => typeIn(world, code)))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await rowsOf(world, 'sessions')).toBe(before + 1)
    expect((await trailOf(world)).filter(({ action }) => action === 'session.begun')).toHaveLength(1)
  })

  it('of a code and its link at the same moment one lets in', async () => {
    const world = await newWorld()
    const { code, path } = await madeFor(world, 'inspector')
    const before = await rowsOf(world, 'sessions')
    await Promise.all([...ten.slice(0, 4).map(() => typeIn(world, code)), use(world.as(null), path)])
    expect(await rowsOf(world, 'sessions')).toBe(before + 1)
  })

  it.each(['code', 'link'] as const)(
    'a %s that is replaced at that very moment lets nobody in',
    async (way) => {
      const world = await newWorld()
      const [code, path] = [await codeFor(world, 'inspector'), await linkFor(world, 'colleague')]
      const before = await rowsOf(world, 'sessions')
      world.database = replacingLinks(world)
      const answer = way === 'code' ? await typeIn(world, code) : await use(world.as(null), path)
      expect([answer.status, sessionOf(answer)]).toEqual([way === 'code' ? 422 : 404, null])
      expect(await rowsOf(world, 'sessions')).toBe(before)
    },
  )

  it('asking for the page with it uses nothing up', async () => {
    const world = await newWorld()
    const code = await codeFor(world, 'inspector')
    for (const method of ['GET', 'HEAD'])
      await world.as(null).request(`/sign-in?org=${world.orgId}&code=${code}`, { method })
    expect((await typeIn(world, code)).status).toBe(303)
  })

  it('a form of another site signs nobody in', async () => {
    const world = await newWorld()
    const fields = { organisation: world.orgId, code: await codeFor(world, 'inspector') }
    for (const Origin of ['https://evil.example', 'null']) {
      const answer = await world.as(null).form('/sign-in', fields, { Origin })
      expect([answer.status, sessionOf(answer)]).toEqual([403, null])
    }
    expect((await world.as(null).form('/sign-in', fields)).status).toBe(303)
  })

  it('a batch that fails leaves the code as it was', async () => {
    const world = await newWorld()
    const code = await codeFor(world, 'inspector')
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    world.database = breaking(world.database, /INSERT INTO audit/)
    expect((await typeIn(world, code)).status).toBe(500)
    world.database = env.DB
    expect((await typeIn(world, code)).status).toBe(303)
  })
})

describe('a sign-in code: what does not work', () => {
  const ways: Record<string, (world: World) => Promise<{ code: string; organisation?: string }>> = {
    used: async (world) => {
      const code = await codeFor(world, 'inspector')
      await typeIn(world, code)
      return { code }
    },
    expired: async (world) => {
      const code = await codeFor(world, 'inspector')
      world.now += 15 * minute
      return { code }
    },
    'replaced by another code': async (world) => {
      const code = await codeFor(world, 'inspector')
      await codeFor(world, 'inspector', 'lead')
      return { code }
    },
    'replaced by a link': async (world) => {
      const code = await codeFor(world, 'inspector')
      await linkFor(world, 'inspector')
      return { code }
    },
    'of another organisation': async () => ({ code: await codeFor(await newWorld(), 'inspector') }),
    'typed in for another organisation': async (world) => ({
      code: await codeFor(world, 'inspector'),
      organisation: (await newWorld()).orgId,
    }),
    'of an organisation that is not there': async () => ({ code: '7K3M-Q2X8', organisation: 'h7k2m9qa' }),
    'of no organisation’s key': async () => ({ code: '7K3M-Q2X8', organisation: "' OR 1=1 --" }),
    'dead of wrong tries': async (world) => {
      const code = await codeFor(world, 'inspector')
      for (const _ of ten) await typeIn(world, wrongLike(code))
      return { code }
    },
    'of a member closed since': (world) => codeThenChange(world, 'inspector', { closed: true }),
    'of a member promoted since': (world) => codeThenChange(world, 'inspector', { role: 'admin' }),
    'of a maker closed since': (world) => codeThenChange(world, 'lead', { closed: true }),
    'of a maker demoted since': (world) => codeThenChange(world, 'lead', { role: 'viewer' }),
  }

  async function codeThenChange(world: World, person: Person, change: object): Promise<{ code: string }> {
    const code = await codeFor(world, 'inspector', 'lead')
    const path = `/api/v1/members/${world.member[person]}`
    expect((await world.as('admin').patch(path, change, { 'If-Match': '1' })).status).toBe(200)
    return { code }
  }

  it.each(Object.entries(ways))('%s: the same answer, and nobody is signed in', async (_, make) => {
    const world = await newWorld()
    const { code, organisation = world.orgId } = await make(world)
    const sessions = await rowsOf(world, 'sessions')
    const answer = await world.as(null).form('/sign-in', { organisation, code }, chinese)
    const statements = world.usage.statements
    expect(sessionOf(answer)).toBeNull()
    expect([answer.status, bodyOf(await answer.text())]).toEqual(await answerToUnknown(world))
    expect(statements).toBe(world.usage.statements)
    expect(await rowsOf(world, 'sessions')).toBe(sessions)
  })

  it('one member’s code under another’s look-up: the hash is bound to its member', async () => {
    const world = await newWorld()
    const code = await codeFor(world, 'inspector')
    await codeFor(world, 'admin', 'admin')
    await env.DB.prepare(
      `UPDATE sign_in_links SET (code_lookup, code_hash) =
         (SELECT NULL, code_hash FROM sign_in_links WHERE org_id = ?1 AND member_id = ?2)
       WHERE org_id = ?1 AND member_id = ?3`,
    )
      .bind(world.orgId, world.member.inspector, world.member.admin)
      .run()
    const moved = await env.DB.batch([
      env.DB.prepare(
        `UPDATE sign_in_links SET code_lookup = 'ZZZ' WHERE org_id = ?1 AND member_id = ?2`,
      ).bind(world.orgId, world.member.inspector),
      env.DB.prepare(`UPDATE sign_in_links SET code_lookup = ?3 WHERE org_id = ?1 AND member_id = ?2`).bind(
        world.orgId,
        world.member.admin,
        code.slice(0, 3),
      ),
    ])
    expect(moved.map(({ meta }) => meta.changes)).toEqual([1, 1])
    expect((await typeIn(world, code)).status).toBe(422)
  })
})

describe('a sign-in code: what is kept of it', () => {
  it('only a hash: neither code nor proof is in any table, nor in any log', async () => {
    const world = await newWorld()
    const lines = linesLogged()
    const { code, path } = await madeFor(world, 'inspector')
    const link = path.split('/').at(-1) ?? ''
    await typeIn(world, wrongLike(code))
    world.database = breaking(world.database, /INSERT INTO sessions/)
    expect((await typeIn(world, code)).status).toBe(500)
    world.database = env.DB
    const kept = await keptOf(world)
    const session = sessionOf(await typeIn(world, code)) ?? ''
    const keptAfter = await keptOf(world)
    const proof = code.replace('-', '').slice(3)
    expect(lines).toHaveLength(1)
    for (const canary of [code, code.replace('-', ''), proof, link, session]) {
      expect(canary.length).toBeGreaterThan(4)
      expect(JSON.stringify([kept, keptAfter, lines])).not.toContain(canary)
    }
  })
})

/** Puts others in the place of all links and codes just before a session begins. */
function replacingLinks({ database, orgId }: World): D1Database {
  let isBeginning = false
  const watched = watching(database, (text) => {
    isBeginning ||= text.includes('INSERT INTO sessions')
  })
  return beforeBatches(watched, async () => {
    if (!isBeginning) return
    await env.DB.prepare(
      `UPDATE sign_in_links SET token_hash = 'new ' || member_id, code_hash = 'new' WHERE org_id = ?`,
    )
      .bind(orgId)
      .run()
  })
}
