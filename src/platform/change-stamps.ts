import { write } from './sql.ts'

/**
 * Counts the organisation's commits. The triggers of `migrations/0002_change_stamps.sql` copy the count to every unit, duty and member whose
 * rounds the same batch changes, so it has to come first in the batch.
 */
export const countCommit = write(
  'change-stamps.count-commit',
  `INSERT INTO change_stamps (org_id, scope_id, stamp) VALUES (:org, :org, 1)
   ON CONFLICT (org_id, scope_id) DO UPDATE SET stamp = stamp + 1`,
)
