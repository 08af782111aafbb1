import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** A stored round that is not withdrawn, as far as other rounds are planned from it. */
export type PastRound = {
  id: string
  dutyId: string
  /** null: made by hand */
  planId: string | null
  key: string
  targetId: string | null
  /** the rule's own date, wherever it was moved */
  occursOn: Day
  plannedOn: Day
  opensAt: Instant
  dueAt: Instant
  /** when it was done, if it was */
  doneAt: Instant | null
  /** somebody has touched it, or nothing is left to do about it */
  isFixed: boolean
}

type PastRow = {
  id: string
  duty_id: string
  plan_id: string | null
  occurrence_key: string
  target_id: string | null
  occurs_on: number
  planned_on: number
  opens_at: number
  due_at: number
  done_at: number | null
  fixed: number
}

/** Fifty years of a weekly duty's rounds, ten of a daily one's. */
const mostRounds = 20_000

const selectPast = query<PastRow, { duties: string; limit: number }>(
  'planning.past',
  `SELECT rounds.id, duty_id, plan_id, occurrence_key, target_id, occurs_on, planned_on, opens_at, due_at,
     iif(outcomes.kind = 'done', outcomes.performed_at, NULL) AS done_at, touched OR settled AS fixed
   FROM rounds LEFT JOIN outcomes ON outcomes.org_id = :org AND outcomes.round_id = rounds.id
   WHERE rounds.org_id = :org AND duty_id IN (SELECT value FROM json_each(:duties)) AND settled IN (0, 1)
     AND withdrawn_at IS NULL
   LIMIT :limit`,
)

/** By duty, in order of planned day and key. */
export async function pastRounds(
  store: Store,
  dutyIds: readonly string[],
): Promise<Map<string, PastRound[]>> {
  if (dutyIds.length === 0) return new Map()
  const rows = await store.all(
    selectPast({ duties: JSON.stringify([...new Set(dutyIds)]), limit: mostRounds }),
  )
  return Map.groupBy(rows.map(toPast).toSorted(byPlannedThenKey), ({ dutyId }) => dutyId)
}

function byPlannedThenKey(a: PastRound, b: PastRound): number {
  return a.plannedOn - b.plannedOn || (a.key < b.key ? -1 : Number(a.key > b.key))
}

function toPast(row: PastRow): PastRound {
  return {
    id: row.id,
    dutyId: row.duty_id,
    planId: row.plan_id,
    key: row.occurrence_key,
    targetId: row.target_id,
    occursOn: row.occurs_on,
    plannedOn: row.planned_on,
    opensAt: row.opens_at,
    dueAt: row.due_at,
    doneAt: row.done_at,
    isFixed: row.fixed === 1,
  }
}
