import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newWorld, type World } from '../support/world.ts'
import { countsHold, planAnew, runPlanner } from './planner.ts'
import { roundsAlive } from './rounds.ts'
import {
  everyDay,
  everyMonth,
  makeDuty,
  newPlan,
  onMondays,
  type DutyBody,
  type RoundRow,
} from './support.ts'

type Revised = { withdrawn: number; added: number; kept: number }

const plans = fc.record({
  rhythm: fc.constantFrom<unknown>(
    onMondays,
    everyDay,
    everyMonth,
    { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=WEEKLY;BYDAY=MO,TH' },
    { kind: 'quota', period: 'month', min: 3, max: null, spread: 'even' },
    { kind: 'quota', period: 'quarter', min: 2, max: null, spread: 'end' },
    { kind: 'quota', period: 'year', min: 1, max: null },
    { kind: 'season', months: [3, 4, 5, 9], min: 1, max: null },
  ),
  targets: fc.constantFrom<unknown>(
    { none: true },
    { units: { tags: ['ward'] }, coverage: 'each' },
    { units: { tags: ['high-risk'] }, coverage: 'each' },
    { units: { tags: ['clinical'] }, coverage: 'rotate' },
    { units: { tags: ['ward'] }, coverage: 'draw', perOccurrence: 'auto', coverWithin: 'month' },
  ),
  window: fc.constantFrom<unknown>({}, { dueAfter: 'P5D' }, { openBefore: 'P10D', missAfter: 'next' }),
})

const days = fc.constantFrom('2026-03-02', '2026-03-20', '2026-04-01', '2026-04-28', '2026-06-17')

async function touch(world: World, { id }: RoundRow): Promise<void> {
  await env.DB.prepare('UPDATE rounds SET touched = 1 WHERE org_id = ? AND id = ?')
    .bind(world.orgId, id)
    .run()
}

/** What there is to do, by whatever plan. */
async function identitiesOf(world: World, dutyId: string): Promise<string[]> {
  const rounds = await roundsAlive(world, dutyId)
  return rounds.map(
    (round) => `${round.occurrence_key} ${round.target_id} ${round.planned_on} ${round.due_at}`,
  )
}

async function newestPlan(world: World, dutyId: string): Promise<string | undefined> {
  const response = await world.as('supervisor').get(`/api/v1/duties/${dutyId}`)
  return (await response.json<DutyBody>()).plans.at(-1)?.id
}

it('a revision changes what it says, said beforehand or not; what was touched or planned before it stays', async () => {
  await fc.assert(
    fc.asyncProperty(
      plans,
      plans,
      days,
      fc.boolean(),
      fc.nat(),
      async (first, second, from, replaces, chosen) => {
        const world = await newWorld()
        const plan = newPlan({ ...first, from: '2026-01-01' })
        const duty = await makeDuty(world, { performedBy: world.unit.ward1, plans: [plan] })
        await runPlanner(world)
        const planned = await roundsAlive(world, duty.id)
        const touched = planned[chosen % planned.length]
        if (touched !== undefined) await touch(world, touched)
        // Whoever keeps a turn has none shortly before it: the queue goes round the touched one.
        await planAnew(world)
        await runPlanner(world)
        const before = await roundsAlive(world, duty.id)

        const revision = {
          from,
          plan: newPlan({ ...second, from }),
          replaces: replaces ? duty.plans[0]?.id : null,
        }
        const ask = async (how: string) => {
          const response = await world
            .as('supervisor')
            .post(`/api/v1/duties/${duty.id}/plans${how}`, revision)
          expect(response.status).toBe(200)
          return response.json<Revised>()
        }
        const said = await ask('?dryRun=1')
        expect(await ask('')).toEqual(said)
        await runPlanner(world)

        const after = await roundsAlive(world, duty.id)
        const [idsBefore, idsAfter] = [before, after].map((rounds) => new Set(rounds.map(({ id }) => id)))
        expect({
          withdrawn: before.filter(({ id }) => !idsAfter?.has(id)).length,
          added: after.filter(({ id }) => !idsBefore?.has(id)).length,
        }).toEqual({ withdrawn: said.withdrawn, added: said.added })
        const firstDay = Date.parse(from) / 86_400_000
        const settled = before.filter(({ id, planned_on }) => planned_on < firstDay || id === touched?.id)
        const planOf = new Map(after.map((round) => [round.id, round.plan_id]))
        expect(settled.filter(({ id, plan_id }) => planOf.get(id) !== plan_id)).toEqual([])
        expect(await countsHold(world)).toBe(true)

        // What was touched moves nobody's turn a second time.
        await planAnew(world)
        await runPlanner(world)
        const once = await identitiesOf(world, duty.id)
        revision.replaces = await newestPlan(world, duty.id)
        await ask('')
        await runPlanner(world)
        expect(await identitiesOf(world, duty.id)).toEqual(once)
      },
    ),
    { numRuns: 25 },
  )
}, 60_000)

it('the last quarter of a plan that ends is still owed, sooner, and is not said to be withdrawn', async () => {
  const world = await newWorld({ now: '2026-05-04T09:00:00+08:00' })
  const quarterly = { kind: 'quota', period: 'quarter', min: 1, max: null, spread: 'end' }
  const duty = await makeDuty(world, {
    performedBy: world.unit.ward1,
    plans: [newPlan({ rhythm: quarterly, targets: { none: true } })],
  })
  const revision = {
    from: '2026-06-17',
    plan: newPlan({ rhythm: onMondays, targets: { none: true } }),
    replaces: duty.plans[0]?.id,
  }
  const response = await world.as('supervisor').post(`/api/v1/duties/${duty.id}/plans`, revision)
  // The one withdrawn is that of the third quarter, which opens within 60 days.
  expect(await response.json<Revised>()).toMatchObject({ withdrawn: 1, kept: 1 })
  const owed = (await roundsAlive(world, duty.id)).find((round) => round.occurrence_key === '2026-Q2/1')
  expect(owed?.due_at).toBe(Date.parse('2026-06-17T00:00:00+08:00'))
})
