import { write } from '../../platform/sql.ts'

export const deleteSession = write<{ memberId: string; id: string }>(
  'sessions.delete-one',
  `DELETE FROM sessions WHERE org_id = :org AND member_id = :memberId AND id = :id`,
)

/** `keptId` is '' where none is kept. */
export const deleteSessions = write<{ memberId: string; keptId: string }>(
  'sessions.delete-of-member',
  `DELETE FROM sessions WHERE org_id = :org AND member_id = :memberId AND id <> :keptId`,
)
