import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { hiddenColumn, type HiddenParams } from './queries-hidden.ts'
import { outcomeColumn, toOutcome, toRound, type Outcome, type Round, type RoundRow } from './queries.ts'

/** One line of a round's history: who did what, when, for whom, and why where a reason was given. */
export type Change = {
  at: Instant
  memberId: string | null
  action: string
  reason: string | null
  /** the member on leave whom they stood in for */
  onBehalfOf: string | null
}

type ChangeRow = Omit<Change, 'memberId' | 'onBehalfOf'> & {
  member_id: string | null
  on_behalf_of: string | null
}

const selectChanges = query<ChangeRow, { id: string; limit: number }>(
  'rounds.changes',
  `SELECT at, member_id, action, after ->> '$.reason' AS reason,
     after ->> '$.onBehalfOf' AS on_behalf_of
   FROM audit
   WHERE org_id = :org AND subject_id = :id ORDER BY seq DESC LIMIT :limit`,
)

/** The last changes of a round, newest first. */
export async function changesOf(store: Store, roundId: string, limit: number): Promise<Change[]> {
  const rows = await store.all(selectChanges({ id: roundId, limit }))
  return rows.map(({ member_id: memberId, on_behalf_of: onBehalfOf, ...row }) => ({
    ...row,
    memberId,
    onBehalfOf,
  }))
}

/** How far back the last time is looked for: other targets of the duty stand between. */
const mostLookedAt = 50

const selectBefore = query<
  RoundRow & { outcome: string | null },
  HiddenParams & { dutyId: string; targetId: string | null; dueAt: number; id: string; limit: number }
>(
  'rounds.last-time',
  `SELECT rounds.*, ${outcomeColumn} AS outcome
   FROM (
     SELECT id, target_id, due_at FROM rounds
     WHERE org_id = :org AND duty_id = :dutyId AND settled = 1 AND due_at <= :dueAt
     ORDER BY due_at DESC LIMIT :limit
   ) AS earlier
   CROSS JOIN rounds ON rounds.org_id = :org AND rounds.id = earlier.id
   WHERE earlier.target_id IS :targetId AND rounds.id <> :id AND rounds.withdrawn_at IS NULL
     AND NOT ${hiddenColumn('rounds')}
   ORDER BY earlier.due_at DESC LIMIT 1`,
)

export type LastTime = { round: Round; outcome: Outcome | null }

/** The round of the same duty on the same target before this one; null where there is none, or none lately. */
export async function lastTimeOf(store: Store, round: Round, hidden: HiddenParams): Promise<LastTime | null> {
  if (round.dutyId === null) return null
  const { dutyId, targetId, dueAt, id } = round
  const row = await store.first(selectBefore({ dutyId, targetId, dueAt, id, limit: mostLookedAt, ...hidden }))
  return row && { round: toRound(row), outcome: toOutcome(row.outcome) }
}
