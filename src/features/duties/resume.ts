import { Refusal } from '../../domain/errors.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { AuditEntry } from '../../platform/audit.ts'
import { commit, type Context } from '../../platform/context.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { planOnSaving, worldFor } from './plan-duty.ts'
import { planningWrites } from './planning-step.ts'
import { suspensionsOf, type Duty, type Suspension } from './queries.ts'
import type { PlanningWorld } from './queries-planning-world.ts'
import { endSuspension, planTheirDutiesAnew, updateDuty } from './repository.ts'
import { requireSuspendable, type Subject, type Suspendable } from './suspendable.ts'

/**
 * Ends the suspension that holds or comes next, from today: what was withdrawn for it and can still be done comes back.
 * A duty's next 60 days are planned at once; where a unit or an asset resumes, the planner looks at their duties.
 */
export async function resume(context: Context, { kind, id }: Subject): Promise<Suspension> {
  const subject = await requireSuspendable(context, { kind, id })
  const { store, now, org } = context
  const today = dayAt(now, org.timeZone)
  const [before] = (await suspensionsOf(store, [id], today)).get(id) ?? []
  if (before === undefined) throw new Refusal('not-suspended')

  // One that has not begun ends before it begins: it is kept, and holds on no day.
  const after = { ...before, untilOn: Math.max(today, before.fromOn) - 1 }
  const entry: AuditEntry = {
    action: `${kind}.resumed`,
    subjectId: id,
    unitId: subject.unitId,
    before,
    after,
  }
  await commit(
    context,
    [
      endSuspension({ subjectId: id, fromOn: after.fromOn, untilOn: after.untilOn }),
      ...(await planningAnew(context, subject, before, after)),
    ],
    [entry],
  )
  return after
}

async function planningAnew(
  context: Context,
  { duty, units }: Suspendable,
  before: Suspension,
  after: Suspension,
): Promise<BoundWrite[]> {
  if (duty === null) {
    return planTheirDutiesAnew(units, dayAt(context.now, context.org.timeZone))
  }
  const world = withSuspension(await worldFor(context, [duty]), before, after)
  const step = await planOnSaving(context, { ...duty, plannedUntilOn: null }, world)
  return [updateDuty(planned(duty, step), context.now), ...planningWrites([step], context.now)]
}

function withSuspension(world: PlanningWorld, before: Suspension, after: Suspension): PlanningWorld {
  const others = world.suspensions.filter(
    ({ subjectId, fromOn }) => subjectId !== before.subjectId || fromOn !== before.fromOn,
  )
  const isEmpty = after.untilOn !== null && after.untilOn < after.fromOn
  return { ...world, suspensions: isEmpty ? others : [...others, after] }
}

function planned(
  duty: Duty,
  { plannedUntilOn, planNextOn }: Pick<Duty, 'plannedUntilOn' | 'planNextOn'>,
): Duty {
  return { ...duty, plannedUntilOn, planNextOn }
}
