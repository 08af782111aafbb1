import { type Day, parseDate, printDate } from './civil.ts'
import { changeBetween, offsetAt } from './offsets.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** What a clock on the wall shows: a civil day and the second of that day, 0…86399. */
export type Wall = { day: Day; second: number }

const MINUTE = 60_000
const DAY = 86_400_000

/**
 * `UTC` and the Area/Location names of the IANA database that this runtime knows.
 * Offsets (`+08:00`) and abbreviations (`EST`, `PRC`) are refused: they know no history, or mean several places.
 */
export function isTimeZone(name: string): boolean {
  if (name === 'UTC') return true
  if (!/^[A-Z][A-Za-z]+(\/[A-Z][A-Za-z0-9_+-]*)+$/.test(name)) return false
  try {
    offsetAt(0, name)
    return true
  } catch {
    return false
  }
}

/**
 * The instant at which the zone's clock shows that second of that day. A time that a gap skips is moved forward by
 * the gap, of a time that occurs twice the first is meant (RFC 5545, 3.3.5).
 */
export function toInstant(day: Day, second: number, timeZone: string): Instant {
  const local = day * DAY + second * 1_000
  const before = offsetAt(local - DAY, timeZone)
  const after = offsetAt(local + DAY, timeZone)
  if (before === after) return local - before
  const isBeforeChange = offsetAt(local - before, timeZone) === before
  const isAfterChange = offsetAt(local - after, timeZone) === after
  return isAfterChange && !isBeforeChange ? local - after : local - before
}

/** The first instant of that civil day; of a day that the zone skipped whole, the first instant after it. */
export function startOfDay(day: Day, timeZone: string): Instant {
  const instant = toInstant(day, 0, timeZone)
  const gap = instant + offsetAt(instant, timeZone) - day * DAY
  if (gap === 0) return instant
  return changeBetween(instant - gap - 1_000, instant, (each) => offsetAt(each, timeZone))
}

export function toWall(instant: Instant, timeZone: string): Wall {
  const local = instant + offsetAt(instant, timeZone)
  const day = Math.floor(local / DAY)
  return { day, second: Math.floor((local - day * DAY) / 1_000) }
}

export function dayAt(instant: Instant, timeZone: string): Day {
  return Math.floor((instant + offsetAt(instant, timeZone)) / DAY)
}

/** The last day that lies before an end, which is the first instant after it: due at Tuesday's midnight is due on Monday. */
export function lastDayBefore(end: Instant, timeZone: string): Day {
  return dayAt(end - 1, timeZone)
}

/** RFC 3339 with the zone's offset, to the second: `2026-01-06T00:00:00+08:00`. */
export function printInstant(instant: Instant, timeZone: string): string {
  // Offsets of the 19th century have seconds, which RFC 3339 cannot write: the nearest minute names the same instant.
  const offset = Math.round(offsetAt(instant, timeZone) / MINUTE) * MINUTE
  const local = instant + offset
  const day = Math.floor(local / DAY)
  const second = Math.floor((local - day * DAY) / 1_000)
  const sign = offset < 0 ? '-' : '+'
  const zone = `${sign}${printTime(Math.abs(offset) / 1_000)}`
  return `${printDate(day)}T${printTime(second)}:${pad(second % 60)}${zone}`
}

/** Strict RFC 3339, to the millisecond at most, with an offset or `Z`; no leap seconds. */
export function parseInstant(text: string): Instant | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):([0-5]\d)(\.\d{1,3})?(?:Z|([+-])(\d{2}:\d{2}))$/.exec(
    text,
  )
  if (match === null) return null
  const day = parseDate(match[1] ?? '')
  const time = parseTime(match[2] ?? '')
  const offset = match[6] === undefined ? 0 : parseTime(match[6])
  if (day === null || time === null || offset === null) return null
  const sign = match[5] === '-' ? -1 : 1
  const milliseconds = Math.round(Number(match[4] ?? 0) * 1_000)
  return day * DAY + (time + Number(match[3]) - sign * offset) * 1_000 + milliseconds
}

/** Strict `HH:MM`, 00:00…23:59, as the second of the day. */
export function parseTime(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  return match === null ? null : Number(match[1]) * 3_600 + Number(match[2]) * 60
}

/** `HH:MM`; seconds beyond the minute are dropped. */
export function printTime(second: number): string {
  return `${pad(Math.floor(second / 3_600))}:${pad(Math.floor(second / 60) % 60)}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
