import { type Day, weekdayOf } from '../time/civil.ts'
import type { Stretch, WorkingDays } from '../time/working-days.ts'
import type { HolidayNames, HolidayTable } from './holiday-table.ts'

/** What an organisation says of a single day; it goes before everything else. */
export type Correction = { day: Day; isWorking: boolean; name: string | null }

/** Days that the organisation calls by a name of its own, such as the first week of term. */
export type NamedStretch = Stretch & { name: string }

export type CalendarSource = {
  /** the days of every week that are off, 1…7 from Monday */
  weekend: readonly number[]
  table: HolidayTable | null
  corrections: readonly Correction[]
  named: readonly NamedStretch[]
}

/** Why a day is worked, or off. */
export type DayReason = 'week' | 'weekend' | 'holiday' | 'make-up' | 'correction'

export type CalendarDay = { isWorking: boolean; reason: DayReason; names: HolidayNames | null }

/** The days of a whole organisation. */
export type WorkingCalendar = WorkingDays & {
  dayOn(day: Day): CalendarDay
  /** whether its holidays may still be announced otherwise, or are not known at all */
  isProvisional(year: number): boolean
}

export function workingCalendar({ weekend, table, corrections, named }: CalendarSource): WorkingCalendar {
  const corrected = new Map(corrections.map((each) => [each.day, each]))
  const stretches = Map.groupBy(
    named.toSorted((a, b) => a.from - b.from),
    ({ name }) => name,
  )
  const isOff = [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekend.includes(weekday))
  const isWeekend = (day: Day) => isOff[weekdayOf(day) - 1] === true

  function dayOn(day: Day): CalendarDay {
    const correction = corrected.get(day)
    if (correction !== undefined) {
      const { isWorking, name } = correction
      return { isWorking, reason: 'correction', names: name === null ? null : [name] }
    }
    const known = table?.days.get(day)
    if (known !== undefined) return { ...known, reason: known.isWorking ? 'make-up' : 'holiday' }
    return isWeekend(day)
      ? { isWorking: false, reason: 'weekend', names: null }
      : { isWorking: true, reason: 'week', names: null }
  }

  return {
    dayOn,
    isWorking: (day) => (corrected.get(day) ?? table?.days.get(day))?.isWorking ?? !isWeekend(day),
    isHoliday: (day) => (corrected.get(day) ?? table?.days.get(day))?.isWorking === false,
    stretchesNamed: (name) => stretches.get(name) ?? [],
    isProvisional: (year) => table !== null && !isOfficial(table, year),
  }
}

function isOfficial({ officialUntil, firstYear, lastYear }: HolidayTable, year: number): boolean {
  return year >= firstYear && year <= Math.min(lastYear, officialUntil ?? lastYear)
}

/** The same calendar for somebody who is closed on some days besides. */
export function closedOn(days: WorkingDays, closures: readonly Stretch[]): WorkingDays {
  if (closures.length === 0) return days
  const isClosed = (day: Day) => closures.some(({ from, until }) => day >= from && day <= until)
  return { ...days, isWorking: (day) => days.isWorking(day) && !isClosed(day) }
}
