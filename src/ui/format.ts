import type { Settings } from '../domain/settings.ts'
import { civilOf, placeInWeek, weekdayOf, type Day } from '../domain/time/civil.ts'
import { dayAt, lastDayBefore, printTime, toWall, type Instant } from '../domain/time/zone.ts'
import { translate, type Locale } from '../platform/i18n.ts'
import { timeMessages as words } from './messages.ts'

/** Whose words, whose clock, and when; a `View` is one. */
export type Reader = {
  locale: Locale
  timeZone: string
  now: Instant
  settings: Pick<Settings, 'firstWeekday'>
}

const DAY = 86_400_000
const HOUR = 3_600_000
const MINUTE = 60_000
/** Up to so many days ahead a distance is said in days, further off the date says more. */
const COUNTED_DAYS = 30

/** "11月22日 周日", "Sun 22 Nov"; the year only where it is not this one. */
export function formatDay(reader: Reader, day: Day): string {
  const message = isThisYear(reader, day) ? words.day : words.dayOfYear
  return translate(message, reader.locale, partsOf(reader.locale, day))
}

/** "11月22日", "22 Nov"; the year only where it is not this one. */
export function formatShortDay(reader: Reader, day: Day): string {
  const message = isThisYear(reader, day) ? words.shortDay : words.shortDayOfYear
  return translate(message, reader.locale, partsOf(reader.locale, day))
}

/** "14:30" on the reader's clock. */
export function formatTime(reader: Reader, instant: Instant): string {
  return printTime(toWall(instant, reader.timeZone).second)
}

/** "11月22日 周日 14:30", "Sun 22 Nov, 14:30". */
export function formatInstant(reader: Reader, instant: Instant): string {
  const day = formatDay(reader, dayAt(instant, reader.timeZone))
  return translate(words.dayAndTime, reader.locale, { day, time: formatTime(reader, instant) })
}

/** With year, seconds and zone, for proof: "2026年11月22日 周日 14:30:05（Asia/Shanghai）". */
export function formatExactly(reader: Reader, instant: Instant): string {
  const { day, second } = toWall(instant, reader.timeZone)
  return exactWords(reader, day, `${printTime(second)}:${String(second % 60).padStart(2, '0')}`)
}

/** The last moment to do it: its day, and the time where that is not the day's end. */
export function formatDeadline(reader: Reader, dueAt: Instant): string {
  if (!isStartOfDay(dueAt, reader.timeZone)) return formatInstant(reader, dueAt)
  return formatDay(reader, lastDayBefore(dueAt, reader.timeZone))
}

/** As `formatExactly`, but the end of a day is its 24:00, not the next day's 00:00. */
export function formatDeadlineExactly(reader: Reader, dueAt: Instant): string {
  const { timeZone } = reader
  if (!isStartOfDay(dueAt, timeZone)) return formatExactly(reader, dueAt)
  return exactWords(reader, lastDayBefore(dueAt, timeZone), '24:00:00')
}

/** A window as its days, both inclusive: "11月1日 至 11月30日"; `end` is the first instant after it. */
export function formatWindow(reader: Reader, start: Instant, end: Instant): string {
  const first = dayAt(start, reader.timeZone)
  const last = lastDayBefore(end, reader.timeZone)
  if (first >= last) return formatDay(reader, last)
  const [from, until] = [formatShortDay(reader, first), formatShortDay(reader, last)]
  return translate(words.span, reader.locale, { from, until })
}

/**
 * When work must be done by, as people say it: "今天截止", "due Friday", "9天后截止"; past it, how late it is.
 * An end of day is midnight, the start of the next day.
 */
export function formatDue(reader: Reader, dueAt: Instant): string {
  if (dueAt <= reader.now) return formatLate(reader, dueAt)
  const day = lastDayBefore(dueAt, reader.timeZone)
  const days = day - dayAt(reader.now, reader.timeZone)
  if (days >= 7 && days <= COUNTED_DAYS) return translate(words.dueInDays, reader.locale, { days })
  const when = nearDayWords(reader, day)
  if (days > 1 || isStartOfDay(dueAt, reader.timeZone)) return translate(words.due, reader.locale, { when })
  return translate(words.dueAtTime, reader.locale, { when, time: formatTime(reader, dueAt) })
}

/** When planned work can be begun: "明天开始", "opens Friday". */
export function formatOpens(reader: Reader, opensAt: Instant): string {
  const day = dayAt(opensAt, reader.timeZone)
  const days = day - dayAt(reader.now, reader.timeZone)
  if (days >= 7 && days <= COUNTED_DAYS) return translate(words.opensInDays, reader.locale, { days })
  return translate(words.opens, reader.locale, { when: nearDayWords(reader, day) })
}

