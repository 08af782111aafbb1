import { describe, expect, it } from 'vitest'
import type { Role } from '../../../src/domain/access.ts'
import { costOf } from '../support/cost.ts'
import { newWorld, type Person, type World } from '../support/world.ts'

type MemberBody = {
  id: string
  code: string | null
  name: string
  role: Role | null
  rights: string[] | null
  unitIds: string[]
  closedOn: string | null
  version: number
}
type List = { items: MemberBody[]; next: string | null }

const versioned = { 'If-Match': '1' }

async function read(world: World, person: Person, of: Person): Promise<MemberBody> {
  return (await world.as(person).get(`/api/v1/members/${world.member[of]}`)).json<MemberBody>()
}

describe('members: happy', () => {
  it('are made, read and changed by the admin', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const made = await admin.post('/api/v1/members', {
      name: '陈雨桐',
      role: 'inspector',
      unitIds: [world.unit.ward1, world.unit.ward2, world.unit.ward1],
    })
    expect(made.status).toBe(201)
    const member = await made.json<MemberBody>()
    expect(member).toMatchObject({ rights: [], closedOn: null, version: 1 })
    expect(member.unitIds).toEqual([world.unit.ward1, world.unit.ward2])

    const path = `/api/v1/members/${member.id}`
    const change = { role: 'lead', rights: ['audit'], unitIds: [world.unit.ward2, world.unit.office] }
    expect((await admin.patch(path, change, versioned)).status).toBe(200)
    const changed = await admin.get(path)
    expect(changed.headers.get('ETag')).toBe('"2"')
    const body = await changed.json<MemberBody>()
    expect(body).toMatchObject({ name: '陈雨桐', role: 'lead', rights: ['audit'] })
    expect(body.unitIds.toSorted()).toEqual([world.unit.office, world.unit.ward2])
  })

  it('what changed for a member counts from the next request', async () => {
    const world = await newWorld()
    const path = `/api/v1/members/${world.member.inspector}`
    await world.as('admin').patch(path, { unitIds: [world.unit.ward2] }, versioned)
    expect((await world.as('inspector').get(`/api/v1/units/${world.unit.ward1}`)).status).toBe(404)
    expect((await world.as('inspector').get(`/api/v1/units/${world.unit.ward2}`)).status).toBe(200)
  })

  it('closing one ends the sessions at once; opened again, it signs in anew', async () => {
    const world = await newWorld()
    const path = `/api/v1/members/${world.member.inspector}`
    const closed = await world.as('admin').patch(path, { closed: true }, versioned)
    expect(await closed.json()).toMatchObject({ closedOn: '2026-03-02', version: 2 })
    expect((await world.as('inspector').get('/api/v1/units')).status).toBe(401)
    await world.as('admin').patch(path, { closed: false }, { 'If-Match': '2' })
    expect((await world.as('inspector').get('/api/v1/units')).status).toBe(401)
  })

  it.each([
    ['admin', 9],
    ['supervisor', 9],
    ['lead', 4],
    ['inspector', 4],
    ['viewer', 4],
    ['auditor', 1],
  ] as const)('%s lists %d', async (person, count) => {
    const world = await newWorld()
    const { items } = await (await world.as(person).get('/api/v1/members')).json<List>()
    expect(items).toHaveLength(count)
    expect(items.map((member) => member.id)).toContain(world.member[person])
  })

  it('a list of one unit holds who belongs to it or below it, page by page', async () => {
    const world = await newWorld()
    const found: string[] = []
    let cursor = ''
    for (let page = 0; page < 10; page += 1) {
      const path = `/api/v1/members?unit=${world.unit.medicine}&limit=2${cursor}`
      const { items, next } = await (await world.as('admin').get(path)).json<List>()
      found.push(...items.map((member) => member.id))
      if (next === null) break
      cursor = `&cursor=${next}`
    }
    const { lead, inspector, colleague, neighbour, viewer } = world.member
    expect(found).toEqual([lead, inspector, colleague, neighbour, viewer].toSorted())
  })
})

