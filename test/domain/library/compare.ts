import type { LibraryDuty, LibraryPlan } from '../../../src/domain/library/pack.ts'
import { monthRuns } from '../../../src/domain/schedule/months.ts'
import type { Period } from '../../../src/domain/schedule/plan.ts'
import { periodsOf } from '../../../src/domain/schedule/period.ts'
import { civilOf, type Day } from '../../../src/domain/time/civil.ts'
import type { Annotation } from './annotations.ts'
import { daysOf, dueDaysOf, lastDaysOf, printDays, year } from './plan-of-year.ts'

/**
 * Where the entry differs in 2026 from what the annotation names; null where nowhere. Compared is, of an annotation
 * - `continuous`: standing work without plans; or, of `period: day`, `count_min` rounds each day or each working day;
 * - with `weekdays` or `monthday`: the dates of its `rrule`, which are the entry's own or, for the last days of a
 *   month and for deadlines, the days on which it is due;
 * - with `months`: no round outside them, at least one in each run of them, and in the year `count_min` to `count_max`;
 * - with `period` and `count_min`: as many in each period: of rules `count_min` to `count_max`, of quotas and seasons
 *   `count_min`, and `count_max` with those that may be added;
 * - `rotation`: besides, that the targets take turns, or each is visited in each period;
 * - with none of these: that it has rounds, or is standing work.
 * Each of the entry's plans has to be so, for its targets, or all of them together.
 */
export function difference(annotation: Annotation, { plans }: LibraryDuty): string | null {
  if (plans.length === 0) return differenceOfStanding(annotation)
  const together = differenceOf(annotation, plans)
  if (together === null || plans.length === 1) return together
  const alone = plans.flatMap((plan) => differenceOf(annotation, [plan]) ?? [])
  return alone.length === 0 ? null : [together, ...alone].join('; ')
}

function differenceOfStanding({ kind, period, months, count_min }: Annotation): string | null {
  if (kind === 'continuous') return null
  const names = period !== null || months !== null || count_min !== null
  return names ? 'the entry has no plans' : null
}

function differenceOf(annotation: Annotation, plans: readonly LibraryPlan[]): string | null {
  const turns = annotation.kind === 'rotation' ? differenceOfTurns(annotation, plans) : null
  if (turns !== null) return turns
  if (annotation.weekdays !== null || annotation.monthday !== null)
    return differenceOfDates(annotation, plans)
  if (annotation.months !== null) return differenceOfMonths(annotation, annotation.months, plans)
  const { period, count_min } = annotation
  if (annotation.kind === 'continuous') return differenceOfDaily(annotation, plans)
  if (period === null || count_min === null) return null
  const isCovered = annotation.kind === 'rotation' && coversWithin(plans, period)
  return isCovered ? differenceOfCover(period, plans) : differenceOfPeriods(annotation, period, plans)
}

function differenceOfTurns({ period }: Annotation, plans: readonly LibraryPlan[]): string | null {
  const isFair = plans.every(
    ({ targets }) => 'none' in targets || targets.coverage !== 'each' || period !== 'week',
  )
  const hasTargets = plans.every(({ targets }) => !('none' in targets))
  return isFair && hasTargets ? null : 'its targets do not take turns'
}

/** Each target is visited once in the period, in as many rounds as that takes. */
function coversWithin(plans: readonly LibraryPlan[], period: Period): boolean {
  return plans.every(
    ({ targets }) =>
      !('none' in targets) && targets.coverWithin === period && targets.perOccurrence === 'auto',
  )
}

function differenceOfCover(period: Period, plans: readonly LibraryPlan[]): string | null {
  const idle = countsIn(period, plans).filter(({ count }) => count === 0)
  return idle.length === 0 ? null : `nobody is visited in ${idle.map(({ id }) => id).join(', ')}`
}

function differenceOfDates(annotation: Annotation, plans: readonly LibraryPlan[]): string | null {
  const { rrule, deadline, monthday } = annotation
  if (rrule === null) throw new Error(`${annotation.id} names days without a rule`)
  const named: LibraryPlan = { rhythm: { kind: 'rule', start: '2026-01-01', rrule }, targets: { none: true } }
  const expected = printDays(daysOf(named)).join(' ')
  const dates = printDays(plans.flatMap(daysOf)).join(' ')
  if (dates === expected) return null
  if (deadline !== null || monthday === -1) {
    const due = printDays(plans.flatMap(dueDaysOf)).join(' ')
    if (due === expected) return null
  }
  return `on ${shortened(dates)} instead of ${shortened(expected)}`
}

