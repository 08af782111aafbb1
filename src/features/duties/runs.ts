import { LAST_DAY, sureDate } from '../../domain/schedule/checked.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { pickTargets, type Target, type World } from '../../domain/schedule/targets.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Duty } from './queries.ts'
import type { PlanningWorld } from './queries-planning.ts'
import { suspendedTime, type SuspendedTime } from './suspended.ts'

/** A plan of a duty, with the targets that it picks today. */
export type Run = { plan: Plan; from: Day; until: Day; targets: readonly RunTarget[] }

/** What a round is about and who does it; of a meeting or a report only who. */
export type RunTarget = {
  kind: Target['kind'] | null
  id: string | null
  /** the inspected unit: the target itself or the one the asset is in */
  unitId: string | null
  performedBy: string
  suspended: readonly SuspendedTime[]
}

/** The plans that hold on some day from `since` on, in order of precedence. */
export function runsOf(
  duty: Duty,
  world: PlanningWorld,
  at: { today: Day; since: Day; timeZone: string },
): Run[] {
  const toTarget = targetReader(duty, world, at.timeZone)
  return duty.plans
    .map((plan) => ({
      plan,
      from: sureDate(plan.from),
      until: plan.until === null ? LAST_DAY : sureDate(plan.until),
    }))
    .filter(({ from, until }) => from <= until && until >= at.since)
    .map((run) => ({ ...run, targets: targetsOf(run.plan, world, at.today).map(toTarget) }))
}

function targetsOf({ targets }: Plan, world: World, today: Day): (Target | null)[] {
  return 'none' in targets ? [null] : pickTargets(targets, world, today)
}

function targetReader(duty: Duty, world: PlanningWorld, timeZone: string) {
  const parents = new Map(world.units.map(({ id, parentId }) => [id, parentId]))
  const homes = new Map(world.assets.map(({ id, unitId }) => [id, unitId]))
  const times = Map.groupBy(world.suspensions, ({ subjectId }) => subjectId)

  return (target: Target | null): RunTarget => {
    const id = target?.id ?? null
    const unitId = target?.kind === 'asset' ? (homes.get(target.id) ?? null) : id
    const performedBy = duty.performedBy === 'target' ? (unitId ?? duty.ownedBy) : duty.performedBy
    const subjects = new Set([duty.id, id, ...branchOf(unitId, parents), ...branchOf(performedBy, parents)])
    const suspended = [...subjects].flatMap((subject) => (subject === null ? [] : (times.get(subject) ?? [])))
    return {
      kind: target?.kind ?? null,
      id,
      unitId,
      performedBy,
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