describe('members: how much one sees', () => {
  it.each([
    ['supervisor', 'admin', 'admin'],
    ['lead', 'inspector', 'inspector'],
    ['inspector', 'inspector', 'inspector'],
    ['inspector', 'lead', null],
    ['viewer', 'inspector', null],
    ['auditor', 'auditor', 'viewer'],
  ] as const)('%s sees of %s the role %s', async (person, of, role) => {
    const world = await newWorld()
    const seen = await read(world, person, of)
    expect(seen.role).toBe(role)
    expect(seen.rights === null).toBe(role === null)
    expect(seen.name).not.toBe('')
  })

  it('units beyond one’s own are left out', async () => {
    const world = await newWorld()
    const unitIds = [world.unit.ward1, world.unit.office]
    await world.as('admin').patch(`/api/v1/members/${world.member.colleague}`, { unitIds }, versioned)
    expect((await read(world, 'lead', 'colleague')).unitIds).toEqual([world.unit.ward1])
    expect((await read(world, 'colleague', 'colleague')).unitIds.toSorted()).toEqual(unitIds.toSorted())
  })

  it.each([
    ['lead', 'neighbour'],
    ['inspector', 'neighbour'],
    ['inspector', 'admin'],
    ['auditor', 'inspector'],
  ] as const)('%s does not find %s', async (person, of) => {
    const world = await newWorld()
    expect((await world.as(person).get(`/api/v1/members/${world.member[of]}`)).status).toBe(404)
  })
})

describe('a staff number', () => {
  const person = { name: '陈雨桐', role: 'inspector', code: '10423' }

  it('is one person’s, given at the start or later, and can be taken away', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const made = await (await admin.post('/api/v1/members', person)).json<MemberBody>()
    expect(made.code).toBe('10423')

    const again = await admin.post('/api/v1/members', { ...person, name: '另一位' })
    const other = `/api/v1/members/${world.member.colleague}`
    const changed = await admin.patch(other, { code: '10423' }, versioned)
    for (const refused of [again, changed]) {
      expect(refused.status).toBe(422)
      expect(await refused.json()).toMatchObject({ errors: [{ path: 'code', code: 'staff-number-taken' }] })
    }

    await admin.patch(`/api/v1/members/${made.id}`, { code: null }, versioned)
    expect((await admin.patch(other, { code: '10423' }, versioned)).status).toBe(200)
  })

  it('is nobody’s secret in another organisation', async () => {
    for (const world of [await newWorld(), await newWorld()])
      expect((await world.as('admin').post('/api/v1/members', person)).status).toBe(201)
  })

  it('is seen with the role, not with the name alone', async () => {
    const world = await newWorld()
    await world.as('admin').patch(`/api/v1/members/${world.member.inspector}`, { code: '7' }, versioned)
    expect((await read(world, 'lead', 'inspector')).code).toBe('7')
    expect((await read(world, 'colleague', 'inspector')).code).toBeNull()
  })
})

