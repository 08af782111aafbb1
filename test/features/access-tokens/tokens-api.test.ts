import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { ProblemBody } from '../rounds/rig.ts'
import { newWorld } from '../support/world.ts'
import { makeToken, program, setMember, type MadeToken } from './support.ts'

const day = 86_400_000
type List = { items: (MadeToken & { name: string; roleNow: string })[]; next: string | null }

describe('an access token', () => {
  it('is answered once, with what it may and until when', async () => {
    const world = await newWorld()
    const made = await makeToken(world, { rights: ['audit'] })
    expect(made).toMatchObject({
      name: '排班系统',
      role: 'viewer',
      roleNow: 'viewer',
      rights: ['audit'],
      madeBy: world.member.admin,
      createdAt: '2026-03-02T09:00:00+08:00',
      expiresAt: '2026-05-31T09:00:00+08:00',
      state: 'works',
    })
    expect(made.token).toMatch(new RegExp(`^rounds_${world.orgId}-[0-9a-hjkmnp-tv-z]{52}$`))
    const list = await (await world.as('admin').get('/api/v1/tokens')).text()
    expect(list).toContain(made.id)
    expect(list).not.toContain(made.token.slice(-52))
  })

  it('lets its program read what its role reads in the units of its maker', async () => {
    const world = await newWorld()
    const { token } = await makeToken(world)
    const answered = await program(world, token).get('/api/v1/units')
    expect(answered.status).toBe(200)
    expect((await answered.json<List>()).items).toHaveLength(5)
  })

  it('lets an administrator’s program keep units, from anywhere and with no Origin', async () => {
    const world = await newWorld()
    const { id, token } = await makeToken(world, { role: 'admin' })
    const made = await program(world, token).send('POST', '/api/v1/units', { name: '外科' })
    expect(made.status).toBe(201)
    const entry = await env.DB.prepare(
      'SELECT member_id FROM audit WHERE org_id = ? ORDER BY seq DESC LIMIT 1',
    )
      .bind(world.orgId)
      .first()
    expect(entry).toEqual({ member_id: id })
  })

  it('writes nothing by reading', async () => {
    const world = await newWorld()
    const { token } = await makeToken(world)
    await program(world, token).get('/api/v1/duties')
    expect(world.usage.rowsWritten).toBe(0)
  })

  it('is listed with what became of it, the newest first, page by page', async () => {
    const world = await newWorld()
    const [expired, revoked, works] = [
      await makeToken(world, { name: 'a', validDays: 1 }),
      await makeToken(world, { name: 'b', validDays: 30 }),
      await makeToken(world, { name: 'c', validDays: 30, role: 'admin' }),
    ]
    await world.as('admin').delete(`/api/v1/tokens/${revoked.id}`)
    world.now += day
    const statesFor = async () => {
      const { items } = await (await world.as('admin').get('/api/v1/tokens')).json<List>()
      return Object.fromEntries(items.map(({ id, state, roleNow }) => [id, `${state} ${roleNow}`]))
    }
    expect(await statesFor()).toEqual({
      [expired.id]: 'expired viewer',
      [revoked.id]: 'revoked viewer',
      [works.id]: 'works admin',
    })
  })

  it('comes page by page where there are many', async () => {
    const world = await newWorld()
    for (let made = 0; made < 51; made += 1) {
      const { id } = await makeToken(world, { name: `p${made}` })
      if (made < 10) await world.as('admin').delete(`/api/v1/tokens/${id}`)
      world.now += 1000
    }
    const first = await (await world.as('admin').get('/api/v1/tokens')).json<List>()
    expect([first.items.length, first.items[0]?.name]).toEqual([50, 'p50'])
    const rest = await (await world.as('admin').get(`/api/v1/tokens?cursor=${first.next}`)).json<List>()
    expect(rest).toMatchObject({ items: [{ name: 'p0' }], next: null })
  })
})

