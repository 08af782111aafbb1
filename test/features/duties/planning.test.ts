import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newWorld, type World } from '../support/world.ts'
import { jobContextOf } from '../rounds/rig.ts'
import { countsHold, forgetRounds, planInSteps, runPlanner } from './planner.ts'
import { roundsOf } from './rounds.ts'
import { everyDay, everyMonth, makeDuty, newPlan, onMondays, type RoundRow } from './support.ts'
import { checkPlan } from '../../../src/domain/schedule/check-plan.ts'
import { takesTurns } from '../../../src/domain/schedule/awaited.ts'
import type { Plan, Targets } from '../../../src/domain/schedule/plan.ts'
import { planInputSchema } from '../../../src/features/duties/plan-schemas.ts'
import { roundsAtOnce } from '../../../src/features/duties/plan-duty.ts'
import { planRounds } from '../../../src/jobs/plan-rounds.ts'

const day = 86_400_000

/** What a round is, without when and in how many writes it came about. */
function factsOf(rounds: readonly RoundRow[]) {
  return rounds.map((round) => ({ ...round, created_at: 0, updated_at: 0, version: 0 }))
}

const plans = fc.record({
  from: fc.constantFrom('2026-01-01', '2026-03-02', '2026-03-17', '2026-05-10'),
  until: fc.constantFrom(null, null, '2026-06-14', '2026-12-31'),
  rhythm: fc.constantFrom<unknown>(
    onMondays,
    everyMonth,
    { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=MONTHLY;BYDAY=-1FR', times: ['08:00', '16:00'] },
    { kind: 'quota', period: 'week', min: 2, max: null, spread: 'even' },
    { kind: 'quota', period: 'quarter', min: 1, max: 2, spread: 'end' },
    { kind: 'season', months: [3, 4, 5, 9, 10], min: 2, max: null },
    { kind: 'rule', start: '2024-02-29', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29' },
    { kind: 'interval', every: 'P2M', from: 'done' },
    { kind: 'calendar', days: 'working', pick: 'last' },
    { kind: 'calendar', days: 'off', pick: 'first', shift: -1 },
  ),
  timeZone: fc.constant('Asia/Shanghai'),
  holidays: fc.constantFrom('keep', 'next', 'previous', 'nearest', 'skip'),
  window: fc.constantFrom<unknown>({}, { dueAfter: 'P3D', missAfter: 'next' }),
  targets: fc.constantFrom<unknown>(
    { none: true },
    { units: { tags: ['ward'] }, coverage: 'each' },
    { units: { tags: ['clinical'] }, coverage: 'each' },
    { units: { tags: ['clinical'] }, coverage: 'rotate' },
    { units: { tags: ['ward'] }, members: { types: ['inspector'] }, coverage: 'draw', perOccurrence: 2 },
  ),
})

const soundPlans = plans.filter((plan) => {
  const { faults } = checkPlan(planInputSchema.parse(plan) as Omit<Plan, 'id'>)
  return faults.length === 0
})

function identityOf({ occurrence_key: key, target_id: target }: RoundRow): string {
  return `${key} ${target}`
}

async function aliveFrom(world: World, dutyId: string) {
  const rounds = await roundsOf(world, dutyId)
  return factsOf(rounds.filter((round) => round.due_at > world.now && round.withdrawn_at === null))
}

describe('planning', () => {
  it('twice, in steps of any size, on any days, gives the same rounds as at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(soundPlans, { minLength: 1, maxLength: 3 }),
        fc.array(
          fc.record({
            days: fc.integer({ min: 0, max: 150 }),
            limits: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }),
          }),
          {
            maxLength: 4,
          },
        ),
        async (some, visits) => {
          const world = await newWorld()
          const duty = await makeDuty(world, { performedBy: world.unit.office, plans: some })
          const follow = { kind: 'follow', duty: duty.id, of: 'planned', offset: 'P1W' }
          const following = newPlan({ rhythm: follow, targets: { none: true } })
          const follower = await makeDuty(world, { performedBy: world.unit.office, plans: [following] })
          for (const { days, limits } of visits) {
            world.now += days * day
            await planInSteps(world, limits, false)
          }
          await planInSteps(world, [], true)
          expect(await countsHold(world)).toBe(true)
          const inSteps = await aliveFrom(world, duty.id)
          const afterThem = await aliveFrom(world, follower.id)
          const today = world.now / day
          const near = inSteps.filter(({ planned_on: on }) => on > today && on < today + 390)
          expect(afterThem.map(identityOf)).toEqual(expect.arrayContaining(near.map(identityOf)))

          await env.DB.prepare('UPDATE duties SET planned_until_on = NULL, plan_next_on = 0 WHERE org_id = ?')
            .bind(world.orgId)
            .run()
          await planInSteps(world, [], true)
          expect(await aliveFrom(world, duty.id)).toEqual(inSteps)
          expect(await aliveFrom(world, follower.id)).toEqual(afterThem)

          // What an interval is counted from, who had a turn, and what is followed, is not to be forgotten.
          if (some.some(({ rhythm }) => (rhythm as { kind: string }).kind === 'interval')) return
          if (some.some(({ targets }) => takesTurns({ targets: targets as Targets }))) return
          await forgetRounds(world)
          await planInSteps(world, [], true)
          expect(await aliveFrom(world, duty.id)).toEqual(inSteps)
          expect(await countsHold(world)).toBe(true)
        },
      ),
      { numRuns: 25 },
    )
  }, 120_000)
})

