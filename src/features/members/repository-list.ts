import { write } from '../../platform/sql.ts'

/** Many members at once, as JSON rows of `Member`; their units go by `joinUnitsByList` and `leaveUnitsByList`. */
export const insertMembers = write<{ rows: string; now: number }>(
  'members.insert-list',
  `INSERT INTO members (org_id, id, code, name, name_en, role, rights, closed_on, updated_at)
   SELECT :org, value ->> 'id', value ->> 'code', value ->> 'name', value ->> 'nameEn', value ->> 'role',
     value -> 'rights', value ->> 'closedOn', :now
   FROM json_each(:rows)`,
)

export const updateMembers = write<{ rows: string; now: number }>(
  'members.update-list',
  `UPDATE members SET code = value ->> 'code', name = value ->> 'name', name_en = value ->> 'nameEn',
     role = value ->> 'role', rights = value -> 'rights', closed_on = value ->> 'closedOn', updated_at = :now,
     version = iif(version = value ->> 'version', version + 1, NULL)
   FROM json_each(:rows) AS list
   WHERE members.org_id = :org AND members.id = list.value ->> 'id'`,
)

/** Rows of `{ memberId, unitId }`. */
export const joinUnitsByList = write<{ rows: string }>(
  'members.join-units-list',
  `INSERT INTO member_units (org_id, member_id, unit_id)
   SELECT :org, value ->> 'memberId', value ->> 'unitId' FROM json_each(:rows) WHERE true
   ON CONFLICT DO NOTHING`,
)

export const leaveUnitsByList = write<{ rows: string }>(
  'members.leave-units-list',
  `DELETE FROM member_units
   WHERE org_id = :org AND (member_id, unit_id) IN
     (SELECT value ->> 'memberId', value ->> 'unitId' FROM json_each(:rows))`,
)

/** Behind changes that take administrators away: where nobody is left, `role` becomes NULL, which the table refuses. */
export const requireAdmin = write<{ anybody: string }>(
  'members.require-admin',
  `UPDATE members SET role = NULL
   WHERE org_id = :org AND id = :anybody AND NOT EXISTS (
     SELECT 1 FROM members AS other
     WHERE other.org_id = :org AND other.role = 'admin' AND other.closed_on IS NULL LIMIT 1
   )`,
)
