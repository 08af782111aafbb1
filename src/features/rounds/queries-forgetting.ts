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

/** The next round of an interval is counted from its target's last one, however long ago that was. */
const countsForNoNext = `(withdrawn_at IS NOT NULL OR duty_id IS NULL OR NOT EXISTS (
       SELECT 1 FROM planning_waits
       WHERE planning_waits.org_id = :org AND awaited_id = rounds.duty_id AND waits_for = 'done'
         AND planning_waits.duty_id = rounds.duty_id
     ) OR EXISTS (
       SELECT 1 FROM rounds AS later
       LEFT JOIN outcomes AS its ON its.org_id = :org AND its.round_id = later.id
       WHERE later.org_id = :org AND later.duty_id = rounds.duty_id AND later.settled = 1
         AND later.due_at > rounds.due_at AND later.withdrawn_at IS NULL AND later.target_id IS rounds.target_id
         AND coalesce(its.performed_at, later.due_at) >= coalesce(
           (SELECT performed_at FROM outcomes WHERE outcomes.org_id = :org AND round_id = rounds.id), rounds.due_at)
     ))`

const selectForgettable = query<ForgettableRound, { from: Instant; keptSince: Instant; limit: number }>(
  'rounds.forgettable',
  `SELECT id, due_at AS dueAt FROM rounds
   WHERE org_id = :org AND due_at >= :from AND due_at < :keptSince AND settled = 1 AND updated_at < :keptSince
     AND ${countsForNoNext}
   ORDER BY due_at, id LIMIT :limit`,
)

/** Settled rounds that were due, and last changed, before `keptSince`; the longest past first. */
export async function forgettableRounds(
  store: Store,
  span: { from: Instant; keptSince: Instant; limit: number },
): Promise<ForgettableRound[]> {
  return store.all(selectForgettable(span))
}
