import { members } from '../hospital/members.ts'
import { units } from '../hospital/units.ts'
import { idOfSlug, oneOf } from './ids.ts'

export type Performers = {
  /** who of the unit did it; `words` choose among several */
  of(unitId: string, ...words: string[]): string
  /** who answers for the unit: its lead, or the nearest one above */
  leadOf(unitId: string): string
}

export function performersByUnit(): Performers {
  const doers = new Map<string, string[]>()
  const leads = new Map<string, string>()
  for (const member of members) {
    const id = idOfSlug('member', member.slug)
    for (const unit of member.units.map((slug) => idOfSlug('unit', slug))) {
      if (member.role === 'inspector' || member.role === 'lead')
        doers.set(unit, [...(doers.get(unit) ?? []), id])
      if (member.role === 'lead' || member.role === 'supervisor') leads.set(unit, leads.get(unit) ?? id)
    }
  }
  const supervisor = members.find(({ persona }) => persona === 'supervisor')
  const last = idOfSlug('member', supervisor?.slug ?? '')
  const parents = new Map(
    units.map(({ slug, parent }) => [
      idOfSlug('unit', slug),
      parent === null ? null : idOfSlug('unit', parent),
    ]),
  )

  function leadOf(unitId: string): string {
    const above = parents.get(unitId)
    return leads.get(unitId) ?? (above ? leadOf(above) : last)
  }
  return {
    leadOf,
    of: (unitId, ...words) => oneOf(doers.get(unitId) ?? [leadOf(unitId)], 'performer', ...words),
  }
}
