import type { FieldFault } from '../errors.ts'
import { lineOfDraft, type Line } from './line.ts'
import type { UnitState } from './plan-units.ts'

/**
 * Refuses the lines that would not leave a tree: below itself, below something that is closed or left out, closed with
 * units below it. A line that is left out may be what another one needed: again, until all that are left hold together.
 */
export function settleTree(
  lines: readonly Line<UnitState>[],
  units: readonly UnitState[],
  held: ReadonlySet<string>,
): void {
  for (let found = true; found;) {
    found = false
    const tree = treeWith(lines, units)
    const withOpenBelow = new Set(
      [...tree.values()].filter(({ closedOn }) => closedOn === null).map(({ parentId }) => parentId),
    )
    for (const line of lines) {
      if (line.faults.length > 0) continue
      const fault = faultIn(line, tree, withOpenBelow, held)
      if (!fault) continue
      line.faults.push(fault)
      found = true
    }
  }
}

type Tree = ReadonlyMap<string, UnitState>

/** The units as they would be. */
function treeWith(lines: readonly Line<UnitState>[], units: readonly UnitState[]): Tree {
  const sound = lines.filter(({ faults }) => faults.length === 0)
  return new Map([...units, ...sound.map(({ after }) => after)].map((unit) => [unit.id, unit]))
}

function faultIn(
  { before, after }: Line<UnitState>,
  tree: Tree,
  withOpenBelow: ReadonlySet<string | null>,
  held: ReadonlySet<string>,
): FieldFault | null {
  const isMoved = before === null || before.parentId !== after.parentId
  if (isMoved && after.parentId !== null) {
    const parent = tree.get(after.parentId)
    if (!parent) return leftOut(after.parentId)
    if (parent.closedOn !== null && after.closedOn === null)
      return { path: 'parent', code: 'cell-closed-unit', params: { text: parent.name } }
    if (isAbove(after, parent, tree)) return { path: 'parent', code: 'own-ancestor' }
  }
  const isClosing = after.closedOn !== null && before?.closedOn === null
  if (isClosing && (withOpenBelow.has(after.id) || held.has(after.id)))
    return { path: 'state', code: withOpenBelow.has(after.id) ? 'line-units-below' : 'line-unit-in-use' }
  return null
}

function leftOut(parentId: string): FieldFault {
  return { path: 'parent', code: 'line-parent-left-out', params: { other: lineOfDraft(parentId) ?? 0 } }
}

function isAbove(unit: UnitState, below: UnitState, tree: Tree): boolean {
  const seen = new Set<string>()
  for (let one: UnitState | undefined = below; one && !seen.has(one.id); one = tree.get(one.parentId ?? '')) {
    if (one.id === unit.id) return true
    seen.add(one.id)
  }
  return false
}
