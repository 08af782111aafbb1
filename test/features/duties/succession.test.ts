import { describe, expect, it } from 'vitest'
import { printDate } from '../../../src/domain/time/civil.ts'
import { newWorld, type World } from '../support/world.ts'
import { countsHold, runPlanner } from './planner.ts'
import { roundsOf } from './rounds.ts'
import { addAsset, makeDuty, newDuty, newPlan, onMondays, type DutyBody, type RoundRow } from './support.ts'

const day = 86_400_000
const monthly = { kind: 'interval', every: 'P1M', from: 'done' }
const ward1 = (world: World) => ({ units: { ids: [world.unit.ward1] }, coverage: 'each' })

/** `key planned`, withdrawn ones left out. */
async function standing(world: World, dutyId: string, targetId?: string): Promise<string[]> {
  const rounds = await roundsOf(world, dutyId)
  return rounds
    .filter(
      (round) => round.withdrawn_at === null && (targetId === undefined || round.target_id === targetId),
    )
    .map(({ occurrence_key: key, planned_on: planned }) => `${key} ${printDate(planned)}`)
}

function topicOf(round: RoundRow): string {
  return String((round as { topic?: unknown }).topic)
}

async function roundWithKey(world: World, dutyId: string, key: string): Promise<RoundRow> {
  const found = (await roundsOf(world, dutyId)).find((round) => round.occurrence_key === key)
  if (found === undefined) throw new Error(`no round ${key}`)
  return found
}

async function complete(world: World, dutyId: string, key: string, performedAt?: string): Promise<void> {
  const { id } = await roundWithKey(world, dutyId, key)
  const body = performedAt === undefined ? {} : { performedAt }
  const response = await world.as('supervisor').post(`/api/v1/rounds/${id}/completion`, body)
  expect(response.status, await response.clone().text()).toBe(201)
  await runPlanner(world)
}

async function undo(world: World, dutyId: string, key: string): Promise<void> {
  const { id } = await roundWithKey(world, dutyId, key)
  const path = `/api/v1/rounds/${id}/completion`
  expect((await world.as('supervisor').delete(path, { reason: '误点' })).status).toBeLessThan(300)
  await runPlanner(world)
}

async function makeInterval(world: World, over: Record<string, unknown> = {}): Promise<DutyBody> {
  const plan = newPlan({ from: '2026-03-01', rhythm: monthly, targets: ward1(world), ...over })
  const duty = await makeDuty(world, { plans: [plan] })
  await runPlanner(world)
  return duty
}

