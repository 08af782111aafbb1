import type { Rule } from '../recurrence/rule.ts'
import { expandSeries } from '../recurrence/series.ts'
import { civilOf, type Day, daysInMonth, printDate } from '../time/civil.ts'
import { weekendsOff, type WorkingDays } from '../time/working-days.ts'
import { occurrencesPerYear } from './frequency.ts'
import { nextAfterInterval } from './interval.ts'
import { type CalendarPeriod, periodsOf } from './period.ts'
import type { CalendarRhythm, IntervalRhythm, Plan, QuotaRhythm, RuleRhythm, SeasonRhythm } from './plan.ts'
import { fault, type PlanFault, type PlanWarning, warning } from './plan-fault.ts'
import { ownDays } from './quota-occurrences.ts'
import { readSeries } from './rule-series.ts'
import { LAST_DAY, sureDate } from './checked.ts'

type Verdict = { faults: PlanFault[]; warnings: PlanWarning[] }
type Validity = { from: number; until: number }

const MOST_PER_YEAR = 10_000
const ANY_COMMON_YEAR = 2025
/** Thirty years: a plan may have begun long before the first holidays that are known. */
const DAYS_LOOKED_AT = 30 * 366

/** Whether a plan whose parts are each right yields anything, not too much, and from when. */
export function checkYield(plan: Omit<Plan, 'id'>, workingDays?: WorkingDays): Verdict {
  if (occurrencesPerYear(plan) > MOST_PER_YEAR) {
    return refused(fault('rhythm', 'too-often', { most: MOST_PER_YEAR }))
  }
  const validity = { from: sureDate(plan.from), until: plan.until === null ? LAST_DAY : sureDate(plan.until) }
  switch (plan.rhythm.kind) {
    case 'rule':
      return checkRuleYield(plan.rhythm, plan.timeZone, validity)
    case 'quota':
    case 'season':
      return checkQuotaYield(plan.rhythm, validity)
    case 'calendar':
      return checkCalendarYield(plan, plan.rhythm, { validity, workingDays })
    case 'interval':
      return checkIntervalYield(plan.rhythm, validity)
    case 'follow':
      return { faults: [], warnings: plan.rhythm.of === 'done' ? [warning('as-if-done-there')] : [] }
  }
}

function refused(...faults: PlanFault[]): Verdict {
  return { faults, warnings: [] }
}

function checkCalendarYield(
  { holidays }: Omit<Plan, 'id'>,
  { days, shift = 0 }: CalendarRhythm,
  { validity, workingDays }: { validity: Validity; workingDays: WorkingDays | undefined },
): Verdict {
  const areOff = days === 'off' || days === 'holiday'
  if (areOff && shift === 0 && holidays === 'skip') return refused(fault('holidays', 'skips-all-days'))
  if (workingDays === undefined) return { faults: [], warnings: [] }
  if (days === 'holiday' && !hasHolidays(workingDays, validity)) {
    return { faults: [], warnings: [warning('no-holidays')] }
  }
  const names = typeof days === 'object' ? days.names : []
  const unknown = names.filter((name) => workingDays.stretchesNamed(name).length === 0)
  return { faults: [], warnings: unknown.map((name) => warning('unknown-day-name', { name })) }
}

function hasHolidays(workingDays: WorkingDays, { from, until }: Validity): boolean {
  const last = Math.min(until, from + DAYS_LOOKED_AT)
  for (let day = from; day <= last; day += 1) if (workingDays.isHoliday(day)) return true
  return false
}

function checkIntervalYield(rhythm: IntervalRhythm, { from, until }: Validity): Verdict {
  const next = nextAfterInterval(rhythm, { from, until }, { ended: [], validUntil: null })
  if (rhythm.from === 'done' && next === null) return refused(fault('until', 'yields-nothing'))
  return { faults: [], warnings: [warning(rhythm.from === 'done' ? 'as-if-done' : 'as-if-renewed')] }
}

function checkRuleYield(rhythm: RuleRhythm, timeZone: string, { from, until }: Validity): Verdict {
  const series = readSeries(rhythm, timeZone)
  if (expandSeries(series, from, until, 1).length === 0) return refused(fault('rhythm', 'yields-nothing'))
  const day = dayThatMonthsLack(series.rule)
  return { faults: [], warnings: day === null ? [] : [warning('skips-short-months', { day })] }
}

/** The earliest day of the month that the rule asks for and that one of its months is too short for. */
function dayThatMonthsLack(rule: Rule): number | null {
  const { frequency, months, monthDays, weekdays, positions, yearDays, weekNumbers } = rule
  if ([weekdays, positions, yearDays, weekNumbers].some((part) => part.length > 0)) return null
  const isMonthly = frequency === 'MONTHLY' || (frequency === 'YEARLY' && months.length > 0)
  if (!isMonthly) return null
  const wanted = monthDays.length > 0 ? monthDays : [civilOf(rule.start).day]
  const named = months.length > 0 ? months : [2]
  const shortest = Math.min(...named.map((month) => daysInMonth(ANY_COMMON_YEAR, month)))
  return wanted.find((day) => day > shortest) ?? null
}

function checkQuotaYield(rhythm: QuotaRhythm | SeasonRhythm, validity: Validity): Verdict {
  const periods = periodsOf(rhythm)
  const [firstIndex, lastIndex] = [periods.indexOf(validity.from), periods.indexOf(validity.until)]
  const daysOf = (index: number) => ownDays(periods.at(index), rhythm, validity)
  let index = firstIndex
  while (index <= lastIndex && daysOf(index) === null) index += 1
  const first = daysOf(index)?.[0]
  if (index > lastIndex || first === undefined) return refused(fault('until', 'yields-nothing'))

  const warnings: PlanWarning[] = severalADay(rhythm, daysOf(index) ?? [])
  const yieldsWhole = (period: CalendarPeriod) =>
    ownDays(period, rhythm, { from: period.first, until: period.last }) !== null
  const [firstPeriod, lastPeriod] = [periods.at(firstIndex), periods.at(lastIndex)]
  if (index > firstIndex && firstPeriod.first < validity.from && yieldsWhole(firstPeriod)) {
    const period = isWholePeriod(rhythm) ? rhythm.period : 'season'
    warnings.push(warning('starts-next-period', { period, next: printDate(first) }))
  }
  const isCutAtEnd = lastPeriod.first <= validity.until && validity.until !== LAST_DAY
  if (isCutAtEnd && daysOf(lastIndex) === null && yieldsWhole(lastPeriod)) {
    warnings.push(warning('drops-last-period'))
  }
  return { faults: [], warnings }
}

/** More rounds than working days; of rounds that are wanted several times a day it is known. */
function severalADay(rhythm: QuotaRhythm | SeasonRhythm, days: readonly Day[]): PlanWarning[] {
  const { length } = days.filter((day) => weekendsOff.isWorking(day))
  const isEveryDay = rhythm.kind === 'quota' && rhythm.period === 'day'
  return isEveryDay || rhythm.min <= length
    ? []
    : [warning('several-a-day', { min: rhythm.min, days: length })]
}

/** The period after it is the next one that counts, so that it can be called by its name. */
function isWholePeriod(rhythm: QuotaRhythm | SeasonRhythm): rhythm is QuotaRhythm {
  return rhythm.kind === 'quota' && rhythm.months === undefined
}
