import { write } from '../../platform/sql.ts'

/** What the filler writes at once that verbs write one by one; the columns mean the same. `rows` is a JSON array. */

export const insertPastOutcomes = write<{ rows: string }>(
  'demo.insert-outcomes',
  `INSERT INTO outcomes (org_id, round_id, kind, member_id, performed_at, entered_at, late_entry, confirmed_by,
     confirmed_at, code, reason, note)
   SELECT :org, value ->> 'roundId', value ->> 'kind', value ->> 'memberId', value ->> 'performedAt',
     value ->> 'enteredAt', value ->> 'lateEntry', value ->> 'confirmedBy', value ->> 'confirmedAt', value ->> 'code',
     value ->> 'reason', value ->> 'note'
   FROM json_each(:rows)`,
)

export const settlePastRounds = write<{ rows: string }>(
  'demo.settle-rounds',
  `UPDATE rounds SET touched = 1, settled = past.settled, started_at = past.started_at, started_by = past.started_by,
     checklist_version = iif(past.started_at IS NOT NULL AND checklist_id IS NOT NULL, 1, NULL),
     miss_noted_at = past.miss_noted_at, miss_reason = past.miss_reason, miss_reason_by = past.miss_reason_by,
     miss_reason_at = past.miss_reason_at, miss_acknowledged_by = past.miss_acknowledged_by,
     miss_acknowledged_at = past.miss_acknowledged_at, version = version + 1, updated_at = past.updated_at
   FROM (
     SELECT value ->> 'id' AS id, value ->> 'settled' AS settled, value ->> 'startedAt' AS started_at,
       value ->> 'startedBy' AS started_by, value ->> 'missNotedAt' AS miss_noted_at,
       value ->> 'missReason' AS miss_reason, value ->> 'missReasonBy' AS miss_reason_by,
       value ->> 'missReasonAt' AS miss_reason_at, value ->> 'missAcknowledgedBy' AS miss_acknowledged_by,
       value ->> 'missAcknowledgedAt' AS miss_acknowledged_at, value ->> 'updatedAt' AS updated_at
     FROM json_each(:rows)
   ) AS past
   WHERE rounds.org_id = :org AND rounds.id = past.id`,
)

export const insertPastAnswers = write<{ rows: string }>(
  'demo.insert-answers',
  `INSERT INTO answers (org_id, round_id, id, item, value, note, answered_at, entered_at, member_id)
   SELECT :org, value ->> 'roundId', value ->> 'id', value ->> 'item', value ->> 'value', value ->> 'note',
     value ->> 'at', value ->> 'at', value ->> 'memberId'
   FROM json_each(:rows)`,
)

export const insertPastAudit = write<{ rows: string }>(
  'demo.insert-audit',
  `INSERT INTO audit (org_id, seq, at, member_id, action, subject_id, unit_id, before, after, request_id)
   SELECT :org,
     coalesce((SELECT seq FROM audit WHERE org_id = :org ORDER BY seq DESC LIMIT 1), 0) + 1 + CAST(entry.key AS INTEGER),
     entry.value ->> 'at', entry.value ->> 'memberId', entry.value ->> 'action', entry.value ->> 'subjectId',
     entry.value ->> 'unitId', NULL, entry.value ->> 'after', 'demo'
   FROM json_each(:rows) AS entry`,
)

/** The counters as they stand once everybody in the past has done what they did. */
export const recountPast = [
  write<{ now: number }>(
    'demo.set-watermark',
    `INSERT INTO jobs (org_id, job, watermark, ran_at) VALUES (:org, 'note-overdue', :now, :now)
     ON CONFLICT (org_id, job) DO UPDATE SET watermark = :now, ran_at = :now`,
  ),
  write<{ now: number }>('demo.clear-due-counts', `DELETE FROM due_counts WHERE org_id = :org AND :now > 0`),
  write<{ now: number }>(
    'demo.clear-unit-counts',
    `DELETE FROM unit_counts WHERE org_id = :org AND :now > 0`,
  ),
  write<{ now: number }>(
    'demo.recount-due',
    `INSERT INTO due_counts (org_id, due_at, unit_id, rounds)
     SELECT :org, due_at, performed_by, count(*) FROM rounds
     WHERE org_id = :org AND settled = 0 AND due_at > :now GROUP BY due_at, performed_by`,
  ),
  write<{ now: number }>(
    'demo.recount-overdue',
    `INSERT INTO unit_counts (org_id, unit_id, overdue)
     SELECT :org, performed_by, count(*) FROM rounds
     WHERE org_id = :org AND settled = 0 AND due_at <= :now GROUP BY performed_by`,
  ),
  write<{ now: number }>(
    'demo.rewatch',
    `UPDATE rounds SET watched = settled = 0 AND due_at <= :now AND miss_noted_at IS NULL WHERE org_id = :org`,
  ),
] as const
