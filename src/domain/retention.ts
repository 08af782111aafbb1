import { addMonths, type Day } from './time/civil.ts'
import { dayAt, startOfDay, type Instant } from './time/zone.ts'

/** The first day whose rounds are still kept: what was due before it is past its keeping. */
export function firstDayKept(now: Instant, timeZone: string, keepMonths: number): Day {
  return addMonths(dayAt(now, timeZone), -keepMonths)
}

/** The instant before which a finished round must have been due to be past its keeping. */
export function keptSince(now: Instant, timeZone: string, keepMonths: number): Instant {
  return startOfDay(firstDayKept(now, timeZone, keepMonths), timeZone)
}
