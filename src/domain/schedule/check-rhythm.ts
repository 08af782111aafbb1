import { parseRule, type RuleFault } from '../recurrence/rule.ts'
import { parseDate } from '../time/civil.ts'
import { isTimeZone, parseTime } from '../time/zone.ts'
import { checkFollow, checkInterval } from './check-succession.ts'
import { checkDuration } from './check-window.ts'
import { monthRuns } from './months.ts'
import type { CalendarRhythm, Plan, QuotaRhythm, RuleRhythm, SeasonRhythm } from './plan.ts'
import { fault, type PlanFault } from './plan-fault.ts'

const MOST_TIMES = 48
const MOST_DATES = 366
const MOST_ROUNDS_IN_PERIOD = 366
/** Four weeks. */
const MOST_SHIFT = 20
const MOST_NAMES = 20

export function checkRhythm(plan: Omit<Plan, 'id'>): PlanFault[] {
  const { rhythm, timeZone } = plan
  switch (rhythm.kind) {
    case 'rule':
      return checkRuleRhythm(rhythm, timeZone)
    case 'quota':
      return [...checkCounts(rhythm), ...checkMonths(rhythm.months ?? [1])]
    case 'season':
      return [...checkCounts(rhythm), ...checkMonths(rhythm.months), ...checkSeasonLength(rhythm)]
    case 'calendar':
      return checkCalendarRhythm(rhythm)
    case 'interval':
      return checkInterval(rhythm, plan)
    case 'follow':
      return checkFollow(rhythm)
  }
}

function checkCalendarRhythm({ days, pick, shift = 0 }: CalendarRhythm): PlanFault[] {
  const faults: PlanFault[] = []
  if (!Number.isInteger(shift) || Math.abs(shift) > MOST_SHIFT) {
    faults.push(fault('rhythm.shift', 'bad-shift', { most: MOST_SHIFT }))
  } else if (shift !== 0 && pick === 'each') faults.push(fault('rhythm.shift', 'shift-of-each'))
  return typeof days === 'object' ? [...faults, ...checkDayNames(days.names)] : faults
}

function checkDayNames(names: readonly string[]): PlanFault[] {
  if (names.length === 0 || names.some((name) => name.trim() === '')) {
    return [fault('rhythm.days', 'no-day-names')]
  }
  return names.length > MOST_NAMES ? [fault('rhythm.days', 'too-many-day-names', { most: MOST_NAMES })] : []
}

function checkRuleRhythm(rhythm: RuleRhythm, timeZone: string): PlanFault[] {
  return [
    ...checkRule(rhythm, timeZone),
    ...checkTimes(rhythm.times ?? []),
    ...(rhythm.length === undefined ? [] : checkDuration('rhythm.length', rhythm.length)),
    ...checkDates('rhythm.rdates', rhythm.rdates ?? []),
    ...checkDates('rhythm.exdates', rhythm.exdates ?? []),
  ]
}

function checkRule({ start, rrule }: RuleRhythm, timeZone: string): PlanFault[] {
  const startDay = parseDate(start)
  if (startDay === null) return [fault('rhythm.start', 'bad-date', { text: start })]
  // An unknown zone is told of elsewhere, and should not hide what is wrong with the rule.
  const parsed = parseRule(rrule, startDay, isTimeZone(timeZone) ? timeZone : 'UTC')
  return parsed.ok ? [] : parsed.faults.map(ofPlan)
}

function ofPlan({ code, at, params }: RuleFault): PlanFault {
  return {
    path: code.startsWith('start.') ? 'rhythm.start' : 'rhythm.rrule',
    code,
    ...(params === undefined ? {} : { params }),
    ...(at === null ? {} : { at }),
  }
}

function checkTimes(times: readonly string[]): PlanFault[] {
  if (times.length > MOST_TIMES) return [fault('rhythm.times', 'too-many-times', { most: MOST_TIMES })]
  return times.flatMap((text, index) => {
    const path = `rhythm.times.${index}`
    if (parseTime(text) === null) return [fault(path, 'bad-time', { text })]
    return times.indexOf(text) < index ? [fault(path, 'repeated-time', { text })] : []
  })
}

function checkDates(path: string, dates: readonly string[]): PlanFault[] {
  if (dates.length > MOST_DATES) return [fault(path, 'too-many-dates', { most: MOST_DATES })]
  return dates.flatMap((text, index) =>
    isLocal(text) ? [] : [fault(`${path}.${index}`, 'bad-local', { text })],
  )
}

function isLocal(text: string): boolean {
  const [date = '', time, ...rest] = text.split('T')
  return parseDate(date) !== null && (time === undefined || parseTime(time) !== null) && rest.length === 0
}

function checkCounts({ min, max }: QuotaRhythm | SeasonRhythm): PlanFault[] {
  const isCount = (value: number) => Number.isInteger(value) && value >= 1 && value <= MOST_ROUNDS_IN_PERIOD
  if (!isCount(min)) return [fault('rhythm.min', 'bad-count', { most: MOST_ROUNDS_IN_PERIOD })]
  if (max === null) return []
  if (!isCount(max)) return [fault('rhythm.max', 'bad-count', { most: MOST_ROUNDS_IN_PERIOD })]
  return max < min ? [fault('rhythm.max', 'max-below-min', { min, max })] : []
}

function checkMonths(months: readonly number[]): PlanFault[] {
  if (months.length === 0) return [fault('rhythm.months', 'no-months')]
  const isMonth = (month: number) => Number.isInteger(month) && month >= 1 && month <= 12
  const areGood = months.every(isMonth) && new Set(months).size === months.length
  return areGood ? [] : [fault('rhythm.months', 'bad-months')]
}

function checkSeasonLength({ months }: SeasonRhythm): PlanFault[] {
  return monthRuns(months)[0]?.count === 12 ? [fault('rhythm.months', 'season-whole-year')] : []
}
