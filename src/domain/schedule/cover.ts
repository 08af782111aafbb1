import type { Day } from '../time/civil.ts'
import { periodsOf, type CalendarPeriod, type Periods } from './period.ts'
import type { CoverWithin } from './plan.ts'

/** What a period asks of an occurrence in it. */
export type Cover = {
  /** the period's days: who has a turn on one of them has had one in the period */
  since: Day
  until: Day
  /** the occurrences that are left in the period, this one included, but for those that somebody keeps */
  left: number
  /** of a period that is cut to less than half: the occurrences of a whole one; null: the period is to be covered */
  pace: number | null
}

type Days = { from: Day; until: Day }

export function periodsOfCover(within: CoverWithin): Periods {
  return periodsOf({ kind: 'quota', period: within, min: 1, max: null })
}

/** The days whose occurrences have to be known to say what is asked of those on `days`. */
export function daysToCount(days: Days, within: CoverWithin, validity: Days): Days {
  const periods = periodsOfCover(within)
  const [first, last] = [periods.indexOf(days.from), periods.indexOf(days.until)]
  return {
    from: periods.at(isCutShort(periods.at(last), validity) ? first - 1 : first).first,
    until: periods.at(isCutShort(periods.at(first), validity) ? last + 1 : last).last,
  }
}

/**
 * What the calendar's periods ask of the occurrences on each of these days, which come in order. A period of which less than half
 * lies within the validity demands nothing, and keeps the pace of the whole one beside it.
 */
export function coversOf(days: readonly Day[], within: CoverWithin, validity: Days): Cover[] {
  const periods = periodsOfCover(within)
  const indexes = days.map((day) => periods.indexOf(day))
  const counts = new Map<number, number>()
  for (const index of indexes) counts.set(index, (counts.get(index) ?? 0) + 1)

  const left = new Map(counts)
  return indexes.map((index) => {
    const period = periods.at(index)
    const remaining = left.get(index) ?? 1
    left.set(index, remaining - 1)
    const whole = counts.get(index + 1) ?? counts.get(index - 1) ?? null
    const pace = isCutShort(period, validity) ? whole : null
    return { since: period.first, until: period.last, left: remaining, pace }
  })
}

/**
 * From when on the periods demand anything of a plan that holds from `from`: from its first turn, if others of that period came
 * before and were nobody's. `datesIn` tells the dates of its occurrences.
 */
export function demandingFrom(
  { firstTurn, from }: { firstTurn: Day; from: Day },
  within: CoverWithin,
  datesIn: (days: Days) => readonly Day[],
): Day {
  if (firstTurn <= from || firstTurn === Infinity) return from
  const periods = periodsOfCover(within)
  const since = Math.max(from, periods.at(periods.indexOf(firstTurn)).first)
  const days = { from: since, until: firstTurn - 1 }
  return datesIn(days).some((date) => date >= days.from && date <= days.until) ? firstTurn : since
}

export function isCutShort({ first, last }: CalendarPeriod, { from, until }: Days): boolean {
  const held = Math.min(last, until) - Math.max(first, from) + 1
  return held * 2 < last - first + 1
}
