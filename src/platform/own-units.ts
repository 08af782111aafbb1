/**
 * SQL for the units that are a member's (`members` of the statement around it), as JSON: those they belong to and, where they
 * do not see the whole organisation anyway, all below them. The branch below costs rows by its size.
 */
export function ownUnits(seesAll: string): string {
  return `(
       WITH RECURSIVE own (id) AS (
         SELECT unit_id FROM member_units WHERE org_id = :org AND member_id = members.id
         UNION
         SELECT units.id FROM own JOIN units ON units.org_id = :org AND units.parent_id = own.id
         WHERE NOT (${seesAll})
       )
       SELECT json_group_array(id) FROM own
     )`
}
