import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { write } from '../../platform/sql.ts'
import { openAssigneeText } from './repository-leaving.ts'
import { overdueWatermarkText } from './repository.ts'

/** What happens to one round. Those that take a `version` fail the batch where the round changed since it was read. */
type Seen = { id: string; version: number; now: Instant }

const nextVersion = `updated_at = :now, version = iif(version = :version, version + 1, NULL)`
const seenRound = `WHERE org_id = :org AND id = :id`

/** Done or excused: nobody has anything left to do. `leaveCounts` stands before it in the batch. */
export const settleRound = write<Seen & { checklistVersion: number | null }>(
  'rounds.settle',
  `UPDATE rounds SET settled = 1, watched = 0, touched = 1,
     checklist_version = coalesce(checklist_version, :checklistVersion), ${nextVersion} ${seenRound}`,
)

/** The outcome was taken away; nobody who has left gets it back. `enterCounts` stands after it in the batch. */
export const unsettleRound = write<Seen>(
  'rounds.unsettle',
  `UPDATE rounds SET settled = miss_reason IS NOT NULL, assignee_id = ${openAssigneeText('assignee_id')},
     watched = miss_reason IS NULL AND miss_noted_at IS NULL AND due_at <= ${overdueWatermarkText}, ${nextVersion} ${seenRound}`,
)

/** Somebody's doing that changes neither times nor state: a request, a correction, a confirmation. */
export const touchRound = write<Seen>(
  'rounds.touch',
  `UPDATE rounds SET touched = 1, ${nextVersion} ${seenRound}`,
)

export const startRound = write<Seen & { memberId: string; checklistVersion: number }>(
  'rounds.start',
  `UPDATE rounds SET started_at = :now, started_by = :memberId, checklist_version = :checklistVersion, touched = 1,
     hidden_until = NULL, ${nextVersion} ${seenRound}`,
)

/** A drawn round that was done before its day is a secret no more. */
export const revealRound = write<{ id: string }>(
  'rounds.reveal',
  `UPDATE rounds SET hidden_until = NULL ${seenRound}`,
)

/** Fails the batch where the round was done, excused or withdrawn meanwhile; changes nothing else. */
export const requireUnfinishedRound = write<{ id: string }>(
  'rounds.require-unfinished',
  `UPDATE rounds SET touched = iif(
     withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM outcomes WHERE org_id = :org AND round_id = :id), 1, NULL
   ) ${seenRound}`,
)

type PlaceValues = {
  plannedOn: Day
  startsAt: Instant | null
  dueAt: Instant
  missesAt: Instant | null
  hiddenUntil: Instant | null
  firstDueAt: Instant | null
  postponeReason: string | null
  assigneeId: string | null
  performedBy: string
}

/** `leaveCounts` stands before it in the batch, `enterCounts` after it. */
export const moveRound = write<Seen & PlaceValues>(
  'rounds.move',
  `UPDATE rounds SET planned_on = :plannedOn, starts_at = :startsAt, due_at = :dueAt, misses_at = :missesAt,
     hidden_until = :hiddenUntil, first_due_at = :firstDueAt, postpone_reason = :postponeReason,
     assignee_id = ${openAssigneeText(':assigneeId')}, performed_by = :performedBy, touched = 1,
     watched = settled = 0 AND miss_noted_at IS NULL AND :dueAt <= ${overdueWatermarkText}, ${nextVersion} ${seenRound}`,
)

/** Why it was missed: nothing is left to do. `leaveCounts` stands before it in the batch. */
export const explainMiss = write<Seen & { reason: string; memberId: string }>(
  'rounds.explain-miss',
  `UPDATE rounds SET miss_reason = :reason, miss_reason_by = :memberId, miss_reason_at = :now,
     miss_noted_at = coalesce(miss_noted_at, :now), settled = 1, watched = 0, touched = 1, ${nextVersion} ${seenRound}`,
)

export const acknowledgeMiss = write<Seen & { memberId: string }>(
  'rounds.acknowledge-miss',
  `UPDATE rounds SET miss_acknowledged_by = :memberId, miss_acknowledged_at = :now, ${nextVersion} ${seenRound}`,
)

type OutcomeValues = {
  roundId: string
  kind: 'done' | 'excused'
  memberId: string
  performedAt: Instant
  lateEntry: number
  code: string | null
  reason: string | null
  note: string | null
  idempotencyKey: string | null
  now: Instant
}

/** The key of the table lets only one of several win; the batches of the others fail. */
export const insertOutcome = write<OutcomeValues>(
  'outcomes.insert',
  `INSERT INTO outcomes (org_id, round_id, kind, member_id, performed_at, entered_at, late_entry, code, reason, note,
     idempotency_key)
   VALUES (:org, :roundId, :kind, :memberId, :performedAt, :now, :lateEntry, :code, :reason, :note, :idempotencyKey)`,
)

/** The only row that is ever removed: the audit entry of the same batch keeps it. */
export const deleteOutcome = write<{ roundId: string }>(
  'outcomes.delete',
  `DELETE FROM outcomes WHERE org_id = :org AND round_id = :roundId`,
)

export const confirmOutcome = write<{ roundId: string; memberId: string; now: Instant }>(
  'outcomes.confirm',
  `UPDATE outcomes SET confirmed_by = :memberId, confirmed_at = :now WHERE org_id = :org AND round_id = :roundId`,
)

export const insertExcuseRequest = write<{
  roundId: string
  memberId: string
  code: string
  reason: string
  now: Instant
}>(
  'excuse-requests.insert',
  `INSERT INTO excuse_requests (org_id, round_id, member_id, asked_at, code, reason)
   VALUES (:org, :roundId, :memberId, :now, :code, :reason)`,
)

/** Decides what waits; changes nothing where nothing does. */
export const decideExcuseRequest = write<{
  roundId: string
  granted: number
  memberId: string
  reason: string | null
  now: Instant
}>(
  'excuse-requests.decide',
  `UPDATE excuse_requests SET granted = :granted, decided_by = :memberId, decided_at = :now, decision_reason = :reason
   WHERE org_id = :org AND round_id = :roundId AND granted IS NULL`,
)

/** `rows`: JSON array of { id, item, value, note, answeredAt }; an id that is there already is ignored. */
export const insertAnswers = write<{
  roundId: string
  rows: string
  memberId: string
  reason: string | null
  now: Instant
}>(
  'answers.insert',
  `INSERT INTO answers (org_id, round_id, id, item, value, note, answered_at, entered_at, member_id, reason)
   SELECT :org, :roundId, value ->> 'id', value ->> 'item', value ->> 'value', value ->> 'note', value ->> 'answeredAt',
     :now, :memberId, :reason
   FROM json_each(:rows)
   WHERE true
   ON CONFLICT (org_id, round_id, id) DO NOTHING`,
)
