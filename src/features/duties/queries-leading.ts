import { isSuccession, takesTurns } from '../../domain/schedule/awaited.ts'
import { sureDuration } from '../../domain/schedule/checked.ts'
import type { LeadingRound } from '../../domain/schedule/following.ts'
import { occurrencesPerYear } from '../../domain/schedule/frequency.ts'
import { LONGEST_MOVE } from '../../domain/schedule/holidays.ts'
import type { ExpandContext } from '../../domain/schedule/occurrences.ts'
import { occurrencesOf } from '../../domain/schedule/occurrences.ts'
import { type PlanWarning, warning } from '../../domain/schedule/plan-fault.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { pickTargets } from '../../domain/schedule/targets.ts'
import type { Day } from '../../domain/time/civil.ts'
import { roughDays } from '../../domain/time/duration.ts'
import type { Store } from '../../platform/store.ts'
import { dutiesNamed, type Duty } from './queries.ts'
import { type DaysContext, planningWorld, type PlanningWorld } from './queries-planning-world.ts'

type Draft = Omit<Plan, 'id'>

/** Duties that follow one another, the longest row that is looked through. */
const longestRow = 5

/** The rounds that a plan follows, by target; null: of no target, or of one that its turn decides. */
export type Leading = ReadonlyMap<string | null, readonly LeadingRound[]>

/** The duty that a plan follows, the one that this follows, and so on; none where the plan follows none that there is. */
export async function followedBy(store: Store, { rhythm }: Draft): Promise<Duty[]> {
  const row: Duty[] = []
  let wanted = rhythm.kind === 'follow' ? [rhythm.duty] : []
  while (wanted.length > 0 && row.length < longestRow) {
    const found = await dutiesNamed(store, wanted)
    const isNew = (id: string) => row.every((duty) => duty.id !== id)
    row.push(...found)
    wanted = found
      .flatMap(({ plans }) =>
        plans.flatMap((plan) => (plan.rhythm.kind === 'follow' ? plan.rhythm.duty : [])),
      )
      .filter(isNew)
  }
  return row
}

/** What the dates of these plans hang on, as it is today. */
export async function worldOfPlans(
  context: DaysContext,
  plans: readonly Draft[],
  today: Day,
): Promise<PlanningWorld> {
  const picks = (kind: 'assets' | 'members') =>
    plans.some(({ targets }) => !('none' in targets) && targets[kind] !== undefined)
  return planningWorld(context, {
    assets: picks('assets'),
    members: picks('members'),
    suspensionsSince: today,
    past: [],
  })
}

/** As if all that is followed were done on the day it is planned. */
export function leadingRounds(
  { rhythm }: Draft,
  row: readonly Duty[],
  world: PlanningWorld,
  { from, to, today }: { from: Day; to: Day; today: Day },
): Leading {
  const leading = new Map<string | null, LeadingRound[]>()
  if (rhythm.kind !== 'follow') return leading
  const [duty, ...others] = [
    ...row.filter(({ id }) => id === rhythm.duty),
    ...row.filter(({ id }) => id !== rhythm.duty),
  ]
  if (duty === undefined || duty.id !== rhythm.duty || duty.closedOn !== null) return leading
  const behind = Math.ceil(roughDays(sureDuration(rhythm.offset))) + LONGEST_MOVE
  const days = { from: from - behind, to, today }
  for (const plan of duty.plans) {
    const before = leadingRounds(plan, others, world, days)
    for (const targetId of targetsOf(plan, before, world, today)) {
      const context = { dutyId: duty.id, targetId, workingDays: world.workingDaysOf(targetId) }
      const own = { validUntil: validUntilOf(world, targetId), leading: before.get(targetId) ?? [] }
      const { occurrences } = occurrencesOf(plan, { ...context, ...own }, { ...days, limit: Infinity })
      const rounds = occurrences.map(({ key, planned }) => ({ key, countsFrom: planned }))
      leading.set(targetId, [...(leading.get(targetId) ?? []), ...rounds])
    }
  }
  return leading
}

function targetsOf(plan: Draft, leading: Leading, world: PlanningWorld, today: Day): Iterable<string | null> {
  if (!('none' in plan.targets) && !takesTurns(plan)) {
    return pickTargets(plan.targets, world, today).map(({ id }) => id)
  }
  return plan.rhythm.kind === 'follow' ? leading.keys() : [null]
}

function validUntilOf(world: PlanningWorld, targetId: string | null): Day | null {
  return (targetId === null ? null : world.validUntil.get(targetId)) ?? null
}

/** What the dates of a target hang on besides the plan. */
export function contextOf(
  world: PlanningWorld,
  leading: Leading,
  targetId: string | null,
): Pick<ExpandContext, 'validUntil' | 'leading'> {
  return { validUntil: validUntilOf(world, targetId), leading: leading.get(targetId) ?? [] }
}

/** How often the plan comes, by the duty that it follows. */
export function timesAYear(plan: Draft, [followed]: readonly Duty[]): number {
  if (plan.rhythm.kind !== 'follow') return occurrencesPerYear(plan)
  return (followed?.plans ?? []).reduce((sum, each) => sum + occurrencesPerYear(each), 0)
}

/** What may surprise of a plan whose dates hang on certificates or on another duty. */
export function foreseenWarnings(
  plan: Draft,
  [followed]: readonly Duty[],
  world: PlanningWorld,
  today: Day,
): PlanWarning[] {
  const { rhythm, targets } = plan
  if (!isSuccession(plan)) return []
  if (rhythm.kind === 'follow') {
    if (followed !== undefined && followed.closedOn !== null) return [warning('followed-is-closed')]
    return followed?.plans.length === 0 ? [warning('followed-has-none')] : []
  }
  if (rhythm.kind !== 'interval' || rhythm.from === 'done' || 'none' in targets) return []
  const without = pickTargets(targets, world, today).filter(({ id }) => !world.validUntil.has(id))
  return without.length === 0 ? [] : [warning('without-certificate', { count: without.length })]
}
