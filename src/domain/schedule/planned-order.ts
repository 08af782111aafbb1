import type { Day } from '../time/civil.ts'
import type { Occurrence } from './occurrence.ts'

/** Occurrences of one period, none planned before `firstDay`. */
export type Group = { firstDay: Day; occurrences: readonly Occurrence[] }

/** Merges groups that come in order of `firstDay` but may overlap: by planned date, then key. */
export function* inPlannedOrder(groups: Iterable<Group>): Iterable<Occurrence> {
  const waiting = new Map<Day, Occurrence[]>()
  for (const { firstDay, occurrences } of groups) {
    yield* takeBefore(firstDay, waiting)
    for (const occurrence of occurrences) {
      const ofDay = waiting.get(occurrence.planned)
      if (ofDay === undefined) waiting.set(occurrence.planned, [occurrence])
      else ofDay.push(occurrence)
    }
  }
  yield* takeBefore(Infinity, waiting)
}

function* takeBefore(end: Day, waiting: Map<Day, Occurrence[]>): Iterable<Occurrence> {
  const days = [...waiting.keys()].filter((day) => day < end).toSorted((a, b) => a - b)
  for (const day of days) {
    const ofDay = waiting.get(day) ?? []
    waiting.delete(day)
    yield* ofDay.length === 1 ? ofDay : ofDay.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  }
}
