import { invalid, Refusal } from '../../domain/errors.ts'
import { sureDate, LAST_DAY } from '../../domain/schedule/checked.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { withPrecedence } from '../../domain/schedule/precedence.ts'
import { parseDate, type Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { dutiesAwaited } from '../../domain/schedule/awaited.ts'
import { planOnSaving, worldFor } from './plan-duty.ts'
import { planningWrites, withdrawals } from './planning-step.ts'
import type { Duty } from './queries.ts'
import { requireOpenDuty } from './read-duty.ts'
import { orderPlans, setPlanEnd, updateDuty } from './repository.ts'
import { noteWaits, wakeWaiting } from './repository-waits.ts'
import { countsOf, effectOf, type Effect } from './revision-effect.ts'
import type { ChangePlanInput } from './schemas.ts'

/** `version` is the one that was read; null where nothing is to be saved. */
type Asked = ChangePlanInput & { id: string; planId: string; version: number | null }

/**
 * Ends a plan sooner or later than it would, or gives it precedence over another: a target in two plans belongs to the
 * first. Rounds that nobody has touched and that no plan wants any more are withdrawn. Without a version it only says so.
 */
export async function changePlan(
  context: Context,
  { id, planId, version, until, before }: Asked,
): Promise<Effect> {
  const duty = await requireOpenDuty(context, id)
  const plan = duty.plans.find((each) => each.id === planId)
  if (plan === undefined) throw new Refusal('not-found')
  const today = dayAt(context.now, context.org.timeZone)
  requireSound(duty, { until, before }, today)

  const ended = until === undefined ? plan : { ...plan, until }
  const plans = duty.plans.map((each) => (each === plan ? ended : each))
  const after = {
    ...duty,
    version: version ?? duty.version,
    plans: before === undefined ? plans : withPrecedence(plans, planId, before),
    plannedUntilOn: null,
  }
  const world = await worldFor(context, [duty, after])
  const effect = await effectOf(context, after, world, {
    from: before === undefined ? Math.max(today, firstDayChanged(plan, ended)) : today,
    losing: before === undefined ? [planId] : after.plans.map((each) => each.id),
    gaining: null,
    before: duty,
    measured: [],
  })
  if (version === null) return effect

  const step = await planOnSaving(context, after, world, new Set(effect.withdraw))
  const planned = { ...after, plannedUntilOn: step.plannedUntilOn, planNextOn: step.planNextOn }
  await commit(
    context,
    [
      updateDuty(planned, context.now),
      setPlanEnd(id, ended),
      orderPlans(id, after.plans),
      ...withdrawals(effect.withdraw, 'revised', context.now),
      ...planningWrites([step], context.now),
      ...noteWaits(id, dutiesAwaited(after)),
      ...wakeWaiting([id], ['planned'], today),
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

function requireSound(duty: Duty, { until, before }: ChangePlanInput, today: Day): void {
  if (before !== undefined && !duty.plans.some(({ id }) => id === before)) {
    throw invalid({ path: 'before', code: 'unknown-plan' })
  }
  if (until === undefined || until === null) return
  const last = parseDate(until)
  if (last === null) throw invalid({ path: 'until', code: 'not-a-date' })
  if (last < today - 1) throw invalid({ path: 'until', code: 'in-the-past' })
}

/** The day after the sooner one of two ends. */
function firstDayChanged(...plans: readonly Pick<Plan, 'until'>[]): Day {
  return Math.min(...plans.map(({ until }) => (until === null ? LAST_DAY : sureDate(until)))) + 1
}
