import { takesTurns } from '../../domain/schedule/awaited.ts'
import { checkPlan } from '../../domain/schedule/check-plan.ts'
import { planWarningSentence } from '../../domain/schedule/fault-messages.ts'
import type { PlanWarning, PlanWarningCode } from '../../domain/schedule/plan-fault.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { targetWarnings } from '../../domain/schedule/target-warnings.ts'
import { pickTargets } from '../../domain/schedule/targets.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { picksAny } from './plan-duty.ts'
import { planningWorld } from './queries-planning-world.ts'

type Warned = { code: string; message: string; targets: string[] }

/** What may surprise in these plans, in words, each once. */
export async function warningBodies(context: Context, plans: readonly Draft[]): Promise<Warned[]> {
  const warnings = (await planWarnings(context, plans)).flat()
  const bodies = warnings.map((each) => ({
    code: each.code,
    message: planWarningSentence(each, context.locale),
    targets: [],
  }))
  return bodies.filter(({ message }, at) => bodies.findIndex((each) => each.message === message) === at)
}

type Draft = Omit<Plan, 'id'>

/** What may surprise in each of these plans as things are today; nothing in one that is refused. */
async function planWarnings(
  context: Pick<Context, 'store' | 'org' | 'holidays' | 'now'>,
  plans: readonly Draft[],
): Promise<PlanWarning[][]> {
  if (plans.length === 0) return []
  const today = dayAt(context.now, context.org.timeZone)
  const world = await planningWorld(context, {
    assets: picksAny(plans, 'assets'),
    members: picksAny(plans, 'members'),
    suspensionsSince: today,
    past: [],
  })
  const workingDays = world.workingDaysOf(null)
  return plans.map((plan) => {
    const { faults, warnings } = checkPlan(plan, workingDays)
    if (faults.length > 0) return []
    const { length: count } = pickTargets(plan.targets, world, today)
    return [...warnings, ...targetWarnings(plan, count, { dutyId: '', targetId: null, workingDays })]
  })
}

/** Of plans whose targets take turns, by id: whether all can be covered as things are today. */
export async function turnWarnings(
  context: Context,
  plans: readonly Plan[],
): Promise<ReadonlyMap<string, PlanWarning[]>> {
  const asked = plans.filter(takesTurns)
  const warnings = await planWarnings(context, asked)
  const ofTurns = (all: readonly PlanWarning[] = []) => all.filter(({ code }) => turnCodes.has(code))
  return new Map(asked.map(({ id }, index) => [id, ofTurns(warnings[index])]))
}

const turnCodes: ReadonlySet<string> = new Set<PlanWarningCode>([
  'cannot-cover',
  'comes-too-seldom',
  'more-than-there-are',
  'no-targets-today',
])
