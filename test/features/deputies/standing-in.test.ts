import { describe, expect, it } from 'vitest'
import { at, day, hour, pathOf, planned, rowsOf, type RoundBody } from '../rounds/rig.ts'
import { textOf } from '../support/page.ts'
import { newWorld, type Person, type Place, type World } from '../support/world.ts'
import { appointed } from './support.ts'

/** Open for two weeks, assigned to somebody of ward 2. */
function assignedIn(world: World, assignee: Person, place: Place = 'ward2'): Promise<string> {
  const unit = world.unit[place]
  return planned(world, {
    title: '抢救车检查',
    assigneeId: world.member[assignee],
    performedBy: unit,
    targetId: unit,
    targetUnitId: unit,
    ownedBy: unit,
    opensAt: world.now - day,
    dueAt: world.now + 14 * day,
  })
}

/** An admin sends the neighbour of ward 2 on leave; a nurse of ward 1 stands in. */
async function neighbourAway(
  days: { from?: string; until?: string } = {},
): Promise<{ world: World; id: string }> {
  const world = await newWorld()
  const id = await assignedIn(world, 'neighbour')
  await appointed(world, { absent: 'neighbour', deputy: 'inspector', by: 'admin', ...days })
  return { world, id }
}

const march5 = at('2026-03-05T00:00:00+08:00')
const march11 = at('2026-03-11T00:00:00+08:00')

describe('what is assigned to the absent is the deputy’s, while the leave lasts', () => {
  it.each([
    ['a moment before', march5 - 1, 404],
    ['from its first moment', march5, 200],
    ['in between', march5 + 2 * day, 200],
    ['to its last', march11 - 1, 200],
    ['not a moment longer', march11, 404],
  ])('%s', async (_, now, status) => {
    const { world, id } = await neighbourAway()
    world.now = now
    expect((await world.as('inspector').get(pathOf(id))).status).toBe(status)
    const listed = textOf(await (await world.as('inspector').get('/')).text())
    expect(listed.includes('for Ni Hushi, on leave')).toBe(status === 200)
    const done = await world.as('inspector').post(pathOf(id, '/completion'), {})
    expect(done.status).toBe(status === 200 ? 201 : 404)
  })

  it('stands on Today with whose it is, and is ticked in the deputy’s name for the other', async () => {
    const { world, id } = await neighbourAway()
    world.now = march5 + 9 * hour
    const client = world.as('inspector')
    expect(textOf(await (await client.get('/', { 'Accept-Language': 'zh-CN' })).text())).toContain('代倪护士')
    expect(textOf(await (await client.get(`/rounds/${id}`)).text())).toContain(
      'Ni Hushi (on leave: you stand in)',
    )

    const done = await client.post(pathOf(id, '/completion'), {})
    expect((await done.json<RoundBody>()).outcome?.memberId).toBe(world.member.inspector)
    const [entry] = await rowsOf<{ member_id: string; after: string }>(
      world,
      `SELECT member_id, after FROM audit WHERE org_id = ?1 AND action = 'round.completed'`,
    )
    expect(entry?.member_id).toBe(world.member.inspector)
    expect(JSON.parse(entry?.after ?? '{}')).toMatchObject({ onBehalfOf: world.member.neighbour })
    expect(textOf(await (await client.get(`/rounds/${id}`)).text())).toContain(
      'Yin Hushi (for Ni Hushi, on leave) did it',
    )
  })

  it('may be moved, excused and answered for, but not handed over', async () => {
    const { world, id } = await neighbourAway()
    world.now = march5
    const client = world.as('inspector')
    const moved = await client.patch(pathOf(id), { planned: '2026-03-12' }, { 'If-Match': '1' })
    expect(moved.status).toBe(200)
    const asked = await client.post(pathOf(id, '/excuse'), { code: 'in-use', reason: '抢救中' })
    expect(asked.status).toBe(201)
    const handed = await client.patch(pathOf(id), { assigneeId: null }, { 'If-Match': '3' })
    expect(handed.status).toBe(403)
  })

  it('still is the absent person’s own', async () => {
    const { world, id } = await neighbourAway()
    world.now = march5
    const today = textOf(await (await world.as('neighbour').get('/')).text())
    expect(today).toContain('抢救车检查')
    expect((await world.as('neighbour').post(pathOf(id, '/completion'), {})).status).toBe(201)
    const [entry] = await rowsOf<{ after: string }>(
      world,
      `SELECT after FROM audit WHERE org_id = ?1 AND action = 'round.completed'`,
    )
    expect(entry?.after).not.toContain('onBehalfOf')
  })

  it('ends at the next request when it is ended, and when either is closed', async () => {
    for (const leaver of ['neighbour', null] as const) {
      const { world, id } = await neighbourAway()
      world.now = march5
      expect((await world.as('inspector').get(pathOf(id))).status).toBe(200)
      if (leaver === null) {
        const [leave] = await rowsOf<{ id: string }>(world, 'SELECT id FROM deputies WHERE org_id = ?1')
        await world.as('neighbour').delete(`/api/v1/members/${world.member.neighbour}/deputies/${leave?.id}`)
      } else
        await world.as('admin').post(`/api/v1/members/${world.member[leaver]}/leaving`, { handOverTo: null })
      expect((await world.as('inspector').get(pathOf(id))).status).toBe(404)
    }
  })

  it('costs a deputy three rows more than others, for the leave, the member and the unit', async () => {
    const { world } = await neighbourAway({ from: '2026-03-02' })
    const sessionOf = async (person: Person) => {
      await world.as(person).get('/no-such-page')
      return world.usage.rowsRead
    }
    expect((await sessionOf('inspector')) - (await sessionOf('colleague'))).toBeLessThanOrEqual(3)
    expect(world.usage.statements).toBe(1)
  })
})

