import { startOfDay, dayAt, type Instant } from '../time/zone.ts'
import { civilOf, type Day } from '../time/civil.ts'
import {
  eventEnd,
  phaseChangesOf,
  printEvent,
  printUtc,
  startLines,
  type CalendarReader,
  type CalendarRound,
} from './event.ts'
import { contentLine, cutText, textLine } from './text.ts'
import { calendarWords } from './words.ts'

/** Raise it whenever the same rounds give another text: tags made before then no longer match. */
export const calendarWriterVersion = 1

/** Google refuses a calendar over 1 MB. */
const mostCalendarBytes = 900_000
const bytesForHeadAndNotice = 2_000

export type CalendarHead = {
  id: string
  name: string
  /** where the calendar is fetched from */
  source: string
}

export type Calendar = {
  text: string
  /** when what is shown last changed */
  lastModified: Instant
  /** time alone changes nothing from `since` until just before `until` */
  since: Instant
  until: Instant
  /** rounds left out, the furthest first, because the text would be too large */
  omitted: number
}

/**
 * A whole calendar (RFC 5545; head fields of RFC 7986): one VEVENT a round, no RRULE, in the order given. `turns`: when time alone
 * brings rounds to light.
 */
export function roundsToCalendar(
  head: CalendarHead,
  rounds: readonly CalendarRound[],
  reader: CalendarReader,
  options: { mostBytes?: number; alreadyOmitted?: number; turns?: readonly Instant[] } = {},
): Calendar {
  const today = dayAt(reader.now, reader.timeZone)
  const events = rounds.map((round) => ({ round, text: printEvent(round, reader) }))
  const kept = nearest(events, today, (options.mostBytes ?? mostCalendarBytes) - bytesForHeadAndNotice)
  const omitted = events.length - kept.length + (options.alreadyOmitted ?? 0)
  const stretch = unchangedStretch(
    [...rounds.flatMap(phaseChangesOf), ...(options.turns ?? [])],
    today,
    reader,
  )
  return {
    text: [
      printHead(head, reader),
      ...kept.map(({ text }) => text),
      omitted > 0 ? printNotice(head, kept.length, today, reader) : '',
      'END:VCALENDAR\r\n',
    ].join(''),
    lastModified: rounds.reduce((latest, round) => Math.max(latest, round.updatedAt), stretch.since),
    ...stretch,
    omitted,
  }
}

type PrintedEvent = { round: CalendarRound; text: string }

/** Those that fit, nearest to today first; the order they came in stays. */
function nearest(events: readonly PrintedEvent[], today: Day, mostBytes: number): PrintedEvent[] {
  // A UTF-16 unit takes at most three octets: mostly nothing has to be counted.
  if (events.reduce((units, { text }) => units + text.length, 0) * 3 <= mostBytes) return [...events]
  const sizes = new Map(events.map((event) => [event, octetsOf(event.text)]))
  let left = mostBytes
  for (const size of sizes.values()) left -= size
  if (left >= 0) return [...events]

  const dropped = new Set<PrintedEvent>()
  const distance = ({ round }: PrintedEvent) => Math.abs(round.plannedOn - today)
  for (const event of events.toSorted((a, b) => distance(b) - distance(a))) {
    if (left >= 0) break
    left += sizes.get(event) ?? 0
    dropped.add(event)
  }
  return events.filter((event) => !dropped.has(event))
}

function octetsOf(text: string): number {
  return new TextEncoder().encode(text).length
}

/** From the last of these instants, or midnight, that has passed until the next one. */
function unchangedStretch(
  instants: readonly Instant[],
  today: Day,
  { now, timeZone }: CalendarReader,
): { since: Instant; until: Instant } {
  let since = startOfDay(today, timeZone)
  let until = startOfDay(today + 1, timeZone)
  for (const instant of instants) {
    if (instant <= now && instant > since) since = instant
    if (instant > now && instant < until) until = instant
  }
  return { since, until }
}

function printHead(head: CalendarHead, { language, timeZone }: CalendarReader): string {
  const name = cutText(head.name, 200)
  return [
    'BEGIN:VCALENDAR\r\n',
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', `-//Rounds//Rounds ${calendarWriterVersion}//${language === 'en' ? 'EN' : 'ZH'}`),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', 'PUBLISH'),
    textLine('NAME', name),
    textLine('X-WR-CALNAME', name),
    textLine('X-WR-TIMEZONE', timeZone),
    contentLine('REFRESH-INTERVAL;VALUE=DURATION', 'PT4H'),
    contentLine('X-PUBLISHED-TTL', 'PT4H'),
    contentLine('SOURCE;VALUE=URI', head.source),
    contentLine('COLOR', 'steelblue'),
    contentLine('X-APPLE-CALENDAR-COLOR', '#4682B4'),
  ].join('')
}

/** Says on today's date that the calendar is not whole. */
function printNotice(head: CalendarHead, shown: number, today: Day, reader: CalendarReader): string {
  const words = calendarWords[reader.language]
  const { year, month, day } = civilOf(today)
  const stamp = printUtc(startOfDay(today, reader.timeZone))
  return [
    'BEGIN:VEVENT\r\n',
    contentLine('UID', `${head.id}-notice@rounds`),
    contentLine('DTSTAMP', stamp),
    contentLine('LAST-MODIFIED', stamp),
    contentLine('SEQUENCE', String(year * 10_000 + month * 100 + day)),
    startLines({ day: today }),
    textLine('SUMMARY', words.tooMuch(shown)),
    textLine('DESCRIPTION', words.tooMuchDetail),
    contentLine('STATUS', 'CONFIRMED'),
    eventEnd,
  ].join('')
}
