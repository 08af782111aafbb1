import { sureDuration } from '../../domain/schedule/checked.ts'
import type { Occurrence } from '../../domain/schedule/occurrences.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import type { Day } from '../../domain/time/civil.ts'
import { roughDays } from '../../domain/time/duration.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { isSuccession, takesTurns } from '../../domain/schedule/awaited.ts'
import { roundsInTurn } from './expected-in-turn.ts'
import { roundsOfAll } from './expected-of-each.ts'
import { daysBehind } from './horizon.ts'
import { winsOver } from './precedence.ts'
import type { Planning, Run, RunTarget } from './runs.ts'

export type ExpectedRound = {
  run: Run
  target: RunTarget
  occurrence: Occurrence
  /** where it does not follow from the plan and the occurrence alone */
  topic?: string | null
  /** of a round that follows one that is kept from those whom it inspects */
  hiddenUntil?: Instant | null
}

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
    const reach = Math.max(...[run, ...rivals].map(({ plan }) => daysFromKey(plan)))
    const around = { from: days.from - reach, to: days.to + reach }
    const taken = new Set(
      rivals.flatMap((rival) => {
        // What it is counted from may lie years before the day that it is planned on.
        const where = isSuccession(rival.plan) ? { from: -Infinity, to: Infinity } : around
        return roundsOfRun(planning, rival, where).map(identityOf)
      }),
    )
    return own.filter((round) => !taken.has(identityOf(round)))
  })
}

/** How far from the day that its key names a round may be planned. */
function daysFromKey(plan: Plan): number {
  const { rhythm } = plan
  const offset = rhythm.kind === 'follow' ? Math.ceil(roughDays(sureDuration(rhythm.offset))) : 0
  return daysBehind(plan) + offset
}

/** What makes a round of a duty this one and no other. */
export function identityOf({ occurrence, target }: ExpectedRound): string {
  return identity(occurrence.key, target.id)
}

export function identity(key: string, targetId: string | null): string {
  return `${key}|${targetId ?? ''}`
}

function roundsOfRun(planning: Planning, run: Run, days: Days): ExpectedRound[] {
  return takesTurns(run.plan) ? roundsInTurn(planning, run, days) : roundsOfAll(planning, run, days)
}
