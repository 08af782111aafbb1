import { followingRounds } from './expected-following.ts'
import { roundsAfterInterval } from './expected-interval.ts'
import type { ExpectedRound } from './expected-rounds.ts'
import type { Planning, Run } from './runs.ts'

// A step asks for several stretches of days: what comes one after another is worked out once for all of them.
const known = new WeakMap<Run, ExpectedRound[]>()

/** All rounds of a run that come after one another, or after those of another duty, whatever their day. */
export function successionRounds(planning: Planning, run: Run): ExpectedRound[] {
  const rounds =
    known.get(run) ??
    (run.plan.rhythm.kind === 'interval'
      ? roundsAfterInterval(planning, run)
      : followingRounds(planning, run))
  known.set(run, rounds)
  return rounds
}
