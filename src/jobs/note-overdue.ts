import type { Instant } from '../domain/time/zone.ts'
import { dueTimesAfter, overdueWatermark } from '../features/rounds/queries-jobs.ts'
import { foldOverdue } from '../features/rounds/repository-jobs.ts'
import { commit, type JobContext } from '../platform/context.ts'
import { ConstraintFailed } from '../platform/store.ts'

/**
 * One step: about `limit` rounds that passed their due time up to `asOf` move from the counts by due time to those of what is
 * overdue. It works from its watermark, so missed runs are caught up and a run that fires twice changes nothing.
 */
export async function noteOverdue(
  context: JobContext,
  asOf: Instant,
  limit: number,
): Promise<{ done: boolean; handled: number }> {
  const from = await overdueWatermark(context.store)
  if (asOf <= from) return { done: true, handled: 0 }
  const dueTimes = await dueTimesAfter(context.store, { from, to: asOf, limit })
  const done = dueTimes.length < limit
  const to = done ? asOf : (dueTimes.at(-1) ?? asOf)
  try {
    await commit(context, foldOverdue({ from, to }, context.now), [])
  } catch (fault) {
    // Another run took the same step: the next one reads again.
    if (fault instanceof ConstraintFailed && fault.column === 'jobs.watermark')
      return { done: false, handled: 0 }
    throw fault
  }
  return { done, handled: dueTimes.length }
}