describe('planning: the job', () => {
  it('goes 400 days ahead, 60 where there are over 100 rounds a year', async () => {
    const world = await newWorld()
    const weekly = await makeDuty(world)
    const daily = await makeDuty(world, { plans: [newPlan({ rhythm: everyDay })] })
    await runPlanner(world)
    const today = Math.floor((world.now + 8 * 3_600_000) / day)
    expect((await roundsOf(world, weekly.id)).at(-1)?.planned_on).toBe(today + 399)
    expect((await roundsOf(world, daily.id)).at(-1)?.planned_on).toBe(today + 60)
  })

  it('always holds the next round, however far away', async () => {
    const world = await newWorld()
    const leap = { kind: 'rule', start: '2024-02-29', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29' }
    const duty = await makeDuty(world, {
      plans: [newPlan({ rhythm: leap, targets: { none: true } })],
      performedBy: world.unit.office,
    })
    expect(await roundsOf(world, duty.id)).toHaveLength(0)
    await runPlanner(world)
    expect((await roundsOf(world, duty.id)).map(({ occurrence_key: key }) => key)).toEqual(['20280229'])
    world.now = Date.UTC(2028, 2, 1)
    await runPlanner(world)
    expect((await roundsOf(world, duty.id)).map(({ occurrence_key: key }) => key)).toEqual([
      '20280229',
      '20320229',
    ])
  })

  it('keeps to the rows of a day and goes on the next', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    const saved = (await roundsOf(world, duty.id)).length
    await runPlanner(world, 120)
    const first = (await roundsOf(world, duty.id)).length
    expect(first).toBeGreaterThan(saved)
    expect(first).toBeLessThan(saved + 30)
    await runPlanner(world, 120)
    expect((await roundsOf(world, duty.id)).length).toBe(first)
    world.now += day
    await runPlanner(world, 120)
    expect((await roundsOf(world, duty.id)).length).toBeGreaterThan(first)
  })

  it('two at once do no harm', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    await Promise.all([1, 2, 3].map(() => planRounds(jobContextOf(world), world.now, 100_000)))
    await runPlanner(world)
    const together = factsOf(await roundsOf(world, duty.id))
    expect(await countsHold(world)).toBe(true)
    await forgetRounds(world)
    await runPlanner(world)
    expect(factsOf(await roundsOf(world, duty.id))).toEqual(together)
  })

  it('a plan from the past makes no rounds that nobody could do any more', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world, { plans: [newPlan({ from: '2020-01-01', rhythm: everyDay })] })
    const rounds = await roundsOf(world, duty.id)
    expect(rounds.every(({ due_at: due }) => due > world.now)).toBe(true)
    expect(rounds[0]?.occurrence_key).toBe('20260302')
  })
})

