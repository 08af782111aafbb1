import { invalid, type FieldFault } from '../../domain/errors.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { parseDate, printDate, type Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { inZone, planFaults, selfCheckFaults } from './check-plans.ts'
import { expectedRounds, identity, identityOf } from './expected-rounds.ts'
import { firstDayStillDue, planningEnd } from './horizon.ts'
import { mentionsOfPlan, missingMentions } from './mentions.ts'
import { planOnSaving, worldFor } from './plan-duty.ts'
import { planningWrites, withdrawals } from './planning-step.ts'
import type { Duty } from './queries.ts'
import { roundsAhead, type PlanningWorld, type RoundAhead } from './queries-planning.ts'
import { requireOpenDuty } from './read-duty.ts'
import { revisePlans, updateDuty } from './repository.ts'
import { runsOf } from './runs.ts'
import type { ReviseDutyInput } from './schemas.ts'
import { isSuspended } from './suspended.ts'

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
  const effect = await effectOf(context, after, world, { plan, replaces: input.replaces })
  const revised = { withdrawn: effect.withdraw.length, added: effect.added, kept: effect.kept }
  if (dryRun) return revised

  const step = await planOnSaving(context, after, world)
  const planned = { ...after, plannedUntilOn: step.plannedUntilOn, planNextOn: step.planNextOn }
  await commit(
    context,
    [
      updateDuty(planned, context.now),
      ...revisePlans(id, plan, input.replaces),
      ...withdrawals(effect.withdraw, 'revised', context.now),
      ...planningWrites([step], context.now),
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
): Promise<{ withdraw: string[]; added: number; kept: number }> {
  const today = dayAt(now, org.timeZone)
  const from = parseDate(plan.from) ?? today
  const expected = expectedOf(duty, plan, world, { today, timeZone: org.timeZone })
    .filter(({ occurrence, target }) => occurrence.dueAt > now && !isSuspended(occurrence, target.suspended))
    .map(identityOf)
  const ahead = await roundsAhead(store, { dutyId: duty.id, now, fromOn: 0 })
  const concerned = ahead.filter(({ planned, planId }) => planned >= from && (replaces ?? planId) === planId)
  const wanted = new Set(expected)
  const isGone = (round: RoundAhead) =>
    round.planId === replaces && !round.isFixed && !wanted.has(identity(round.key, round.targetId))
  const withdraw = concerned.filter(isGone).map(({ id }) => id)
  const stored = new Set(ahead.map(({ key, targetId }) => identity(key, targetId)))
  return {
    withdraw,
    added: expected.filter((each) => !stored.has(each)).length,
    kept: concerned.length - withdraw.length,
  }
}

/** What the new plan brings up to the horizon. */
function expectedOf(duty: Duty, plan: Plan, world: PlanningWorld, at: { today: Day; timeZone: string }) {
  const since = firstDayStillDue(duty.plans, at.today)
  const runs = runsOf(duty, world, { ...at, since })
  const days = { from: since, to: planningEnd(duty.id, runs, at.today) }
  return expectedRounds(duty.id, runs, days).filter(({ run }) => run.plan.id === plan.id)
}
