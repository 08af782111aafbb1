import type { Instant } from './zone.ts'

/** A stretch of time within which the offset changes at most once, at `change` (Infinity: never). */
type Stretch = { before: number; after: number; change: Instant }

const SECOND = 1_000
// The shortest summer time there was took seven days (Noronha, 2000): it never lies within one stretch.
const STRETCH = 6 * 86_400_000
const MOST_STRETCHES = 4_096
const MOST_ZONES = 64

const formats = new Map<string, Intl.DateTimeFormat>()
const stretches = new Map<string, Map<number, Stretch>>()

/** What the zone's wall clock is ahead of UTC at that instant, in milliseconds; throws RangeError for an unknown zone. */
export function offsetAt(instant: Instant, timeZone: string): number {
  const stretch = stretchAt(Math.floor(instant / STRETCH), timeZone)
  return instant < stretch.change ? stretch.before : stretch.after
}

/** The first instant in after…upTo with the offset of `upTo`, where the offset changes once between them. */
export function changeBetween(
  after: Instant,
  upTo: Instant,
  offsetOf: (instant: Instant) => number,
): Instant {
  const offset = offsetOf(upTo)
  let low = Math.floor(after / SECOND)
  let high = Math.ceil(upTo / SECOND)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetOf(middle * SECOND) === offset) high = middle
    else low = middle
  }
  return high * SECOND
}

function stretchAt(index: number, timeZone: string): Stretch {
  let ofZone = stretches.get(timeZone)
  if (ofZone === undefined) {
    formatOf(timeZone)
    ofZone = new Map()
    if (stretches.size >= MOST_ZONES) stretches.clear()
    stretches.set(timeZone, ofZone)
  }
  let stretch = ofZone.get(index)
  if (stretch === undefined) {
    stretch = measureStretch(index, timeZone, ofZone)
    if (ofZone.size >= MOST_STRETCHES) ofZone.clear()
    ofZone.set(index, stretch)
  }
  return stretch
}

function measureStretch(index: number, timeZone: string, known: Map<number, Stretch>): Stretch {
  const format = formatOf(timeZone)
  const start = index * STRETCH
  const end = start + STRETCH
  const before = known.get(index - 1)?.after ?? measureOffset(start, format)
  const after = known.get(index + 1)?.before ?? measureOffset(end, format)
  if (before === after) return { before, after, change: Infinity }
  return { before, after, change: changeBetween(start, end, (instant) => measureOffset(instant, format)) }
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (format === undefined) {
    // The year is there because a format needs a part of the date; it is the cheapest one.
    format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', timeZoneName: 'longOffset' })
    if (formats.size >= MOST_ZONES) formats.clear()
    formats.set(timeZone, format)
  }
  return format
}

// Reads '2026, GMT-05:00', '1900, GMT+08:05:43' or '2026, GMT'.
function measureOffset(instant: Instant, format: Intl.DateTimeFormat): number {
  const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(instant))
  if (match === null) return 0
  const size = Number(match[2]) * 3_600 + Number(match[3]) * 60 + Number(match[4] ?? 0)
  return (match[1] === '-' ? -size : size) * SECOND
}
