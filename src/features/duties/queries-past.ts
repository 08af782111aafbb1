import type { Target } from '../../domain/schedule/targets.ts'
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
  targetKind: Target['kind'] | null
  targetId: string | null
  targetUnitId: string | null
  topic: string | null
  /** those whom it inspects may not see it before; null: nothing is kept from them */
  hiddenUntil: Instant | null
  /** the rule's own date, wherever it was moved */
  occursOn: Day
  plannedOn: Day
  opensAt: Instant
  dueAt: Instant
  /** when it was done, if it was */
  doneAt: Instant | null
  /** when that was entered, or when it was excused */
  enteredAt: Instant | null
  /** nobody has anything left to do about it */
  isSettled: boolean
  /** somebody has touched it, or nothing is left to do about it */
  isFixed: boolean
}

/** The rounds of a duty that were due since then, or are to come. */
export type WantedPast = { dutyId: string; since: Instant }

type PastRow = {
  id: string
  duty_id: string
  plan_id: string | null
  occurrence_key: string
  target_kind: Target['kind'] | null
  target_id: string | null
  target_unit_id: string | null
  topic: string | null
  hidden_until: number | null
  occurs_on: number
  planned_on: number
  opens_at: number
  due_at: number
  done_at: number | null
  entered_at: number | null
  settled: number
  fixed: number
}

/** Of a duty: six years of what sixty wards do each week, the latest ones. */
const mostRounds = 20_000

const selectPast = query<PastRow, { wanted: string; limit: number }>(
  'planning.past',
  `SELECT rounds.id, duty_id, plan_id, occurrence_key, target_kind, target_id, target_unit_id, topic, hidden_until, occurs_on,
     planned_on, opens_at, due_at, iif(outcomes.kind = 'done', outcomes.performed_at, NULL) AS done_at, entered_at, settled,
     touched OR settled AS fixed
   FROM json_each(:wanted) AS wanted
   JOIN rounds ON rounds.org_id = :org AND rounds.id IN (
     SELECT latest.id FROM rounds AS latest
     WHERE latest.org_id = :org AND latest.duty_id = wanted.value ->> 'dutyId' AND latest.settled IN (0, 1)
       AND latest.due_at >= wanted.value ->> 'since'
     ORDER BY latest.due_at DESC LIMIT :limit
   )
   LEFT JOIN outcomes ON outcomes.org_id = :org AND outcomes.round_id = rounds.id
   WHERE withdrawn_at IS NULL`,
)

/** By duty, in order of planned day and key. */
export async function pastRounds(
  store: Store,
  wanted: readonly WantedPast[],
): Promise<Map<string, PastRound[]>> {
  if (wanted.length === 0) return new Map()
  const rows = await store.all(selectPast({ wanted: JSON.stringify(earliestOf(wanted)), limit: mostRounds }))
  return Map.groupBy(rows.map(toPast).toSorted(byPlannedThenKey), ({ dutyId }) => dutyId)
}

/** Each duty once. */
function earliestOf(wanted: readonly WantedPast[]): WantedPast[] {
  const since = new Map<string, Instant>()
  for (const each of wanted) since.set(each.dutyId, Math.min(each.since, since.get(each.dutyId) ?? Infinity))
  return [...since].map(([dutyId, earliest]) => ({ dutyId, since: earliest }))
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
    targetKind: row.target_kind,
    targetId: row.target_id,
    targetUnitId: row.target_unit_id,
    topic: row.topic,
    hiddenUntil: row.hidden_until,
    occursOn: row.occurs_on,
    plannedOn: row.planned_on,
    opensAt: row.opens_at,
    dueAt: row.due_at,
    doneAt: row.done_at,
    enteredAt: row.entered_at,
    isSettled: row.settled === 1,
    isFixed: row.fixed === 1,
  }
}
