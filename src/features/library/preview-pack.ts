import type { LibraryDuty, PublishedPack } from '../../domain/library/pack.ts'
import { MONTHS_AHEAD, monthsAhead, sum } from '../../domain/library/months-ahead.ts'
import { unitPicksOf } from '../../domain/library/pick-key.ts'
import { leaderOf, planOfEntry, type Taking } from '../../domain/library/take-over.ts'
import { sureDate } from '../../domain/schedule/checked.ts'
import type { Pick, Plan, Targets } from '../../domain/schedule/plan.ts'
import { pickTargets } from '../../domain/schedule/targets.ts'
import type { Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { planningWorld, type PlanningWorld } from '../duties/queries-planning-world.ts'
import type { TakeInput } from './schemas.ts'

/** What the entries of a pack pick, and how many units that are on a day. */
export type PickedUnits = { key: string; pick: Pick; count: number }

/** About how many rounds each entry makes in twelve months, and all of them in each month from `from` on. */
export type PackAhead = { from: Day; yearly: Map<string, number>; months: number[] }

/** The units, equipment and people that the entries may pick. */
export function worldOfPack(context: Context, { duties }: PublishedPack): Promise<PlanningWorld> {
  const targets = duties.flatMap(({ plans }) => plans.map((plan) => plan.targets))
  return planningWorld(context, {
    assets: targets.some((each) => !('none' in each) && each.assets !== undefined),
    members: targets.some((each) => !('none' in each) && each.members !== undefined),
    suspensionsSince: dayAt(context.now, context.org.timeZone),
    past: [],
  })
}

export function pickedUnits({ duties }: PublishedPack, world: PlanningWorld, on: Day): PickedUnits[] {
  return [...unitPicksOf(duties)].map(([key, units]) => ({
    key,
    pick: units,
    count: pickTargets({ units, coverage: 'each' }, world, on).length,
  }))
}

/** The entries that pick what there is none of. */
export function idleEntries({ duties }: PublishedPack, world: PlanningWorld, on: Day): Set<string> {
  const countOf = countedOnce(world, on)
  const idle = duties.filter(
    ({ plans }) =>
      plans.length > 0 && plans.every(({ targets }) => !('none' in targets) && countOf(targets) === 0),
  )
  return new Set(idle.map(({ id }) => id))
}

/** Of the entries that are ticked; stores nothing. */
export function packAhead(
  { org }: Context,
  pack: PublishedPack,
  input: TakeInput,
  world: PlanningWorld,
): PackAhead {
  const { from, units } = input
  const taking = { from, timeZone: org.timeZone, locale: org.locale, units, dutyOf: (entry: string) => entry }
  const day = sureDate(from)
  const counting = { workingDays: world.workingDaysOf(null), countOf: countedOnce(world, day) }
  const countMonths = monthsAhead(day, counting)
  const ticked = pack.duties.filter(({ id }) => input.entries.includes(id))
  const counts = ticked.map((entry) => countMonths(plansCounted(pack, entry, taking)))
  return {
    from: day,
    yearly: new Map(ticked.map(({ id }, index) => [id, sum(counts[index] ?? [])])),
    months: Array.from({ length: MONTHS_AHEAD }, (_, month) => sum(counts.map((each) => each[month] ?? 0))),
  }
}

/** What follows another duty has as many rounds as that one. */
function plansCounted(pack: PublishedPack, entry: LibraryDuty, taking: Taking): Omit<Plan, 'id'>[] {
  const leader = pack.duties.find(({ id }) => id === leaderOf(entry)) ?? entry
  return leader.plans.map((plan) => planOfEntry(plan, taking))
}

/** The entries of a pack pick the same again and again. */
function countedOnce(world: PlanningWorld, on: Day): (targets: Targets) => number {
  const known = new Map<string, number>()
  return (targets) => {
    const key = JSON.stringify(targets)
    const count = known.get(key) ?? pickTargets(targets, world, on).length
    known.set(key, count)
    return count
  }
}
