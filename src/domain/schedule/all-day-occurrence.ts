import type { Day } from '../time/civil.ts'
import type { Instant } from '../time/zone.ts'
import type { Occurrence } from './occurrence.ts'
import type { Terms } from './terms.ts'
import { allDayWindow, missTime } from './window.ts'

/** A round's key and, before a move for a day off, its day. */
export type KeyedDate = { key: string; date: Day }

/** `nextOpensAt`: when the next one opens, if any does. */
export function allDayOccurrence(
  { key, date }: KeyedDate,
  planned: Day,
  terms: Terms,
  nextOpensAt: Instant | null = null,
): Occurrence {
  const window = allDayWindow(planned, terms)
  return { key, date, planned, ...window, missesAt: missTime(window.dueAt, nextOpensAt, terms) }
}
