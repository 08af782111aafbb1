import { keptSince } from '../domain/retention.ts'
import { dayAt, type Instant } from '../domain/time/zone.ts'
import { clearExpired } from '../features/organisations/repository-expired.ts'
import {
  forgettableRounds,
  forgettingProgress,
  type ForgettableRound,
  type ForgettingProgress,
} from '../features/rounds/queries-forgetting.ts'
import { forgetRounds, moveForgetting } from '../features/rounds/repository-forgetting.ts'
import { commit, type JobContext } from '../platform/context.ts'
import { ConstraintFailed } from '../platform/store.ts'

/** `limit`: rounds a step; `pause`: between two steps, so that a long past does not use up what may be written a day. */
type Pace = { limit: number; pause: number }

/**
 * One step. Each day begins with what has expired; then the finished rounds that the organisation no longer keeps are removed,
 * the oldest first. What was left because it was unsettled or changed of late is looked at again the next day.
 */
export async function forgetOld(
  context: JobContext,
  asOf: Instant,
  pace: Pace,
): Promise<{ done: boolean; handled: number }> {
  const { store, org } = context
  const before = await forgettingProgress(store)
  const { keepMonths } = org.settings
  const limit = keepMonths === null ? 0 : keptSince(asOf, org.timeZone, keepMonths)
  const isFirstToday = dayAt(before.ranAt, org.timeZone) < dayAt(asOf, org.timeZone)
  const hasToWait = asOf - before.ranAt < pace.pause || before.watermark >= limit
  if (!isFirstToday && hasToWait) return { done: true, handled: 0 }
  try {
    if (!isFirstToday) return await forgetSome(context, before, { limit, asOf, most: pace.limit })
    await store.batch([stepFrom(before, 0, asOf), ...clearExpired(asOf)])
    return { done: limit === 0, handled: 0 }
  } catch (fault) {
    // Another run took the same step, or somebody changed one of the rounds: the next one reads again.
    if (fault instanceof ConstraintFailed) return { done: false, handled: 0 }
    throw fault
  }
}

async function forgetSome(
  context: JobContext,
  before: ForgettingProgress,
  { limit, asOf, most }: { limit: Instant; asOf: Instant; most: number },
): Promise<{ done: boolean; handled: number }> {
  const span = { from: before.watermark, keptSince: limit, limit: most }
  const rounds = await forgettableRounds(context.store, span)
  const [first, last] = [rounds[0], rounds.at(-1)]
  if (!first || !last) {
    await context.store.batch([stepFrom(before, limit, asOf)])
    return { done: true, handled: 0 }
  }
  const done = rounds.length < most
  const ids = JSON.stringify(rounds.map(({ id }) => id))
  await commit(
    context,
    [stepFrom(before, done ? limit : last.dueAt, asOf), ...forgetRounds({ ids, keptSince: limit })],
    [{ action: 'rounds.forgotten', subjectId: context.org.id, after: forgotten(rounds.length, first, last) }],
  )
  return { done, handled: rounds.length }
}

function forgotten(rounds: number, first: ForgettableRound, last: ForgettableRound) {
  return { rounds, earliestDueAt: first.dueAt, latestDueAt: last.dueAt }
}

function stepFrom({ watermark, ranAt }: ForgettingProgress, to: Instant, now: Instant) {
  return moveForgetting({ from: watermark, ranAt, to, now })
}
