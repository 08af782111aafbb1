import { mayEditDuty, requireAllowed } from '../../domain/access.ts'
import { invalid } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { dutiesAwaited } from '../../domain/schedule/awaited.ts'
import { inZone, planFaults, selfCheckFaults } from './check-plans.ts'
import { mentionsOfDuty, mentionsOfPlan, missingMentions } from './mentions.ts'
import { planOnSaving, worldFor } from './plan-duty.ts'
import { planningWrites } from './planning-step.ts'
import type { Duty } from './queries.ts'
import { insertDuties } from './repository.ts'
import { noteWaits } from './repository-waits.ts'
import type { CreateDutyInput } from './schemas.ts'

/** Keeps the duty and plans its next 60 days in the same batch. */
export async function createDuty(context: Context, input: CreateDutyInput): Promise<Duty> {
  requireAllowed(mayEditDuty(context.actor, input))
  const duty = newDuty(context, input)
  const faults = [
    ...duty.plans.flatMap((plan, index) => planFaults(plan, `plans.${index}`, context.locale)),
    ...selfCheckFaults(duty.performedBy, duty.plans, 'performedBy'),
    ...(await missingMentions(context.store, [
      ...mentionsOfDuty(input),
      ...duty.plans.flatMap((plan, index) => mentionsOfPlan(plan, `plans.${index}`)),
    ])),
  ]
  if (faults.length > 0) throw invalid(...faults)

  const step = await planOnSaving(context, duty, await worldFor(context, [duty]))
  const planned = { ...duty, plannedUntilOn: step.plannedUntilOn, planNextOn: step.planNextOn }
  await commit(
    context,
    [
      ...insertDuties([planned], context.now),
      ...planningWrites([step], context.now),
      ...noteWaits(duty.id, dutiesAwaited(planned)),
    ],
    [{ action: 'duty.created', subjectId: duty.id, unitId: duty.ownedBy, after: duty }],
  )
  return planned
}

function newDuty({ store, org }: Context, { with: withUnits, plans, ...input }: CreateDutyInput): Duty {
  return {
    ...input,
    id: newId('duty', store.orgId),
    withUnits,
    plans: plans.map((plan) => ({ id: newId('plan', store.orgId), ...inZone(plan, org.timeZone) })),
    closedOn: null,
    plannedUntilOn: null,
    planNextOn: null,
    version: 1,
  }
}
