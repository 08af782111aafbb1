import { quotaKeyOf } from '../../domain/round/quota-progress.ts'
import type { Day } from '../../domain/time/civil.ts'
import { startOfDay, type Instant } from '../../domain/time/zone.ts'
import type { Suspension } from './queries.ts'

/** Later than any day and any instant that a round can have. */
const never = { day: 4_000_000, instant: 8_640_000_000_000_000 }

/** The days of a suspension, and when they begin and end in the organisation's zone. */
export type SuspendedTime = {
  from: Day
  until: Day
  startsAt: Instant
  endsAt: Instant
  suspension: Suspension
}

export function suspendedTime(suspension: Suspension, timeZone: string): SuspendedTime {
  const { fromOn, untilOn } = suspension
  return {
    suspension,
    from: fromOn,
    until: untilOn ?? never.day,
    startsAt: startOfDay(fromOn, timeZone),
    endsAt: untilOn === null ? never.instant : startOfDay(untilOn + 1, timeZone),
  }
}

type Suspended = { key: string; planned: Day; opensAt: Instant; dueAt: Instant }

/**
 * A round that names its day falls away if it is planned in the suspended time, or would have to be finished in it. One whose
 * day is free falls away if less than half of its time is left, as a quota's period does that a plan cuts short.
 */
export function isSuspended(round: Suspended, times: readonly SuspendedTime[]): boolean {
  if (quotaKeyOf(round.key) !== null) return isMostlySuspended(round, times)
  return times.some(
    ({ from, until, startsAt, endsAt }) =>
      (round.planned >= from && round.planned <= until) || (round.dueAt > startsAt && round.dueAt <= endsAt),
  )
}

/** Nothing is missed in a suspended time: what is overdue stays so until somebody decides. */
export function isMissedIn(
  { missesAt }: { missesAt: Instant | null },
  times: readonly SuspendedTime[],
): boolean {
  return missesAt !== null && times.some(({ startsAt, endsAt }) => missesAt > startsAt && missesAt <= endsAt)
}

function isMostlySuspended({ opensAt, dueAt }: Suspended, times: readonly SuspendedTime[]): boolean {
  let left = dueAt - opensAt
  let counted = opensAt
  for (const { startsAt, endsAt } of times.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const [start, end] = [Math.max(startsAt, counted), Math.min(endsAt, dueAt)]
    if (end <= start) continue
    left -= end - start
    counted = end
  }
  return left * 2 < dueAt - opensAt
}