function differenceOfMonths(
  { count_min, count_max }: Annotation,
  months: readonly number[],
  plans: readonly LibraryPlan[],
): string | null {
  const days = plans.flatMap(daysOf)
  const outside = [...days, ...plans.flatMap(lastDaysOf)].filter(
    (day) => !months.includes(civilOf(day).month),
  )
  if (outside.length > 0) return `rounds outside the months: ${shortened(printDays(outside).join(' '))}`
  const idle = monthRuns(months).filter(({ first, count }) => !days.some((day) => isIn(day, first, count)))
  if (idle.length > 0) return `no round in the months from ${idle.map(({ first }) => first).join(', ')}`
  if (count_min === null) return null
  return differenceOfCount(days.length, { count_min, count_max }, plans, 'in the year')
}

function isIn(day: Day, first: number, count: number): boolean {
  return (civilOf(day).month - first + 12) % 12 < count
}

function differenceOfDaily({ count_min }: Annotation, plans: readonly LibraryPlan[]): string | null {
  const rounds = plans.flatMap(daysOf)
  const days = new Set(rounds).size
  if (days < 260) return `${days} days of the year instead of each, or each working day`
  const differs = count_min !== null && rounds.length !== days * count_min
  return differs ? `${rounds.length} rounds on ${days} days` : null
}

function differenceOfPeriods(
  { count_min, count_max }: Annotation,
  period: Period,
  plans: readonly LibraryPlan[],
): string | null {
  const interval = intervalOf(plans)
  if (interval !== null) return interval === period ? null : `every ${interval} instead of every ${period}`
  for (const { id, count } of countsIn(period, plans)) {
    const found = differenceOfCount(count, { count_min: count_min ?? 1, count_max }, plans, `in ${id}`)
    if (found !== null) return found
  }
  return null
}

const INTERVALS: Record<string, Period> = {
  P1D: 'day',
  P1W: 'week',
  P7D: 'week',
  P1M: 'month',
  P2M: 'bimonth',
  P3M: 'quarter',
  P6M: 'halfyear',
  P12M: 'year',
  P365D: 'year',
}

/** How often rounds come that count from the last one: that depends on when it was done, not on the calendar. */
function intervalOf(plans: readonly LibraryPlan[]): string | null {
  const [rhythm] = plans.map((plan) => plan.rhythm)
  return rhythm?.kind === 'interval' ? (INTERVALS[rhythm.every] ?? rhythm.every) : null
}

function countsIn(period: Period, plans: readonly LibraryPlan[]): { id: string; count: number }[] {
  const days = plans.flatMap(daysOf)
  return periodsIn2026(period).map(({ id, first, last }) => ({
    id,
    count: days.filter((day) => day >= first && day <= last).length,
  }))
}

function periodsIn2026(period: Period): { id: string; first: Day; last: Day }[] {
  const periods = periodsOf({ kind: 'quota', period, min: 1, max: null })
  const found = []
  for (let index = periods.indexOf(year.from); periods.at(index).last <= year.to; index += 1) {
    const whole = periods.at(index)
    if (whole.first >= year.from) found.push(whole)
  }
  return found
}

function differenceOfCount(
  count: number,
  { count_min, count_max }: { count_min: number; count_max: number | null },
  plans: readonly LibraryPlan[],
  where: string,
): string | null {
  if (count < count_min || (count_max !== null && count > count_max))
    return `${count} rounds ${where} instead of ${count_min} to ${count_max}`
  const most = mostOf(count, plans)
  if (most === undefined) return null
  if (count !== count_min) return `${count} rounds ${where} instead of ${count_min}`
  return most === count_max ? null : `at most ${most} ${where} instead of ${count_max}`
}

/** How many may become of so many, with those that are added by hand; undefined: rounds that have dates. */
function mostOf(count: number, plans: readonly LibraryPlan[]): number | null | undefined {
  const shares = plans.map(({ rhythm }) =>
    'max' in rhythm ? rhythm.max && rhythm.max / rhythm.min : undefined,
  )
  const [share] = shares
  return typeof share === 'number' ? count * share : share
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
