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

/** A round falls away if it is planned in the suspended time, or would have to be finished in it. */
export function isSuspended(
  round: { planned: Day; dueAt: Instant },
  times: readonly SuspendedTime[],
): boolean {
  return times.some(
    ({ from, until, startsAt, endsAt }) =>
      (round.planned >= from && round.planned <= until) || (round.dueAt > startsAt && round.dueAt <= endsAt),
  )
}