describe('an access token is not made', () => {
  it.each([
    [{ validDays: 366 }, 'validDays', 'too-big'],
    [{ validDays: 0 }, 'validDays', 'too-small'],
    [{ validDays: 1.5 }, 'validDays', 'wrong-kind'],
    [{ role: 'supervisor' }, 'role', 'role-of-others'],
    [{ role: 'root' }, 'role', 'not-one-of'],
    [{ rights: ['sudo'] }, 'rights.0', 'not-one-of'],
    [{ name: '' }, 'name', 'required'],
    [{ scopes: ['*'] }, '', 'unknown-key'],
  ])('with %j', async (wrong, path, code) => {
    const world = await newWorld()
    const body = { name: '排班系统', role: 'viewer', validDays: 90, ...wrong }
    const response = await world.as('admin').post('/api/v1/tokens', body)
    expect(response.status).toBe(422)
    expect((await response.json<ProblemBody>()).errors).toEqual([
      { path, code, message: expect.stringMatching(/\S/) },
    ])
  })

  it('where fifty work already', async () => {
    const world = await newWorld()
    for (let made = 0; made < 50; made += 1) await makeToken(world, { validDays: 1 })
    const more = () => world.as('admin').post('/api/v1/tokens', { name: 'x', role: 'viewer', validDays: 1 })
    const refused = await more()
    expect([refused.status, (await refused.json<ProblemBody>()).code]).toEqual([409, 'too-many-tokens'])
    world.now += day
    expect((await more()).status).toBe(201)
  })

  it('nor revoked twice, nor where there is none', async () => {
    const world = await newWorld()
    const { id } = await makeToken(world)
    const revoke = async (one: string) => (await world.as('admin').delete(`/api/v1/tokens/${one}`)).status
    expect([await revoke(id), await revoke(id)]).toEqual([204, 409])
    expect(await revoke(`token_${world.orgId}_0`)).toBe(404)
  })
})

describe('what a token may follows its maker', () => {
  it('who was demoted: at the next request it is a viewer of the maker’s units', async () => {
    const world = await newWorld()
    const { token } = await makeToken(world, { role: 'admin' })
    const asks = program(world, token)
    expect((await asks.get('/api/v1/audit')).status).toBe(200)
    await setMember(world, 'admin', { role: 'lead' })
    expect((await asks.get('/api/v1/audit')).status).toBe(403)
    expect((await asks.send('POST', '/api/v1/units', { name: '外科' })).status).toBe(403)
    expect((await (await asks.get('/api/v1/units')).json<List>()).items).toHaveLength(5)
  })

  it('and reads the audit trail only where it was given that, and only while its maker may', async () => {
    const world = await newWorld()
    const asksAudit = async (rights: string[]) =>
      (await program(world, (await makeToken(world, { rights })).token).get('/api/v1/audit')).status
    expect([await asksAudit([]), await asksAudit(['audit'])]).toEqual([403, 200])

    const { token } = await makeToken(world, { rights: ['audit'] })
    const status = async () => (await program(world, token).get('/api/v1/audit')).status
    await setMember(world, 'admin', { role: 'viewer', rights: ['audit'] })
    expect(await status()).toBe(200)
    await setMember(world, 'admin', { role: 'viewer' })
    expect(await status()).toBe(403)
  })

  it('and what a viewer’s token reads ends with the units of its maker', async () => {
    const world = await newWorld()
    const { token } = await makeToken(world)
    await env.DB.prepare('UPDATE member_units SET unit_id = ? WHERE org_id = ? AND member_id = ?')
      .bind(world.unit.medicine, world.orgId, world.member.admin)
      .run()
    const asks = program(world, token)
    expect((await (await asks.get('/api/v1/units')).json<List>()).items).toHaveLength(3)
    expect((await asks.get(`/api/v1/units/${world.unit.office}`)).status).toBe(404)
  })
})
