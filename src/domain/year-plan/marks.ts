import type { Counts, Mark } from './lines.ts'

/** In the order of a year that goes well: what is done stands before what is to come. */
export const marks: readonly Mark[] = [
  'done',
  'late',
  'made-up',
  'excused',
  'missed',
  'overdue',
  'open',
  'planned',
  'forecast',
]

/** What asks for attention most comes first; it stands for a cell of many. */
const gravest: readonly Mark[] = [
  'missed',
  'overdue',
  'open',
  'planned',
  'forecast',
  'made-up',
  'late',
  'done',
  'excused',
]

/** More than so many signs are not told apart at a glance. */
const mostSigns = 4

export type Shown =
  | { kind: 'empty' }
  | { kind: 'signs'; marks: Mark[] }
  /** so many of so many; the excused are owed by nobody */
  | { kind: 'count'; mark: Mark; done: number; total: number }

/** A sign for each round where they are few, else how many of how many and the sign of the gravest. */
export function shownOf(counts: Counts, { perTarget }: { perTarget: boolean }): Shown {
  const total = totalOf(counts)
  if (total === 0) return { kind: 'empty' }
  if (total > 1 && (perTarget || total > mostSigns)) {
    return { kind: 'count', mark: gravestIn(counts), ...progressOf(counts) }
  }
  const signs = marks.flatMap((mark) => Array.from({ length: counts[mark] ?? 0 }, () => mark))
  return { kind: 'signs', marks: signs }
}

/** What of a cell asks for attention first. */
export function gravestIn(counts: Counts): Mark {
  return gravest.find((one) => (counts[one] ?? 0) > 0) ?? 'done'
}

export function progressOf(counts: Counts): { done: number; total: number } {
  const { done = 0, late = 0, excused = 0 } = counts
  return { done: done + late + (counts['made-up'] ?? 0), total: totalOf(counts) - excused }
}

export function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
