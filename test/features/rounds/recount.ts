/** SQL that asks whether what is kept of rounds is what it should be; ?1 is the organisation. Tests and `npm run chaos` ask the same. */

/** The kept counts, a line each. */
export const keptCounts = `SELECT due_at || ' ' || unit_id || ' ' || rounds AS line FROM due_counts WHERE org_id = ?1 AND rounds <> 0
   UNION ALL SELECT 'overdue ' || unit_id || ' ' || overdue FROM unit_counts WHERE org_id = ?1 AND overdue <> 0
   ORDER BY line`

/** The same lines, counted from the rounds. */
export const recountedCounts = `WITH mark AS (
     SELECT coalesce((SELECT watermark FROM jobs WHERE org_id = ?1 AND job = 'note-overdue'), 0) AS at
   )
   SELECT due_at || ' ' || performed_by || ' ' || count(*) AS line FROM rounds, mark
   WHERE org_id = ?1 AND settled = 0 AND due_at > mark.at GROUP BY due_at, performed_by
   UNION ALL SELECT 'overdue ' || performed_by || ' ' || count(*) FROM rounds, mark
   WHERE org_id = ?1 AND settled = 0 AND due_at <= mark.at GROUP BY performed_by
   ORDER BY line`

/** Rounds whose stored `settled` or `watched` is not what the facts beside it say. */
export const strayFlags = `WITH mark AS (
     SELECT coalesce((SELECT watermark FROM jobs WHERE org_id = ?1 AND job = 'note-overdue'), 0) AS at
   ),
   facts AS (
     SELECT rounds.*, withdrawn_at IS NOT NULL OR miss_reason IS NOT NULL OR EXISTS (
       SELECT 1 FROM outcomes WHERE outcomes.org_id = ?1 AND round_id = rounds.id
     ) AS is_settled FROM rounds WHERE org_id = ?1
   )
   SELECT id, settled, watched FROM facts, mark
   WHERE settled <> is_settled OR watched <> (NOT is_settled AND miss_noted_at IS NULL AND due_at <= mark.at)`
