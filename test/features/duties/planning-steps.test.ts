import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { dutiesToPlan } from '../../../src/features/duties/queries.ts'
import { newWorld, type World } from '../support/world.ts'
import { changeTargets, forgetRounds, planAnew, planInSteps, runPlanner } from './planner.ts'
import { roundsAlive } from './rounds.ts'
import { addAsset, everyDay, makeDuty, newPlan, onMondays } from './support.ts'

const day = 86_400_000

async function isOff(world: World, date: string): Promise<void> {
  const path = `/api/v1/working-days/${date}`
  const response = await world.as('supervisor').put(path, { isWorking: false, name: null })
  expect(response.status).toBeLessThan(300)
}

async function identitiesOf(world: World, dutyId: string): Promise<string[]> {
  const rounds = await roundsAlive(world, dutyId)
  return rounds
    .filter(({ due_at: due }) => due > world.now)
    .map((round) => `${round.occurrence_key} ${round.target_id} ${round.planned_on}`)
}

describe('steps of planning', () => {
  it('went round for ever where one ended a day before the last, in a duty with an interval', async () => {
    const world = await newWorld()
    const interval = newPlan({ rhythm: { kind: 'interval', every: 'P2M', from: 'done' } })
    const daily = newPlan({ rhythm: everyDay, targets: { none: true } })
    await makeDuty(world, { performedBy: world.unit.office, plans: [daily, interval] })
    for (const limit of [2, 3, 4, 5]) {
      await planAnew(world)
      await planInSteps(
        world,
        Array.from({ length: 45 }, () => limit),
        false,
      )
      expect(await dutiesToPlan(world.store, world.now / day, 5)).toEqual([])
    }
  })

  it('lost a round of this month whose day lay behind, when another day became its own', async () => {
    const world = await newWorld()
    const twice = { kind: 'quota', period: 'month', min: 2, max: null, spread: 'even' }
    const duty = await makeDuty(world, { plans: [newPlan({ rhythm: twice })] })
    await runPlanner(world)
    world.now += 18 * day
    await isOff(world, '2026-03-12')
    await isOff(world, '2026-03-13')
    await planAnew(world)
    await planInSteps(world, [], true)
    const atOnce = await identitiesOf(world, duty.id)
    expect(atOnce.filter((id) => id.startsWith('2026-M03/1'))).toHaveLength(2)
    await planAnew(world)
    await planInSteps(
      world,
      Array.from({ length: 40 }, () => 1),
      true,
    )
    expect(await identitiesOf(world, duty.id)).toEqual(atOnce)
  })

  it('left a closed ward’s heir beside whoever had the turn, where that was planned beyond the last day', async () => {
    const world = await newWorld()
    const twice = { kind: 'quota', period: 'week', min: 2, max: null, spread: 'even' }
    const targets = { units: { tags: ['clinical'] }, coverage: 'rotate' }
    const plan = newPlan({ from: '2026-03-16', rhythm: twice, targets, window: { openBefore: 'P10D' } })
    const duty = await makeDuty(world, { performedBy: world.unit.office, plans: [plan] })
    await runPlanner(world)
    await changeTargets(
      world,
      "UPDATE units SET tags = '[]' WHERE org_id = ?1 AND id = ?2",
      world.unit.medicine,
    )
    const keys = (await roundsAlive(world, duty.id)).map(({ occurrence_key: key }) => key)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })
})

