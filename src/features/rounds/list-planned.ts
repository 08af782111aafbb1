import { mayReadDuty, mayReadRound, mayReadUnit, requireReadable } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import type { Day } from '../../domain/time/civil.ts'
import { startOfDay } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { findDuty, type Duty } from '../duties/queries.ts'
import { findUnit } from '../units/queries.ts'
import { dutyRoundsByDay, unitRoundsByDay } from './queries-by-day.ts'
import { hiddenFrom } from './queries-hidden.ts'
import { roundCursorAfter, type RoundCursor, type RoundSummary } from './queries-lists.ts'
import { idsIn, namesOf, type Names } from './queries-work.ts'

/** Rounds planned on these days: all of a duty, or what a unit has still to do. */
export type PlannedFilter = {
  duty: string | null
  unit: string | null
  from: Day
  to: Day
  /** of a duty, all rounds of this period instead: `2026-Q3` */
  period: string | null
  after: RoundCursor | null
}

export type PlannedPage = {
  rounds: RoundSummary[]
  names: Names
  duty: Duty | null
  next: RoundCursor | null
}

const perPage = 100
/** So many days after its planned day a round is due at most; a quota's of more than a month, with its period. */
const usualDays = 62
const daysOfLongPeriods = 400

/** By due time. Without a duty or a unit there is nothing to list. */
export async function listPlanned(context: Context, filter: PlannedFilter): Promise<PlannedPage> {
  const duty = filter.duty === null ? null : requireFound(await findDuty(context.store, filter.duty))
  if (duty !== null) requireReadable(mayReadDuty(context.actor, duty))
  const found = await roundsFor(context, filter, duty)
  const rounds = found.filter(({ round }) => isShown(context, filter, round))
  return {
    rounds,
    duty,
    names: await namesOf(context, idsIn(rounds.map(({ round }) => round))),
    next: roundCursorAfter(
      found.map(({ round }) => round),
      perPage,
    ),
  }
}

async function roundsFor(
  context: Context,
  { unit, from, to, period, after }: PlannedFilter,
  duty: Duty | null,
): Promise<RoundSummary[]> {
  const { store, actor, now, org } = context
  const hidden = hiddenFrom(actor, now)
  const start = startOfDay(from, org.timeZone)
  const range = { first: from, last: to, start, after, hidden, limit: perPage }
  if (duty !== null) {
    const days = duty.plans.some(hasLongPeriods) ? daysOfLongPeriods : usualDays
    const until = startOfDay(to + days, org.timeZone)
    return dutyRoundsByDay(store, { ...range, dutyId: duty.id, period, until })
  }
  if (unit === null) return []
  requireFound(await findUnit(store, unit))
  requireReadable(mayReadUnit(actor, unit))
  return unitRoundsByDay(store, { ...range, unit, end: startOfDay(to + 1, org.timeZone) })
}

function hasLongPeriods({ rhythm }: Plan): boolean {
  if (rhythm.kind === 'quota') return !['day', 'week', 'month'].includes(rhythm.period)
  return rhythm.kind === 'season'
}

function isShown(
  { actor, now }: Context,
  { unit, duty }: PlannedFilter,
  round: RoundSummary['round'],
): boolean {
  const isOfUnit = duty === null || unit === null || [round.performedBy, round.targetUnitId].includes(unit)
  return isOfUnit && mayReadRound(actor, round, now)
}
