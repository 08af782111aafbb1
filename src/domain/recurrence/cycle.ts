import { civilOf, type Day, dayOf, daysInMonth, isLeapYear, weekdayOf } from '../time/civil.ts'
import { type Pattern, patternOf } from './pattern.ts'
import type { Rule, WeekdayPick } from './rule.ts'

/**
 * A rule as a row of blocks (weeks, months or years), `interval` apart and numbered from the one its start lies in.
 * Every part is a filter on the days of a block; BYSETPOS then picks among those left. Months and years of the same
 * shape have the same days, so their days are found once per shape: the calendar knows only a few dozen shapes.
 */
export type Cycle = {
  /** The first block that may hold `day` or a later one. */
  blockAt(day: Day): number
  firstDayOf(block: number): Day
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
  if (rule.interval === 1) return months
  return {
    ...months,
    offsetsIn(block) {
      const sinceStart = months.firstDayOf(block) - rule.start
      return months.offsetsIn(block).filter((offset) => (sinceStart + offset) % rule.interval === 0)
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
    offsetsIn(block) {
      if (months.length === 0) return wholeWeek
      const { year, month, day } = civilOf(firstDayOf(block))
      const leftInMonth = daysInMonth(year, month) - day
      const isIn = (offset: number): boolean =>
        months.includes(offset > leftInMonth ? (month % 12) + 1 : month)
      return pickPositions(offsets.filter(isIn), rule.positions)
    },
  }
}

function monthCycle(rule: Rule, interval: number): Cycle {
  const pattern = patternOf(rule)
  const { year, month } = civilOf(rule.start)
  const firstMonth = year * 12 + month - 1
  const byShape = new Map<number, readonly number[]>()
  const monthOf = (block: number): number => firstMonth + block * interval
  const firstDayOf = (block: number): Day =>
    dayOf(Math.floor(monthOf(block) / 12), (monthOf(block) % 12) + 1, 1)
  return {
    blockAt(day) {
      const civil = civilOf(day)
      return blockAfter(civil.year * 12 + civil.month - 1 - firstMonth, interval)
    },
    firstDayOf,
    offsetsIn(block) {
      const monthNumber = (monthOf(block) % 12) + 1
      if (pattern.months.length > 0 && !pattern.months.includes(monthNumber)) return []
      const length = daysInMonth(Math.floor(monthOf(block) / 12), monthNumber)
      const firstWeekday = weekdayOf(firstDayOf(block))
      return remember(byShape, length * 10 + firstWeekday, () =>
        pickPositions(daysOfMonth(pattern, length, firstWeekday), rule.positions),
      )
    },
  }
}

function daysOfMonth({ monthDays, weekdays }: Pattern, length: number, firstWeekday: number): number[] {
  return offsetsBelow(length).filter(
    (offset) =>
      isNumbered(monthDays, offset, length) &&
      isPickedWeekday(weekdays, ((firstWeekday - 1 + offset) % 7) + 1, offset, length),
  )
}

function yearCycle(rule: Rule): Cycle {
  const pattern = patternOf(rule)
  const firstYear = civilOf(rule.start).year
  const byShape = new Map<number, readonly number[]>()
  const yearOf = (block: number): number => firstYear + block * rule.interval
  return {
    blockAt: (day) => blockAfter(civilOf(day).year - firstYear, rule.interval),
    firstDayOf: (block) => dayOf(yearOf(block), 1, 1),
    offsetsIn: (block) =>
      remember(byShape, shapeOfYear(yearOf(block)), () =>
        pickPositions(daysOfYear(rule, pattern, yearOf(block)), rule.positions),
      ),
  }
}

/** Its neighbours' lengths matter, for their weeks reach into it. */
function shapeOfYear(year: number): number {
  const leaps = [year - 1, year, year + 1].map(isLeapYear)
  return leaps.reduce((shape, isLeap) => shape * 2 + (isLeap ? 1 : 0), weekdayOf(dayOf(year, 1, 1)))
}

function daysOfYear(rule: Rule, pattern: Pattern, year: number): number[] {
  const newYear = dayOf(year, 1, 1)
  const yearLength = isLeapYear(year) ? 366 : 365
  const isOrdinalOfMonth = rule.months.length > 0
  return offsetsBelow(yearLength).filter((offset) => {
    const { month, day } = civilOf(newYear + offset)
    if (pattern.months.length > 0 && !pattern.months.includes(month)) return false
    const monthLength = daysInMonth(year, month)
    const [ordinalOffset, ordinalLength] = isOrdinalOfMonth ? [day - 1, monthLength] : [offset, yearLength]
    return (
      isNumbered(pattern.monthDays, day - 1, monthLength) &&
      isNumbered(pattern.yearDays, offset, yearLength) &&
      isInWeek(pattern.weekNumbers, newYear + offset, rule.weekStart) &&
      isPickedWeekday(pattern.weekdays, weekdayOf(newYear + offset), ordinalOffset, ordinalLength)
    )
  })
}

/** Week 1 is the first with at least four days in its year, whatever day weeks start on. */
function isInWeek(weekNumbers: readonly number[], day: Day, weekStart: number): boolean {
  if (weekNumbers.length === 0) return true
  const fourthDay = day - ((weekdayOf(day) - weekStart + 7) % 7) + 3
  const newYear = dayOf(civilOf(fourthDay).year, 1, 1)
  const nextNewYear = dayOf(civilOf(fourthDay).year + 1, 1, 1)
  const week = Math.floor((fourthDay - newYear) / 7) + 1
  const weeksAfter = Math.floor((nextNewYear - 1 - fourthDay) / 7)
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
  const nth = Math.floor(offset / 7) + 1
  const nthFromEnd = -Math.floor((length - 1 - offset) / 7) - 1
  return picks.some(
    (pick) => pick.weekday === weekday && (pick.nth === null || pick.nth === nth || pick.nth === nthFromEnd),
  )
}

/** A position beyond the candidates picks nothing. */
function pickPositions(offsets: readonly number[], positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return offsets
  return offsets.filter(
    (_, index) => positions.includes(index + 1) || positions.includes(index - offsets.length),
  )
}

function offsetsBelow(length: number): number[] {
  return Array.from({ length }, (_, offset) => offset)
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}
