import { civilOf } from '../time/civil.ts'
import { printTime } from '../time/zone.ts'
import { isMondayToFriday, type Outline } from './outline.ts'
import type { Until, WeekdayPick } from './rule.ts'

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth']
const SUFFIXES = ['th', 'st', 'nd', 'rd']
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const UNITS = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' }
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export function inEnglish(outline: Outline): string {
  const { rule } = outline
  const conditions = outline.conditions.map((part) => `, only ${condition(outline, part)}`).join('')
  const weeks = rule.weekStart === 1 ? '' : `, weeks starting on ${weekdayName(rule.weekStart)}`
  const count = rule.count === null ? '' : `, ${rule.count} ${rule.count === 1 ? 'day' : 'days'} in all`
  const end = rule.until === null ? '' : until(rule.until)
  const picked =
    outline.counted === null && rule.positions.length > 0 ? `, of these ${places(rule.positions, 'day')}` : ''
  return `${days(outline)}${conditions}${picked}${weeks}${count}${end}`
}

function days(outline: Outline): string {
  const { rule, pattern, named } = outline
  if (named === 'day') return period(outline)
  if (isSingleDate(outline))
    return `${period(outline)} on ${list(pattern.monthDays.map(String))} ${monthList(pattern.months)}`
  const said = outline.counted === null ? namedDays(outline) : `on ${countedDays(outline)}`
  if (rule.frequency === 'MONTHLY' && rule.interval === 1) return `${said} of each month`
  if (rule.frequency === 'MONTHLY') return `${period(outline)} ${said} of the month`
  const months = outline.isInMonths && pattern.months.length > 0 ? ` in ${monthList(pattern.months)}` : ''
  return `${period(outline)}${months} ${said}`
}

function period({ rule: { frequency, interval } }: Outline): string {
  return interval === 1 ? `every ${UNITS[frequency]}` : `every ${interval} ${UNITS[frequency]}s`
}

/** "on 12 May" */
function isSingleDate({ isInMonths, named, pattern }: Outline): boolean {
  const { months, monthDays } = pattern
  return isInMonths && named === 'monthDays' && months.length === 1 && monthDays.every((day) => day > 0)
}

function namedDays({ rule, pattern, named, isInMonths }: Outline): string {
  switch (named) {
    case 'day':
      return ''
    case 'weekNumbers': {
      const weekdays = pattern.weekdays.length > 0 ? weekdayList(pattern.weekdays) : 'on every day'
      return `${weekdays} of ${weekList(pattern.weekNumbers)}`
    }
    case 'yearDays':
      return `on ${list(pattern.yearDays.map((day) => place(day, 'day')))} of the year`
    case 'monthDays':
      return `on ${list(pattern.monthDays.map(dateName))}${isInMonths && pattern.months.length === 0 ? ' of every month' : ''}`
    case 'weekdays':
      return rule.frequency === 'WEEKLY'
        ? weekdayList(pattern.weekdays)
        : `on ${weekdaysOfMonth(pattern.weekdays)}${ofYear(rule.frequency, pattern)}`
  }
}

function ofYear(frequency: string, { months, weekdays }: Outline['pattern']): string {
  return frequency === 'YEARLY' && months.length === 0 && weekdays.some(({ nth }) => nth !== null)
    ? ' of the year'
    : ''
}

function weekdaysOfMonth(picks: readonly WeekdayPick[]): string {
  if (isMondayToFriday({ weekdays: picks })) return 'every day from Monday to Friday'
  return list(
    picks.map(({ weekday, nth }) =>
      nth === null ? `every ${weekdayName(weekday)}` : place(nth, weekdayName(weekday)),
    ),
  )
}

function countedDays({ rule, pattern, counted }: Outline): string {
  const name =
    typeof counted === 'number' ? weekdayName(counted) : counted === 'workingDay' ? 'working day' : 'day'
  const of = rule.frequency === 'YEARLY' && pattern.months.length === 0 ? ' of the year' : ''
  return `${places(rule.positions, name)}${of}`
}

function condition({ rule, pattern }: Outline, part: Outline['conditions'][number]): string {
  switch (part) {
    case 'months':
      return `in ${monthList(pattern.months)}`
    case 'yearDays':
      return `if it is ${list(
        pattern.yearDays.map((day) => place(day, 'day')),
        'or',
      )} of the year`
    case 'monthDays':
      return `if it is ${list(pattern.monthDays.map(dateName), 'or')} of the month`
    case 'weekdays': {
      if (isMondayToFriday(pattern)) return 'from Monday to Friday'
      const isOrdinal = pattern.weekdays.some(({ nth }) => nth !== null)
      const names = pattern.weekdays.map(({ weekday, nth }) =>
        nth === null ? `a ${weekdayName(weekday)}` : place(nth, weekdayName(weekday)),
      )
      const of = rule.frequency === 'YEARLY' && rule.months.length === 0 ? ' of the year' : ' of the month'
      return `if it is ${list(names, 'or')}${isOrdinal ? of : ''}`
    }
  }
}

function until({ day, second }: Until): string {
  const { year, month, day: date } = civilOf(day)
  const seconds = second === null || second % 60 === 0 ? '' : `:${String(second % 60).padStart(2, '0')}`
  const time = second === null ? '' : ` ${printTime(second)}${seconds}`
  return `, until ${date} ${MONTHS[month - 1]} ${year}${time}`
}

function weekdayList(picks: readonly WeekdayPick[]): string {
  if (isMondayToFriday({ weekdays: picks })) return 'from Monday to Friday'
  return `on ${list(picks.map(({ weekday }) => weekdayName(weekday)))}`
}

function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? ''
}

function monthList(months: readonly number[]): string {
  return list(months.map((month) => MONTHS[month - 1] ?? ''))
}

function weekList(weeks: readonly number[]): string {
  return list(weeks.map((week) => (week > 0 ? `week ${week}` : place(week, 'week'))))
}

function dateName(day: number): string {
  return day > 0 ? `the ${ordinalNumber(day)}` : place(day, 'day')
}

function places(numbers: readonly number[], name: string): string {
  return list(numbers.map((number) => place(number, name)))
}

/** `the first Monday`, `the 20th Monday`, `the second last day` */
function place(number: number, name: string): string {
  const size = Math.abs(number)
  const ordinal = ORDINALS[size] ?? ordinalNumber(size)
  if (number > 0) return `the ${ordinal} ${name}`
  return size === 1 ? `the last ${name}` : `the ${ordinal} last ${name}`
}

function ordinalNumber(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13
  return `${number}${(isTeen ? undefined : SUFFIXES[number % 10]) ?? 'th'}`
}

function list(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
