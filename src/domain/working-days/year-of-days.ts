import { dayOf, type Day } from '../time/civil.ts'
import type { Stretch } from '../time/working-days.ts'
import type { HolidayNames } from './holiday-table.ts'
import type { CalendarDay, WorkingCalendar } from './working-calendar.ts'

export type DayOfYear = CalendarDay & { day: Day }

/** A holiday as people speak of it: its days off, and the weekends that are worked for it. */
export type NamedHoliday = Stretch & { names: HolidayNames; madeUp: Day[] }

/** All days of a year. */
export function daysOfYear(calendar: WorkingCalendar, year: number): DayOfYear[] {
  const [first, end] = [dayOf(year, 1, 1), dayOf(year + 1, 1, 1)]
  return Array.from({ length: end - first }, (_, index) => ({
    day: first + index,
    ...calendar.dayOn(first + index),
  }))
}

/** Days off of one name on end, and the nearest of them for each day that is worked in their place. */
export function holidaysIn(days: readonly DayOfYear[]): NamedHoliday[] {
  const holidays: NamedHoliday[] = []
  for (const { day, isWorking, reason, names } of days) {
    if (isWorking || names === null || reason === 'weekend') continue
    const last = holidays.at(-1)
    if (last?.until === day - 1 && last.names[0] === names[0]) last.until = day
    else holidays.push({ from: day, until: day, names, madeUp: [] })
  }
  for (const { day, reason, names } of days) {
    if (reason === 'make-up' && names !== null) nearest(holidays, day, names)?.madeUp.push(day)
  }
  return holidays
}

function nearest(holidays: readonly NamedHoliday[], day: Day, names: HolidayNames): NamedHoliday | undefined {
  const distance = ({ from, until }: Stretch) => Math.min(Math.abs(day - from), Math.abs(day - until))
  const named = holidays.filter((each) => each.names[0] === names[0])
  return (named.length === 0 ? holidays : named).toSorted((a, b) => distance(a) - distance(b))[0]
}
