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
  if (other === run || keysOf(other.plan.rhythm) !== keysOf(run.plan.rhythm)) return false
  return other.from > run.from || (other.from === run.from && runs.indexOf(other) < runs.indexOf(run))
}

/** The one ends before the other begins. */
export function isInSuccession(a: Run, b: Run): boolean {
  return a.until < b.from || b.until < a.from
}

/** Rhythms of different kinds never give the same key. */
function keysOf(rhythm: Rhythm): string {
  return rhythm.kind === 'quota' ? rhythm.period : rhythm.kind
}
