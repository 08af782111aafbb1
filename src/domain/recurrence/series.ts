import type { Day } from '../time/civil.ts'
import { toInstant } from '../time/zone.ts'
import { expandRule } from './expand.ts'
import type { Rule } from './rule.ts'

/** A day, or a second of that day on the wall clock. */
export type LocalMoment = { day: Day; second: number | null }

export type SeriesInput = {
  rule: Rule
  /** Seconds of the day; empty for all-day occurrences. */
  times: readonly number[]
  rdates: readonly LocalMoment[]
  exdates: readonly LocalMoment[]
  timeZone: string
}

/**
 * The occurrences in from…to (inclusive), in order of the wall clock, at most `limit`: the rule's days at each of the
 * times, and the rdates (COUNT and UNTIL do not bind them), less the exdates. A bare date among the rdates stands for
 * all times of its day, one among the exdates takes away whatever lies on its day.
 */
export function expandSeries(series: SeriesInput, from: Day, to: Day, limit: number): LocalMoment[] {
  const times = series.times.length === 0 ? [null] : [...new Set(series.times)].toSorted((a, b) => a - b)
  const found = new Map<string, LocalMoment>()
  const isExcluded = exclusionOf(series.exdates)
  const add = (moment: LocalMoment): void => {
    if (!isExcluded(moment)) found.set(keyOf(moment), moment)
  }
  for (const moment of addedMoments(series.rdates, times)) {
    if (moment.day >= from && moment.day <= to) add(moment)
  }
  // Each exdate takes away at most one day of the rule.
  const enough = limit + series.exdates.length
  for (const day of expandRule(series.rule, from, to, enough)) {
    for (const second of times) if (isBeforeEnd(series, day, second)) add({ day, second })
  }
  return [...found.values()].toSorted(compareMoments).slice(0, Math.max(0, limit))
}

function exclusionOf(exdates: readonly LocalMoment[]): (moment: LocalMoment) => boolean {
  const moments = new Set(exdates.filter(({ second }) => second !== null).map(keyOf))
  const days = new Set(exdates.filter(({ second }) => second === null).map(({ day }) => day))
  return (moment) => days.has(moment.day) || moments.has(keyOf(moment))
}

function addedMoments(rdates: readonly LocalMoment[], times: readonly (number | null)[]): LocalMoment[] {
  return rdates.flatMap(({ day, second }) =>
    second === null ? times.map((time) => ({ day, second: time })) : [{ day, second }],
  )
}

function isBeforeEnd({ rule, timeZone }: SeriesInput, day: Day, second: number | null): boolean {
  const end = rule.until?.instant ?? null
  return end === null || second === null || toInstant(day, second, timeZone) <= end
}

function keyOf({ day, second }: LocalMoment): string {
  return `${day}/${second}`
}

function compareMoments(a: LocalMoment, b: LocalMoment): number {
  return a.day - b.day || (a.second ?? -1) - (b.second ?? -1)
}
