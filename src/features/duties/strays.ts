import { LAST_DAY } from '../../domain/schedule/checked.ts'
import { startOfDay, type Instant } from '../../domain/time/zone.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Store } from '../../platform/store.ts'
import { isSuccession } from '../../domain/schedule/awaited.ts'
import type { Days } from './expected-rounds.ts'
import { misfitRounds, pairOf, untouchedRoundsIn } from './queries-planned.ts'
import { isReplaced, type Planning } from './runs.ts'

/** A round that has no place any more; `plannedOn` is null where it is taken back whatever its day. */
export type Stray = { id: string; dutyId: string; plannedOn: Day | null }

/** A duty as a step plans it: these days, with the rounds that they should hold. */
type Draft = {
  planning: Planning
  days: Days
  /** the last day that is planned */
  end: Day
  rounds: readonly { values: { id: string } }[]
}

export async function findStrays(store: Store, drafts: readonly Draft[], now: Instant): Promise<Stray[]> {
  return [...(await misfits(store, drafts, now)), ...(await outOfPlace(store, drafts))]
}

/** Of duties that are planned anew: what was planned for a plan and target that do not belong together any more. */
async function misfits(store: Store, drafts: readonly Draft[], now: Instant): Promise<Stray[]> {
  const anew = drafts.filter(({ planning }) => planning.duty.plannedUntilOn === null)
  if (anew.length === 0) return []
  const found = await misfitRounds(store, {
    duties: anew.map(({ planning }) => planning.duty.id),
    known: anew.flatMap(({ planning }) =>
      planning.runs.flatMap(({ plan, targets }) => targets.map(({ id }) => pairOf(plan.id, id))),
    ),
    now,
  })
  return found.map((misfit) => ({ ...misfit, plannedOn: null }))
}

/** What these days hold and should not: a turn that is another's now, a day that is none any more. */
async function outOfPlace(store: Store, drafts: readonly Draft[]): Promise<Stray[]> {
  const expected = new Set(drafts.flatMap(({ rounds }) => rounds.map(({ values }) => values.id)))
  const draftsOf = new Map(drafts.map((draft) => [draft.planning.duty.id, draft]))
  const untouched = await untouchedRoundsIn(
    store,
    drafts.map(({ planning, days, end }) => ({
      dutyId: planning.duty.id,
      from: days.from,
      to: days.to >= end && comesAfterOthers(planning) ? LAST_DAY : days.to,
      // Nothing is due before the day begins on which it is planned.
      dueAfter: Math.max(planning.now, startOfDay(days.from, planning.timeZone)),
    })),
  )
  return untouched.flatMap(({ id, dutyId, planId, plannedOn }): Stray[] => {
    const draft = draftsOf.get(dutyId)
    if (draft === undefined || expected.has(id)) return []
    const { duty } = draft.planning
    const plan = duty.plans.find((each) => each.id === planId)
    if (plan !== undefined && isReplaced(plan, duty)) return []
    if (plannedOn <= draft.days.to) return [{ id, dutyId, plannedOn }]
    // What comes after other rounds may have come nearer by more than is planned ahead.
    return plan !== undefined && isSuccession(plan) ? [{ id, dutyId, plannedOn: null }] : []
  })
}

function comesAfterOthers({ duty }: Planning): boolean {
  return duty.plans.some(isSuccession)
}
