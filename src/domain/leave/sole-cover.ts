import { doesRounds, type Role } from '../access.ts'
import { unitsAbove, unitsBelow } from '../unit-tree.ts'

type Unit = { id: string; parentId: string | null }
type Person = { id: string; role: Role; unitId: string }

/** Units that would be left without anybody; of a branch only the topmost. */
export type SoleCover = { lead: string[]; performer: string[] }

/**
 * Where a member is the only lead, or the only one to do rounds: `people` are those of the member's units, of those below
 * and of those above, once for each unit they belong to. Supervisors do not count: they see to all units and to none.
 */
export function soleCover(
  units: readonly Unit[],
  people: readonly Person[],
  member: { id: string; role: Role; unitIds: readonly string[] },
): SoleCover {
  const own = unitsBelow(units, member.unitIds)
  const others = people.filter(({ id, role }) => id !== member.id && role !== 'supervisor')
  const leads = others.filter(({ role }) => role === 'lead')
  const performers = others.filter(({ role }) => doesRounds(role))
  const left = (some: readonly Person[]) =>
    topmost(
      units,
      [...own].filter((unit) => !isCovered(units, unit, some)),
    )
  return {
    lead: member.role === 'lead' ? left(leads) : [],
    performer: member.role === 'lead' || member.role === 'inspector' ? left(performers) : [],
  }
}

/** Whether one of these people belongs to the unit or to one above it. */
function isCovered(units: readonly Unit[], unit: string, people: readonly Person[]): boolean {
  const above = unitsAbove(units, [unit])
  return people.some(({ unitId }) => above.has(unitId))
}

function topmost(units: readonly Unit[], ids: readonly string[]): string[] {
  const listed = new Set(ids)
  return units.filter(({ id, parentId }) => listed.has(id) && !listed.has(parentId ?? '')).map(({ id }) => id)
}