/** How late open work is now: "逾期3天", "5 hours late". */
export function formatLate(reader: Reader, dueAt: Instant): string {
  return translate(words.late, reader.locale, { length: latenessWords(reader, dueAt, reader.now) })
}

/** How late finished work was: "逾期2天完成", "done 2 days late". */
export function formatDoneLate(reader: Reader, dueAt: Instant, doneAt: Instant): string {
  return translate(words.doneLate, reader.locale, { length: latenessWords(reader, dueAt, doneAt) })
}

/** How long ago something happened, for at most a day; then its date: "5分钟前", "2 hours ago". */
export function formatAgo(reader: Reader, instant: Instant): string {
  const elapsed = reader.now - instant
  if (elapsed < 0 || elapsed >= DAY) return formatInstant(reader, instant)
  if (elapsed < MINUTE) return translate(words.justNow, reader.locale)
  return translate(words.ago, reader.locale, { length: hoursOrMinutes(reader.locale, elapsed) })
}

function exactWords(reader: Reader, day: Day, time: string): string {
  const dayText = translate(words.dayOfYear, reader.locale, partsOf(reader.locale, day))
  return translate(words.exact, reader.locale, { day: dayText, time, zone: reader.timeZone })
}

/** Due last on Monday and now Tuesday is one day, whatever the hour; within the day it is hours. */
function latenessWords(reader: Reader, dueAt: Instant, at: Instant): string {
  const days = dayAt(at, reader.timeZone) - lastDayBefore(dueAt, reader.timeZone)
  if (days > 0) return translate(words.days, reader.locale, { count: days })
  return hoursOrMinutes(reader.locale, at - dueAt)
}

function hoursOrMinutes(locale: Locale, length: number): string {
  if (length >= HOUR) return translate(words.hours, locale, { count: Math.floor(length / HOUR) })
  return translate(words.minutes, locale, { count: Math.max(1, Math.floor(length / MINUTE)) })
}

function nearDayWords(reader: Reader, day: Day): string {
  const today = dayAt(reader.now, reader.timeZone)
  const days = day - today
  if (days === 0) return translate(words.today, reader.locale)
  if (days === 1) return translate(words.tomorrow, reader.locale)
  if (days < 0 || days > 6) return formatShortDay(reader, day)
  const { firstWeekday } = reader.settings
  const isNextWeek = placeInWeek(day, firstWeekday) < placeInWeek(today, firstWeekday)
  const message = isNextWeek ? words.nextWeekday : words.thisWeekday
  return translate(message, reader.locale, partsOf(reader.locale, day))
}

export function isStartOfDay(instant: Instant, timeZone: string): boolean {
  return dayAt(instant, timeZone) !== dayAt(instant - 1, timeZone)
}

function isThisYear(reader: Reader, day: Day): boolean {
  return civilOf(day).year === civilOf(dayAt(reader.now, reader.timeZone)).year
}

function partsOf(locale: Locale, day: Day): Record<string, string | number> {
  const names = namesOf(locale)
  const civil = civilOf(day)
  return {
    ...civil,
    monthName: names.months[civil.month - 1] ?? '',
    weekday: names.weekdays[weekdayOf(day) - 1] ?? '',
    longWeekday: names.longWeekdays[weekdayOf(day) - 1] ?? '',
  }
}

/** "1月" … "12月", "Jan" … "Dec". */
export function monthNames(locale: Locale): readonly string[] {
  return namesOf(locale).months
}

/** "周一" … "周日", "Mon" … "Sun". */
export function weekdayNames(locale: Locale): readonly string[] {
  return namesOf(locale).weekdays
}

type Names = { months: string[]; weekdays: string[]; longWeekdays: string[] }

const namesByLocale = new Map<Locale, Names>()

/** Asked of Intl once: a formatter costs more to make than a page of dates to write. */
function namesOf(locale: Locale): Names {
  const known = namesByLocale.get(locale)
  if (known !== undefined) return known
  const months = Array.from({ length: 12 }, (_, index) => Date.UTC(2024, index, 1))
  // 1 January 2024 was a Monday.
  const weekdays = Array.from({ length: 7 }, (_, index) => Date.UTC(2024, 0, 1 + index))
  const names = {
    months: format(locale, { month: 'short' }, months),
    weekdays: format(locale, { weekday: 'short' }, weekdays),
    longWeekdays: format(locale, { weekday: locale === 'en' ? 'long' : 'short' }, weekdays),
  }
  namesByLocale.set(locale, names)
  return names
}

function format(locale: Locale, options: Intl.DateTimeFormatOptions, instants: readonly Instant[]): string[] {
  const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  return instants.map((instant) => formatter.format(instant))
}
