import { invalid, type FieldFault } from '../../domain/errors.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { parseDate, printDate, type Day } from '../../domain/time/civil.ts'
import { dayAt, type Instant } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { dutiesAwaited } from './awaited.ts'
import { inZone, planFaults, selfCheckFaults } from './check-plans.ts'
import { identity, identityOf, type ExpectedRound } from './expected-rounds.ts'
import { firstDayStillDue, planningEnd } from './horizon.ts'
import { mentionsOfPlan, missingMentions } from './mentions.ts'
import { planOnSaving, worldFor } from './plan-duty.ts'
import { planningWrites, roundsUpTo, withdrawals } from './planning-step.ts'
import type { Duty } from './queries.ts'
import { type PlanningWorld } from './queries-planning-world.ts'
import { roundsAhead, type RoundAhead } from './queries-planned.ts'
import { requireOpenDuty } from './read-duty.ts'
import { revisePlans, updateDuty } from './repository.ts'
import { noteWaits, wakeWaiting } from './repository-waits.ts'
import { planningOf } from './runs.ts'
import type { ReviseDutyInput } from './schemas.ts'

export type Revised = { withdrawn: number; added: number; kept: number }

/**
 * From `from` (today or later) the plan holds, in place of the one it replaces. Of that one's rounds planned from then on,
 * those that somebody has touched stay; the others stay if the new plan has them too, else they are withdrawn. Answers
 * how many; `added` counts to the horizon, though only the next 60 days are planned at once.
 */
export async function reviseDuty(
  context: Context,
  { id, dryRun, ...input }: ReviseDutyInput & { id: string; dryRun: boolean },
): Promise<Revised> {
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
  const { withdraw, ...revised } = await effectOf(context, after, world, { plan, replaces: input.replaces })
  if (dryRun) return revised

  const step = await planOnSaving(context, after, world, new Set(withdraw))
  const planned = { ...after, plannedUntilOn: step.plannedUntilOn, planNextOn: step.planNextOn }
  await commit(
    context,
    [
      updateDuty(planned, context.now),
      ...revisePlans(id, plan, input.replaces),
      ...withdrawals(withdraw, 'revised', context.now),
      ...planningWrites([step], context.now),
      ...noteWaits(id, dutiesAwaited(after)),
      ...wakeWaiting([id], dayAt(context.now, context.org.timeZone)),
    ],
    [
      {
        action: 'duty.revised',
        subjectId: id,
        unitId: duty.ownedBy,
        before: { plans: duty.plans },
        after: { plans: after.plans, ...revised },
      },
    ],
  )
  return revised
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

async function effectOf(
  { store, now, org }: Context,
  duty: Duty,
  world: PlanningWorld,
  { plan, replaces }: { plan: Plan; replaces: string | null },
): Promise<Revised & { withdraw: string[] }> {
  const today = dayAt(now, org.timeZone)
  const from = parseDate(plan.from) ?? today
  const expected = expectedOf(duty, world, { now, today, timeZone: org.timeZone })
  const ofPlan = expected.filter(({ run }) => run.plan.id === plan.id).map(identityOf)
  const [wanted, wantedOfPlan] = [new Set(expected.map(identityOf)), new Set(ofPlan)]
  const ahead = await roundsAhead(store, { dutyId: duty.id, now, fromOn: 0 })
  const concerned = ahead.filter(({ planned, planId }) => planned >= from && (replaces ?? planId) === planId)
  const leaving = concerned.filter(
    (round) => round.planId === replaces && !round.isFixed && !wantedOfPlan.has(idOf(round)),
  )
  // The last period of the plan that ends may still be owed, with other days: its rounds come back with them.
  const withdrawn = leaving.filter((round) => !wanted.has(idOf(round))).length
  const stored = new Set(ahead.map(idOf))
  return {
    withdraw: leaving.map(({ id }) => id),
    withdrawn,
    added: ofPlan.filter((each) => !stored.has(each)).length,
    kept: concerned.length - withdrawn,
  }
}

function idOf({ key, targetId }: RoundAhead): string {
  return identity(key, targetId)
}

/** What the duty is to have up to the horizon. */
function expectedOf(
  duty: Duty,
  world: PlanningWorld,
  at: { now: Instant; today: Day; timeZone: string },
): ExpectedRound[] {
  const since = firstDayStillDue(duty.plans, at.today)
  const planning = planningOf(duty, world, { ...at, since })
  return roundsUpTo(planning, { from: since, to: planningEnd(planning) })
}
