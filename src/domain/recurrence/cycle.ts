import { civilOf, type Day, dayOf, daysInMonth, isLeapYear, weekdayOf } from '../time/civil.ts'
import { type Pattern, patternOf } from './pattern.ts'
import type { Rule, WeekdayPick } from './rule.ts'

const LONGEST_MONTH = 31
const ISO_WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/**
 * A rule as a row of blocks (weeks, months or years), `interval` apart and numbered from the one its start lies in.
 * Every part is a filter on the days of a block; BYSETPOS then picks among those left. Months and years of the same
 * shape have the same days, so their days are found once per shape: the calendar knows only a few dozen shapes.
 */
export type Cycle = {
  /** The first block that may hold `day` or a later one. */
  blockAt(day: Day): number
  firstDayOf(block: number): Day
  /** False where no shape of month fits, so that no block needs to be looked at. */
  canHaveDays(): boolean
  /** The rule's days in the block, ascending, counted from the block's first day. */
  offsetsIn(block: number): readonly number[]
}

export function cycleOf(rule: Rule): Cycle {
  switch (rule.frequency) {
    case 'DAILY':
      return dayCycle(rule)
    case 'WEEKLY':
      return weekCycle(rule)
    case 'MONTHLY':
      return monthCycle(rule, rule.interval)
    case 'YEARLY':
      return yearCycle(rule)
  }
}

function blockAfter(distance: number, interval: number): number {
  return Math.max(0, Math.ceil(distance / interval))
}

// Days are gathered by months, which have shapes. BYSETPOS can only be 1 or -1 of one day, so it changes nothing.
function dayCycle(rule: Rule): Cycle {
  const months = monthCycle({ ...rule, positions: [] }, 1)
  const { start, interval } = rule
  if (interval === 1) return months
  return {
    ...months,
    canHaveDays() {
      const { weekdays } = rule
      const isAlwaysStartWeekday = interval % 7 === 0
      const fits = weekdays.length === 0 || weekdays.some(({ weekday }) => weekday === weekdayOf(start))
      return months.canHaveDays() && (fits || !isAlwaysStartWeekday)
    },
    offsetsIn(block) {
      const allowed = months.offsetsIn(block)
      if (allowed.length === 0) return allowed
      const due: number[] = []
      const beyond = (months.firstDayOf(block) - start) % interval
      const firstDue = beyond > 0 ? interval - beyond : -beyond
      for (let offset = firstDue; offset < LONGEST_MONTH; offset += interval) {
        if (allowed.includes(offset)) due.push(offset)
      }
      return due
    },
  }
}

function weekCycle(rule: Rule): Cycle {
  const { months, weekdays } = patternOf(rule)
  const firstWeek = rule.start - ((weekdayOf(rule.start) - rule.weekStart + 7) % 7)
  const offsets = weekdays.map(({ weekday }) => (weekday - rule.weekStart + 7) % 7).toSorted((a, b) => a - b)
  const wholeWeek = pickPositions(offsets, rule.positions)
  const firstDayOf = (block: number): Day => firstWeek + block * 7 * rule.interval
  return {
    blockAt: (day) => blockAfter(Math.floor((day - firstWeek) / 7), rule.interval),
    firstDayOf,
    canHaveDays: () => true,
    offsetsIn(block) {
      if (months.length === 0) return wholeWeek
      const { year, month, day } = civilOf(firstDayOf(block))
      const leftInMonth = daysInMonth(year, month) - day
      const hasMonth = months.includes(month)
      const hasNextMonth = months.includes((month % 12) + 1)
      if (leftInMonth >= 6 || hasMonth === hasNextMonth) return hasMonth ? wholeWeek : []
      const inMonths = offsets.filter((offset) => (offset > leftInMonth ? hasNextMonth : hasMonth))
      return pickPositions(inMonths, rule.positions)
    },
  }
}

function monthCycle(rule: Rule, interval: number): Cycle {
  const pattern = patternOf(rule)
  const { year, month } = civilOf(rule.start)
  const firstMonth = year * 12 + month - 1
  const byShape: (readonly number[])[] = []
  const monthOf = (block: number): number => firstMonth + block * interval
  const firstDayOf = (block: number): Day =>
    dayOf(Math.floor(monthOf(block) / 12), (monthOf(block) % 12) + 1, 1)
  const offsetsOf = (length: number, firstWeekday: number): readonly number[] =>
    (byShape[length * 7 + firstWeekday] ??= pickPositions(
      daysOfMonth(pattern, length, firstWeekday),
      rule.positions,
    ))
  return {
    blockAt(day) {
      const civil = civilOf(day)
      return blockAfter(civil.year * 12 + civil.month - 1 - firstMonth, interval)
    },
    firstDayOf,
    canHaveDays: () =>
      lengthsOf(pattern.months).some((length) =>
        ISO_WEEKDAYS.some((weekday) => offsetsOf(length, weekday).length > 0),
      ),
    offsetsIn(block) {
      const monthNumber = (monthOf(block) % 12) + 1
      if (pattern.months.length > 0 && !pattern.months.includes(monthNumber)) return []
      const length = daysInMonth(Math.floor(monthOf(block) / 12), monthNumber)
      return offsetsOf(length, weekdayOf(firstDayOf(block)))
    },
  }
}

