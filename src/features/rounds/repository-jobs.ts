import type { Instant } from '../../domain/time/zone.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'

type Span = { from: Instant; to: Instant }

/**
 * What passed its due time after `from` and up to `to` is overdue from now on. The first write claims the step: where another
 * run was quicker, its NULL watermark fails the whole batch.
 */
export function foldOverdue(span: Span, now: Instant): BoundWrite[] {
  return [moveWatermark({ ...span, now }), foldDueCounts(span), clearDueCounts(span), watchOverdue(span)]
}

const moveWatermark = write<Span & { now: Instant }>(
  'rounds.move-overdue-watermark',
  `INSERT INTO jobs (org_id, job, watermark, ran_at) VALUES (:org, 'note-overdue', :to, :now)
   ON CONFLICT (org_id, job) DO UPDATE SET watermark = iif(watermark = :from, :to, NULL), ran_at = :now`,
)

const foldDueCounts = write<Span>(
  'rounds.fold-due-counts',
  `INSERT INTO unit_counts (org_id, unit_id, overdue)
   SELECT :org, unit_id, sum(rounds) FROM due_counts WHERE org_id = :org AND due_at > :from AND due_at <= :to
   GROUP BY unit_id
   ON CONFLICT (org_id, unit_id) DO UPDATE SET overdue = overdue + excluded.overdue`,
)

const clearDueCounts = write<Span>(
  'rounds.clear-due-counts',
  `DELETE FROM due_counts WHERE org_id = :org AND due_at > :from AND due_at <= :to`,
)

const watchOverdue = write<Span>(
  'rounds.watch-overdue',
  `UPDATE rounds SET watched = 1
   WHERE org_id = :org AND due_at > :from AND due_at <= :to AND settled = 0 AND miss_noted_at IS NULL`,
)

/** `rows`: JSON array of { id, version } as they were read; one that changed meanwhile fails the batch. */
export const noteMisses = write<{ rows: string; now: Instant }>(
  'rounds.note-misses',
  `UPDATE rounds SET miss_noted_at = :now, touched = 1, watched = 0, updated_at = :now,
     version = iif(version = seen.value ->> 'version', version + 1, NULL)
   FROM json_each(:rows) AS seen
   WHERE rounds.org_id = :org AND rounds.id = seen.value ->> 'id'`,
)

export const noteRun = write<{ job: 'note-missed'; now: Instant }>(
  'rounds.note-run',
  `INSERT INTO jobs (org_id, job, watermark, ran_at) VALUES (:org, :job, :now, :now)
   ON CONFLICT (org_id, job) DO UPDATE SET watermark = :now, ran_at = :now`,
)
