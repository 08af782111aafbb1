import type { RoundSubject } from '../../domain/round/subject.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { outcomeColumn, toOutcome, toRound, type Round, type RoundRow } from './queries.ts'

/** A round as a decision needs it. */
export type SubjectRound = Round & Pick<RoundSubject, 'outcome' | 'excuse'>

type SubjectRow = RoundRow & { outcome: string | null; pending_since: number | null }

const selectSeveral = query<SubjectRow, { ids: string }>(
  'rounds.several',
  `SELECT rounds.*, ${outcomeColumn} AS outcome,
     (SELECT asked_at FROM excuse_requests
      WHERE excuse_requests.org_id = :org AND round_id = rounds.id AND granted IS NULL LIMIT 1) AS pending_since
   FROM json_each(:ids) AS wanted
   CROSS JOIN rounds ON rounds.org_id = :org AND rounds.id = wanted.value
   ORDER BY rounds.due_at, rounds.id`,
)

/** Those of these rounds that exist, the oldest first. */
export async function roundsWithIds(store: Store, ids: readonly string[]): Promise<SubjectRound[]> {
  const rows = await store.all(selectSeveral({ ids: JSON.stringify([...new Set(ids)]) }))
  return rows.map(({ outcome, pending_since: askedAt, ...row }) => ({
    ...toRound(row),
    outcome: toOutcome(outcome),
    excuse: askedAt === null ? null : { askedAt, granted: null },
  }))
}
