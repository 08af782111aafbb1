import { monthRuns } from '../schedule/months.ts'
import { MONTHS_IN } from '../schedule/period.ts'
import type { QuotaRhythm, Rhythm, SeasonRhythm } from '../schedule/plan.ts'

/** Months of one year, 1 to 12, both included. */
export type Span = { first: number; last: number }

/** In the order in which the lines of a duty stand: what falls in a month, in two, in a quarter … */
export const lineKinds = ['month', 'bimonth', 'quarter', 'halfyear', 'year', 'season'] as const
export type LineKind = (typeof lineKinds)[number]

export type Place = { kind: LineKind; span: Span }

/** Where a round stands in time. */
export type Placed = {
  /** of a quota's or a season's round, of a month or longer: `2026-M07`, `2026-Q3`, `2026`; else null */
  period: string | null
  plannedIn: { year: number; month: number }
}

type Period = { year: number; number: number }

/**
 * Where a round stands in the sheet of a year; null: in another year's. What may be done on any day of its period stands over
 * the whole period, whichever day it was planned on: a report on December that is due in January is December's. What
 * names its day stands in the month of that day.
 */
export function placeOf(rhythm: Rhythm | null, { period, plannedIn }: Placed, year: number): Place | null {
  const counted = period === null ? null : periodOf(period)
  if (counted === null || rhythm === null || (rhythm.kind !== 'quota' && rhythm.kind !== 'season')) {
    return plannedIn.year === year ? { kind: 'month', span: monthSpan(plannedIn.month) } : null
  }
  if (counted.year !== year) return null
  return rhythm.kind === 'quota' ? placeInQuota(rhythm, counted) : placeInSeason(rhythm, counted)
}

export function monthSpan(month: number): Span {
  return { first: month, last: month }
}

export function overlap(a: Span, b: Span): boolean {
  return a.first <= b.last && b.first <= a.last
}

function placeInQuota({ period, months }: QuotaRhythm, { number }: Period): Place | null {
  if (period === 'day' || period === 'week') return null
  const length = MONTHS_IN[period]
  const first = (number - 1) * length + 1
  const counting = monthsOf({ first, last: first + length - 1 }).filter(
    (month) => months?.includes(month) ?? true,
  )
  const [from, to] = [counting[0], counting.at(-1)]
  return from === undefined || to === undefined ? null : { kind: period, span: { first: from, last: to } }
}

/** A season that crosses New Year stands in the year it begins in. */
function placeInSeason({ months }: SeasonRhythm, { number }: Period): Place | null {
  const run = monthRuns(months)[number - 1]
  if (run === undefined) return null
  return { kind: 'season', span: { first: run.first, last: Math.min(12, run.first + run.count - 1) } }
}

export function monthsOf({ first, last }: Span): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** `2026-M07`, `2026-S1`, `2026`; null for anything else. */
function periodOf(text: string): Period | null {
  const match = /^(\d{4})(?:-[MBQHS](\d+))?$/.exec(text)
  if (match === null) return null
  return { year: Number(match[1]), number: Number(match[2] ?? 1) }
}
