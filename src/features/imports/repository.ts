import type { ImportKind } from '../../domain/imports/words.ts'
import { write } from '../../platform/sql.ts'

export const insertImport = write<{
  id: string
  memberId: string
  kind: ImportKind
  fileName: string
  content: string
  expiresAt: number
}>(
  'imports.insert',
  `INSERT INTO imports (org_id, id, member_id, kind, file_name, content, expires_at)
   VALUES (:org, :id, :memberId, :kind, :fileName, :content, :expiresAt)`,
)

/** Only the figures stay; of two who say yes at once one fails. */
export const markApplied = write<{ id: string; content: string }>(
  'imports.mark-applied',
  `UPDATE imports SET applied = iif(applied = 0, 1, NULL), content = :content WHERE org_id = :org AND id = :id`,
)

export const deleteExpired = write<{ now: number }>(
  'imports.delete-expired',
  `DELETE FROM imports WHERE org_id = :org AND expires_at BETWEEN 0 AND :now`,
)
