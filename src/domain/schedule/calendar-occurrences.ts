import type { Day } from '../time/civil.ts'
import type { Stretch, WorkingDays } from '../time/working-days.ts'
import { type DatedRhythm, datedExpander, keyOfDate, type OwnDate } from './dated-occurrences.ts'
import type { DayRange, Expander } from './occurrence.ts'
import type { CalendarRhythm, HolidayRule } from './plan.ts'
import type { Terms } from './terms.ts'

// No organisation is closed for longer.
const LONGEST_RUN = 366
/** A shift goes so many days at the most, however few of them are worked. */
const LONGEST_SHIFT = 62
const LOOK_AHEAD = 3 * 366

/** The days of a rhythm that follows the working-day calendar, with their windows. */
export function calendarExpander(rhythm: CalendarRhythm, holidays: HolidayRule, terms: Terms): Expander {
  return datedExpander(calendarDates(rhythm), holidays, terms)
}

/** Keys are those of the days that are picked, not of those they are shifted to: the holiday itself hardly moves. */
function calendarDates(rhythm: CalendarRhythm): DatedRhythm {
  const shift = rhythm.shift ?? 0
  const reach = shift === 0 ? 0 : LONGEST_SHIFT

  function* datesIn({ from, to }: DayRange, workingDays: WorkingDays): Iterable<OwnDate> {
    for (const picked of pickedDays(rhythm, workingDays, { from: from - reach, to: to + reach })) {
      const day = shifted(picked, shift, workingDays)
      if (day >= from && day <= to) yield { day, second: null, key: keyOfDate({ day: picked, second: null }) }
    }
  }
  return { datesIn, times: [], lookAhead: LOOK_AHEAD }
}

function pickedDays(
  { days, pick }: CalendarRhythm,
  workingDays: WorkingDays,
  range: DayRange,
): Iterable<Day> {
  if (typeof days === 'object') return daysOfStretches(namedStretches(days.names, workingDays), pick, range)
  if (days === 'holiday') return daysOfStretches(holidays(workingDays, range), pick, range)
  const isOne = (day: Day) => workingDays.isWorking(day) === (days === 'working')
  return daysWhere((day) => isOne(day) && isPicked(day, pick, isOne), range)
}

/** Whether it is the first, or the last, of the days on end that are like it. */
function isPicked(day: Day, pick: CalendarRhythm['pick'], isOne: (day: Day) => boolean): boolean {
  if (pick === 'each') return true
  return !isOne(pick === 'first' ? day - 1 : day + 1)
}

function* daysWhere(isWanted: (day: Day) => boolean, { from, to }: DayRange): Iterable<Day> {
  for (let day = from; day <= to; day += 1) if (isWanted(day)) yield day
}

/** Without repeats, for stretches may overlap where several names are wanted. */
function daysOfStretches(
  stretches: Iterable<Stretch>,
  pick: CalendarRhythm['pick'],
  { from, to }: DayRange,
): Iterable<Day> {
  const found = new Set<Day>()
  for (const stretch of stretches) {
    const first = pick === 'last' ? stretch.until : stretch.from
    const last = pick === 'first' ? stretch.from : stretch.until
    for (let day = Math.max(first, from); day <= Math.min(last, to); day += 1) found.add(day)
  }
  return [...found].toSorted((a, b) => a - b)
}

function namedStretches(names: readonly string[], workingDays: WorkingDays): Stretch[] {
  return names.flatMap((name) => workingDays.stretchesNamed(name))
}

/** The days off on end in which a public holiday lies, weekends that adjoin it included, as far as they touch the range. */
function* holidays(workingDays: WorkingDays, { from, to }: DayRange): Iterable<Stretch> {
  let day = from
  while (day <= to) {
    if (workingDays.isWorking(day)) {
      day += 1
      continue
    }
    const stretch = daysOffAround(day, workingDays)
    if (hasHoliday(stretch, workingDays)) yield stretch
    day = stretch.until + 1
  }
}

function daysOffAround(day: Day, workingDays: WorkingDays): Stretch {
  let [from, until] = [day, day]
  while (from > day - LONGEST_RUN && !workingDays.isWorking(from - 1)) from -= 1
  while (until < day + LONGEST_RUN && !workingDays.isWorking(until + 1)) until += 1
  return { from, until }
}

function hasHoliday({ from, until }: Stretch, workingDays: WorkingDays): boolean {
  for (let day = from; day <= until; day += 1) if (workingDays.isHoliday(day)) return true
  return false
}

/** So many working days later, or earlier; the end of the reach where there are not so many. */
function shifted(day: Day, shift: number, workingDays: WorkingDays): Day {
  const direction = Math.sign(shift)
  let left = Math.abs(shift)
  let at = day
  while (left > 0 && Math.abs(at - day) < LONGEST_SHIFT) {
    at += direction
    if (workingDays.isWorking(at)) left -= 1
  }
  return at
}
