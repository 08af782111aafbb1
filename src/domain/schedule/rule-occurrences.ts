import { datedExpander, keyOfDate } from './dated-occurrences.ts'
import type { DayRange, Expander } from './occurrence.ts'
import type { HolidayRule, RuleRhythm } from './plan.ts'
import { datesOf, readSeries } from './rule-series.ts'
import type { Terms } from './terms.ts'

// Leap days on a given weekday are the rarest that recur.
const LOOK_AHEAD = 100 * 366

/** The dates of a rule, moved for holidays, with their windows. */
export function ruleExpander(rhythm: RuleRhythm, holidays: HolidayRule, terms: Terms): Expander {
  const series = readSeries(rhythm, terms.timeZone)

  function* datesIn({ from, to }: DayRange, _: unknown, atOnce: number) {
    for (const date of datesOf(series, from, to, atOnce)) yield { ...date, key: keyOfDate(date) }
  }
  return datedExpander({ datesIn, times: series.times, lookAhead: LOOK_AHEAD }, holidays, terms)
}
