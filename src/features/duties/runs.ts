import { LAST_DAY, sureDate } from '../../domain/schedule/checked.ts'
import type { Lottery } from '../../domain/schedule/draw.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { pickTargets, type Target } from '../../domain/schedule/targets.ts'
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
  /** when its certificate ends, of an asset that has one */
  validUntil: Day | null
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

/** A target that another duty's round had brings the unit it lay in. */
type PickedTarget = Target & { unitId?: string | null }

function targetsOf({ targets, rhythm }: Plan, world: PlanningWorld, today: Day): (PickedTarget | null)[] {
  if (!('none' in targets)) return pickTargets(targets, world, today)
  return rhythm.kind === 'follow' ? targetsOfRounds(world.past.get(rhythm.duty) ?? []) : [null]
}

/** What follows takes over whatever targets there are. */
function targetsOfRounds(rounds: readonly PastRound[]): (PickedTarget | null)[] {
  const targets = new Map<string | null, PickedTarget | null>()
  for (const { targetKind: kind, targetId: id, targetUnitId: unitId } of rounds) {
    targets.set(id, id === null || kind === null ? null : { kind, id, unitId })
  }
  return [...targets.values()]
}

function targetReader(duty: Duty, world: PlanningWorld, timeZone: string) {
  const parents = new Map(world.units.map(({ id, parentId }) => [id, parentId]))
  const homes = new Map<string, string | null>([
    ...world.assets.map(({ id, unitId }) => [id, unitId] as const),
    ...world.members.map(({ id, unitIds }) => [id, unitIds[0] ?? null] as const),
  ])
  const times = Map.groupBy(world.suspensions, ({ subjectId }) => subjectId)

  return (target: PickedTarget | null): RunTarget => {
    const id = target?.id ?? null
    const unitId =
      target === null || target.kind === 'unit' ? id : (homes.get(target.id) ?? target.unitId ?? null)
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
      validUntil: (id === null ? null : world.validUntil.get(id)) ?? null,
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
