import { mayPreviewSchedules, mayReadDuty, requireAllowed } from '../../domain/access.ts'
import { checkPlan } from '../../domain/schedule/check-plan.ts'
import { provisionalWarnings } from '../../domain/schedule/provisional.ts'
import { targetWarnings } from '../../domain/schedule/target-warnings.ts'
import { pickTargets } from '../../domain/schedule/targets.ts'
import { parseDate } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { namesOf, type Names } from '../rounds/queries-work.ts'
import { readDays } from '../working-days/queries.ts'
import { formFaults } from './forms-checks.ts'
import { asSeenIn } from './forms-faults.ts'
import { planOf, type PlanDraft } from './forms-plan.ts'
import type { ScheduleForm } from './forms.ts'
import { roundsLookedBackTo } from './looked-back.ts'
import type { Preview } from './parts-preview.tsx'
import { idsOf } from './parts-words.tsx'
import { picksAny } from './plan-duty.ts'
import { previewedDates } from './preview-rounds.ts'
import { followedBy, foreseenWarnings } from './queries-leading.ts'
import { planningWorld, type PlanningWorld } from './queries-planning-world.ts'
import type { Duty } from './queries.ts'

const datesShown = 10
/** Of those who are picked, so many are named. */
const targetsNamed = 12

export type Previewed = {
  form: ScheduleForm
  /** the plan that is replaced */
  kept: PlanDraft | null
  /** null: of a duty that is not saved yet */
  dutyId: string | null
}

/** The sentence, the next dates and what may surprise, or what is wrong; stores nothing. */
export async function previewOf(context: Context, { form, kept, dutyId }: Previewed): Promise<Preview> {
  requireAllowed(mayPreviewSchedules(context.actor))
  const faults = formFaults(form)
  const plan = planOf(form, { timeZone: context.org.timeZone, kept })
  if (plan === null) return { kind: 'standing' }
  const checked = faults.length > 0 ? { faults: [], warnings: [] } : checkPlan(plan)
  if (faults.length + checked.faults.length > 0) {
    return { kind: 'wrong', form, formFaults: faults, planFaults: asSeenIn(form, checked.faults) }
  }
  return previewOfPlan(context, plan, dutyId)
}

async function previewOfPlan(context: Context, plan: PlanDraft, dutyId: string | null): Promise<Preview> {
  const { now } = context
  const today = dayAt(now, plan.timeZone)
  const from = Math.max(today, parseDate(plan.from) ?? today)
  const [followed, { calendar }] = await Promise.all([followedBy(context.store, plan), readDays(context)])
  const world = await worldOf(context, plan, { dutyId, followed, today })
  const picked = pickTargets(plan.targets, world, from).map(({ id }) => id)
  const asked = { plan, world, dutyId, followed, picked, now, today, from, limit: datesShown }
  const { dates, notes } = previewedDates(asked)
  const planned = dates.occurrences.map((each) => each.planned)
  const expand = { dutyId: dutyId ?? '', targetId: null, workingDays: calendar }
  const ids = picked.slice(0, targetsNamed)
  return {
    kind: 'dates',
    plan,
    dates,
    notes,
    followed: followed.find((duty) => isFollowedBy(plan, duty) && mayReadDuty(context.actor, duty)) ?? null,
    warnings: [
      ...checkPlan(plan, calendar).warnings,
      ...targetWarnings(plan, picked.length, expand),
      ...foreseenWarnings(plan, followed, world, today),
      ...provisionalWarnings(plan, planned, calendar),
    ],
    picked: 'none' in plan.targets ? null : { count: picked.length, ids },
    names: await namesFor(context, plan, [
      ...ids,
      ...dates.occurrences.flatMap((each) => notes.get(each)?.targetIds ?? []),
    ]),
  }
}

function isFollowedBy({ rhythm }: PlanDraft, { id }: Duty): boolean {
  return rhythm.kind === 'follow' && rhythm.duty === id
}

function worldOf(
  context: Context,
  plan: PlanDraft,
  { dutyId, followed, today }: { dutyId: string | null; followed: readonly Duty[]; today: number },
): Promise<PlanningWorld> {
  const plans = [{ id: '', ...plan }]
  const looked = [...plans, ...followed.flatMap((duty) => duty.plans)]
  return planningWorld(context, {
    assets: picksAny(looked, 'assets'),
    members: picksAny(looked, 'members'),
    suspensionsSince: today,
    past: dutyId === null ? [] : roundsLookedBackTo({ id: dutyId, plans }, context.now),
  })
}

function namesFor(context: Context, plan: PlanDraft, shown: readonly string[]): Promise<Names> {
  const said = idsOf([
    { plans: [{ id: '', ...plan }], ownedBy: 'target', performedBy: 'target', withUnits: [] },
  ])
  return namesOf(context, {
    duties: [],
    units: [...shown, ...said.units],
    assets: [...shown, ...said.assets],
    members: [...shown, ...said.members],
  })
}
