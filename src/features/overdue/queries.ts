import type { Instant } from '../../domain/time/zone.ts'
import type { Day } from '../../domain/time/civil.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { hasLongWindow, missedColumn, usualWindow, type RoundRow } from '../rounds/queries.ts'
import type { RoundCursor } from '../rounds/queries-lists.ts'
import { toWork, type Work } from '../rounds/queries-work.ts'

type CountRow = { unit_id: string; rounds: number }

/** More units than any hospital has. */
const mostUnits = 2000

/** Unsettled rounds past their due time: those that the job has noted, and those whose time has come since. */
const selectNoted = query<CountRow, { limit: number }>(
  'overdue.noted',
  `SELECT unit_id, overdue AS rounds FROM unit_counts WHERE org_id = :org AND overdue > 0 ORDER BY unit_id LIMIT :limit`,
)

const selectNotedOf = query<CountRow, { units: string }>(
  'overdue.noted-of',
  `SELECT unit_counts.unit_id, unit_counts.overdue AS rounds FROM json_each(:units) AS wanted
   CROSS JOIN unit_counts ON unit_counts.org_id = :org AND unit_counts.unit_id = wanted.value`,
)

const selectSince = query<CountRow, { now: Instant }>(
  'overdue.since',
  `SELECT unit_id, sum(rounds) AS rounds FROM due_counts
   WHERE org_id = :org AND due_at <= :now
     AND due_at > coalesce((SELECT watermark FROM jobs WHERE org_id = :org AND job = 'note-overdue'), 0)
   GROUP BY unit_id`,
)

/** How much is overdue by performing unit, true at `now`; null: of all units. Units with nothing are left out. */
export async function overdueCounts(
  store: Store,
  units: readonly string[] | null,
  now: Instant,
): Promise<Map<string, number>> {
  const noted =
    units === null ? selectNoted({ limit: mostUnits }) : selectNotedOf({ units: JSON.stringify(units) })
  const rows = await store.many<[CountRow, CountRow]>([noted, selectSince({ now })])
  const counts = new Map<string, number>()
  for (const { unit_id: unit, rounds } of rows.flat()) {
    if (units === null || units.includes(unit)) counts.set(unit, (counts.get(unit) ?? 0) + rounds)
  }
  return new Map([...counts].filter(([, rounds]) => rounds > 0))
}

const isMissed = missedColumn('late')

const narrowed = `AND (:state = '' OR (:state = 'missed') = ${isMissed})
  AND (:category = '' OR EXISTS (
    SELECT 1 FROM duties WHERE duties.org_id = :org AND duties.id = late.duty_id AND duties.category = :category
  ))`

export type Narrowing = { state: '' | 'overdue' | 'missed'; category: string }

/** Of each unit the first few: up to the due time of the last of these, which costs no more than they do. */
const selectOldest = query<RoundRow, Narrowing & { units: string; now: number; others: number }>(
  'overdue.oldest',
  `SELECT late.* FROM json_each(:units) AS wanted
   CROSS JOIN rounds AS late ON late.org_id = :org AND late.performed_by = wanted.value AND late.settled = 0
     AND late.due_at <= coalesce((
       SELECT late.due_at FROM rounds AS late
       WHERE late.org_id = :org AND late.performed_by = wanted.value AND late.settled = 0 AND late.due_at <= :now
         ${narrowed}
       ORDER BY late.due_at LIMIT 1 OFFSET :others
     ), :now)
   WHERE true ${narrowed}
   ORDER BY late.due_at, late.id`,
)

type PageValues = Narrowing & { unit: string; now: number; afterDue: number; afterId: string; limit: number }

const selectOfUnit = query<RoundRow, PageValues>(
  'overdue.of-unit',
  `SELECT late.* FROM rounds AS late
   WHERE late.org_id = :org AND late.performed_by = :unit AND late.settled = 0 AND late.due_at <= :now
     AND (late.due_at, late.id) > (:afterDue, :afterId) ${narrowed}
   ORDER BY late.due_at, late.id LIMIT :limit`,
)

