import type { Actor } from '../domain/access.ts'
import { leaveLasts } from './standing-in.ts'

/**
 * SQL for where a member (`members` of the statement around it) belongs, as JSON for `placesOf`: the units they belong to, those
 * of whomever of the same rank they stand in for and, where they do not see the whole organisation anyway, all below and above
 * these and the duties they join. The branch below costs rows by its size.
 */
export function ownPlaces(seesAll: string): string {
  return `(
       WITH RECURSIVE own (id, place) AS (
         SELECT unit_id, 'direct' FROM member_units WHERE org_id = :org AND member_id = members.id
         UNION
         ${unitsStoodInFor}
         UNION
         SELECT units.id, 'below' FROM own CROSS JOIN units ON units.org_id = :org AND units.parent_id = own.id
         WHERE NOT (${seesAll}) AND own.place <> 'above'
         UNION
         SELECT units.parent_id, 'above' FROM own CROSS JOIN units ON units.org_id = :org AND units.id = own.id
         WHERE NOT (${seesAll}) AND own.place <> 'below' AND units.parent_id IS NOT NULL
       )
       SELECT json_group_object(place, json(ids)) FROM (
         SELECT place, json_group_array(id) AS ids FROM own GROUP BY place
         UNION ALL
         SELECT 'joint', json_group_array(DISTINCT duty_id) FROM own
           CROSS JOIN joint_duties ON joint_duties.org_id = :org AND joint_duties.unit_id = own.id
         WHERE NOT (${seesAll}) AND own.place <> 'above'
       )
     )`
}

/** A lead's units are a lead's to look after meanwhile, a supervisor's a supervisor's: nobody rises by a leave. */
const unitsStoodInFor = `SELECT theirs.unit_id, 'direct'
         FROM deputies AS leave
           CROSS JOIN members AS absent ON absent.org_id = :org AND absent.id = leave.member_id AND absent.role = members.role
           CROSS JOIN member_units AS theirs ON theirs.org_id = :org AND theirs.member_id = absent.id
         WHERE leave.org_id = :org AND leave.deputy_id = members.id AND ${leaveLasts}
           AND members.role IN ('lead', 'supervisor')`

export type Places = Pick<Actor, 'ownUnits' | 'memberOf' | 'unitsAbove' | 'jointDuties'>

export function placesOf(json: string): Places {
  const { direct = [], below = [], above = [], joint = [] } = JSON.parse(json) as PlacesJson
  return {
    ownUnits: new Set([...direct, ...below]),
    memberOf: new Set(direct),
    unitsAbove: new Set(above),
    jointDuties: new Set(joint),
  }
}

type PlacesJson = { direct?: string[]; below?: string[]; above?: string[]; joint?: string[] }
