import { mayEditDuty, requireAllowed } from '../../domain/access.ts'
import { invalid } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import { selfCheckFaults } from './check-plans.ts'
import { closeDuty } from './close-duty.ts'
import { mentionsOfDuty, missingMentions } from './mentions.ts'
import { planOnSaving, worldFor } from './plan-duty.ts'
import { planningWrites } from './planning-step.ts'
import type { Duty } from './queries.ts'
import { requireOpenDuty } from './read-duty.ts'
import { rejoinDuty, updateDuty } from './repository.ts'
import type { ChangeDutyInput } from './schemas.ts'

/**
 * Changes what is named. A new owner, performer, joining unit, checklist or make-up rule reaches the rounds that are not due yet and that
 * nobody has touched: those of the next 60 days at once, later ones with the planner. `closed` closes the duty for ever.
 */
export async function changeDuty(
  context: Context,
  input: ChangeDutyInput & { id: string; version: number },
): Promise<Duty> {
  const { id, version, closed, ...changes } = input
  const before = { ...(await requireOpenDuty(context, id)), version }
  const after = changed(before, changes)
  requireAllowed(mayEditDuty(context.actor, after))
  const faults = [
    ...selfCheckFaults(after.performedBy, after.plans, 'performedBy'),
    ...(await missingMentions(context.store, mentionsOfDuty(changes))),
  ]
  if (faults.length > 0) throw invalid(...faults)
  if (closed === true) return closeDuty(context, before, after)

  const step = reachesRounds(before, after)
    ? await planOnSaving(context, { ...after, plannedUntilOn: null }, await worldFor(context, [after]))
    : null
  const planned =
    step === null ? after : { ...after, plannedUntilOn: step.plannedUntilOn, planNextOn: step.planNextOn }
  await commit(
    context,
    [
      updateDuty(planned, context.now),
      ...rejoinDuty(before, after, context.now),
      ...planningWrites(step === null ? [] : [step], context.now),
    ],
    [{ action: 'duty.changed', subjectId: id, unitId: after.ownedBy, before, after }],
  )
  return { ...planned, version: version + 1 }
}

function changed(duty: Duty, { with: withUnits, ...input }: Omit<ChangeDutyInput, 'closed'>): Duty {
  return {
    ...duty,
    title: input.title ?? duty.title,
    titleEn: input.titleEn === undefined ? duty.titleEn : input.titleEn,
    kind: input.kind ?? duty.kind,
    category: input.category ?? duty.category,
    ownedBy: input.ownedBy ?? duty.ownedBy,
    performedBy: input.performedBy ?? duty.performedBy,
    withUnits: withUnits ?? duty.withUnits,
    makeUp: input.makeUp ?? duty.makeUp,
    checklistId: input.checklistId === undefined ? duty.checklistId : input.checklistId,
    references: input.references ?? duty.references,
  }
}

function reachesRounds(before: Duty, after: Duty): boolean {
  return (
    before.ownedBy !== after.ownedBy ||
    before.performedBy !== after.performedBy ||
    before.withUnits.join() !== after.withUnits.join() ||
    before.checklistId !== after.checklistId ||
    before.makeUp !== after.makeUp
  )
}
