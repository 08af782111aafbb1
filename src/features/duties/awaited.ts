import type { Plan } from '../../domain/schedule/plan.ts'
import type { Duty } from './queries.ts'

/** The duties whose rounds the duty's rounds are planned from: those that had their turn, were done or are followed. */
export function dutiesLookedBackTo({ id, plans }: Pick<Duty, 'id' | 'plans'>): string[] {
  return [...new Set(plans.flatMap((plan) => [...awaitedBy(id, plan), ...(takesTurns(plan) ? [id] : [])]))]
}

/** The duties after whose rounds are planned, done or moved the planner has to look at this duty again. */
export function dutiesAwaited({ id, plans }: Pick<Duty, 'id' | 'plans'>): string[] {
  return [...new Set(plans.flatMap((plan) => awaitedBy(id, plan)))]
}

/** Not every target has a round at each occurrence. */
export function takesTurns({ targets }: Plan): boolean {
  return !('none' in targets) && targets.coverage !== 'each'
}

function awaitedBy(dutyId: string, { rhythm }: Plan): string[] {
  if (rhythm.kind === 'interval') return [dutyId]
  return rhythm.kind === 'follow' ? [rhythm.duty] : []
}
