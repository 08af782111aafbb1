import type { Instant } from '../../domain/time/zone.ts'
import { write } from '../../platform/sql.ts'
import { openAssigneeText } from './repository-leaving.ts'
import { overdueWatermarkText } from './repository.ts'

/**
 * What happens to several rounds at once. `rows`: JSON array of { id, version }; the batch fails where one of them changed
 * since it was read.
 */
type Seen = { rows: string; now: Instant }

const nextVersion = `updated_at = :now, version = iif(rounds.version = seen.value ->> 'version', rounds.version + 1, NULL)`
const seenRounds = `FROM json_each(:rows) AS seen WHERE rounds.org_id = :org AND rounds.id = seen.value ->> 'id'`

/** `leaveCountsOf` stands before it in the batch, `enterCountsOf` after it. */
export const handOverRounds = write<Seen & { assigneeId: string | null; performedBy: string | null }>(
  'rounds.hand-over-several',
  `UPDATE rounds SET assignee_id = ${openAssigneeText(':assigneeId')},
     performed_by = coalesce(:performedBy, performed_by), touched = 1, ${nextVersion} ${seenRounds}`,
)

/** `rows` hold the new times too. `leaveCountsOf` stands before it in the batch, `enterCountsOf` after it. */
export const moveRounds = write<Seen & { reason: string | null }>(
  'rounds.move-several',
  `UPDATE rounds SET planned_on = seen.value ->> 'plannedOn', starts_at = seen.value ->> 'startsAt',
     opens_at = seen.value ->> 'opensAt', misses_at = seen.value ->> 'missesAt', hidden_until = seen.value ->> 'hiddenUntil',
     postpone_reason = iif(due_at = seen.value ->> 'dueAt', postpone_reason, :reason), due_at = seen.value ->> 'dueAt',
     first_due_at = seen.value ->> 'firstDueAt', touched = 1,
     watched = settled = 0 AND miss_noted_at IS NULL AND seen.value ->> 'dueAt' <= ${overdueWatermarkText},
     ${nextVersion} ${seenRounds}`,
)

/** `leaveCountsOf` stands before it in the batch. */
export const settleRounds = write<Seen>(
  'rounds.settle-several',
  `UPDATE rounds SET settled = 1, watched = 0, touched = 1, ${nextVersion} ${seenRounds}`,
)

type Excuse = { ids: string; memberId: string; code: string; reason: string; now: Instant }

/** Asked and granted in one. */
export const insertGrantedRequests = write<Excuse>(
  'excuse-requests.insert-granted',
  `INSERT INTO excuse_requests (org_id, round_id, member_id, asked_at, code, reason, granted, decided_by, decided_at)
   SELECT :org, value, :memberId, :now, :code, :reason, 1, :memberId, :now FROM json_each(:ids)`,
)

export const insertExcuses = write<Excuse>(
  'outcomes.insert-excuses',
  `INSERT INTO outcomes (org_id, round_id, kind, member_id, performed_at, entered_at, late_entry, code, reason)
   SELECT :org, value, 'excused', :memberId, :now, :now, 0, :code, :reason FROM json_each(:ids)`,
)
