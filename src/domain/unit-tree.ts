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
