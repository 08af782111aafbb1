import { addMonths, type Day } from '../time/civil.ts'
import { addDuration, type Duration, subtractDuration } from '../time/duration.ts'
import { dayAt, type Instant, startOfDay, toInstant } from '../time/zone.ts'
import type { Terms } from './terms.ts'

export type RoundWindow = { startsAt: Instant | null; opensAt: Instant; dueAt: Instant }

/** The window of a rule's all-day round. */
export function allDayWindow(planned: Day, terms: Terms): RoundWindow {
  return {
    startsAt: null,
    opensAt: earlier(startOfDay(planned, terms.timeZone), terms.openBefore, terms.timeZone),
    dueAt: later(startOfDay(planned + 1, terms.timeZone), terms.dueAfter, terms.timeZone),
  }
}

/** The window of a rule's round at `second` of the planned day; `times` are all times of the rule, ascending. */
export function timedWindow(
  planned: Day,
  second: number,
  times: readonly number[],
  terms: Terms,
): RoundWindow {
  const { timeZone, openBefore, dueAfter } = terms
  const isOneOfSeveral = times.length > 1
  const startsAt = toInstant(planned, second, timeZone)
  const opensByDefault = () => (isOneOfSeveral ? startsAt : startOfDay(planned, timeZone))
  const dueByDefault = () =>
    isOneOfSeveral ? nextTime(planned, startsAt, times, timeZone) : startOfDay(planned + 1, timeZone)
  return {
    startsAt,
    opensAt: openBefore === null ? opensByDefault() : earlier(startsAt, openBefore, timeZone),
    dueAt: dueAfter === null ? dueByDefault() : later(startsAt, dueAfter, timeZone),
  }
}

/** The first of the times, of that day or the next, after an instant; a spring gap can make two times the same. */
function nextTime(day: Day, after: Instant, times: readonly number[], timeZone: string): Instant {
  for (const second of times) {
    const instant = toInstant(day, second, timeZone)
    if (instant > after) return instant
  }
  return toInstant(day + 1, times[0] ?? 0, timeZone)
}

/** When a round that is due then counts as missed; null: never. `nextOpensAt`: when the next round opens, if any does. */
export function missTime(dueAt: Instant, nextOpensAt: Instant | null, terms: Terms): Instant | null {
  switch (terms.missAfter) {
    case 'never':
      return null
    case 'next':
      return nextOpensAt === null ? null : Math.max(dueAt, nextOpensAt)
    default:
      return later(dueAt, terms.missAfter, terms.timeZone)
  }
}

/** As `addDuration`, but the start of a day stays one where a clock change skips midnight. null adds nothing. */
export function later(instant: Instant, duration: Duration | null, timeZone: string): Instant {
  if (duration === null) return instant
  const day = dayAt(instant, timeZone)
  if (instant !== startOfDay(day, timeZone)) return addDuration(instant, duration, timeZone)
  return startOfDay(addMonths(day, duration.months) + duration.days, timeZone) + duration.milliseconds
}

/** As `subtractDuration`, but the start of a day stays one where a clock change skips midnight. */
export function earlier(instant: Instant, duration: Duration | null, timeZone: string): Instant {
  if (duration === null) return instant
  const day = dayAt(instant, timeZone)
  if (instant !== startOfDay(day, timeZone)) return subtractDuration(instant, duration, timeZone)
  return startOfDay(addMonths(day, -duration.months) - duration.days, timeZone) - duration.milliseconds
}
