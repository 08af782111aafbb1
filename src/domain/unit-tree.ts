export type Placed<Unit> = { unit: Unit; depth: number }

/**
 * Every unit once, each right below the one it belongs to, siblings in the order given. Where the unit above is not in
 * the list (it is not the reader's to see), its units stand at the top.
 */
export function unitTree<Unit extends { id: string; parentId: string | null }>(
  units: readonly Unit[],
): Placed<Unit>[] {
  const listed = new Set(units.map((unit) => unit.id))
  const below = Map.groupBy(units, ({ parentId }) =>
    parentId !== null && listed.has(parentId) ? parentId : null,
  )
  function branch(parentId: string | null, depth: number): Placed<Unit>[] {
    return (below.get(parentId) ?? []).flatMap((unit) => [{ unit, depth }, ...branch(unit.id, depth + 1)])
  }
  return branch(null, 0)
}
