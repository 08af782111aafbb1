import { LAST_DAY, sureDate } from '../../domain/schedule/checked.ts'
import type { Lottery } from '../../domain/schedule/draw.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { pickTargets, type Target, type World } from '../../domain/schedule/targets.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import type { WorkingDays } from '../../domain/time/working-days.ts'
import type { Duty } from './queries.ts'
import type { PastRound } from './queries-past.ts'
import type { PlanningWorld } from './queries-planning-world.ts'
import { suspendedTime, type SuspendedTime } from './suspended.ts'

/** A duty as planning sees it at an instant: what its rounds are made from. */
export type Planning = {
  duty: Duty
  /** in order of precedence */
  runs: readonly Run[]
  /** rounds that others are planned from, by duty */
  past: ReadonlyMap<string, readonly PastRound[]>
  /** null: what is drawn stays secret */
  lottery: Lottery | null
  now: Instant
  today: Day
  timeZone: string
}

/** A plan of a duty, with the targets that it picks today. */
export type Run = {
  plan: Plan
  from: Day
  until: Day
  targets: readonly RunTarget[]
  /** of those who perform it, where not each target has occurrences of its own */
  workingDays: WorkingDays
}

/** What a round is about and who does it; of a meeting or a report only who. */
export type RunTarget = {
  kind: Target['kind'] | null
  id: string | null
  /** the inspected unit: the target itself, the one the asset is in, or a member's own */
  unitId: string | null
  performedBy: string
  /** a member who is to do it themself */
  assigneeId: string | null
  workingDays: WorkingDays
  suspended: readonly SuspendedTime[]
}

/** With the plans that hold on some day from `since` on. */
export function planningOf(
  duty: Duty,
  world: PlanningWorld,
  at: { now: Instant; today: Day; since: Day; timeZone: string },
): Planning {
  const toTarget = targetReader(duty, world, at.timeZone)
  const workingDays = world.workingDaysOf(duty.performedBy === 'target' ? null : duty.performedBy)
  const runs = duty.plans
    .map((plan) => ({
      plan,
      from: sureDate(plan.from),
      until: plan.until === null ? LAST_DAY : sureDate(plan.until),
    }))
    .filter(({ from, until }) => from <= until && until >= at.since)
    .map((run) => ({ ...run, workingDays, targets: targetsOf(run.plan, world, at.today).map(toTarget) }))
  const { past, lottery } = world
  return { duty, runs, past, lottery, now: at.now, today: at.today, timeZone: at.timeZone }
}

/** Whether another plan took this one's place: what it had planned before stays as it is. */
export function isReplaced(plan: Plan, { plans }: Duty): boolean {
  if (plan.until === null) return false
  const next = sureDate(plan.until) + 1
  return plans.some((other) => sureDate(other.from) === next)
}

function targetsOf({ targets }: Plan, world: World, today: Day): (Target | null)[] {
  return 'none' in targets ? [null] : pickTargets(targets, world, today)
}

function targetReader(duty: Duty, world: PlanningWorld, timeZone: string) {
  const parents = new Map(world.units.map(({ id, parentId }) => [id, parentId]))
  const homes = new Map<string, string | null>([
    ...world.assets.map(({ id, unitId }) => [id, unitId] as const),
    ...world.members.map(({ id, unitIds }) => [id, unitIds[0] ?? null] as const),
  ])
  const times = Map.groupBy(world.suspensions, ({ subjectId }) => subjectId)

  return (target: Target | null): RunTarget => {
    const id = target?.id ?? null
    const unitId = target === null || target.kind === 'unit' ? id : (homes.get(target.id) ?? null)
    const isSelfCheck = duty.performedBy === 'target'
    const performedBy = isSelfCheck ? (unitId ?? duty.ownedBy) : duty.performedBy
    const subjects = new Set([duty.id, id, ...branchOf(unitId, parents), ...branchOf(performedBy, parents)])
    const suspended = [...subjects].flatMap((subject) => (subject === null ? [] : (times.get(subject) ?? [])))
    return {
      kind: target?.kind ?? null,
      id,
      unitId,
      performedBy,
      assigneeId: isSelfCheck && target?.kind === 'member' ? id : null,
      workingDays: world.workingDaysOf(unitId ?? performedBy),
      suspended: suspended.map((suspension) => suspendedTime(suspension, timeZone)),
    }
  }
}

/** The unit and all above it. */
function branchOf(unitId: string | null, parents: ReadonlyMap<string, string | null>): Set<string> {
  const branch = new Set<string>()
  let unit = unitId
  while (unit !== null && !branch.has(unit)) {
    branch.add(unit)
    unit = parents.get(unit) ?? null
  }
  return branch
}
