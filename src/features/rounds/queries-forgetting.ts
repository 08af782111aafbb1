import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** How far the job has come today: rounds due before `watermark` have been looked through. */
export type ForgettingProgress = { watermark: Instant; ranAt: Instant }

const selectProgress = query<ForgettingProgress>(
  'rounds.forgetting-progress',
  `SELECT watermark, ran_at AS ranAt FROM jobs WHERE org_id = :org AND job = 'forget-old'`,
)

export async function forgettingProgress(store: Store): Promise<ForgettingProgress> {
  return (await store.first(selectProgress({}))) ?? { watermark: 0, ranAt: 0 }
}

export type ForgettableRound = { id: string; dueAt: Instant }

const selectForgettable = query<ForgettableRound, { from: Instant; keptSince: Instant; limit: number }>(
  'rounds.forgettable',
  `SELECT id, due_at AS dueAt FROM rounds
   WHERE org_id = :org AND due_at >= :from AND due_at < :keptSince AND settled = 1 AND updated_at < :keptSince
   ORDER BY due_at, id LIMIT :limit`,
)

/** Settled rounds that were due, and last changed, before `keptSince`; the longest past first. */
export async function forgettableRounds(
  store: Store,
  span: { from: Instant; keptSince: Instant; limit: number },
): Promise<ForgettableRound[]> {
  return store.all(selectForgettable(span))
}
