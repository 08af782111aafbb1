import type { Named } from '../../domain/named.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { branchAbove, unitsNamed } from '../units/queries.ts'
import { suspensionsOf, type Suspension } from './queries.ts'

/** A round that somebody has still to do, as far as a suspension may take it back. */
export type ConcernedRound = {
  id: string
  key: string
  planned: Day
  opensAt: Instant
  dueAt: Instant
  missesAt: Instant | null
  /** somebody has started, moved or assigned it */
  isTouched: boolean
}

/** Whose rounds: a duty's, those done on an asset, those that units perform or have inspected. */
export type Concern = { dutyId: string | null; assetId: string | null; units: readonly string[] }

type ConcernedRow = {
  id: string
  occurrence_key: string
  planned_on: number
  opens_at: number
  due_at: number
  misses_at: number | null
  touched: number
}
type ConcernValues = { assetId: string; units: string; now: Instant; limit: number }

/** As many as are planned ahead for a large hospital. */
const mostRounds = 30_000

const columns = 'id, occurrence_key, planned_on, opens_at, due_at, misses_at, touched'
const isConcerned = `(target_id = :assetId OR performed_by IN (SELECT value FROM json_each(:units))
       OR target_unit_id IN (SELECT value FROM json_each(:units)))`

const selectOfDuty = query<ConcernedRow, { dutyId: string; now: Instant; limit: number }>(
  'duties.concerned-of-duty',
  `SELECT ${columns} FROM rounds
   WHERE org_id = :org AND duty_id = :dutyId AND settled = 0 AND due_at > :now AND plan_id IS NOT NULL LIMIT :limit`,
)

const selectConcerned = query<ConcernedRow, ConcernValues>(
  'duties.concerned',
  `SELECT ${columns} FROM rounds
   WHERE org_id = :org AND due_at > :now AND settled = 0 AND plan_id IS NOT NULL AND ${isConcerned} LIMIT :limit`,
)

const selectOverdue = query<
  { id: string },
  ConcernValues & { dutyId: string; startsAt: Instant; endsAt: Instant }
>(
  'duties.overdue-concerned',
  `SELECT id FROM rounds INDEXED BY rounds_watch
   WHERE org_id = :org AND watched = 1 AND misses_at > max(:now, :startsAt) AND misses_at <= :endsAt
     AND (duty_id = :dutyId OR ${isConcerned}) LIMIT :limit`,
)

/** What is planned and not due yet. */
export async function concernedRounds(
  store: Store,
  { dutyId, assetId, units }: Concern,
  now: Instant,
): Promise<ConcernedRound[]> {
  const rows = await store.all(
    dutyId === null
      ? selectConcerned({ assetId: assetId ?? '', units: JSON.stringify(units), now, limit: mostRounds })
      : selectOfDuty({ dutyId, now, limit: mostRounds }),
  )
  return rows.map((row) => ({
    id: row.id,
    key: row.occurrence_key,
    planned: row.planned_on,
    opensAt: row.opens_at,
    dueAt: row.due_at,
    missesAt: row.misses_at,
    isTouched: row.touched === 1,
  }))
}

/** What is overdue and would be missed between these instants. */
export async function overdueUntil(
  store: Store,
  { dutyId, assetId, units }: Concern,
  times: { now: Instant; startsAt: Instant; endsAt: Instant },
): Promise<string[]> {
  const concern = { dutyId: dutyId ?? '', assetId: assetId ?? '', units: JSON.stringify(units) }
  const rows = await store.all(selectOverdue({ ...concern, ...times, limit: mostRounds }))
  return rows.map(({ id }) => id)
}

/** The suspensions of a thing and of the units it lies in that are not over, the thing's own first. */
export type SuspendedThing = { suspensions: Suspension[]; above: ReadonlyMap<string, Named> }

/** Of a unit; of an asset where that is named too. */
export async function suspensionsOver(
  store: Store,
  unitId: string,
  today: Day,
  assetId?: string,
): Promise<SuspendedThing> {
  const units = [...(await branchAbove(store, unitId))]
  const ids = assetId === undefined ? units : [assetId, ...units]
  const found = await suspensionsOf(store, ids, today)
  return {
    suspensions: ids.flatMap((id) => found.get(id) ?? []),
    above: found.size === 0 ? new Map() : await unitsNamed(store, units),
  }
}
