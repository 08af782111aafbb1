import { refuseUnchecked } from '../../domain/schedule/checked.ts'
import type { Days, ExpectedRound } from './expected-rounds.ts'
import type { Planning, Run } from './runs.ts'

/** One round for each target: so long after it was last done, or by the end of its certificate. */
export function roundsAfterInterval(_planning: Planning, run: Run, _days: Days): ExpectedRound[] {
  return refuseUnchecked(run.plan.rhythm.kind)
}
