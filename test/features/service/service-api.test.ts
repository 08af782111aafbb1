import { describe, expect, it } from 'vitest'
import { dayAt } from '../../../src/domain/time/zone.ts'
import { runPlanner } from '../duties/planner.ts'
import { makeDuty as createDuty, newPlan } from '../duties/support.ts'
import { day, makeDuty, planned } from '../rounds/rig.ts'
import { newWorld, type World } from '../support/world.ts'
import { alive, dutyWithPast, run, serviceOf, type Fate } from './rig.ts'

const closeMember = 'UPDATE members SET closed_on = 1 WHERE org_id = ? AND id = ?'
const closeUnit = 'UPDATE units SET closed_on = 1, updated_at = 4e12 WHERE org_id = ? AND id = ?'

function suspend(world: World, subjectId: string, untilOn: number | null = null): Promise<void> {
  return run(
    world,
    `INSERT INTO suspensions (org_id, subject_id, from_on, until_on, reason, member_id, created_at)
     VALUES (?, ?, 1, ?, '装修', 'x', 0)`,
    subjectId,
    untilOn,
  )
}

describe('who may read it', () => {
  it.each(['admin', 'supervisor'] as const)('%s may', async (person) => {
    const world = await newWorld()
    expect((await world.as(person).get('/api/v1/service')).status).toBe(200)
  })

  it.each(['lead', 'officeLead', 'inspector', 'viewer', 'auditor'] as const)('%s may not', async (person) => {
    const world = await newWorld()
    for (const path of ['/api/v1/service', '/service']) {
      expect((await world.as(person).get(path)).status, path).toBe(403)
    }
  })
})

describe('duties that nobody can do', () => {
  const reasonsOf = async (world: World) =>
    (await serviceOf(world)).undoable.map(({ id, reason, units }) => [id, reason, units])

  it('none, where every unit has a lead or an inspector, be it of a unit above', async () => {
    const world = await newWorld()
    await makeDuty(world, { performedBy: world.unit.ward2 })
    await createDuty(world)
    expect(await reasonsOf(world)).toEqual([])
  })

  it('the performing unit has nobody: a supervisor above, an admin and a viewer do no rounds there', async () => {
    const world = await newWorld()
    const id = await makeDuty(world, { performedBy: world.unit.medicine })
    expect(await reasonsOf(world)).toEqual([[id, 'nobody', [world.unit.medicine]]])
    await run(
      world,
      'INSERT INTO member_units (org_id, member_id, unit_id) VALUES (?, ?, ?)',
      world.member.inspector,
      world.unit.hospital,
    )
    expect(await reasonsOf(world)).toEqual([])
  })

  it('its only inspector was closed', async () => {
    const world = await newWorld()
    const id = await makeDuty(world, { performedBy: world.unit.ward2 })
    await run(world, closeMember, world.member.neighbour)
    expect(await reasonsOf(world)).toEqual([[id, 'nobody', [world.unit.ward2]]])
  })

  it('the performing unit is closed, whoever belongs to it', async () => {
    const world = await newWorld()
    const id = await makeDuty(world, { performedBy: world.unit.ward1 })
    await run(world, closeUnit, world.unit.ward1)
    expect(await reasonsOf(world)).toEqual([[id, 'nobody', [world.unit.ward1]]])
  })

  it('each unit checks itself, and one of them has nobody', async () => {
    const world = await newWorld()
    const { id } = await createDuty(world)
    await run(world, closeMember, world.member.neighbour)
    expect(await reasonsOf(world)).toEqual([[id, 'nobody', [world.unit.ward2]]])
  })

  it('nothing that it is done on is open', async () => {
    const world = await newWorld()
    const targets = { units: { ids: [world.unit.ward2] }, coverage: 'each' }
    const { id } = await createDuty(world, { plans: [newPlan({ targets })], performedBy: world.unit.ward1 })
    expect(await reasonsOf(world)).toEqual([])
    await run(world, closeUnit, world.unit.ward2)
    world.now += day
    await runPlanner(world)
    expect(await reasonsOf(world)).toEqual([[id, 'no-target', []]])
  })

  it('all of it is suspended, or what it lies in', async () => {
    const world = await newWorld()
    const targets = { units: { tags: ['ward'] }, coverage: 'each' }
    await suspend(world, world.unit.medicine)
    const { id } = await createDuty(world, { plans: [newPlan({ targets })], performedBy: world.unit.office })
    expect(await reasonsOf(world)).toEqual([[id, 'targets-suspended', []]])
  })

  it('not what is suspended or closed itself, has no target by design, or whose plans are over', async () => {
    const world = await newWorld()
    const targets = { units: { ids: [world.unit.ward2] }, coverage: 'each' }
    const over = newPlan({ until: '2026-03-10', targets })
    await createDuty(world, { plans: [over] })
    await createDuty(world, { plans: [newPlan({ targets: { none: true } })], performedBy: world.unit.office })
    const suspended = await makeDuty(world, { performedBy: world.unit.medicine })
    await suspend(world, suspended, dayAt(world.now, 'Asia/Shanghai'))
    await makeDuty(world, { id: `duty_${world.orgId}_over`, performedBy: world.unit.medicine, closedOn: 1 })
    expect(await reasonsOf(world)).toEqual([])
    world.now += 9 * day
    await run(world, closeUnit, world.unit.ward2)
    expect((await reasonsOf(world)).map(([id]) => id)).toEqual([suspended])
  })
})

