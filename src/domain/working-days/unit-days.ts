import type { Stretch, WorkingDays } from '../time/working-days.ts'
import { closedOn } from './working-calendar.ts'

/** Days on which a unit, and all below it, is closed. */
export type Closure = Stretch & { unitId: string }

/**
 * The working days of units: those of the whole organisation, less the closures of the unit and of those above it. Units
 * that are closed by the same closures share one value, since what is worked out from it is kept beside it.
 */
export function unitDays(
  whole: WorkingDays,
  closures: readonly Closure[],
  parents: ReadonlyMap<string, string | null>,
): (unitId: string | null) => WorkingDays {
  if (closures.length === 0) return () => whole
  const known = new Map<string, WorkingDays>()
  return (unitId) => {
    const branch = branchOf(unitId, parents)
    const own = closures.filter((closure) => branch.has(closure.unitId))
    const key = own.map(({ unitId: id, from, until }) => `${id} ${from} ${until}`).join()
    const days = known.get(key) ?? closedOn(whole, own)
    known.set(key, days)
    return days
  }
}

/** The unit and all above it. */
function branchOf(unitId: string | null, parents: ReadonlyMap<string, string | null>): Set<string> {
  const branch = new Set<string>()
  for (let unit = unitId; unit !== null && !branch.has(unit); unit = parents.get(unit) ?? null)
    branch.add(unit)
  return branch
}
