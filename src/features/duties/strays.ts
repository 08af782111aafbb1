import { LAST_DAY } from '../../domain/schedule/checked.ts'
import { startOfDay, type Instant } from '../../domain/time/zone.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Store } from '../../platform/store.ts'
import { isSuccession, takesTurns } from '../../domain/schedule/awaited.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import type { Days } from './expected-rounds.ts'
import type { Duty } from './queries.ts'
import { misfitRounds, pairOf, untouchedRoundsIn, type UntouchedRound } from './queries-planned.ts'
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
  /** the ids of those that these days and the ones around them may hold, at least up to that one */
  mayHave: (furthest: Day) => ReadonlySet<string>
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
  const untouched = await untouchedRoundsIn(
    store,
    drafts.map(({ planning, days, end }) => ({
      dutyId: planning.duty.id,
      from: days.from,
      to: days.to >= end && planning.duty.plans.some(hangsOnOthers) ? LAST_DAY : days.to,
      // Nothing is due before the day begins on which it is planned.
      dueAfter: Math.max(planning.now, startOfDay(days.from, planning.timeZone)),
    })),
  )
  const unexpected = Map.groupBy(
    untouched.filter(({ id }) => !expected.has(id)),
    ({ dutyId }) => dutyId,
  )
  return drafts.flatMap((draft) => straysAmong(unexpected.get(draft.planning.duty.id) ?? [], draft))
}

/** What is wanted on another day is no stray: the step that comes there moves it, or has left it where it lies. */
function straysAmong(unexpected: readonly UntouchedRound[], { planning, days, mayHave }: Draft): Stray[] {
  if (unexpected.length === 0) return []
  const { duty } = planning
  const plans = new Map(duty.plans.map((plan) => [plan.id, plan]))
  const known = mayHave(Math.max(...unexpected.map(({ plannedOn }) => plannedOn)))
  return unexpected.flatMap(({ id, dutyId, planId, plannedOn }): Stray[] => {
    const plan = plans.get(planId)
    if (known.has(id) || (plan !== undefined && isReplaced(plan, duty))) return []
    if (plannedOn <= days.to) return [{ id, dutyId, plannedOn }]
    return plan !== undefined && hangsOnOthers(plan) ? [{ id, dutyId, plannedOn: null }] : []
  })
}

/** What becomes of other rounds may change its rounds, also those beyond the days that are planned. */
function hangsOnOthers(plan: Plan): boolean {
  return isSuccession(plan) || takesTurns(plan)
}

/** Whether any of its rounds come after others. */
export function comesAfterOthers({ plans }: Pick<Duty, 'plans'>): boolean {
  return plans.some(isSuccession)
}
