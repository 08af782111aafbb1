import { refuseUnchecked } from '../../domain/schedule/checked.ts'
import type { Days, ExpectedRound } from './expected-rounds.ts'
import type { Planning, Run } from './runs.ts'

/** A round for each of another duty's, so long after it. */
export function followingRounds(_planning: Planning, run: Run, _days: Days): ExpectedRound[] {
  return refuseUnchecked(run.plan.rhythm.kind)
}