describe('interval', () => {
  it('one round at a time, counted from when the last was done; undone, the next goes', async () => {
    const world = await newWorld()
    const duty = await makeInterval(world, { topics: { per: 'occurrence', items: ['甲', '乙'] } })
    expect(await standing(world, duty.id)).toEqual(['20260301 2026-04-01'])

    world.now += 24 * day
    await complete(world, duty.id, '20260301')
    expect(await standing(world, duty.id)).toEqual(['20260301 2026-04-01', '20260326 2026-04-26'])
    const topics = (await roundsOf(world, duty.id)).map(topicOf)
    expect(topics).toEqual(['甲', '乙'])
    await undo(world, duty.id, '20260301')
    expect(await standing(world, duty.id)).toEqual(['20260301 2026-04-01'])
    expect(await countsHold(world)).toBe(true)
  })

  it('overdue, no other comes; a round made by hand counts when it is done', async () => {
    const world = await newWorld()
    const duty = await makeInterval(world)
    world.now += 60 * day
    await runPlanner(world)
    expect(await standing(world, duty.id)).toEqual(['20260301 2026-04-01'])

    await complete(world, duty.id, '20260301')
    const body = { dutyId: duty.id, planned: '2026-05-02', targetId: world.unit.ward1 }
    const made = await world.as('supervisor').post('/api/v1/rounds', body)
    const { key } = await made.json<{ key: string }>()
    world.now += day
    await complete(world, duty.id, key)
    expect(await standing(world, duty.id)).toEqual([
      '20260301 2026-04-01',
      `${key} 2026-05-02`,
      '20260502 2026-06-02',
    ])
  })

  it('a tick that wakes the planner stays within its rows', async () => {
    const world = await newWorld()
    const duty = await makeInterval(world)
    world.now += 25 * day
    const { id } = await roundWithKey(world, duty.id, '20260301')
    const client = world.as('inspector')
    await client.get('/no-such-page')
    const session = world.usage.rowsRead
    expect((await client.post(`/api/v1/rounds/${id}/completion`, {})).status).toBe(201)
    expect(world.usage.rowsRead - session).toBeLessThanOrEqual(30)
    expect(world.usage.rowsWritten).toBeLessThanOrEqual(14)
  })

  it('excused, the next is counted from the day it was planned on', async () => {
    const world = await newWorld()
    const duty = await makeInterval(world)
    world.now += 25 * day
    const { id } = await roundWithKey(world, duty.id, '20260301')
    const path = `/api/v1/rounds/${id}/excuse`
    const response = await world.as('supervisor').post(path, { code: 'out-of-service', reason: '病区装修' })
    expect(response.status, await response.clone().text()).toBeLessThan(300)
    await runPlanner(world)
    expect(await standing(world, duty.id)).toEqual(['20260301 2026-04-01', '20260401 2026-05-01'])
  })

  it('what was due before anybody planned it is planned today, and stays there', async () => {
    const world = await newWorld()
    const duty = await makeInterval(world, { from: '2025-01-01', window: { dueAfter: 'P1W' } })
    expect(await standing(world, duty.id)).toEqual(['20250101 2026-03-02'])
    world.now += 3 * day
    await runPlanner(world)
    expect(await standing(world, duty.id)).toEqual(['20250101 2026-03-02'])
  })

  it('suspended, it comes on the first day after', async () => {
    const world = await newWorld()
    const duty = await makeInterval(world)
    const suspension = { from: '2026-03-20', until: '2026-04-19', reason: '病区装修' }
    await world.as('officeLead').put(`/api/v1/duties/${duty.id}/suspension`, suspension)
    await runPlanner(world)
    expect(await standing(world, duty.id)).toEqual(['20260301 2026-04-20'])
  })

  it('certificates: when they end, and the next when that one ends; assets without one get nothing', async () => {
    const world = await newWorld()
    const [scale, pump] = [await addAsset(world, '天平', '2026-05-31'), await addAsset(world, '泵', null)]
    const targets = { assets: { types: ['pump'] }, coverage: 'each' }
    const rhythm = { kind: 'interval', every: 'P1Y', from: 'expiry' }
    const duty = await makeInterval(world, { rhythm, targets })
    expect(await standing(world, duty.id)).toEqual(['20260531 2026-05-31'])

    world.now += 80 * day
    await complete(world, duty.id, '20260531')
    expect(await standing(world, duty.id, scale)).toEqual(['20260531 2026-05-31', '20270531 2027-05-31'])
    const admin = world.as('admin')
    await admin.patch(`/api/v1/assets/${scale}`, { validUntil: '2027-05-20' }, { 'If-Match': '1' })
    await admin.patch(`/api/v1/assets/${pump}`, { validUntil: '2026-09-30' }, { 'If-Match': '1' })
    world.now += 3_600_000
    await runPlanner(world)
    expect(await standing(world, duty.id, scale)).toEqual(['20260531 2026-05-31', '20270520 2027-05-20'])
    expect(await standing(world, duty.id, pump)).toEqual(['20260930 2026-09-30'])
    expect(await countsHold(world)).toBe(true)
  })
})

