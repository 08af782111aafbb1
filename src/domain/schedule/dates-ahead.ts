import type { Day } from '../time/civil.ts'
import type { WorkingDays } from '../time/working-days.ts'
import { takesTurns } from './awaited.ts'
import { drawsDates } from './draw.ts'
import { type ExpandContext, occurrencesOf, type Occurrence } from './occurrences.ts'
import { periodsOf } from './period.ts'
import type { Plan, QuotaRhythm, Rhythm, SeasonRhythm } from './plan.ts'

export type DatesAhead = {
  occurrences: Occurrence[]
  /**
   * Where the day differs from target to target, is drawn, or is not known before the duty is saved, only the period is
   * certain, which has so many; null: they have days of their own
   */
  inPeriod: { times: number; isDrawn: boolean } | null
}

/** Fifty years: what does not come within them is not worth waiting for. */
const DAYS_LOOKED_AT = 50 * 366
/** Of periods with many rounds fewer are told. */
const MOST_IN_PERIODS = 60

/** What the dates hang on besides the plan, of one target. */
type Own = Pick<ExpandContext, 'validUntil' | 'leading'>
type Asked = { dutyId: string | null; workingDays: WorkingDays; from: Day; limit: number } & Own

/** The next dates of a checked plan on a day or later; `dutyId` is null where the duty is not saved yet. */
export function datesAhead(plan: Omit<Plan, 'id'>, { dutyId, from, limit, ...own }: Asked): DatesAhead {
  const context = { dutyId: dutyId ?? '', targetId: null, ...own }
  const to = from + DAYS_LOOKED_AT
  const { rhythm } = plan
  if (!comesInPeriods(rhythm) || hasOneDay(plan, dutyId)) {
    return { occurrences: occurrencesOf(plan, context, { from, to, limit }).occurrences, inPeriod: null }
  }
  const times = rhythm.min
  // Of a saved duty the present period still counts, whichever of its days has passed.
  const start = dutyId === null ? from : firstOfPeriod(rhythm, from)
  const asked = { from: start, to, limit: Math.min(limit * times, MOST_IN_PERIODS) }
  const { occurrences } = occurrencesOf(plan, context, asked)
  return { occurrences, inPeriod: { times, isDrawn: drawsDates(plan) } }
}

function comesInPeriods(rhythm: Rhythm): rhythm is QuotaRhythm | SeasonRhythm {
  return rhythm.kind === 'quota' || rhythm.kind === 'season'
}

/** Targets that take turns share one day, as far as the duty's id is known that spreads it. */
function hasOneDay(plan: Omit<Plan, 'id'>, dutyId: string | null): boolean {
  const isShared = dutyId !== null && ('none' in plan.targets || takesTurns(plan))
  return !drawsDates(plan) && (isShared || !isStaggered(plan))
}

function isStaggered({ rhythm }: Omit<Plan, 'id'>): boolean {
  return comesInPeriods(rhythm) && (rhythm.spread ?? 'stagger') === 'stagger'
}

function firstOfPeriod(rhythm: QuotaRhythm | SeasonRhythm, day: Day): Day {
  const periods = periodsOf(rhythm)
  return Math.min(day, periods.at(periods.indexOf(day)).first)
}