describe('duties not done three times in a row', () => {
  it.each<[string, (Fate | Fate[])[], boolean]>([
    ['the last three were missed', ['done', 'missed', 'missed', 'missed'], true],
    ['two of them, and why was told', ['explained', 'explained', 'missed'], true],
    ['only two since the last one that was done', ['missed', 'done', 'missed', 'missed'], false],
    ['one of them was excused', ['missed', 'missed', 'excused', 'missed'], false],
    ['only two there ever were', ['missed', 'missed'], false],
    ['withdrawn ones are none', ['missed', 'withdrawn', 'missed', 'withdrawn'], false],
    ['three targets of one day are one time', [['missed', 'missed', 'missed'], 'missed'], false],
    [
      'one target of many was done each time',
      [
        ['missed', 'done'],
        ['missed', 'done'],
        ['done', 'missed'],
      ],
      false,
    ],
    [
      'all targets of three days',
      [
        ['missed', 'missed'],
        ['missed', 'explained'],
        ['missed', 'missed'],
      ],
      true,
    ],
  ])('%s', async (_, fates, expected) => {
    const world = await newWorld()
    const id = await dutyWithPast(world, fates)
    const { neglected } = await serviceOf(world)
    expect(neglected.map((duty) => duty.id)).toEqual(expected ? [id] : [])
  })

  it('says when it was done last', async () => {
    const world = await newWorld()
    await dutyWithPast(world, ['done', 'missed', 'missed', 'missed'])
    expect((await serviceOf(world)).neglected).toMatchObject([{ lastDoneAt: '2026-02-25T09:00:00+08:00' }])
  })

  it('not what was made by hand on top, what is suspended, and what nobody could have done', async () => {
    const world = await newWorld()
    const id = await dutyWithPast(world, ['missed', 'missed', 'missed'], { extra: true })
    expect((await serviceOf(world)).neglected).toEqual([])
    await run(world, 'UPDATE rounds SET extra = 0 WHERE org_id = ?')
    expect((await serviceOf(world)).neglected).toMatchObject([{ id }])
    await run(world, closeUnit, world.unit.ward1)
    expect(await serviceOf(world)).toMatchObject({ neglected: [], undoable: [{ id, reason: 'nobody' }] })
    await suspend(world, id)
    expect(await serviceOf(world)).toMatchObject({ neglected: [], undoable: [] })
  })
})

