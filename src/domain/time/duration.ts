import { addMonths } from './civil.ts'
import { type Instant, toInstant, toWall } from './zone.ts'

/** Years are twelve months, weeks are seven days; `milliseconds` hold hours, minutes and seconds. None is negative. */
export type Duration = { months: number; days: number; milliseconds: number }

const HOUR = 3_600_000
// Longer than any schedule, short enough that no sum leaves the years 0…9999.
const MOST_DAYS = 100 * 366

/** ISO 8601 (`P1Y2M3W4DT5H6M7S`): whole, non-negative, at least one part, at most a hundred years; else null. */
export function parseDuration(text: string): Duration | null {
  const match =
    /^P(?=.)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=.)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/.exec(
      text,
    )
  if (match === null) return null
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  const duration = {
    months: years * 12 + months,
    days: weeks * 7 + days,
    milliseconds: hours * HOUR + minutes * 60_000 + seconds * 1_000,
  }
  return roughDays(duration) > MOST_DAYS ? null : duration
}

/** About how many days it lasts. */
export function roughDays({ months, days, milliseconds }: Duration): number {
  return months * 30.5 + days + milliseconds / (24 * HOUR)
}

/** Months and days on the calendar, the wall clock kept; then hours on the clock. */
export function addDuration(instant: Instant, duration: Duration, timeZone: string): Instant {
  return shift(instant, duration, 1, timeZone)
}

/** Months and days on the calendar, the wall clock kept; then hours on the clock. */
export function subtractDuration(instant: Instant, duration: Duration, timeZone: string): Instant {
  return shift(instant, duration, -1, timeZone)
}

function shift(instant: Instant, duration: Duration, sign: 1 | -1, timeZone: string): Instant {
  const { months, days, milliseconds } = duration
  // Going by the wall would turn the second of two equal times (autumn) into the first.
  if (months === 0 && days === 0) return instant + sign * milliseconds
  const wall = toWall(instant, timeZone)
  const day = addMonths(wall.day, sign * months) + sign * days
  const belowSecond = ((instant % 1_000) + 1_000) % 1_000
  return toInstant(day, wall.second, timeZone) + belowSecond + sign * milliseconds
}
