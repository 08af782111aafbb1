import { parseRule } from '../recurrence/rule.ts'
import { expandSeries, type SeriesInput, type LocalMoment } from '../recurrence/series.ts'
import type { Day } from '../time/civil.ts'
import type { RuleRhythm } from './plan.ts'
import { refuseUnchecked, sureDate, sureTime } from './checked.ts'

// Reading a rule costs more than a year of its dates; rhythms are values and never change.
const known = new WeakMap<RuleRhythm, SeriesInput>()

/** The series of dates that a rule yields; throws on a rhythm that `checkPlan` refuses. */
export function readSeries(rhythm: RuleRhythm, timeZone: string): SeriesInput {
  let series = known.get(rhythm)
  if (series?.timeZone !== timeZone) {
    series = makeSeries(rhythm, timeZone)
    known.set(rhythm, series)
  }
  return series
}

function makeSeries(rhythm: RuleRhythm, timeZone: string): SeriesInput {
  const parsed = parseRule(rhythm.rrule, sureDate(rhythm.start), timeZone)
  if (!parsed.ok) refuseUnchecked(rhythm.rrule)
  return {
    rule: parsed.rule,
    times: [...new Set(rhythm.times ?? [])].map(sureTime).toSorted((a, b) => a - b),
    rdates: (rhythm.rdates ?? []).map(readLocal),
    exdates: (rhythm.exdates ?? []).map(readLocal),
    timeZone,
  }
}

/** The dates in from..to, lazily, so many expanded at once. */
export function* datesOf(series: SeriesInput, from: Day, to: Day, atOnce: number): Iterable<LocalMoment> {
  let start = from
  let seenOnStart = 0
  while (start <= to) {
    const dates = expandSeries(series, start, to, atOnce + seenOnStart)
    yield* dates.slice(seenOnStart)
    const last = dates.at(-1)
    if (last === undefined || dates.length < atOnce + seenOnStart) return
    start = last.day
    seenOnStart = dates.filter((date) => date.day === start).length
  }
}

function readLocal(text: string): LocalMoment {
  const [date = '', time] = text.split('T')
  return { day: sureDate(date), second: time === undefined ? null : sureTime(time) }
}