/** How long the months (none: any) may be; 2024 was a leap year. */
function lengthsOf(months: readonly number[]): number[] {
  if (months.length === 0) return [31, 30, 29, 28]
  return [...new Set(months.flatMap((month) => [daysInMonth(2024, month), daysInMonth(2025, month)]))]
}

function daysOfMonth({ monthDays, weekdays }: Pattern, length: number, firstWeekday: number): number[] {
  const days: number[] = []
  for (let offset = 0; offset < length; offset += 1) {
    const weekday = ((firstWeekday - 1 + offset) % 7) + 1
    if (!isNumbered(monthDays, offset, length)) continue
    if (isPickedWeekday(weekdays, weekday, offset, length)) days.push(offset)
  }
  return days
}

function yearCycle(rule: Rule): Cycle {
  const pattern = patternOf(rule)
  const firstYear = civilOf(rule.start).year
  const byShape: (readonly number[])[] = []
  const yearOf = (block: number): number => firstYear + block * rule.interval
  return {
    blockAt: (day) => blockAfter(civilOf(day).year - firstYear, rule.interval),
    firstDayOf: (block) => dayOf(yearOf(block), 1, 1),
    canHaveDays: () => true,
    offsetsIn(block) {
      const year = yearOf(block)
      return (byShape[shapeOfYear(year, rule.weekNumbers.length > 0)] ??= pickPositions(
        daysOfYear(rule, pattern, year),
        rule.positions,
      ))
    },
  }
}

/** For numbered weeks, which reach into the neighbouring years, the lengths of those matter too. */
function shapeOfYear(year: number, hasWeeks: boolean): number {
  const shape = weekdayOf(dayOf(year, 1, 1)) * 8 + (isLeapYear(year) ? 1 : 0)
  return hasWeeks ? shape + (isLeapYear(year - 1) ? 2 : 0) + (isLeapYear(year + 1) ? 4 : 0) : shape
}

function daysOfYear(rule: Rule, pattern: Pattern, year: number): number[] {
  const newYear = dayOf(year, 1, 1)
  const yearLength = isLeapYear(year) ? 366 : 365
  // "The first Monday" is one of the month where months are named, else of the year.
  const isOrdinalOfMonth = rule.months.length > 0
  const days: number[] = []
  let monthStart = 0
  for (let month = 1; month <= 12; month += 1) {
    const length = daysInMonth(year, month)
    const isMonth = pattern.months.length === 0 || pattern.months.includes(month)
    for (let inMonth = 0; isMonth && inMonth < length; inMonth += 1) {
      const inYear = monthStart + inMonth
      const weekday = weekdayOf(newYear + inYear)
      const isWeekday = isOrdinalOfMonth
        ? isPickedWeekday(pattern.weekdays, weekday, inMonth, length)
        : isPickedWeekday(pattern.weekdays, weekday, inYear, yearLength)
      if (!isWeekday || !isNumbered(pattern.monthDays, inMonth, length)) continue
      if (!isNumbered(pattern.yearDays, inYear, yearLength)) continue
      if (isInWeek(pattern.weekNumbers, newYear + inYear, rule.weekStart)) days.push(inYear)
    }
    monthStart += length
  }
  return days
}

/** Week 1 is the first with at least four days in its year, whatever day weeks start on. */
function isInWeek(weekNumbers: readonly number[], day: Day, weekStart: number): boolean {
  if (weekNumbers.length === 0) return true
  const fourthDay = day - ((weekdayOf(day) - weekStart + 7) % 7) + 3
  const { year } = civilOf(fourthDay)
  const week = Math.floor((fourthDay - dayOf(year, 1, 1)) / 7) + 1
  const weeksAfter = Math.floor((dayOf(year, 12, 31) - fourthDay) / 7)
  return weekNumbers.includes(week) || weekNumbers.includes(-weeksAfter - 1)
}

function isNumbered(numbers: readonly number[], offset: number, length: number): boolean {
  return numbers.length === 0 || numbers.includes(offset + 1) || numbers.includes(offset - length)
}

function isPickedWeekday(
  picks: readonly WeekdayPick[],
  weekday: number,
  offset: number,
  length: number,
): boolean {
  if (picks.length === 0) return true
  for (const pick of picks) {
    if (pick.weekday !== weekday) continue
    if (pick.nth === null || pick.nth === Math.floor(offset / 7) + 1) return true
    if (pick.nth === -Math.floor((length - 1 - offset) / 7) - 1) return true
  }
  return false
}

/** A position beyond the candidates picks nothing. */
function pickPositions(offsets: readonly number[], positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return offsets
  return offsets.filter(
    (_, index) => positions.includes(index + 1) || positions.includes(index - offsets.length),
  )
}
