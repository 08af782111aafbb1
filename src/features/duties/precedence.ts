import type { Rhythm } from '../../domain/schedule/plan.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Run } from './runs.ts'

/** Whether the target is one of an earlier run's on that day. */
export function belongsToOneOf(runs: readonly Run[], targetId: string | null, on: Day): boolean {
  if (targetId === null) return false
  return runs.some(
    ({ targets, from, until }) => on >= from && on <= until && targets.some(({ id }) => id === targetId),
  )
}

/** Of rounds of the same key and target the other run's counts. */
export function winsOver(other: Run, run: Run, runs: readonly Run[]): boolean {
  if (other === run || !mayShareKeys(other.plan.rhythm, run.plan.rhythm)) return false
  return other.from > run.from || (other.from === run.from && runs.indexOf(other) < runs.indexOf(run))
}

/** The one ends before the other begins. */
export function isInSuccession(a: Run, b: Run): boolean {
  return a.until < b.from || b.until < a.from
}

/** Whether both may give the same key. What follows another duty has that one's. */
function mayShareKeys(a: Rhythm, b: Rhythm): boolean {
  return a.kind === 'follow' || b.kind === 'follow' || keysOf(a) === keysOf(b)
}

function keysOf(rhythm: Rhythm): string {
  if (rhythm.kind === 'quota') return rhythm.period
  return rhythm.kind === 'season' ? 'season' : 'date'
}