describe('feeds that no calendar fetches', () => {
  async function feedAfter(daysOld: number, fetchedDaysAgo: number | null = null): Promise<World> {
    const world = await newWorld()
    await world.as('inspector').post('/api/v1/feeds', { name: '我的任务', scope: { kind: 'member' } })
    world.now += daysOld * day
    if (fetchedDaysAgo !== null) {
      const at = world.now - fetchedDaysAgo * day
      await run(
        world,
        `UPDATE feeds SET last_fetched_at = ?2, last_fetched_by = 'outlook' WHERE org_id = ?1`,
        at,
      )
    }
    return world
  }

  it.each<[number, number | null, number]>([
    [7, null, 0],
    [7.1, null, 1],
    [400, 1, 0],
    [400, 14, 0],
    [400, 14.1, 1],
  ])('made %d days ago, fetched %s days ago: %d', async (daysOld, fetchedDaysAgo, expected) => {
    const world = await feedAfter(daysOld, fetchedDaysAgo)
    expect((await serviceOf(world)).quietFeeds).toHaveLength(expected)
  })

  it('not revoked ones, nor those of people who have left', async () => {
    const world = await feedAfter(30)
    const [feed] = (await serviceOf(world)).quietFeeds
    expect(feed).toMatchObject({ name: '我的任务', lastFetchedAt: null, lastFetchedBy: null })
    await run(world, closeMember, world.member.inspector)
    expect((await serviceOf(world)).quietFeeds).toEqual([])
    await run(
      world,
      'UPDATE members SET closed_on = NULL WHERE org_id = ? AND id = ?',
      world.member.inspector,
    )
    await run(world, 'UPDATE feeds SET revoked_at = 1 WHERE org_id = ?')
    expect((await serviceOf(world)).quietFeeds).toEqual([])
  })
})

describe('what the service does by itself', () => {
  it('when each job ran here, how far planning is and what it wrote today, how large the store is', async () => {
    const world = await newWorld()
    await alive(world)
    await createDuty(world)
    await runPlanner(world)
    const { problems, jobs, planning, storage } = await serviceOf(world)
    expect(problems).toEqual([])
    expect(jobs).toContainEqual({ job: 'plan-rounds', lastRunAt: '2026-03-02T09:00:00+08:00' })
    expect(jobs).toContainEqual({ job: 'seal-audit', lastRunAt: null })
    expect(Date.parse(planning.plannedUntil ?? '')).toBeGreaterThan(world.now + 60 * day)
    expect(planning).toMatchObject({ rowsADay: 50_000, rowsToday: expect.any(Number) as number })
    expect(storage.bytes).toBeGreaterThan(100_000)
  })

  it('what went wrong for another organisation is not told here', async () => {
    const [ours, theirs] = [await newWorld(), await newWorld()]
    await alive(ours)
    await dutyWithPast(theirs, ['missed', 'missed', 'missed'])
    await makeDuty(theirs, { id: `duty_${theirs.orgId}_x`, performedBy: theirs.unit.medicine })
    await planned(theirs)
    expect(await serviceOf(ours)).toMatchObject({ problems: [], undoable: [], neglected: [], quietFeeds: [] })
  })

  it('costs up to ten rows a duty, a unit’s people, and the feeds', async () => {
    const world = await newWorld()
    await alive(world)
    const rowsWith = async () => {
      await serviceOf(world)
      return world.usage.rowsRead
    }
    const before = await rowsWith()
    for (let index = 0; index < 20; index += 1) {
      const dutyId = await makeDuty(world, {
        id: `duty_${world.orgId}_${index}`,
        performedBy: world.unit.ward1,
      })
      for (const ahead of [1, 2, 3]) await planned(world, { dutyId, dueAt: world.now + ahead * day })
    }
    expect((await rowsWith()) - before).toBeLessThanOrEqual(20 * 10)
    expect(world.usage.statements).toBeLessThanOrEqual(16)
  })
})
