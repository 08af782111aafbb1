import { occurrencesOf, type Occurrence } from '../../domain/schedule/occurrences.ts'
import type { Rhythm } from '../../domain/schedule/plan.ts'
import { weekendsOff } from '../../domain/time/working-days.ts'
import type { Day } from '../../domain/time/civil.ts'
import { daysBehind } from './horizon.ts'
import type { Run, RunTarget } from './runs.ts'

export type ExpectedRound = { run: Run; target: RunTarget; occurrence: Occurrence }

export type Days = { from: Day; to: Day }

/**
 * The rounds that the runs of a duty make, planned on these days. A target in two runs belongs to the first listed; of
 * one key and target the run that began later counts.
 */
export function expectedRounds(dutyId: string, runs: readonly Run[], days: Days): ExpectedRound[] {
  return runs.flatMap((run) => {
    const own = roundsOfRun(dutyId, run, runs, days)
    const rivals = runs.filter((other) => winsOver(other, run, runs))
    if (own.length === 0 || rivals.length === 0) return own
    const reach = Math.max(...[run, ...rivals].map(({ plan }) => daysBehind(plan)))
    const around = { from: days.from - reach, to: days.to + reach }
    const taken = new Set(rivals.flatMap((rival) => roundsOfRun(dutyId, rival, runs, around).map(identityOf)))
    return own.filter((round) => !taken.has(identityOf(round)))
  })
}

/** What makes a round of a duty this one and no other. */
export function identityOf({ occurrence, target }: ExpectedRound): string {
  return identity(occurrence.key, target.id)
}

export function identity(key: string, targetId: string | null): string {
  return `${key}|${targetId ?? ''}`
}

function roundsOfRun(dutyId: string, run: Run, runs: readonly Run[], { from, to }: Days): ExpectedRound[] {
  const before = runs.slice(0, runs.indexOf(run))
  return run.targets.flatMap((target) => {
    const context = { dutyId, targetId: target.id, workingDays: weekendsOff }
    const { occurrences } = occurrencesOf(run.plan, context, { from, to, limit: Infinity })
    const others = target.id === null ? [] : before.filter(({ targets }) => hasTarget(targets, target.id))
    return occurrences
      .filter(({ planned }) => !others.some((other) => planned >= other.from && planned <= other.until))
      .map((occurrence) => ({ run, target, occurrence }))
  })
}

function hasTarget(targets: readonly RunTarget[], id: string | null): boolean {
  return targets.some((target) => target.id === id)
}

function winsOver(other: Run, run: Run, runs: readonly Run[]): boolean {
  if (other === run || keysOf(other.plan.rhythm) !== keysOf(run.plan.rhythm)) return false
  return other.from > run.from || (other.from === run.from && runs.indexOf(other) < runs.indexOf(run))
}

/** Rhythms of different kinds never give the same key. */
function keysOf(rhythm: Rhythm): string {
  return rhythm.kind === 'quota' ? rhythm.period : rhythm.kind
}
