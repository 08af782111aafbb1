import type { Day } from '../time/civil.ts'
import { LAST_DAY, sureDate } from './checked.ts'
import { daysToCount, isCutShort, periodsOfCover } from './cover.ts'
import { typicalSpacing } from './frequency.ts'
import { occurrencesOf, type ExpandContext } from './occurrences.ts'
import type { CalendarPeriod } from './period.ts'
import type { CoverWithin, Plan } from './plan.ts'
import { type PlanWarning, warning } from './plan-fault.ts'

/** Two years show every length that a month, a quarter or a half-year has. */
const DAYS_LOOKED_AT = 2 * 366
const MOST_LOOKED_AT = 5000
/** In days, with as much room as the calendar needs. */
const LONGEST: Readonly<Record<CoverWithin, number>> = {
  week: 8,
  month: 36,
  quarter: 98,
  halfyear: 190,
  year: 372,
}

type Unsaved = Omit<Plan, 'id'>

/** What may surprise in a checked plan that has so many targets today. */
export function targetWarnings(plan: Unsaved, count: number, context: ExpandContext): PlanWarning[] {
  if ('none' in plan.targets) return []
  if (count === 0) return [warning('no-targets-today')]
  const { coverage, perOccurrence = 1, coverWithin } = plan.targets
  if (coverage === 'each') return []
  const tooMany = perOccurrence !== 'auto' && perOccurrence > count
  return [
    ...(tooMany ? [warning('more-than-there-are', { each: perOccurrence, count })] : []),
    ...(coverWithin === undefined ? [] : coverWarnings(plan, { count, perOccurrence, coverWithin }, context)),
  ]
}

type Cover = { count: number; perOccurrence: number | 'auto'; coverWithin: CoverWithin }

function coverWarnings(plan: Unsaved, cover: Cover, context: ExpandContext): PlanWarning[] {
  const { count, perOccurrence, coverWithin: within } = cover
  const spacing = typicalSpacing(plan)
  if (spacing !== null && spacing > LONGEST[within]) return [warning('comes-too-seldom', { within })]
  if (perOccurrence === 'auto') return []
  const times = timesInPeriods(plan, within, context)
  if (times === null) return []
  const left = (each: number) => Math.max(0, count - each * perOccurrence)
  const [least, most] = [left(times.most), left(times.least)]
  return most === 0 ? [] : [warning('cannot-cover', { count, least, most, within })]
}

/** How often the plan comes in the periods in which it comes at all; null: no period is to be covered. */
function timesInPeriods(
  plan: Unsaved,
  within: CoverWithin,
  context: ExpandContext,
): { least: number; most: number } | null {
  const from = sureDate(plan.from)
  const validity = { from, until: plan.until === null ? LAST_DAY : sureDate(plan.until) }
  const looked = daysToCount({ from, until: from + DAYS_LOOKED_AT }, within, validity)
  const range = { from: looked.from, to: looked.until, limit: MOST_LOOKED_AT }
  const { occurrences, next } = occurrencesOf(plan, context, range)
  const periods = periodsOfCover(within)
  const counts = [...Map.groupBy(occurrences, ({ date }) => periods.indexOf(date))]
  // Of what comes thousands of times the last period looked at is not whole.
  const known = next === null ? counts : counts.slice(0, -1)
  const demanding = known.filter(([index]) => !isCutShort(periods.at(index), validity))
  const whole = demanding.filter(([index]) => isInside(periods.at(index), validity))
  const times = (whole.length > 0 ? whole : demanding).map(([, { length }]) => length)
  return times.length === 0 ? null : { least: Math.min(...times), most: Math.max(...times) }
}

function isInside({ first, last }: CalendarPeriod, { from, until }: { from: Day; until: Day }): boolean {
  return first >= from && last <= until
}
