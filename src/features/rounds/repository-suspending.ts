import type { Instant } from '../../domain/time/zone.ts'
import { write } from '../../platform/sql.ts'

/** Never missed: they stay overdue until somebody decides. */
export const spareRounds = write<{ ids: string; now: Instant }>(
  'rounds.spare',
  `UPDATE rounds SET misses_at = NULL, version = version + 1, updated_at = :now
   WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids)) AND settled = 0 AND miss_noted_at IS NULL`,
)
