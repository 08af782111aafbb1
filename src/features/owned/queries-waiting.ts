import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import type { RoundRow } from '../rounds/queries.ts'
import { toWork, type Work } from '../rounds/queries-work.ts'

type RequestRow = RoundRow & { asked_by: string; code: string; reason: string }

const selectRequests = query<RequestRow, { units: string | null; limit: number }>(
  'owned.excuse-requests',
  `SELECT rounds.*, request.member_id AS asked_by, request.code, request.reason
   FROM (SELECT * FROM excuse_requests WHERE org_id = :org AND granted IS NULL ORDER BY asked_at LIMIT :limit) AS request
   CROSS JOIN rounds ON rounds.org_id = :org AND rounds.id = request.round_id AND rounds.settled = 0
   WHERE :units IS NULL OR rounds.owned_by IN (SELECT value FROM json_each(:units))
   ORDER BY request.asked_at`,
)

type LateEntryRow = RoundRow & { done_by: string }

const selectLateEntries = query<LateEntryRow, { units: string | null; limit: number }>(
  'owned.late-entries',
  `SELECT rounds.*, late.member_id AS done_by
   FROM (
     SELECT round_id, member_id, entered_at FROM outcomes
     WHERE org_id = :org AND late_entry = 1 AND confirmed_at IS NULL ORDER BY entered_at LIMIT :limit
   ) AS late
   CROSS JOIN rounds ON rounds.org_id = :org AND rounds.id = late.round_id
   WHERE :units IS NULL OR rounds.owned_by IN (SELECT value FROM json_each(:units))
     OR rounds.performed_by IN (SELECT value FROM json_each(:units))
   ORDER BY late.entered_at`,
)

const selectReasons = query<RoundRow, { unit: string; limit: number }>(
  'owned.miss-reasons',
  `SELECT * FROM rounds
   WHERE org_id = :org AND owned_by = :unit AND miss_reason IS NOT NULL AND miss_acknowledged_at IS NULL
   ORDER BY miss_reason_at LIMIT :limit`,
)

export type ExcuseToDecide = { work: Work; askedBy: string; code: string; reason: string }

/** What waits for somebody's word, the oldest first. */
export type Waiting = {
  /** requests to be excused, for the owner */
  excuses: readonly ExcuseToDecide[]
  /** late entries, for a lead of the owner or the performer */
  lateEntries: readonly { work: Work; doneBy: string }[]
  /** why rounds were missed, for the owner to acknowledge */
  reasons: readonly Work[]
}

const mostWaiting = 100
const mostReasons = 20

/** What these units (null: any) are to decide; miss reasons, which are many, only of the unit in hand. */
export async function waitingFor(
  store: Store,
  { units, unit }: { units: readonly string[] | null; unit: string | null },
): Promise<Waiting> {
  const wanted = { units: units && JSON.stringify(units), limit: mostWaiting }
  const [excuses, lateEntries, reasons] = await store.many<[RequestRow, LateEntryRow, RoundRow]>([
    selectRequests(wanted),
    selectLateEntries(wanted),
    selectReasons({ unit: unit ?? '', limit: mostReasons }),
  ])
  return {
    excuses: excuses.map(({ asked_by: askedBy, code, reason, ...row }) => ({
      work: toWork(row),
      askedBy,
      code,
      reason,
    })),
    lateEntries: lateEntries.map(({ done_by: doneBy, ...row }) => ({ work: toWork(row), doneBy })),
    reasons: reasons.map((row) => toWork(row)),
  }
}
