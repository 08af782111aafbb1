import type { DutyId, Plan } from './plan.ts'

/** What of a duty's rounds others are planned from: the days they are planned on, or that they were done. */
export type WaitsFor = 'planned' | 'done'

/** After what the planner has to look at a duty again. */
export function dutiesAwaited({ id, plans }: { id: DutyId; plans: readonly Plan[] }) {
  return plans.flatMap(({ rhythm }): { dutyId: DutyId; waitsFor: WaitsFor }[] => {
    if (rhythm.kind === 'interval') return [{ dutyId: id, waitsFor: 'done' }]
    return rhythm.kind === 'follow' ? [{ dutyId: rhythm.duty, waitsFor: rhythm.of }] : []
  })
}

/** Not every target has a round at each occurrence. */
export function takesTurns({ targets }: Pick<Plan, 'targets'>): boolean {
  return !('none' in targets) && targets.coverage !== 'each'
}

/** Its rounds come one after another, or after those of another duty: they cannot be told from the plan alone. */
export function isSuccession({ rhythm }: Pick<Plan, 'rhythm'>): boolean {
  return rhythm.kind === 'interval' || rhythm.kind === 'follow'
}
