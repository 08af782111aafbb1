import type { Day } from '../time/civil.ts'
import type { WorkingDays } from '../time/working-days.ts'
import { takesTurns } from './awaited.ts'
import { drawsDates } from './draw.ts'
import { type ExpandContext, occurrencesOf, type Occurrence } from './occurrences.ts'
import type { Plan } from './plan.ts'

export type DatesAhead = {
  occurrences: Occurrence[]
  /** the day differs from target to target, is drawn, or is not known before the duty is saved: only the period is certain */
  isDayFree: boolean
}

/** Fifty years: what does not come within them is not worth waiting for. */
const DAYS_LOOKED_AT = 50 * 366

/** What the dates hang on besides the plan, of one target. */
type Own = Pick<ExpandContext, 'validUntil' | 'leading'>

/** The next dates of a checked plan on a day or later; `dutyId` is null where the duty is not saved yet. */
export function datesAhead(
  plan: Omit<Plan, 'id'>,
  {
    dutyId,
    workingDays,
    from,
    limit,
    ...own
  }: { dutyId: string | null; workingDays: WorkingDays; from: Day; limit: number } & Own,
): DatesAhead {
  const context = { dutyId: dutyId ?? '', targetId: null, workingDays, ...own }
  const { occurrences } = occurrencesOf(plan, context, { from, to: from + DAYS_LOOKED_AT, limit })
  // Targets that take turns share one day.
  const isShared = dutyId !== null && ('none' in plan.targets || takesTurns(plan))
  return { occurrences, isDayFree: drawsDates(plan) || (isStaggered(plan) && !isShared) }
}

function isStaggered({ rhythm }: Omit<Plan, 'id'>): boolean {
  return (rhythm.kind === 'quota' || rhythm.kind === 'season') && (rhythm.spread ?? 'stagger') === 'stagger'
}
