import { doesRounds, roles } from '../../domain/access.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { nextAuditSeqText } from '../../platform/audit.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'

type Leaving = {
  /** as JSON */
  memberIds: string
  /** null: whoever of the performing unit comes first */
  handOverTo: string | null
  now: Instant
  /** who has it done, and in which request: for the audit trail */
  doneBy: string | null
  requestId: string
}

/**
 * Everything unsettled that is assigned to these members goes to somebody else or back to the unit, however much it is, each
 * round with its entry of the audit trail. The counts stay: neither unit nor due time changes.
 */
export function handOverAllRounds(leaving: Leaving): BoundWrite[] {
  const { memberIds, handOverTo, now } = leaving
  return [noteHandingOver(leaving), handOverAll({ memberIds, handOverTo, now })]
}

/** For writes: who a round is assigned to, or nobody where that member was closed or does no rounds by now. */
export function openAssigneeText(memberId: string): string {
  return `(SELECT hand.id FROM members AS hand WHERE hand.org_id = :org AND hand.id = ${memberId}
     AND hand.closed_on IS NULL AND hand.role IN (${doingText}))`
}

const doingText = roles
  .filter(doesRounds)
  .map((role) => `'${role}'`)
  .join(', ')

const ofLeaver = `rounds.org_id = :org AND rounds.assignee_id IN (SELECT value FROM json_each(:memberIds)) AND rounds.settled = 0`

const noteHandingOver = write<Leaving>(
  'rounds.note-handing-over',
  `INSERT INTO audit (org_id, seq, at, member_id, action, subject_id, unit_id, before, after, request_id)
   SELECT :org, ${nextAuditSeqText} + row_number() OVER (ORDER BY due_at, id) - 1, :now, :doneBy, 'round.handed-over', id,
     performed_by, json_object('assigneeId', assignee_id, 'performedBy', performed_by),
     json_object('assigneeId', ${openAssigneeText(':handOverTo')}, 'performedBy', performed_by), :requestId
   FROM rounds WHERE ${ofLeaver}`,
)

const handOverAll = write<Pick<Leaving, 'memberIds' | 'handOverTo' | 'now'>>(
  'rounds.hand-over-all',
  `UPDATE rounds SET assignee_id = ${openAssigneeText(':handOverTo')}, touched = 1, version = version + 1, updated_at = :now
   WHERE ${ofLeaver}`,
)
