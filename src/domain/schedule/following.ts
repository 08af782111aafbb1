import type { Day } from '../time/civil.ts'
import type { Instant } from '../time/zone.ts'
import type { WorkingDays } from '../time/working-days.ts'
import { allDayOccurrence } from './all-day-occurrence.ts'
import { sureDuration } from './checked.ts'
import { movedForHolidays } from './holidays.ts'
import { daysLater } from './interval.ts'
import type { Expander, Occurrence } from './occurrence.ts'
import type { FollowRhythm, HolidayRule } from './plan.ts'
import type { Terms } from './terms.ts'
import { allDayWindow } from './window.ts'

/** A round that another one follows; `notBefore`: a completion that was entered late calls for nothing in the past. */
export type LeadingRound = { key: string; countsFrom: Day; notBefore?: Day }

type Following = { key: string; date: Day; planned: Day }

/** One for each leading round of a target, so long after it, in order of planned day and key. */
export function followingOccurrences(
  { offset }: FollowRhythm,
  holidays: HolidayRule,
  terms: Terms,
  { leading, workingDays }: { leading: readonly LeadingRound[]; workingDays: WorkingDays },
): Occurrence[] {
  const later = sureDuration(offset)
  const dates = leading
    .flatMap(({ key, countsFrom, notBefore = countsFrom }): Following[] => {
      const date = Math.max(daysLater(countsFrom, later), notBefore)
      const planned = isWithin(date, terms) ? movedForHolidays(date, holidays, workingDays) : null
      return planned === null ? [] : [{ key, date, planned }]
    })
    .toSorted((a, b) => a.planned - b.planned || (a.key < b.key ? -1 : 1))
  return dates.map((own, index) =>
    allDayOccurrence(own, own.planned, terms, opening(dates[index + 1], terms)),
  )
}

function isWithin(date: Day, { from, until }: Terms): boolean {
  return date >= from && date <= until
}

function opening(next: Following | undefined, terms: Terms): Instant | null {
  return next === undefined ? null : allDayWindow(next.planned, terms).opensAt
}

/** What follows the rounds that the context gives. */
export function followExpander(rhythm: FollowRhythm, holidays: HolidayRule, terms: Terms): Expander {
  return ({ leading = [], workingDays }) =>
    followingOccurrences(rhythm, holidays, terms, { leading, workingDays })
}
