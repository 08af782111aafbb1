import type { WorkingDays } from '../time/working-days.ts'
import { dayAt, lastDayBefore, type Instant } from '../time/zone.ts'

/** Working days from the day after the last one in time up to and with today. */
export function workingDaysLate(
  dueAt: Instant,
  now: Instant,
  timeZone: string,
  workingDays: WorkingDays,
): number {
  const today = dayAt(now, timeZone)
  let count = 0
  for (let day = lastDayBefore(dueAt, timeZone) + 1; day <= today; day += 1) {
    if (workingDays.isWorking(day)) count += 1
  }
  return count
}
