/** A unit's order among its neighbours is a whole number up to this one. */
export const mostOrder = 100_000

type Node = { id: string; parentId: string | null }

export type Branch<Unit> = { unit: Unit; below: Branch<Unit>[] }

/**
 * The units as a tree, siblings in the order given. Where the unit above is not in the list (it is not the reader's to
 * see), its units stand at the top.
 */
export function unitTree<Unit extends Node>(units: readonly Unit[]): Branch<Unit>[] {
  const listed = new Set(units.map((unit) => unit.id))
  const siblings = Map.groupBy(units, ({ parentId }) =>
    parentId !== null && listed.has(parentId) ? parentId : null,
  )
  function below(parentId: string | null): Branch<Unit>[] {
    return (siblings.get(parentId) ?? []).map((unit) => ({ unit, below: below(unit.id) }))
  }
  return below(null)
}

/** Every unit of a tree once, each right after the one it belongs to. */
export function inTreeOrder<Unit>(
  branches: readonly Branch<Unit>[],
  depth = 0,
): { unit: Unit; depth: number }[] {
  return branches.flatMap(({ unit, below }) => [{ unit, depth }, ...inTreeOrder(below, depth + 1)])
}

/** These units and all below them. */
export function unitsBelow(units: readonly Node[], ids: readonly string[]): Set<string> {
  const reached = new Set(ids)
  // A set is walked to its end while it grows.
  for (const id of reached) {
    for (const unit of units) if (unit.parentId === id) reached.add(unit.id)
  }
  return reached
}

/** These units and all above them; a circle of parents ends where it closes. */
export function unitsAbove(units: readonly Node[], ids: readonly string[]): Set<string> {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const reached = new Set(ids)
  for (const id of reached) {
    const parent = parents.get(id)
    if (typeof parent === 'string') reached.add(parent)
  }
  return reached
}
