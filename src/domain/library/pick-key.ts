import type { Pick } from '../schedule/plan.ts'
import type { LibraryDuty } from './pack.ts'

/** The picks of units in these duties, each once, by their keys: a planner may name the units of a key one by one. */
export function unitPicksOf(duties: readonly LibraryDuty[]): Map<string, Pick> {
  const picks = duties.flatMap(({ plans }) =>
    plans.flatMap(({ targets }) => ('none' in targets ? [] : (targets.units ?? []))),
  )
  return new Map(picks.map((pick) => [pickKey(pick), pick]))
}

/** `clinical`, `clinical+ward`, `clinical-high-risk` (all clinical ones but those of high risk). */
export function pickKey({ tags = [], exceptTags = [] }: Pick): string {
  return [tags.toSorted().join('+'), ...exceptTags.toSorted()].join('-')
}
