import { pickTargets } from '../../domain/schedule/targets.ts'
import { parseDate, type Day } from '../../domain/time/civil.ts'
import type { Context } from '../../platform/context.ts'
import { dutiesNamed, type Duty } from '../duties/queries.ts'
import { planningWorld, type PlanningWorld } from '../duties/queries-planning-world.ts'
import { dutiesWaitingFor, idleUnits, type IdleUnit, type WatchedDuty } from './queries-duties.ts'

/**
 * A duty whose rounds nobody can do, or that has none to do: the units that perform it are closed or have nobody; nothing
 * open is left to do it on, or all that is left is suspended.
 */
export type UndoableDuty = { duty: WatchedDuty } & (
  | { reason: 'nobody'; units: IdleUnit[] }
  | { reason: 'no-target' | 'targets-suspended' }
)

/** Of so many duties without rounds the targets are looked at, which takes all units and assets. */
const mostWithoutRounds = 50

export async function undoableDuties(
  context: Context,
  duties: readonly WatchedDuty[],
  today: Day,
): Promise<UndoableDuty[]> {
  const { store, now } = context
  const idle = new Map((await idleUnits(store, today)).map((unit) => [unit.id, unit]))
  const waiting = await dutiesWaitingFor(store, [...idle.keys()], now)
  const unitsOf = Map.groupBy(waiting, ({ dutyId }) => dutyId)
  const reasons = await reasonsOfNoTarget(
    context,
    duties.filter(({ hasRoundsAhead }) => !hasRoundsAhead),
    today,
  )
  return duties.flatMap((duty): UndoableDuty[] => {
    const performers = new Set([
      duty.performedBy,
      ...(unitsOf.get(duty.id) ?? []).map(({ unitId }) => unitId),
    ])
    const units = [...performers].flatMap((id) => idle.get(id) ?? [])
    if (units.length > 0) return [{ duty, reason: 'nobody', units }]
    const reason = reasons.get(duty.id)
    return reason === undefined ? [] : [{ duty, reason }]
  })
}

type Reason = 'no-target' | 'targets-suspended'

/** What has no rounds ahead may be over, or planned by the next step: only what picks and finds nothing is told. */
async function reasonsOfNoTarget(
  context: Context,
  without: readonly WatchedDuty[],
  today: Day,
): Promise<Map<string, Reason>> {
  const ids = without.slice(0, mostWithoutRounds).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const duties = await dutiesNamed(context.store, ids)
  const world = await planningWorld(context, {
    assets: true,
    members: true,
    suspensionsSince: today,
    past: [],
  })
  const unsuspended = withoutSuspended(world, today)
  return new Map(
    duties.flatMap((duty): [string, Reason][] => {
      const picking = plansThatPick(duty, today)
      const finds = (among: PlanningWorld) =>
        picking.some((targets) => pickTargets(targets, among, today).length > 0)
      if (picking.length === 0 || finds(unsuspended)) return []
      return [[duty.id, finds(world) ? 'targets-suspended' : 'no-target']]
    }),
  )
}

/** The picks of the plans that are not over; none where a plan needs no target. */
function plansThatPick({ plans }: Duty, today: Day): Duty['plans'][number]['targets'][] {
  const targets = plans
    .filter(({ until }) => until === null || (parseDate(until) ?? today) >= today)
    .map((plan) => plan.targets)
  return targets.some((each) => 'none' in each) ? [] : targets
}

/** What is suspended today is as good as closed today, with all that lies in it. */
function withoutSuspended(world: PlanningWorld, today: Day): PlanningWorld {
  const suspended = new Set(
    world.suspensions
      .filter(({ fromOn, untilOn }) => fromOn <= today && (untilOn === null || untilOn >= today))
      .map(({ subjectId }) => subjectId),
  )
  const closed = <T extends { id: string; closedOn: Day | null }>(each: T): T =>
    suspended.has(each.id) ? { ...each, closedOn: today } : each
  return {
    ...world,
    units: world.units.map(closed),
    assets: world.assets.map(closed),
    members: world.members.map(closed),
  }
}
