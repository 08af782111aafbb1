import { effectiveMissesAt, stateOf, type RoundFacts, type RoundState } from '../round/state.ts'
import { civilOf, type Day } from '../time/civil.ts'
import { dayAt, lastDayBefore, printTime, toWall, type Instant } from '../time/zone.ts'
import { contentLine, cutText, textLine } from './text.ts'
import { calendarWords, stateWord, type CalendarLanguage } from './words.ts'

/** A round as its event shows it, names already in the reader's language. Never notes or answers. */
export type CalendarRound = RoundFacts & {
  id: string
  /** the row's; rises with every change that shows */
  version: number
  updatedAt: Instant
  plannedOn: Day
  /** null: an all-day round */
  startsAt: Instant | null
  title: string
  topic: string | null
  category: string | null
  /** the inspected unit or asset; null where the round has no target */
  target: string | null
  performer: string
  /** done together with those whose calendar it is */
  isJoint: boolean
  /** whom it is assigned to; null: nobody, or the organisation names nobody in calendars */
  assignee: string | null
  checklist: string | null
  /** of the round's page */
  url: string
}

/** Whose words and whose days. */
export type CalendarReader = { language: CalendarLanguage; timeZone: string; now: Instant }

/** What a calendar program compares and shows; the same parts make the lines of a feed and the file of a single round. */
export type EventParts = {
  uid: string
  sequence: number
  /** LAST-MODIFIED and DTSTAMP: when what is shown last changed */
  changedAt: Instant
  start: { day: Day } | { at: Instant; until: Instant }
  title: string
  description: string
  location: string
  status: 'CONFIRMED' | 'CANCELLED'
}

const MOST_TITLE = 200
const MOST_NAME = 90
/** About 300 octets, were all of it Chinese. */
const MOST_DESCRIPTION_NAME = 24
/** A timed round says when it starts, not how long it takes. */
const TIMED_LENGTH = 30 * 60_000
const DAY = 86_400_000

export function eventOf(round: CalendarRound, reader: CalendarReader): EventParts {
  const state = stateOf(round, reader.now)
  return {
    uid: `${round.id}@rounds`,
    sequence: 4 * round.version + phaseOf(state),
    changedAt: changedAt(round, state),
    start:
      round.startsAt === null
        ? { day: round.plannedOn }
        : { at: round.startsAt, until: round.startsAt + TIMED_LENGTH },
    title: titleOf(round, state, reader.language),
    description: descriptionOf(round, state, reader),
    location: cutText(round.target ?? round.performer, MOST_TITLE),
    status: state === 'withdrawn' ? 'CANCELLED' : 'CONFIRMED',
  }
}

/** 0 planned or open, 1 overdue, 2 missed, 3 settled: rises within a version, so that SEQUENCE never falls. */
function phaseOf(state: RoundState): number {
  switch (state) {
    case 'planned':
    case 'open':
      return 0
    case 'overdue':
      return 1
    case 'missed':
      return 2
    case 'done':
    case 'late':
    case 'made-up':
    case 'excused':
    case 'withdrawn':
      return 3
  }
}

function changedAt(round: CalendarRound, state: RoundState): Instant {
  if (state === 'overdue') return Math.max(round.updatedAt, round.dueAt)
  if (state === 'missed') return Math.max(round.updatedAt, effectiveMissesAt(round) ?? 0)
  return round.updatedAt
}

/** The instants at which time alone changes the event: it falls due, it is missed. */
export function phaseChangesOf(round: CalendarRound): Instant[] {
  if (round.outcome !== null || round.withdrawnAt !== null) return []
  const missesAt = effectiveMissesAt(round)
  return missesAt === null ? [round.dueAt] : [round.dueAt, missesAt]
}

function titleOf(round: CalendarRound, state: RoundState, language: CalendarLanguage): string {
  const words = calendarWords[language]
  const topical = round.topic === null ? round.title : words.withTopic(round.title, round.topic)
  const duty = round.isJoint ? words.joint(topical) : topical
  const place = cutText(round.target ?? round.performer, MOST_NAME)
  return cutText(words.title(stateWord(state, language), cutText(duty, MOST_NAME), place), MOST_TITLE)
}

