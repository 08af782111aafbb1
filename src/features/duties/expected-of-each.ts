import { isSuccession } from '../../domain/schedule/awaited.ts'
import { occurrencesOf } from '../../domain/schedule/occurrences.ts'
import type { Days, ExpectedRound } from './expected-rounds.ts'
import { belongsToOneOf } from './precedence.ts'
import type { Planning, Run } from './runs.ts'
import { successionRounds } from './succession.ts'

/** The rounds of a run that every target has, planned on these days; a target of a run before it has none. */
export function roundsOfAll(planning: Planning, run: Run, days: Days): ExpectedRound[] {
  const { runs } = planning
  const before = runs.slice(0, runs.indexOf(run))
  const rounds = isSuccession(run.plan)
    ? roundsInSuccession(planning, run, days)
    : roundsOfEach(planning, run, days)
  return rounds.filter(({ target, occurrence }) => !belongsToOneOf(before, target.id, occurrence.planned))
}

function roundsInSuccession(planning: Planning, run: Run, { from, to }: Days): ExpectedRound[] {
  return successionRounds(planning, run).filter(
    ({ occurrence: { planned } }) => planned >= from && planned <= to,
  )
}

function roundsOfEach({ duty, lottery }: Planning, run: Run, { from, to }: Days): ExpectedRound[] {
  return run.targets.flatMap((target) => {
    const context = { dutyId: duty.id, targetId: target.id, workingDays: target.workingDays, lottery }
    const { occurrences } = occurrencesOf(run.plan, context, { from, to, limit: Infinity })
    return occurrences.map((occurrence) => ({ run, target, occurrence }))
  })
}
