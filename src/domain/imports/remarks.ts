import { seesAll } from '../access.ts'
import { outcomeOf, type Line, type Thing } from './line.ts'
import type { MemberState } from './plan-members.ts'
import type { UnitState } from './plan-units.ts'
import type { Row } from './rows.ts'

/** What a list leaves as it is, or leaves out, and its sender may not have meant; none of it is a fault. */

/** On the list as if they were there, though they are closed and nothing says that they should be open again. */
export function stillClosed<T extends Thing>(rows: readonly Row[], lines: readonly Line<T>[]): Line<T>[] {
  const silent = new Set(rows.filter(({ cells }) => !cells.state).map(({ line }) => line))
  return lines.filter(
    (line) => silent.has(line.line) && outcomeOf(line) !== 'faulty' && line.after.closedOn !== null,
  )
}

/** Units that would be called as another one is. */
export function unitNamesakes(
  units: readonly UnitState[],
  lines: readonly Line<UnitState>[],
): Line<UnitState>[] {
  const there = new Map(units.map(({ id, name }) => [id, name]))
  const sound = lines.filter((line) => outcomeOf(line) !== 'faulty')
  for (const { after } of sound) there.set(after.id, after.name)
  const bearers = Map.groupBy(there.values(), (name) => name)
  return sound.filter(
    (line) => outcomeOf(line) !== 'unchanged' && (bearers.get(line.after.name)?.length ?? 0) > 1,
  )
}

/** People whose account would go on under another name: a married name, or a column that slipped by a line. */
export function renamed(lines: readonly Line<MemberState>[]): Line<MemberState>[] {
  return lines.filter(
    (line) => outcomeOf(line) === 'changed' && line.before !== null && line.before.name !== line.after.name,
  )
}

/** New people who would find nothing to do or to read: they belong nowhere, and only few roles see everything. */
export function withoutUnits(lines: readonly Line<MemberState>[]): Line<MemberState>[] {
  return lines.filter((line) => {
    const { after } = line
    return (
      outcomeOf(line) === 'new' && after.closedOn === null && !seesAll(after) && after.unitIds.length === 0
    )
  })
}