describe('planning: targets that change', () => {
  it('a closed ward loses its rounds, a new one gets its own', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const duty = await makeDuty(world)
    await runPlanner(world)
    world.now += day
    await admin.patch(`/api/v1/units/${world.unit.ward2}`, { closed: true }, { 'If-Match': '1' })
    const made = await admin.post('/api/v1/units', {
      name: '新病区',
      parentId: world.unit.medicine,
      tags: ['ward'],
    })
    const ward3 = (await made.json<{ id: string }>()).id
    await runPlanner(world)
    const rounds = (await roundsOf(world, duty.id)).filter((round) => round.due_at > world.now)
    const alive = rounds.filter((round) => round.withdrawn_at === null)
    expect(new Set(alive.map(({ target_id: target }) => target))).toEqual(new Set([world.unit.ward1, ward3]))
    expect(rounds.filter(({ target_id: target }) => target === world.unit.ward2)).toHaveLength(57)
    expect(await countsHold(world)).toBe(true)
  })
})

it('a duty that is drawn waits where the secret was lost, and does not stop the planning of others', async () => {
  const world = await newWorld()
  const drawn = newPlan({ rhythm: { ...everyMonth, spread: 'draw' } })
  const drawnDuties = await Promise.all([1, 2, 3, 4].map(() => makeDuty(world, { plans: [drawn] })))
  const other = await makeDuty(world)
  await forgetRounds(world)
  for (let done = false; !done;) {
    const step = await planRounds({ ...jobContextOf(world), lottery: null }, world.now, 100_000)
    done = step.done
  }
  expect(await roundsOf(world, other.id)).not.toEqual([])
  expect(await roundsOf(world, drawnDuties[0]?.id ?? '')).toEqual([])
  world.now += day
  await runPlanner(world)
  expect(await roundsOf(world, drawnDuties[0]?.id ?? '')).not.toEqual([])
})

describe('planning: what it costs', () => {
  it('a step: exactly four rows a round and one for each due time and unit; one statement a table', async () => {
    const world = await newWorld()
    await env.DB.batch(
      Array.from({ length: 60 }, (_, index) =>
        env.DB.prepare(
          `INSERT INTO units (org_id, id, parent_id, name, tags, updated_at) VALUES (?, ?, ?, ?, '["big"]', 0)`,
        ).bind(world.orgId, `unit_${world.orgId}_w${index}`, world.unit.medicine, `病区${index}`),
      ),
    )
    const targets = { units: { tags: ['big'] }, coverage: 'each' }
    await makeDuty(world, { plans: [newPlan({ targets, rhythm: everyMonth })] })
    await forgetRounds(world)
    await planRounds(jobContextOf(world), world.now, 100_000)
    const context = jobContextOf(world)
    const { handled } = await planRounds(context, world.now, 100_000)
    const counts = await env.DB.prepare('SELECT count(*) AS n FROM due_counts WHERE org_id = ?')
      .bind(world.orgId)
      .first<{ n: number }>()
    expect(handled).toBeGreaterThan(200)
    expect(handled).toBeLessThanOrEqual(roundsAtOnce)
    // Each unit's stamp, and what is kept of the duty and of the run.
    const aside = 60 + 7
    expect(context.store.usage.rowsWritten - handled * 4 - (counts?.n ?? 0)).toBe(aside)
    expect(context.store.usage.statements).toBeLessThanOrEqual(20)
  })
})
