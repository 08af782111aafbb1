import { seesAll } from '../../domain/access.ts'
import { drawsDates } from '../../domain/schedule/draw.ts'
import { openedGaps, usualInterval, type DatedRound, type Gap } from '../../domain/schedule/gaps.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import type { Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { takesTurns } from '../../domain/schedule/awaited.ts'
import { identity, identityOf, type ExpectedRound } from './expected-rounds.ts'
import { firstDayStillDue, planningEnd } from './horizon.ts'
import { roundsUpTo } from './planning-step.ts'
import { lastDone, roundsAhead, type RoundAhead } from './queries-planned.ts'
import type { PlanningWorld } from './queries-planning-world.ts'
import type { Duty } from './queries.ts'
import { planningOf } from './runs.ts'

/** What a change of plans does to the rounds of a duty, each list by day. */
export type Effect = {
  /** the rounds that the change takes back itself; planning brings some of them again */
  withdraw: string[]
  withdrawn: DatedRound[]
  added: DatedRound[]
  kept: DatedRound[]
  /** none where the days are not told */
  gaps: Gap[]
  /** days that are drawn are told to those alone whom no round keeps waiting for its opening */
  tellsDays: boolean
}

/** How a change of plans concerns rounds. */
export type PlanChange = {
  /** only rounds planned from this day on are concerned */
  from: Day
  /** whose rounds have to show that they are still wanted */
  losing: readonly string[]
  /** whose rounds are new; null: those of any plan that the duty would not have had `before` */
  gaining: string | null
  before?: Duty
  /** those to measure the usual interval by */
  measured: readonly Plan[]
}

/** `after`: the duty with its plans as they are to be. */
export async function effectOf(
  { actor, store, now, org }: Context,
  after: Duty,
  world: PlanningWorld,
  { from, losing, gaining, before, measured }: PlanChange,
): Promise<Effect> {
  const today = dayAt(now, org.timeZone)
  const at = { now, today, timeZone: org.timeZone }
  const expected = expectedOf(after, world, at)
  const ofGaining = gaining === null ? expected : expected.filter(({ run }) => run.plan.id === gaining)
  const [wanted, wantedAnew] = [new Set(expected.map(identityOf)), new Set(ofGaining.map(identityOf))]
  const ahead = await roundsAhead(store, { dutyId: after.id, now, fromOn: 0 })
  const whose = gaining === null ? losing : [...losing, gaining]
  const concerned = ahead.filter(({ planned, planId }) => planned >= from && whose.includes(planId))
  const leaving = concerned.filter(
    (round) => losing.includes(round.planId) && !round.isFixed && !wantedAnew.has(idOf(round)),
  )
  // The last period of a plan that ends may still be owed, with other days: its rounds come back with them.
  const withdrawn = leaving.filter((round) => !wanted.has(idOf(round)))
  const gone = new Set(withdrawn)
  const expectedBefore = before === undefined ? [] : expectedOf(before, world, at)
  const known = new Set([...ahead.map(idOf), ...expectedBefore.map(identityOf)])
  const added = ofGaining.filter((round) => !known.has(identityOf(round))).map(datedOf)
  const tellsDays = seesAll(actor) || ![...after.plans, ...(before?.plans ?? [])].some(drawsDates)
  const usual = tellsDays ? usualInterval(measured) : null
  const done = usual === null ? [] : await lastDone(store, after.id, now - intervalsBack * usual * dayLength)
  const merge = measured.some(takesTurns) ? asOne : (rounds: readonly DatedRound[]) => rounds
  return {
    withdraw: leaving.map(({ id }) => id),
    withdrawn: withdrawn.toSorted(byDay),
    added: added.toSorted(byDay),
    kept: concerned.filter((round) => !gone.has(round)).toSorted(byDay),
    tellsDays,
    gaps: openedGaps({
      staying: merge([...done, ...ahead.filter((round) => !gone.has(round) && !wantedAnew.has(idOf(round)))]),
      leaving: merge(withdrawn),
      coming: merge(ofGaining.map(datedOf)),
      usual,
    }),
  }
}

/** How many rounds, as the API and the trail say it. */
export function countsOf({ withdrawn, added, kept }: Effect): Record<'withdrawn' | 'added' | 'kept', number> {
  return { withdrawn: withdrawn.length, added: added.length, kept: kept.length }
}

const dayLength = 86_400_000
/** What was done longer ago than this left a gap before anybody changed anything. */
const intervalsBack = 4

/** Where targets take turns, any of them is as good as another. */
function asOne(rounds: readonly DatedRound[]): DatedRound[] {
  return rounds.map(({ planned }) => ({ targetId: null, planned }))
}

function byDay(a: DatedRound, b: DatedRound): number {
  return a.planned - b.planned
}

function datedOf({ target, occurrence }: ExpectedRound): DatedRound {
  return { targetId: target.id, planned: occurrence.planned }
}

function idOf({ key, targetId }: RoundAhead): string {
  return identity(key, targetId)
}

/** What the duty is to have up to the horizon. */
function expectedOf(
  duty: Duty,
  world: PlanningWorld,
  at: { now: number; today: Day; timeZone: string },
): ExpectedRound[] {
  const since = firstDayStillDue(duty.plans, at.today)
  const planning = planningOf(duty, world, { ...at, since })
  return roundsUpTo(planning, { from: since, to: planningEnd(planning) })
}
