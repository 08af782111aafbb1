import { isDrawn, requireLottery } from '../../domain/schedule/draw.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context, type JobContext } from '../../platform/context.ts'
import { firstDayStillDue } from './horizon.ts'
import { roundsLookedBackTo } from './looked-back.ts'
import { planningSteps, planningWrites, type PlanningStep } from './planning-step.ts'
import type { Duty } from './queries.ts'
import { planningWorld, type PlanningWorld } from './queries-planning-world.ts'
import { advanceDuties } from './repository.ts'
import { wakeWaiting } from './repository-waits.ts'

/** How far ahead a request plans that saves a duty; the job does the rest. */
const daysPlannedOnSaving = 60
/** The most that it plans at once. */
const roundsOnSaving = 1000
/** What one step of the job brings at most: it is to stay under ten milliseconds (`npm run bench`). */
export const roundsAtOnce = 300

/**
 * A step of planning for these duties in turn, until `limit` rounds are changed, all in one batch. Answers how many were
 * planned. A duty that somebody changes meanwhile stops the batch: nothing is kept, 412. What is drawn waits a day where the
 * deployment has lost its secret, so that all else goes on.
 */
export async function planDuties(
  context: JobContext,
  asked: readonly Duty[],
  limit: number,
): Promise<{ planned: number }> {
  const { today } = timesOf(context)
  const waiting = context.lottery === null ? asked.filter(({ plans }) => plans.some(isDrawn)) : []
  const duties = asked.filter((duty) => !waiting.includes(duty))
  const world = await worldFor(context, duties)
  const steps = await planningSteps(context.store, duties, world, { ...timesOf(context), limit })
  const rows = [
    ...steps.map((step, index) => progressOf(duties[index], step)),
    ...waiting.map((duty) => progressOf(duty, { ...duty, planNextOn: today + 1 })),
  ]
  // Those that follow are looked at once for all the steps that it takes to plan what they follow.
  const whole = duties.filter((_, index) => steps[index] !== undefined && steps[index].planNextOn !== today)
  const writes = [
    ...planningWrites(steps, context.now),
    advanceDuties({ rows: JSON.stringify(rows) }),
    ...wakeWaiting(
      whole.map(({ id }) => id),
      ['planned'],
      today,
    ),
  ]
  await commit(context, writes, [])
  return { planned: steps.reduce((sum, { insert }) => sum + insert.length, 0) }
}

/** The step that goes into the batch of the request that saves a duty; `withdrawn` are withdrawn earlier in that batch. */
export async function planOnSaving(
  context: Context,
  duty: Duty,
  world: PlanningWorld,
  withdrawn: ReadonlySet<string> = new Set(),
): Promise<PlanningStep> {
  const times = timesOf(context)
  const until = times.today + daysPlannedOnSaving
  const limits = { ...times, limit: roundsOnSaving, until, withdrawn }
  const [step] = await planningSteps(context.store, [duty], world, limits)
  if (step === undefined) throw new Error('a duty without a step')
  return step
}

/** What planning sees; only here is drawn what is to be drawn. */
export async function worldFor(
  context: Context | JobContext,
  duties: readonly Duty[],
): Promise<PlanningWorld> {
  const today = dayAt(context.now, context.org.timeZone)
  const plans = duties.flatMap((duty) => duty.plans)
  requireLottery(context.lottery, plans)
  const world = await planningWorld(context, {
    assets: picksAny(plans, 'assets'),
    members: picksAny(plans, 'members'),
    suspensionsSince: firstDayStillDue(plans, today),
    past: duties.flatMap((duty) => roundsLookedBackTo(duty, context.now)),
  })
  return { ...world, lottery: context.lottery }
}

export function picksAny(plans: readonly Pick<Plan, 'targets'>[], kind: 'assets' | 'members'): boolean {
  return plans.some(({ targets }) => !('none' in targets) && targets[kind] !== undefined)
}

function timesOf({ now, org }: Context | JobContext) {
  return { now, timeZone: org.timeZone, today: dayAt(now, org.timeZone) }
}

function progressOf(duty: Duty | undefined, step: Pick<PlanningStep, 'plannedUntilOn' | 'planNextOn'>) {
  return {
    id: duty?.id,
    version: duty?.version,
    from: duty?.plannedUntilOn,
    to: step.plannedUntilOn,
    next: step.planNextOn,
  }
}
