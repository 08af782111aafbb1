import type { LocalMoment } from '../recurrence/series.ts'
import { type Day, printDate } from '../time/civil.ts'
import { printTime } from '../time/zone.ts'
import type { WorkingDays } from '../time/working-days.ts'
import { LONGEST_MOVE, movedForHolidays } from './holidays.ts'
import type { DayRange, Expander, Occurrence } from './occurrence.ts'
import type { HolidayRule } from './plan.ts'
import { replay } from './replay.ts'
import type { Terms } from './terms.ts'
import { allDayWindow, missTime, type RoundWindow, timedWindow } from './window.ts'

const AT_ONCE = 128

/** A date of a rhythm that names its days, and its key. */
export type OwnDate = LocalMoment & { key: string }

/** A rhythm whose dates are days of the calendar, not periods in which the day is free. */
export type DatedRhythm = {
  /** in order; `atOnce` is how many are likely to be wanted */
  datesIn: (range: DayRange, workingDays: WorkingDays, atOnce: number) => Iterable<OwnDate>
  /** seconds of the day, ascending; empty for all-day rounds */
  times: readonly number[]
  /** how many days ahead the next date is looked for */
  lookAhead: number
}

type PlannedDate = OwnDate & { planned: Day }

/** The dates of a rhythm, moved for holidays, with their windows. */
export function datedExpander(
  { datesIn, times, lookAhead }: DatedRhythm,
  holidays: HolidayRule,
  terms: Terms,
): Expander {
  // A move keeps the order of dates, so that dates this far outside the range cannot be moved into it.
  const reach = holidays === 'keep' || holidays === 'skip' ? 0 : LONGEST_MOVE

  function* plannedDates(range: DayRange, workingDays: WorkingDays, atOnce: number): Iterable<PlannedDate> {
    const own = { from: Math.max(range.from, terms.from), to: Math.min(range.to, terms.until) }
    for (const date of datesIn(own, workingDays, atOnce)) {
      const planned = movedForHolidays(date.day, holidays, workingDays)
      if (planned !== null) yield { ...date, planned }
    }
  }

  function windowOf({ planned, second }: PlannedDate): RoundWindow {
    return second === null ? allDayWindow(planned, terms) : timedWindow(planned, second, times, terms)
  }

  function occurrenceOf(date: PlannedDate, next: PlannedDate | undefined): Occurrence {
    const window = windowOf(date)
    const nextOpensAt = next === undefined ? null : windowOf(next).opensAt
    const missesAt = missTime(window.dueAt, nextOpensAt, terms)
    return { key: date.key, date: date.day, planned: date.planned, ...window, missesAt }
  }

  function* occurrencesIn({ from, to }: DayRange, workingDays: WorkingDays): Iterable<Occurrence> {
    const last = to + reach
    let waiting: PlannedDate | undefined
    for (const date of plannedDates({ from: from - reach, to: last }, workingDays, AT_ONCE)) {
      if (waiting !== undefined && waiting.planned <= to) yield occurrenceOf(waiting, date)
      waiting = date
    }
    if (waiting === undefined || waiting.planned > to) return
    const beyond = { from: last + 1, to: last + lookAhead }
    const next = terms.missAfter === 'next' ? firstOf(plannedDates(beyond, workingDays, 8)) : undefined
    yield occurrenceOf(waiting, next)
  }

  return sharedByTargets(occurrencesIn)
}

/** Dates are the same for every target, so those of the last range are kept. */
function sharedByTargets(
  occurrencesIn: (range: DayRange, workingDays: WorkingDays) => Iterable<Occurrence>,
): Expander {
  let last: { from: Day; to: Day; workingDays: WorkingDays; occurrences: Iterable<Occurrence> } | null = null
  return ({ workingDays }, { from, to }) => {
    if (last?.from !== from || last.to !== to || last.workingDays !== workingDays) {
      last = { from, to, workingDays, occurrences: replay(occurrencesIn({ from, to }, workingDays)) }
    }
    return last.occurrences
  }
}

/** `YYYYMMDD` or `YYYYMMDDTHHMM`. */
export function keyOfDate({ day, second }: LocalMoment): string {
  const date = printDate(day).replaceAll('-', '')
  return second === null ? date : `${date}T${printTime(second).replace(':', '')}`
}

function firstOf<T>(values: Iterable<T>): T | undefined {
  for (const value of values) return value
  return undefined
}