/** Of each unit the rounds that are overdue longest, at most `limit`; by due time. */
export async function oldestOverdue(
  store: Store,
  wanted: Narrowing & { units: Iterable<string>; now: Instant; limit: number },
): Promise<Work[]> {
  const { state, category, now, limit } = wanted
  const units = JSON.stringify([...wanted.units])
  const rows = await store.all(selectOldest({ units, state, category, now, others: limit - 1 }))
  const byUnit = Map.groupBy(rows, (row) => row.performed_by)
  return [...byUnit.values()].flatMap((ofUnit) => ofUnit.slice(0, limit).map((row) => toWork(row)))
}

/** One page of what is overdue in a unit, longest first. */
export async function overdueOfUnit(
  store: Store,
  wanted: Narrowing & {
    unit: string
    now: Instant
    limit: number
    after: RoundCursor | null
  },
): Promise<Work[]> {
  const { after, ...values } = wanted
  const [afterDue, afterId] = after ?? [-1, '']
  const rows = await store.all(selectOfUnit({ ...values, afterDue, afterId }))
  return rows.map((row) => toWork(row))
}

const selectOwnedElsewhere = query<RoundRow, Narrowing & { units: string; now: number; limit: number }>(
  'overdue.owned-elsewhere',
  `SELECT late.* FROM duties AS owned
   CROSS JOIN rounds AS late ON late.org_id = :org AND late.duty_id = owned.id AND late.settled = 0
     AND late.due_at <= :now
   WHERE owned.org_id = :org AND owned.owned_by IN (SELECT value FROM json_each(:units))
     AND late.performed_by NOT IN (SELECT value FROM json_each(:units)) ${narrowed}
   ORDER BY late.due_at, late.id LIMIT :limit`,
)

/** What these units own and others have left undone, longest overdue first. */
export async function ownedOverdueElsewhere(
  store: Store,
  wanted: Narrowing & { units: readonly string[]; now: Instant; limit: number },
): Promise<Work[]> {
  const rows = await store.all(selectOwnedElsewhere({ ...wanted, units: JSON.stringify(wanted.units) }))
  return rows.map((row) => toWork(row))
}

type BehindValues = { units: string; now: number; today: Day; nearlyDue: number; limit: number }

const mayBeBehind = `rounds.opens_at <= :now AND rounds.planned_on < :today AND rounds.extra = 0
  AND rounds.occurrence_key LIKE '%/%'`

const selectBehind = query<RoundRow, BehindValues>(
  'overdue.behind',
  `SELECT rounds.* FROM json_each(:units) AS wanted
   CROSS JOIN rounds ON rounds.org_id = :org AND rounds.performed_by = wanted.value AND rounds.settled = 0
     AND rounds.due_at > :now AND rounds.due_at <= :nearlyDue
   WHERE ${mayBeBehind}
   ORDER BY rounds.due_at, rounds.id LIMIT :limit`,
)

const selectBehindOfLongWindow = query<RoundRow, BehindValues>(
  'overdue.behind-of-long-window',
  `SELECT rounds.* FROM json_each(:units) AS wanted
   CROSS JOIN rounds INDEXED BY rounds_long ON rounds.org_id = :org AND rounds.performed_by = wanted.value
     AND rounds.settled = 0 AND ${hasLongWindow} AND rounds.opens_at <= :now
   WHERE rounds.due_at > :nearlyDue AND ${mayBeBehind}
   ORDER BY rounds.due_at, rounds.id LIMIT :limit`,
)

/** Open rounds of quotas whose planned day has passed, those due soonest first: what may be behind. */
export async function perhapsBehind(
  store: Store,
  wanted: { units: readonly string[]; now: Instant; today: Day; limit: number },
): Promise<Work[]> {
  const values = { ...wanted, units: JSON.stringify(wanted.units), nearlyDue: wanted.now + usualWindow }
  const found = await store.many<[RoundRow, RoundRow]>([
    selectBehind(values),
    selectBehindOfLongWindow(values),
  ])
  return found.flat().map((row) => toWork(row))
}
