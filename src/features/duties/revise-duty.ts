import { invalid, type FieldFault } from '../../domain/errors.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { sureDate } from '../../domain/schedule/checked.ts'
import { parseDate, printDate } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { dutiesAwaited } from '../../domain/schedule/awaited.ts'
import { circleFaults } from './circles.ts'
import { inZone, planFaults, selfCheckFaults } from './check-plans.ts'
import { mentionsOfPlan, missingMentions } from './mentions.ts'
import { planOnSaving, worldFor } from './plan-duty.ts'
import { planningWrites, withdrawals } from './planning-step.ts'
import type { Duty } from './queries.ts'
import { requireOpenDuty } from './read-duty.ts'
import { revisePlans, updateDuty } from './repository.ts'
import { noteWaits, wakeWaiting } from './repository-waits.ts'
import { countsOf, effectOf, type Effect } from './revision-effect.ts'
import type { ReviseDutyInput } from './schemas.ts'

/**
 * From `from` (today or later) the plan holds, in place of the one it replaces. Of that one's rounds planned from then on,
 * those that somebody has touched stay; the others stay if the new plan has them too, else they are withdrawn. Answers
 * which; what is added is told up to the horizon, though only the next 60 days are planned at once.
 */
export async function reviseDuty(
  context: Context,
  { id, dryRun, ...input }: ReviseDutyInput & { id: string; dryRun: boolean },
): Promise<Effect> {
  const duty = await requireOpenDuty(context, id)
  const plan: Plan = {
    id: newId('plan', context.store.orgId),
    ...inZone(input.plan, context.org.timeZone),
    from: input.from,
  }
  const faults = await revisionFaults(context, duty, plan, input.replaces)
  if (faults.length > 0) throw invalid(...faults)

  const after = { ...duty, plans: plansAfter(duty.plans, plan, input.replaces), plannedUntilOn: null }
  const world = await worldFor(context, [after])
  const replaced = duty.plans.filter((each) => each.id === input.replaces)
  const effect = await effectOf(context, after, world, {
    from: sureDate(plan.from),
    losing: replaced.map((each) => each.id),
    gaining: plan.id,
    measured: [plan, ...replaced],
  })
  if (dryRun) return effect

  const step = await planOnSaving(context, after, world, new Set(effect.withdraw))
  const planned = { ...after, plannedUntilOn: step.plannedUntilOn, planNextOn: step.planNextOn }
  await commit(
    context,
    [
      updateDuty(planned, context.now),
      ...revisePlans(id, plan, input.replaces),
      ...withdrawals(effect.withdraw, 'revised', context.now),
      ...planningWrites([step], context.now),
      ...noteWaits(id, dutiesAwaited(after)),
      ...wakeWaiting([id], ['planned'], dayAt(context.now, context.org.timeZone)),
    ],
    [
      {
        action: 'duty.revised',
        subjectId: id,
        unitId: duty.ownedBy,
        before: { plans: duty.plans },
        after: { plans: after.plans, ...countsOf(effect) },
      },
    ],
  )
  return effect
}

async function revisionFaults(
  { store, now, org, locale }: Context,
  duty: Duty,
  plan: Plan,
  replaces: string | null,
): Promise<FieldFault[]> {
  const from = parseDate(plan.from)
  if (from === null) return [{ path: 'from', code: 'not-a-date' }]
  if (from < dayAt(now, org.timeZone)) return [{ path: 'from', code: 'in-the-past' }]
  const isKnown = replaces === null || duty.plans.some(({ id }) => id === replaces)
  return [
    ...(isKnown ? [] : [{ path: 'replaces', code: 'unknown-plan' }]),
    ...planFaults(plan, 'plan', locale),
    ...selfCheckFaults(duty.performedBy, [plan], 'plan.targets'),
    ...(await missingMentions(store, mentionsOfPlan(plan, 'plan'))),
    ...(await circleFaults(store, duty.id, plan, 'plan')),
  ]
}

/** The replaced plan ends the day before; the new one stands behind it, or last. */
function plansAfter(plans: readonly Plan[], plan: Plan, replaces: string | null): Plan[] {
  const eve = printDate((parseDate(plan.from) ?? 0) - 1)
  const replaced = plans.findIndex(({ id }) => id === replaces)
  if (replaced === -1) return [...plans, plan]
  const closed = plans.map((each) =>
    each.id === replaces && (each.until === null || each.until > eve) ? { ...each, until: eve } : each,
  )
  return closed.toSpliced(replaced + 1, 0, plan)
}