describe('follow', () => {
  const feedback = (world: World, over: Record<string, unknown> = {}) => ({
    title: '反馈',
    performedBy: world.unit.office,
    plans: [newPlan({ from: '2026-03-01', targets: { none: true }, ...over })],
  })
  const after = (duty: string, of: string, offset = 'P1W') => ({
    rhythm: { kind: 'follow', duty, of, offset },
  })
  const fortnight = { from: '2026-03-02', until: '2026-03-15', rhythm: onMondays }

  it('each planned round brings one with its key and target; moved, withdrawn or let off, that moves or goes', async () => {
    const world = await newWorld()
    const topics = { per: 'occurrence', items: ['心肺复苏', '穿刺'] }
    const check = await makeDuty(world, { plans: [newPlan({ ...fortnight, topics })] })
    const duty = await makeDuty(world, feedback(world, after(check.id, 'planned')))
    await runPlanner(world)
    const { ward2 } = world.unit
    expect(await standing(world, duty.id, ward2)).toEqual(['20260302 2026-03-09', '20260309 2026-03-16'])
    const followers = await roundsOf(world, duty.id)
    expect(followers).toHaveLength(4)
    expect(followers.map(topicOf).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      '心肺复苏',
      '心肺复苏',
      '穿刺',
      '穿刺',
    ])

    const [first, second] = (await roundsOf(world, check.id)).filter(({ target_id: id }) => id === ward2)
    const move = { planned: '2026-03-11', dueAt: '2026-03-14T00:00:00+08:00', reason: '检查组有事' }
    const supervisor = world.as('supervisor')
    const moved = await supervisor.patch(`/api/v1/rounds/${second?.id}`, move, { 'If-Match': '1' })
    expect(moved.status, await moved.clone().text()).toBe(200)
    await supervisor.post(`/api/v1/rounds/${first?.id}/excuse`, {
      code: 'out-of-service',
      reason: '病区装修',
    })
    await runPlanner(world)
    expect(await standing(world, duty.id, ward2)).toEqual(['20260309 2026-03-18'])

    await world.as('supervisor').patch(`/api/v1/duties/${check.id}`, { closed: true }, { 'If-Match': '1' })
    await runPlanner(world)
    expect(await standing(world, duty.id)).toEqual(['20260309 2026-03-18'])
    expect(await countsHold(world)).toBe(true)
  })

  it('of what is done: only when it is done, from then, and not when it is undone', async () => {
    const world = await newWorld()
    const check = await makeDuty(world, { plans: [newPlan({ ...fortnight, targets: ward1(world) })] })
    const duty = await makeDuty(world, feedback(world, after(check.id, 'done')))
    await runPlanner(world)
    expect(await standing(world, duty.id)).toEqual([])
    world.now += 2 * day
    await complete(world, check.id, '20260302')
    expect(await standing(world, duty.id)).toEqual(['20260302 2026-03-11'])
    await undo(world, check.id, '20260302')
    expect(await standing(world, duty.id)).toEqual([])
    world.now += 20 * day
    await complete(world, check.id, '20260302', '2026-03-05T10:00:00+08:00')
    expect(await standing(world, duty.id)).toEqual(['20260302 2026-03-24'])
    expect(await countsHold(world)).toBe(true)
  })

  it('a plan with targets takes only these; a round made by hand counts too; who checks itself takes all', async () => {
    const world = await newWorld()
    const check = await makeDuty(world, { plans: [newPlan(fortnight)] })
    const rhythm = after(check.id, 'planned', 'P1M').rhythm
    const some = await makeDuty(world, feedback(world, { rhythm, targets: ward1(world) }))
    const own = await makeDuty(world, { ...feedback(world, { rhythm }), performedBy: 'target' })
    const body = { dutyId: check.id, planned: '2026-03-05', targetId: world.unit.ward1 }
    await world.as('supervisor').post('/api/v1/rounds', body)
    await runPlanner(world)
    expect(await standing(world, some.id)).toEqual([
      '20260302 2026-04-02',
      expect.stringMatching(/^hand-.* 2026-04-05$/),
      '20260309 2026-04-09',
    ])
    const rounds = await roundsOf(world, own.id)
    expect(rounds.every((round) => round.performed_by === round.target_id)).toBe(true)
    expect(rounds).toHaveLength(5)
  })

  it('another organisation’s duty, itself or a circle is refused beside the field', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const foreign = await makeDuty(other)
    const supervisor = world.as('supervisor')
    const following = (duty: string) =>
      supervisor.post('/api/v1/duties', newDuty(world, feedback(world, after(duty, 'done'))))
    expect((await following(foreign.id)).status).toBe(404)
    const refused = await following(`duty_${world.orgId}_gone`)
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      errors: [{ path: 'plans.0.rhythm.duty', code: 'unknown-duty' }],
    })

    const check = await makeDuty(world)
    const second = await makeDuty(world, feedback(world, after(check.id, 'planned')))
    const third = await makeDuty(world, feedback(world, after(second.id, 'planned')))
    for (const followed of [check.id, third.id]) {
      const revision = {
        replaces: check.plans[0]?.id,
        from: '2026-03-09',
        plan: newPlan({ ...after(followed, 'planned') }),
      }
      const response = await supervisor.post(`/api/v1/duties/${check.id}/plans`, revision)
      expect(response.status).toBe(422)
      expect(await response.json()).toMatchObject({
        errors: [{ path: 'plan.rhythm.duty', code: 'follows-itself' }],
      })
    }
  })
})
