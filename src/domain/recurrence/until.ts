import { parseDate, printDate } from '../time/civil.ts'
import { parseInstant, printInstant, toWall } from '../time/zone.ts'
import type { Until } from './rule.ts'

/** `YYYYMMDD` or `YYYYMMDDTHHMMSSZ`; a local time without `Z` is refused, for it would leave the zone to guessing. */
export function parseUntil(text: string, timeZone: string): Until | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/.exec(text)
  if (match === null) return null
  const [, year, month, date, hour, minute, second] = match
  const day = parseDate(`${year}-${month}-${date}`)
  if (hour === undefined) return day === null ? null : { day, second: null, instant: null }
  const instant = parseInstant(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`)
  return instant === null ? null : { ...toWall(instant, timeZone), instant }
}

export function printUntil({ day, instant }: Until): string {
  const text = instant === null ? printDate(day) : `${printInstant(instant, 'UTC').slice(0, 19)}Z`
  return text.replaceAll(/[-:]/g, '')
}