function descriptionOf(round: CalendarRound, state: RoundState, reader: CalendarReader): string {
  const words = calendarWords[reader.language]
  const lastDay = dayWords(lastDayBefore(round.dueAt, reader.timeZone), reader)
  const lines = [
    words.performer(cutText(round.performer, MOST_DESCRIPTION_NAME)),
    round.assignee === null ? null : words.assignee(cutText(round.assignee, MOST_DESCRIPTION_NAME)),
    windowWords(round, reader),
    round.checklist === null ? null : words.checklist(cutText(round.checklist, MOST_DESCRIPTION_NAME)),
    state === 'overdue' ? words.overdueSince(lastDay) : null,
    state === 'missed' ? words.missedOn(dayWords(missDay(round, reader), reader)) : null,
    round.url,
  ]
  return lines.filter((line) => line !== null).join('\n')
}

function missDay(round: CalendarRound, reader: CalendarReader): Day {
  return dayAt((effectiveMissesAt(round) ?? round.dueAt) - 1, reader.timeZone)
}

function windowWords(round: CalendarRound, reader: CalendarReader): string {
  const words = calendarWords[reader.language]
  const first = dayAt(round.opensAt, reader.timeZone)
  const last = lastDayBefore(round.dueAt, reader.timeZone)
  const until = dayWords(last, reader) + timeOf(round.dueAt, reader.timeZone)
  return first === last ? words.due(until) : words.window(dayWords(first, reader), until)
}

/** Due at the end of a day says the day alone. */
function timeOf(dueAt: Instant, timeZone: string): string {
  const { second } = toWall(dueAt, timeZone)
  return second === 0 ? '' : ` ${printTime(second)}`
}

function dayWords(day: Day, reader: CalendarReader): string {
  const civil = civilOf(day)
  return calendarWords[reader.language].day(civil.year, civil.month, civil.day)
}

/** A duty must not block anybody's free time. */
export const eventEnd = [
  contentLine('TRANSP', 'TRANSPARENT'),
  contentLine('X-MICROSOFT-CDO-BUSYSTATUS', 'FREE'),
  'END:VEVENT\r\n',
].join('')

/** The VEVENT of one round. */
export function printEvent(round: CalendarRound, reader: CalendarReader): string {
  const parts = eventOf(round, reader)
  const stamp = printUtc(parts.changedAt)
  return [
    'BEGIN:VEVENT\r\n',
    contentLine('UID', parts.uid),
    contentLine('DTSTAMP', stamp),
    contentLine('LAST-MODIFIED', stamp),
    contentLine('SEQUENCE', String(parts.sequence)),
    startLines(parts.start),
    textLine('SUMMARY', parts.title),
    textLine('DESCRIPTION', parts.description),
    textLine('LOCATION', parts.location),
    round.category === null ? '' : textLine('CATEGORIES', cutText(round.category, MOST_NAME)),
    contentLine('URL', round.url),
    contentLine('STATUS', parts.status),
    eventEnd,
  ].join('')
}

export function startLines(start: EventParts['start']): string {
  if ('day' in start) {
    return (
      contentLine('DTSTART;VALUE=DATE', printBasicDate(start.day)) +
      contentLine('DTEND;VALUE=DATE', printBasicDate(start.day + 1))
    )
  }
  return contentLine('DTSTART', printUtc(start.at)) + contentLine('DTEND', printUtc(start.until))
}

/** `20260302T010000Z`: in UTC, so that no program needs a VTIMEZONE. */
export function printUtc(instant: Instant): string {
  const day = Math.floor(instant / DAY)
  const second = Math.floor((instant - day * DAY) / 1_000)
  return `${printBasicDate(day)}T${printTime(second).replace(':', '')}${String(second % 60).padStart(2, '0')}Z`
}

function printBasicDate(day: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(day)
  return String(year * 10_000 + month * 100 + dayOfMonth)
}
