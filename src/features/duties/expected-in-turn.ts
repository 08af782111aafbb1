import { refuseUnchecked } from '../../domain/schedule/checked.ts'
import type { Days, ExpectedRound } from './expected-rounds.ts'
import type { Planning, Run } from './runs.ts'

/** The rounds of a run whose targets take turns or are drawn, planned on these days. */
export function roundsInTurn(_planning: Planning, run: Run, _days: Days): ExpectedRound[] {
  return refuseUnchecked(run.plan.rhythm.kind)
}