describe('the civil days are those of the organisation', () => {
  it.each([
    [
      'Europe/Berlin',
      '2026-03-28T09:00:00+01:00',
      '2026-03-29',
      '2026-03-29T00:00:00+01:00',
      '2026-03-30T00:00:00+02:00',
    ],
    [
      'Europe/Berlin',
      '2026-10-24T09:00:00+02:00',
      '2026-10-25',
      '2026-10-25T00:00:00+02:00',
      '2026-10-26T00:00:00+01:00',
    ],
    [
      'America/Santiago',
      '2026-09-05T09:00:00-04:00',
      '2026-09-06',
      '2026-09-06T01:00:00-03:00',
      '2026-09-07T00:00:00-03:00',
    ],
    [
      'Asia/Shanghai',
      '2028-02-28T09:00:00+08:00',
      '2028-02-29',
      '2028-02-29T00:00:00+08:00',
      '2028-03-01T00:00:00+08:00',
    ],
  ])('%s, the one day of %s', async (timeZone, now, on, begins, ends) => {
    const world = await newWorld({ now, timeZone })
    const id = await assignedIn(world, 'neighbour')
    const leave = { absent: 'neighbour', deputy: 'inspector', by: 'admin', from: on, until: on } as const
    expect(await appointed(world, leave)).toMatchObject({ from: on, until: on })
    const seen: number[] = []
    for (const moment of [at(begins) - 1, at(begins), at(ends) - 1, at(ends)]) {
      world.now = moment
      seen.push((await world.as('inspector').get(pathOf(id))).status)
    }
    expect(seen).toEqual([404, 200, 200, 404])
  })
})

