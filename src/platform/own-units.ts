import { leaveLasts } from './standing-in.ts'

/**
 * SQL for the units that are a member's (`members` of the statement around it), as JSON: those they belong to, those of
 * whomever of the same rank they stand in for, and, where they do not see the whole organisation anyway, all below them.
 * The branch below costs rows by its size.
 */
export function ownUnits(seesAll: string): string {
  return `(
       WITH RECURSIVE own (id) AS (
         SELECT unit_id FROM member_units WHERE org_id = :org AND member_id = members.id
         UNION
         ${unitsStoodInFor}
         UNION
         SELECT units.id FROM own JOIN units ON units.org_id = :org AND units.parent_id = own.id
         WHERE NOT (${seesAll})
       )
       SELECT json_group_array(id) FROM own
     )`
}

/** A lead's units are a lead's to look after meanwhile, a supervisor's a supervisor's: nobody rises by a leave. */
const unitsStoodInFor = `SELECT theirs.unit_id
         FROM deputies AS leave
           CROSS JOIN members AS absent ON absent.org_id = :org AND absent.id = leave.member_id AND absent.role = members.role
           CROSS JOIN member_units AS theirs ON theirs.org_id = :org AND theirs.member_id = absent.id
         WHERE leave.org_id = :org AND leave.deputy_id = members.id AND ${leaveLasts}
           AND members.role IN ('lead', 'supervisor')`
