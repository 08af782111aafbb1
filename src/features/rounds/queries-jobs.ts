import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { missedColumn } from './queries.ts'

const selectWatermark = query<{ watermark: number }>(
  'rounds.overdue-watermark',
  `SELECT watermark FROM jobs WHERE org_id = :org AND job = 'note-overdue'`,
)

/** Rounds due up to here are counted in unit_counts and watched for their miss time. */
export async function overdueWatermark(store: Store): Promise<Instant> {
  return (await store.first(selectWatermark({})))?.watermark ?? 0
}

const selectDueAfter = query<{ due_at: number }, { from: Instant; to: Instant; limit: number }>(
  'rounds.due-after',
  `SELECT due_at FROM rounds WHERE org_id = :org AND due_at > :from AND due_at <= :to ORDER BY due_at LIMIT :limit`,
)

/** The due times, in order, of the next rounds that pass theirs. */
export async function dueTimesAfter(
  store: Store,
  span: { from: Instant; to: Instant; limit: number },
): Promise<Instant[]> {
  const rows = await store.all(selectDueAfter(span))
  return rows.map(({ due_at: dueAt }) => dueAt)
}

export type MissedRound = {
  id: string
  performedBy: string
  dueAt: Instant
  missesAt: Instant
  version: number
}

type MissedRow = { id: string; performed_by: string; due_at: number; misses_at: number; version: number }

const selectMissed = query<MissedRow, { now: Instant; limit: number }>(
  'rounds.missed',
  `SELECT id, performed_by, due_at, misses_at, version FROM rounds
   WHERE org_id = :org AND watched = 1 AND ${missedColumn('rounds')}
   ORDER BY misses_at LIMIT :limit`,
)

/** Overdue rounds whose miss time has passed and that nobody has noted yet, longest missed first. */
export async function missedRounds(store: Store, asOf: Instant, limit: number): Promise<MissedRound[]> {
  const rows = await store.all(selectMissed({ now: asOf, limit }))
  return rows.map(({ performed_by: performedBy, due_at: dueAt, misses_at: missesAt, ...rest }) => ({
    ...rest,
    performedBy,
    dueAt,
    missesAt,
  }))
}