describe('what a deputy is given, and what not', () => {
  it.each<[string, Person, Person, boolean]>([
    ['a lead for a lead: the units as well', 'lead', 'officeLead', true],
    ['a nurse for a lead: only what is assigned', 'lead', 'neighbour', false],
    ['a nurse for a nurse: only what is assigned', 'colleague', 'neighbour', false],
    ['a lead for a nurse: only what is assigned', 'colleague', 'officeLead', false],
  ])('%s', async (_, absent, deputy, hasUnits) => {
    const world = await newWorld()
    const unassigned = await planned(world, { ownedBy: world.unit.ward1, title: '冰箱温度' })
    const assigned = await assignedIn(world, absent, 'ward1')
    await appointed(world, { absent, deputy, by: 'admin', from: '2026-03-02' })
    const client = world.as(deputy)
    expect((await client.get(pathOf(assigned))).status).toBe(200)
    expect((await client.get(pathOf(unassigned))).status).toBe(hasUnits ? 200 : 404)
    expect((await client.get(`/api/v1/units/${world.unit.ward1}`)).status).toBe(hasUnits ? 200 : 404)
    const today = textOf(await (await client.get('/')).text())
    expect(today.includes('冰箱温度')).toBe(hasUnits)
    const handed = await client.patch(pathOf(unassigned), { assigneeId: null }, { 'If-Match': '1' })
    expect(handed.status).toBe(hasUnits ? 200 : 404)
  })

  it('a supervisor for a supervisor has the other’s units on Today', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const made = await admin.post('/api/v1/members', {
      name: '何',
      role: 'supervisor',
      unitIds: [world.unit.office],
    })
    const { id } = await made.json<{ id: string }>()
    await planned(world, { performedBy: world.unit.office, title: '院感月报' })
    const path = `/api/v1/members/${id}/deputies`
    const leave = { deputyId: world.member.supervisor, from: '2026-03-02', until: '2026-03-03' }
    const before = textOf(await (await world.as('supervisor').get('/')).text())
    expect((await admin.post(path, leave)).status).toBe(201)
    const after = textOf(await (await world.as('supervisor').get('/')).text())
    expect([before, after].map((text) => text.includes('院感月报'))).toEqual([false, true])
  })

  it('rights are not passed on: who may read the audit trail', async () => {
    const world = await newWorld()
    await world
      .as('admin')
      .patch(`/api/v1/members/${world.member.lead}`, { rights: ['audit'] }, { 'If-Match': '1' })
    await world
      .as('admin')
      .patch(`/api/v1/members/${world.member.inspector}`, { rights: ['audit'] }, { 'If-Match': '1' })
    await appointed(world, { absent: 'inspector', deputy: 'colleague', from: '2026-03-02' })
    expect((await world.as('colleague').get('/audit')).status).toBe(403)
  })

  it('is not handed on: a deputy’s deputy has the deputy’s own work alone', async () => {
    const world = await newWorld()
    const ofInspector = await assignedIn(world, 'inspector', 'ward1')
    const ofColleague = await assignedIn(world, 'colleague', 'ward1')
    await appointed(world, { absent: 'inspector', deputy: 'colleague', from: '2026-03-02' })
    await appointed(world, {
      absent: 'colleague',
      deputy: 'neighbour',
      by: 'admin',
      from: '2026-03-02',
      until: '2026-03-04',
    })
    const seen = async (person: Person) =>
      Promise.all(
        [ofInspector, ofColleague].map(async (id) => (await world.as(person).get(pathOf(id))).status),
      )
    expect(await seen('neighbour')).toEqual([404, 200])
    expect(await seen('colleague')).toEqual([200, 200])
  })

  it('nothing of another organisation', async () => {
    const [ours, theirs] = [await newWorld(), await newWorld()]
    const path = `/api/v1/members/${ours.member.inspector}/deputies`
    const days = { from: '2026-03-05', until: '2026-03-06' }
    const crossed = await ours.as('admin').post(path, { ...days, deputyId: theirs.member.colleague })
    expect(crossed.status).toBe(404)
    const { id } = await appointed(theirs, { absent: 'inspector', deputy: 'colleague' })
    expect((await ours.as('admin').delete(`${path}/${id}`)).status).toBe(404)
  })
})
