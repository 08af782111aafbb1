import { addMonths, type Day } from '../time/civil.ts'
import type { Duration } from '../time/duration.ts'
import type { WorkingDays } from '../time/working-days.ts'
import { allDayOccurrence, type KeyedDate } from './all-day-occurrence.ts'
import { sureDuration } from './checked.ts'
import { keyOfDate } from './dated-occurrences.ts'
import { LONGEST_MOVE, movedForHolidays } from './holidays.ts'
import type { Expander } from './occurrence.ts'
import type { HolidayRule, IntervalRhythm } from './plan.ts'
import type { Terms } from './terms.ts'

/**
 * A round that nobody has anything left to do about. `countsOn`: when it was done, of one that was let off its planned day;
 * null: nothing is counted from it.
 */
export type EndedRound = { key: string; countsOn: Day | null }

/**
 * The one round that a target has next, after those that have ended there; null: none within the plan. What was due
 * before the plan begins is due on its first day.
 */
export function nextAfterInterval(
  rhythm: IntervalRhythm,
  { from, until }: Pick<Terms, 'from' | 'until'>,
  target: { ended: readonly EndedRound[]; validUntil: Day | null },
): KeyedDate | null {
  const next =
    rhythm.from === 'done'
      ? afterLastDone(rhythm, from, target.ended)
      : nextCertificateEnd(rhythm, target.validUntil, target.ended)
  if (next === null) return null
  const date = Math.max(next.date, from)
  return date > until ? null : { key: next.key, date }
}

/** Counted from the last one, or from where the plan begins. */
function afterLastDone({ every }: IntervalRhythm, from: Day, ended: readonly EndedRound[]): KeyedDate {
  const counted = lastDayOf(ended) ?? from
  const taken = new Set(ended.map(({ key }) => key))
  // Done again on the day it was counted from: that key is another round's.
  let number = 1
  while (taken.has(numbered(keyOf(counted), number))) number += 1
  return { key: numbered(keyOf(counted), number), date: daysLater(counted, sureDuration(every)) }
}

function numbered(key: string, number: number): string {
  return number === 1 ? key : `${key}/${number}`
}

const isDate = /^\d{8}$/

/** That of the certificate or, where it was seen to and no new one was entered, of those that must have followed. */
function nextCertificateEnd(
  { every }: IntervalRhythm,
  validUntil: Day | null,
  ended: readonly EndedRound[],
): KeyedDate | null {
  if (validUntil === null) return null
  const endAfter = (times: number) => certificateEnd(validUntil, every, times)
  const taken = new Set(ended.map(({ key }) => key))
  const lastKey =
    [...taken]
      .filter((key) => isDate.test(key))
      .toSorted()
      .at(-1) ?? ''
  // The last one that was seen to stands for those before it, which may be forgotten by now.
  let next = 0
  for (let times = 0; keyOf(endAfter(times)) <= lastKey; times += 1) {
    if (taken.has(keyOf(endAfter(times)))) next = times + 1
  }
  while (next > 0 && endAfter(next) <= (lastDayOf(ended) ?? -Infinity)) next += 1
  return { key: keyOf(endAfter(next)), date: endAfter(next) }
}

/** As if each round were done on the day it is planned, and each certificate renewed for as long again. */
export function intervalExpander(rhythm: IntervalRhythm, holidays: HolidayRule, terms: Terms): Expander {
  return function* series({ workingDays, validUntil = null }, range) {
    const moved = (date: Day) => movedForDaysOff(date, holidays, workingDays)
    for (const next of keyedDates(rhythm, terms, moved, validUntil)) {
      if (next.date > Math.min(terms.until, range.to + LONGEST_MOVE)) return
      if (next.date >= range.from - LONGEST_MOVE) yield allDayOccurrence(next, moved(next.date), terms)
    }
  }
}

function* keyedDates(
  { every, from: countsFrom }: IntervalRhythm,
  { from }: Terms,
  moved: (date: Day) => Day,
  validUntil: Day | null,
): Iterable<KeyedDate> {
  if (countsFrom === 'done') {
    for (let counted = from; ;) {
      const date = daysLater(counted, sureDuration(every))
      yield { key: keyOf(counted), date }
      counted = Math.max(moved(date), counted + 1)
    }
  }
  if (validUntil === null) return
  let last = from - 1
  for (let times = 0; ; times += 1) {
    const end = certificateEnd(validUntil, every, times)
    const date = Math.max(end, from)
    if (date > last) yield { key: keyOf(end), date }
    last = Math.max(last, date)
  }
}

/** Never dropped: without it no other would follow. */
export function movedForDaysOff(date: Day, holidays: HolidayRule, workingDays: WorkingDays): Day {
  return movedForHolidays(date, holidays, workingDays) ?? date
}

/** Counted from the first, so that the 31st stays the 31st. */
function certificateEnd(validUntil: Day, every: string, times: number): Day {
  const { months, days } = sureDuration(every)
  return daysLater(validUntil, { months: months * times, days: days * times })
}

/** Months and days on the calendar. */
export function daysLater(day: Day, { months, days }: Pick<Duration, 'months' | 'days'>): Day {
  return addMonths(day, months) + days
}

function lastDayOf(ended: readonly EndedRound[]): Day | null {
  const last = ended.reduce((day, { countsOn }) => Math.max(day, countsOn ?? -Infinity), -Infinity)
  return last === -Infinity ? null : last
}

function keyOf(day: Day): string {
  return keyOfDate({ day, second: null })
}