describe('a correction of working days', () => {
  it('took a round away that it would have moved into the past', async () => {
    for (const coverage of ['each', 'rotate']) {
      const world = await newWorld()
      const plan = newPlan({
        rhythm: { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=WEEKLY;BYDAY=TU' },
        targets: { units: { tags: ['ward'] }, coverage },
        holidays: 'previous',
      })
      const duty = await makeDuty(world, { performedBy: world.unit.office, plans: [plan] })
      await runPlanner(world)
      const before = await identitiesOf(world, duty.id)
      // It is Monday: the working day before is last Friday.
      await isOff(world, '2026-03-02')
      await isOff(world, '2026-03-03')
      await runPlanner(world)
      expect(await identitiesOf(world, duty.id)).toEqual(before)
      await planAnew(world)
      await planInSteps(
        world,
        Array.from({ length: 40 }, () => 2),
        true,
      )
      expect(await identitiesOf(world, duty.id)).toEqual(before)
    }
  })
})

describe('planning twice', () => {
  it('told the turns anew where a round of another plan was planned for the same day', async () => {
    const world = await newWorld()
    await runPlanner(world)
    const daily = newPlan({
      rhythm: everyDay,
      until: '2026-03-20',
      targets: { units: { ids: [world.unit.ward1] }, coverage: 'each' },
    })
    const turns = newPlan({
      from: '2026-03-10',
      rhythm: onMondays,
      targets: { units: { tags: ['clinical'] }, coverage: 'rotate' },
    })
    const duty = await makeDuty(world, { performedBy: world.unit.office, plans: [daily, turns] })
    await runPlanner(world)
    const once = await identitiesOf(world, duty.id)
    await planAnew(world)
    await runPlanner(world)
    expect(await identitiesOf(world, duty.id)).toEqual(once)
  })

  it('gave a certificate’s round to another of two plans, by how far the step planned', async () => {
    const world = await newWorld()
    await addAsset(world, '输液泵', '2026-02-20')
    const rhythm = { kind: 'interval', every: 'P1Y', from: 'expiry' }
    const targets = { assets: { types: ['pump'] }, coverage: 'each' }
    const plans = ['2026-06-10', '2026-03-02'].map((from) => newPlan({ from, rhythm, targets }))
    const duty = await makeDuty(world, { performedBy: world.unit.office, plans })
    await forgetRounds(world)
    await runPlanner(world)
    const atOnce = await identitiesOf(world, duty.id)
    await planAnew(world)
    await planInSteps(
      world,
      Array.from({ length: 60 }, () => 1),
      true,
    )
    expect(await identitiesOf(world, duty.id)).toEqual(atOnce)
  })
})

describe('revising twice to the same plan', () => {
  it('lost what is planned before the plan’s first day because it opens so early', async () => {
    const world = await newWorld()
    const rhythm = { kind: 'quota', period: 'week', min: 2, max: null, spread: 'even' }
    const plan = newPlan({ from: '2026-03-16', rhythm, window: { openBefore: 'P14D' } })
    const duty = await makeDuty(world, { plans: [plan] })
    await runPlanner(world)
    const once = await identitiesOf(world, duty.id)
    const revision = { from: plan['from'], plan, replaces: duty.plans[0]?.id }
    const revised = await world.as('supervisor').post(`/api/v1/duties/${duty.id}/plans`, revision)
    expect(revised.status).toBe(200)
    await runPlanner(world)
    expect(await identitiesOf(world, duty.id)).toEqual(once)
  })
})

describe('an interval', () => {
  const monthly = { kind: 'interval', every: 'P1M', from: 'done' }

  it('was counted from an old round, and came again at once, where there were more than are read', async () => {
    const world = await newWorld()
    const plans = [
      newPlan({ rhythm: monthly, targets: { units: { ids: [world.unit.ward1] }, coverage: 'each' } }),
    ]
    const duty = await makeDuty(world, { plans })
    await env.DB.prepare(
      `INSERT INTO rounds (org_id, id, duty_id, plan_id, occurrence_key, target_kind, target_id, target_unit_id, owned_by,
         performed_by, make_up, occurs_on, planned_on, opens_at, due_at, settled, created_at, updated_at)
       WITH RECURSIVE past (days) AS (SELECT 0 UNION ALL SELECT days + 1 FROM past WHERE days < 20000)
       SELECT ?1, 'round_' || ?1 || '_p' || days, ?2, ?3, 'p' || days, 'unit', ?4, ?4, ?4,
         ?4, 'allowed', ?5 - days, ?5 - days, ?6 - days * ${day}, ?6 - days * ${day}, 1, 0, 0 FROM past`,
    )
      .bind(world.orgId, duty.id, duty.plans[0]?.id, world.unit.ward1, Math.floor(world.now / day), world.now)
      .run()
    await planAnew(world)
    await runPlanner(world)
    const rounds = await roundsAlive(world, duty.id)
    expect(
      rounds.filter(({ due_at: due }) => due > world.now).map((round) => round.occurrence_key),
    ).toContain('20260302')
  })

  it('took hundreds of steps where many were due on one day, and never ended', async () => {
    const world = await newWorld()
    const assets = Array.from(
      { length: 40 },
      (_, index) => `('asset_${world.orgId}_${index}', ?1, ?2, 'pump', 'p', 0)`,
    )
    await env.DB.prepare(
      `INSERT INTO assets (id, org_id, unit_id, type, name, updated_at) VALUES ${assets.join()}`,
    )
      .bind(world.orgId, world.unit.ward1)
      .run()
    const targets = { assets: { types: ['pump'] }, coverage: 'each' }
    await makeDuty(world, { plans: [newPlan({ rhythm: monthly, targets })] })
    await runPlanner(world)
    await planAnew(world)
    // The second finds nothing more to do.
    expect(await runPlanner(world)).toBe(2)
  })
})
