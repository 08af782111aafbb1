import type { Role } from '../../domain/access.ts'
import { write } from '../../platform/sql.ts'

type MemberValues = {
  id: string
  code: string | null
  name: string
  nameEn: string | null
  role: Role
  rights: string
  now: number
}

export const insertMember = write<MemberValues>(
  'members.insert',
  `INSERT INTO members (org_id, id, code, name, name_en, role, rights, updated_at)
   VALUES (:org, :id, :code, :name, :nameEn, :role, :rights, :now)`,
)

/**
 * A change that would leave nobody to administer makes `role` NULL, which the table refuses: of two administrators who
 * close each other at the same moment, one stays.
 */
export const updateMember = write<MemberValues & { closedOn: number | null; version: number }>(
  'members.update',
  `UPDATE members SET code = :code, name = :name, name_en = :nameEn, rights = :rights, closed_on = :closedOn,
     updated_at = :now,
     role = CASE
       WHEN role = 'admin' AND closed_on IS NULL AND (:role <> 'admin' OR :closedOn IS NOT NULL)
         AND NOT EXISTS (
           SELECT 1 FROM members AS other
           WHERE other.org_id = :org AND other.id <> :id AND other.role = 'admin' AND other.closed_on IS NULL
           LIMIT 1
         )
       THEN NULL ELSE :role END,
     version = iif(version = :version, version + 1, NULL)
   WHERE org_id = :org AND id = :id`,
)

/** Units left are taken away, units joined are added, the others stay as they are. */
export const leaveUnits = write<{ id: string; unitIds: string }>(
  'members.leave-units',
  `DELETE FROM member_units
   WHERE org_id = :org AND member_id = :id AND unit_id NOT IN (SELECT value FROM json_each(:unitIds))`,
)

export const joinUnits = write<{ id: string; unitIds: string }>(
  'members.join-units',
  `INSERT INTO member_units (org_id, member_id, unit_id)
   SELECT :org, :id, value FROM json_each(:unitIds) WHERE true
   ON CONFLICT DO NOTHING`,
)
