import type { Actor } from '../domain/access.ts'
import { leaveLasts } from './standing-in.ts'

/**
 * SQL for where a member (`members` of the statement around it) belongs, as JSON for `placesOf`: the units they belong to, those
 * of whomever of the same rank they stand in for and, where they do not see the whole organisation anyway, all below and above
 * these. The branch below costs rows by its size; what lies above is looked up only while any round of the organisation is
 * hidden, for it says from whom.
 */
export function ownPlaces(seesAll: string): string {
  return `(
       WITH RECURSIVE own (id, place) AS (
         SELECT unit_id, 'direct' FROM member_units WHERE org_id = :org AND member_id = members.id
         UNION
         ${unitsStoodInFor}
         UNION
         SELECT units.id, 'below' FROM own CROSS JOIN units ON units.org_id = :org AND units.parent_id = own.id
         WHERE NOT (${seesAll}) AND own.place IN ('direct', 'below')
         UNION
         SELECT units.parent_id, 'above' FROM own CROSS JOIN units ON units.org_id = :org AND units.id = own.id
         WHERE NOT (${seesAll}) AND own.place IN ('direct', 'above') AND units.parent_id IS NOT NULL
           AND (SELECT 1 FROM rounds WHERE rounds.org_id = :org AND hidden_until > :now LIMIT 1)
       )
       SELECT json_group_array(json_array(place, id)) FROM own
     )`
}

/** A lead's units are a lead's to look after meanwhile, a supervisor's a supervisor's: nobody rises by a leave. */
const unitsStoodInFor = `SELECT theirs.unit_id, 'direct'
         FROM deputies AS leave
           CROSS JOIN members AS absent ON absent.org_id = :org AND absent.id = leave.member_id AND absent.role = members.role
           CROSS JOIN member_units AS theirs ON theirs.org_id = :org AND theirs.member_id = absent.id
         WHERE leave.org_id = :org AND leave.deputy_id = members.id AND ${leaveLasts}
           AND members.role IN ('lead', 'supervisor')`

export type Places = Pick<Actor, 'ownUnits' | 'memberOf' | 'unitsAbove'>

export function placesOf(json: string): Places {
  const places = JSON.parse(json) as [place: 'direct' | 'below' | 'above', id: string][]
  const idsOf = (...wanted: string[]) =>
    new Set(places.filter(([place]) => wanted.includes(place)).map(([, id]) => id))
  return {
    ownUnits: idsOf('direct', 'below'),
    memberOf: idsOf('direct'),
    unitsAbove: idsOf('above'),
  }
}
