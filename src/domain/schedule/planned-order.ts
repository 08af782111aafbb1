import type { Day } from '../time/civil.ts'
import type { Occurrence } from './occurrence.ts'

/** Occurrences of one period, none planned before `firstDay`. */
export type Group = { firstDay: Day; occurrences: Occurrence[] }

/** Merges groups that come in order of `firstDay` but may overlap. */
export function* inPlannedOrder(groups: Iterable<Group>): Iterable<Occurrence> {
  let waiting: Occurrence[] = []
  for (const group of groups) {
    const firstLater = waiting.findIndex((occurrence) => occurrence.planned >= group.firstDay)
    const ready = firstLater === -1 ? waiting.length : firstLater
    yield* waiting.slice(0, ready)
    waiting = [...waiting.slice(ready), ...group.occurrences].toSorted(byPlannedThenKey)
  }
  yield* waiting
}

function byPlannedThenKey(a: Occurrence, b: Occurrence): number {
  if (a.planned !== b.planned) return a.planned - b.planned
  return a.key < b.key ? -1 : 1
}
