import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { roles } from '../../../src/domain/access.ts'
import { actionsAnywhere } from '../security/write-actions-anywhere.ts'
import { actionsOnThings } from '../security/write-actions-things.ts'
import { actionsOn } from '../security/write-actions.ts'
import { newWorld, type World } from '../support/world.ts'
import { makeToken, program, setMember } from './support.ts'

/**
 * The tables of who may write what, asked by programs: each role of a token with each role that its maker has by then. Only an
 * administrator's token of one who still is an administrator changes anything.
 */
const tables = Object.entries({ ...actionsOn, ...actionsAnywhere, ...actionsOnThings })
const refused = [401, 403, 404, 409]
const powerless = (['viewer', 'admin'] as const).flatMap((role) =>
  roles.filter((maker) => role === 'viewer' || maker !== 'admin').map((maker) => ({ role, maker })),
)

describe('a program', () => {
  it.each(tables)('that would %s', async (_, { may, api, prepare, entries = 1 }) => {
    const world = await newWorld()
    const programs = await programsOf(world)
    const id = (await prepare?.(world, 'own')) ?? ''
    const before = await entriesIn(world)
    for (const { role, maker } of powerless) {
      await setMember(world, 'admin', { role: maker })
      const { status } = await api(programs[role], id, world)
      expect(refused, `${role}, of one who is ${maker}`).toContain(status)
    }
    await setMember(world, 'admin', { role: 'admin' })
    expect(await entriesIn(world)).toBe(before)

    const answered = await api(programs.admin, id, world)
    const problem = await answered.text()
    const mayNow = may.includes('admin') && !/own-browser-only|not-signed-in/.test(problem)
    if (!mayNow) expect(refused).toContain(answered.status)
    expect((await entriesIn(world)) - before).toBe(mayNow ? entries : 0)
  })

  it('enters and ends no leave of its maker, who may', async () => {
    const world = await newWorld()
    const programs = await programsOf(world)
    const { admin, lead } = world.member
    const leave = { from: '2026-03-05', until: '2026-03-10', deputyId: lead }
    const path = `/api/v1/members/${admin}/deputies`
    for (const maker of ['lead', 'supervisor', 'inspector'] as const) {
      await setMember(world, 'admin', { role: maker })
      for (const asks of Object.values(programs)) expect((await asks.post(path, leave)).status).toBe(403)
    }
    const entered = await world.as('admin').post(path, leave)
    const { id } = await entered.json<{ id: string }>()
    for (const asks of Object.values(programs)) expect((await asks.delete(`${path}/${id}`)).status).toBe(403)
  })
})

async function programsOf(world: World) {
  const [viewer, admin] = [await makeToken(world), await makeToken(world, { role: 'admin' })]
  return { viewer: program(world, viewer.token), admin: program(world, admin.token) }
}

async function entriesIn({ orgId }: World): Promise<number> {
  const counted = await env.DB.prepare('SELECT count(*) AS entries FROM audit WHERE org_id = ?')
    .bind(orgId)
    .first<{ entries: number }>()
  return counted?.entries ?? 0
}