describe('members: errors', () => {
  it.each([
    ['no role', { role: undefined }, 'role', 'not-one-of'],
    ['an unknown role', { role: 'boss' }, 'role', 'not-one-of'],
    ['an unknown right', { rights: ['all'] }, 'rights.0', 'not-one-of'],
    ['no name', { name: ' ' }, 'name', 'required'],
    ['10,000 characters', { name: 'x'.repeat(10_000) }, 'name', 'too-long'],
    ['no id', { unitIds: ['ward1'] }, 'unitIds.0', 'invalid-value'],
  ])('%s is refused beside its field', async (_, wrong, path, code) => {
    const world = await newWorld()
    const response = await world.as('admin').post('/api/v1/members', { name: '甲', role: 'viewer', ...wrong })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'invalid', errors: [{ path, code }] })
  })

  it('a stale version changes nothing, not even the units', async () => {
    const world = await newWorld()
    const path = `/api/v1/members/${world.member.inspector}`
    const admin = world.as('admin')
    expect((await admin.patch(path, { name: 'B' }, versioned)).status).toBe(200)
    const stale = await admin.patch(path, { unitIds: [], closed: true }, versioned)
    expect(stale.status).toBe(412)
    expect((await admin.patch(path, { name: 'C' })).status).toBe(428)
    expect(await (await admin.get(path)).json()).toMatchObject({
      name: 'B',
      unitIds: [world.unit.ward1],
      closedOn: null,
    })
    expect((await world.as('inspector').get('/api/v1/units')).status).toBe(200)
  })

  it.each([[{ closed: true }], [{ role: 'viewer' }]])('the last admin stays: %j', async (change) => {
    const world = await newWorld()
    const path = `/api/v1/members/${world.member.admin}`
    const response = await world.as('admin').patch(path, change, versioned)
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ code: 'last-admin' })
    expect(await (await world.as('admin').get(path)).json()).toMatchObject({ role: 'admin', closedOn: null })
  })

  it('a closed admin does not count as another one', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const second = `/api/v1/members/${world.member.supervisor}`
    await admin.patch(second, { role: 'admin', closed: true }, versioned)
    const first = `/api/v1/members/${world.member.admin}`
    expect((await admin.patch(first, { role: 'viewer' }, versioned)).status).toBe(409)
    expect((await admin.patch(second, { closed: false }, { 'If-Match': '2' })).status).toBe(200)
    expect((await admin.patch(first, { role: 'viewer' }, versioned)).status).toBe(200)
  })

  it('two admins who demote each other at the same moment: one stays', async () => {
    const world = await newWorld()
    const { admin, supervisor } = world.member
    await world.as('admin').patch(`/api/v1/members/${supervisor}`, { role: 'admin' }, versioned)
    const answers = await Promise.all([
      world.as('admin').patch(`/api/v1/members/${supervisor}`, { role: 'viewer' }, { 'If-Match': '2' }),
      world.as('supervisor').patch(`/api/v1/members/${admin}`, { role: 'viewer' }, versioned),
    ])
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    const roles = [(await read(world, 'officeLead', 'officeLead')).role]
    for (const person of ['admin', 'supervisor'] as const)
      roles.push((await read(world, person, person)).role)
    expect(roles.filter((role) => role === 'admin')).toHaveLength(1)
  })
})

describe('members: security', () => {
  it.each(['supervisor', 'lead', 'inspector', 'viewer'] as const)(
    '%s may not make or change them',
    async (person) => {
      const world = await newWorld()
      const client = world.as(person)
      expect((await client.post('/api/v1/members', { name: 'x', role: 'admin' })).status).toBe(403)
      const path = `/api/v1/members/${world.member[person]}`
      expect((await client.patch(path, { role: 'admin' }, versioned)).status).toBe(403)
    },
  )

  it('another organisation’s id is not there, in path, query and body', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const admin = world.as('admin')
    const foreign = `/api/v1/members/${other.member.inspector}`
    const unitIds = [world.unit.ward1, other.unit.ward1]
    expect((await admin.get(foreign)).status).toBe(404)
    expect((await admin.patch(foreign, { name: 'x' }, versioned)).status).toBe(404)
    expect((await admin.get(`/api/v1/members?unit=${other.unit.ward1}`)).status).toBe(404)
    expect((await admin.post('/api/v1/members', { name: 'x', role: 'viewer', unitIds })).status).toBe(404)
    const own = `/api/v1/members/${world.member.inspector}`
    expect((await admin.patch(own, { unitIds }, versioned)).status).toBe(404)
  })

  it('nobody signed in: 401', async () => {
    const world = await newWorld()
    expect((await world.as(null).get('/api/v1/members')).status).toBe(401)
  })
})

describe('members: what they cost', () => {
  it.each([
    ['inspector', '', 4],
    ['admin', '', 9],
    ['admin', '?unit=ward1', 4],
  ] as const)('%s%s: at most 4 rows for each of %d shown, and 20', async (person, query, shown) => {
    const world = await newWorld()
    const path = `/api/v1/members${query.replace('ward1', world.unit.ward1)}`
    expect(await costOf(world, person, path)).toBeLessThanOrEqual(4 * shown + 20)
  })
})
