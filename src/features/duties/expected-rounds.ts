import { occurrencesOf, type Occurrence } from '../../domain/schedule/occurrences.ts'
import type { Day } from '../../domain/time/civil.ts'
import { takesTurns } from './awaited.ts'
import { followingRounds } from './expected-following.ts'
import { roundsInTurn } from './expected-in-turn.ts'
import { roundsAfterInterval } from './expected-interval.ts'
import { daysBehind } from './horizon.ts'
import { belongsToOneOf, winsOver } from './precedence.ts'
import type { Planning, Run, RunTarget } from './runs.ts'

export type ExpectedRound = { run: Run; target: RunTarget; occurrence: Occurrence }

export type Days = { from: Day; to: Day }

/**
 * The rounds that the runs of a duty make, planned on these days. A target in two runs belongs to the first listed; of
 * one key and target the run that began later counts.
 */
export function expectedRounds(planning: Planning, days: Days): ExpectedRound[] {
  const { runs } = planning
  return runs.flatMap((run) => {
    const own = roundsOfRun(planning, run, days)
    const rivals = runs.filter((other) => winsOver(other, run, runs))
    if (own.length === 0 || rivals.length === 0) return own
    const reach = Math.max(...[run, ...rivals].map(({ plan }) => daysBehind(plan)))
    const around = { from: days.from - reach, to: days.to + reach }
    const taken = new Set(rivals.flatMap((rival) => roundsOfRun(planning, rival, around).map(identityOf)))
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

function roundsOfRun(planning: Planning, run: Run, days: Days): ExpectedRound[] {
  if (run.plan.rhythm.kind === 'interval') return roundsAfterInterval(planning, run, days)
  if (run.plan.rhythm.kind === 'follow') return followingRounds(planning, run, days)
  return takesTurns(run.plan) ? roundsInTurn(planning, run, days) : roundsOfEach(planning, run, days)
}

function roundsOfEach({ duty, runs, lottery }: Planning, run: Run, { from, to }: Days): ExpectedRound[] {
  const before = runs.slice(0, runs.indexOf(run))
  return run.targets.flatMap((target) => {
    const context = { dutyId: duty.id, targetId: target.id, workingDays: target.workingDays, lottery }
    const { occurrences } = occurrencesOf(run.plan, context, { from, to, limit: Infinity })
    return occurrences
      .filter(({ planned }) => !belongsToOneOf(before, target.id, planned))
      .map((occurrence) => ({ run, target, occurrence }))
  })
}
