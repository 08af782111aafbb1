import type { Rule } from '../../../src/domain/recurrence/rule.ts'
import type { Day } from '../../../src/domain/time/civil.ts'

const DAY = 86_400_000
const LETTERS = { DAILY: 'd', WEEKLY: 'w', MONTHLY: 'm', YEARLY: 'y' } as const

type Facts = { year: number; month: number; date: number; weekday: number }

/**
 * The rule's days up to `to`, by looking at every single day since its start's year with nothing but `Date`:
 * slow, and written from RFC 5545 without an eye on the expander.
 */
export function bruteForce(rule: Rule, to: Day): Day[] {
  const begin = firstOfYear(facts(rule.start).year) - 7
  const periods = new Map<string, Day[]>()
  for (let day = begin; day <= to + 366; day += 1) {
    const period = periodOf(rule, day)
    if (period !== null && satisfies(rule, day)) periods.set(period, [...(periods.get(period) ?? []), day])
  }
  const days = [...periods.values()].flatMap((candidates) => select(candidates, rule.positions))
  const ordered = days.filter((day) => day >= rule.start).toSorted((a, b) => a - b)
  const counted = rule.count === null ? ordered : ordered.slice(0, rule.count)
  return counted.filter((day) => day <= Math.min(to, rule.until?.day ?? Infinity))
}

function facts(day: Day): Facts {
  const date = new Date(day * DAY)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    weekday: date.getUTCDay() === 0 ? 7 : date.getUTCDay(),
  }
}

function firstOfYear(year: number): Day {
  return Date.UTC(year, 0, 1) / DAY
}

function periodOf(rule: Rule, day: Day): string | null {
  const [now, then] = [facts(day), facts(rule.start)]
  const distance = {
    DAILY: day - rule.start,
    WEEKLY: (weekStart(rule, day) - weekStart(rule, rule.start)) / 7,
    MONTHLY: (now.year - then.year) * 12 + now.month - then.month,
    YEARLY: now.year - then.year,
  }[rule.frequency]
  return distance < 0 || distance % rule.interval !== 0 ? null : `${LETTERS[rule.frequency]}${distance}`
}

function weekStart(rule: Rule, day: Day): Day {
  let first = day
  while (facts(first).weekday !== rule.weekStart) first -= 1
  return first
}

function satisfies(rule: Rule, day: Day): boolean {
  const { month, date, weekday, year } = facts(day)
  const start = facts(rule.start)
  const monthLength = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const yearDay = day - firstOfYear(year) + 1
  const yearLength = firstOfYear(year + 1) - firstOfYear(year)
  const has = (list: readonly number[], fromStart: number, length: number): boolean =>
    list.length === 0 || list.some((each) => each === fromStart || length + 1 + each === fromStart)
  if (rule.months.length > 0 && !rule.months.includes(month)) return false
  if (!has(rule.monthDays, date, monthLength) || !has(rule.yearDays, yearDay, yearLength)) return false
  if (rule.weekNumbers.length > 0 && !isInNumberedWeek(rule, day)) return false
  if (rule.weekdays.length > 0) return isOnWeekday(rule, day)
  if (rule.monthDays.length > 0 || rule.yearDays.length > 0) return true
  if (rule.weekNumbers.length > 0 || rule.frequency === 'WEEKLY') return weekday === start.weekday
  if (rule.frequency === 'DAILY') return true
  return (
    date === start.date && (rule.frequency === 'MONTHLY' || rule.months.length > 0 || month === start.month)
  )
}

/** Counts the same weekdays before and after within the month or the year, one by one. */
function isOnWeekday(rule: Rule, day: Day): boolean {
  const now = facts(day)
  const isMonthly = rule.frequency === 'MONTHLY' || rule.months.length > 0
  const isSamePeriod = (other: Day): boolean =>
    facts(other).year === now.year && (!isMonthly || facts(other).month === now.month)
  const place = (step: number): number => {
    let count = 1
    while (isSamePeriod(day + step * count)) count += 1
    return count
  }
  return rule.weekdays.some(
    (pick) =>
      pick.weekday === now.weekday &&
      (pick.nth === null || (pick.nth > 0 ? pick.nth === place(-7) : -pick.nth === place(7))),
  )
}

/** Goes through the weeks of three years as lists of days; a week belongs to the year with most of its days. */
function isInNumberedWeek(rule: Rule, day: Day): boolean {
  const monday = weekStart(rule, day)
  const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => facts(monday + offset).year)
  const year = days.toSorted((a, b) => a - b)[3] ?? 0
  const weeks: Day[] = []
  for (let first = weekStart(rule, firstOfYear(year)); first < firstOfYear(year + 1); first += 7) {
    const inYear = [0, 1, 2, 3, 4, 5, 6].filter((offset) => facts(first + offset).year === year)
    if (inYear.length >= 4) weeks.push(first)
  }
  const week = weeks.indexOf(monday) + 1
  return rule.weekNumbers.some((number) => number === week || weeks.length + 1 + number === week)
}

function select(candidates: Day[], positions: readonly number[]): Day[] {
  if (positions.length === 0) return candidates
  const picked = positions.map((position) => candidates.at(position > 0 ? position - 1 : position))
  const reachable = picked.filter((_, index) => Math.abs(positions[index] ?? 0) <= candidates.length)
  return [...new Set(reachable.filter((day) => day !== undefined))]
}
