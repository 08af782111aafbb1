import { isPrintableLine, straightened } from '../printable.ts'
import { textIn } from '../sheets/decode-text.ts'
import { type Day, parseDate } from '../time/civil.ts'
import type { Stretch } from '../time/working-days.ts'

/** Whole days of a calendar file: off, or worked where they make up for days off. */
export type CalendarEvent = Stretch & { name: string; isWorking: boolean }

/** What a calendar file says of whole days, and how many of its events say something else. */
export type CalendarFile = {
  /** what it calls itself */
  name: string | null
  events: CalendarEvent[]
  skipped: { timed: number; repeating: number; cancelled: number; tooLong: number }
}

export type CalendarFileFault =
  | 'not-a-calendar'
  | 'calendar-too-big'
  | 'bad-calendar-date'
  | 'calendar-of-nothing'

/** Holidays of many years need a tenth of this. */
export const longestFile = 500_000
const mostEvents = 1000
const longestEvent = 31
const longestName = 60
/** A made-up day's name in Chinese calendars: 春节（班）, 国庆节调休上班. */
const worksByName = /[（(]班[)）]|补班|调休上班|上班$/
const badge = /[（(][休班][)）]$/

type Line = { name: string; params: string; value: string }

/** As `readIcs`, of a file in whichever encoding it was saved. */
export function readIcsFile(bytes: Uint8Array): CalendarFile | CalendarFileFault {
  const text = textIn(unfolded(bytes))
  return text === null ? 'not-a-calendar' : readIcs(text)
}

/** Lines are folded by bytes, even within a character. */
function unfolded(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length;) {
    const fold = foldAt(bytes, at)
    if (fold === 0) {
      kept[length] = bytes[at] ?? 0
      length += 1
    }
    at += fold || 1
  }
  return kept.subarray(0, length)
}

const [tab, lineFeed, carriageReturn, space] = [0x09, 0x0a, 0x0d, 0x20]

/** How many bytes of a fold begin here. */
function foldAt(bytes: Uint8Array, at: number): number {
  const breaks = bytes[at] === carriageReturn ? 2 : 1
  if (bytes[at + breaks - 1] !== lineFeed) return 0
  const next = bytes[at + breaks]
  return next === space || next === tab ? breaks + 1 : 0
}

/**
 * The all-day events of an iCalendar file (RFC 5545), of which holidays consist. Small and strict on purpose: what has a
 * time, repeats or is cancelled is counted and left out; a date that is none refuses the file.
 */
export function readIcs(text: string): CalendarFile | CalendarFileFault {
  if (text.length > longestFile) return 'calendar-too-big'
  const lines = linesOf(text)
  if (!isLine(lines[0], 'BEGIN', 'VCALENDAR') || !isLine(lines.at(-1), 'END', 'VCALENDAR'))
    return 'not-a-calendar'
  const blocks = eventsIn(lines)
  if (blocks === null) return 'not-a-calendar'
  if (blocks.length > mostEvents) return 'calendar-too-big'
  const file: CalendarFile = {
    name: nameIn(lines),
    events: [],
    skipped: { timed: 0, repeating: 0, cancelled: 0, tooLong: 0 },
  }
  for (const block of blocks) {
    const event = readEvent(block)
    if (event === 'bad-calendar-date') return event
    if (typeof event === 'string') file.skipped[event] += 1
    else file.events.push(event)
  }
  if (file.events.length === 0) return 'calendar-of-nothing'
  return { ...file, events: unlike(file.events).toSorted((a, b) => a.from - b.from || a.until - b.until) }
}

/** Of those that say the same, one. */
function unlike(events: readonly CalendarEvent[]): CalendarEvent[] {
  return [
    ...new Map(
      events.map((event) => {
        const { from, until, name, isWorking } = event
        return [JSON.stringify([from, until, name, isWorking]), event]
      }),
    ).values(),
  ]
}

/** Long lines go on in the next one, behind a space. */
function linesOf(text: string): Line[] {
  const unfolded = text.replace(/^\uFEFF/, '').replaceAll(/\r?\n[ \t]/g, '')
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const match = /^([A-Za-z0-9-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/.exec(line)
    if (match === null) return []
    const [, name = '', params = '', value = ''] = match
    return [{ name: name.toUpperCase(), params: params.toUpperCase(), value: value.trimEnd() }]
  })
}

function isLine(line: Line | undefined, name: string, value: string): boolean {
  return line?.name === name && line.value.toUpperCase() === value
}

function nameIn(lines: readonly Line[]): string | null {
  const named = lines.find(({ name }) => name === 'X-WR-CALNAME') ?? lines.find(({ name }) => name === 'NAME')
  return named === undefined ? null : textOf(named.value) || null
}

/** null: events that begin within others, or never end. Alarms within them are left out. */
function eventsIn(lines: readonly Line[]): Line[][] | null {
  const events: Line[][] = []
  const open: string[] = []
  for (const line of lines) {
    if (line.name === 'BEGIN') open.push(line.value.toUpperCase())
    if (isLine(line, 'BEGIN', 'VEVENT')) events.push([])
    if (line.name === 'END' && open.pop() !== line.value.toUpperCase()) return null
    if (open.at(-1) === 'VEVENT') events.at(-1)?.push(line)
  }
  return open.length === 0 ? events : null
}

function readEvent(
  lines: readonly Line[],
): CalendarEvent | keyof CalendarFile['skipped'] | 'bad-calendar-date' {
  const find = (name: string) => lines.find((line) => line.name === name)
  if (find('STATUS')?.value.toUpperCase() === 'CANCELLED') return 'cancelled'
  if (find('RRULE') !== undefined || find('RDATE') !== undefined) return 'repeating'
  const start = find('DTSTART')
  const end = find('DTEND')
  if (start === undefined) return 'bad-calendar-date'
  if ([start, end].some((line) => line !== undefined && isTimed(line))) return 'timed'
  const from = dayIn(start)
  const after = end === undefined ? durationAfter(from, find('DURATION')) : dayIn(end)
  if (from === null || after === null || after < from) return 'bad-calendar-date'
  // An event that ends on the day it begins is of that day.
  const until = Math.max(from, after - 1)
  if (until - from >= longestEvent) return 'tooLong'
  const name = textOf(find('SUMMARY')?.value ?? '')
  return {
    from,
    until,
    name: name.replace(badge, '').trim(),
    isWorking: isMadeUp(name, find('X-APPLE-SPECIAL-DAY')),
  }
}

function isTimed({ params, value }: Line): boolean {
  return !/;VALUE=DATE(?:;|$)/.test(params) && /T\d{6}/.test(value)
}

function dayIn({ value }: Line): Day | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(value)
  return match === null ? null : parseDate(`${match[1]}-${match[2]}-${match[3]}`)
}

function durationAfter(from: Day | null, line: Line | undefined): Day | null {
  if (from === null) return null
  if (line === undefined) return from + 1
  const match = /^\+?P(\d{1,3})([DW])$/.exec(line.value.toUpperCase())
  return match === null ? null : from + Number(match[1]) * (match[2] === 'W' ? 7 : 1)
}

function isMadeUp(name: string, special: Line | undefined): boolean {
  return special?.value.toUpperCase() === 'ALTERNATE-WORKDAY' || worksByName.test(name)
}

function textOf(value: string): string {
  const plain = straightened(value)
    .replaceAll(/\\[nN]/g, ' ')
    .replaceAll(/\\([,;\\])/g, '$1')
  return isPrintableLine(plain) ? plain.trim().slice(0, longestName) : ''
}
