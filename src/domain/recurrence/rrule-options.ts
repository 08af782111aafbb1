import * as rruleModule from 'rrule'
import type { Options, RRule as RRuleClass, Weekday } from 'rrule'
import type { Day } from '../time/civil.ts'
import type { Frequency, Rule, WeekdayPick } from './rule.ts'
import type { RuleText } from './rule-text.ts'
import { parseUntil, printUntil } from './until.ts'

// Bundlers see rrule as an ES module, Node as CommonJS, with everything under `default`.
const loaded: { RRule?: typeof RRuleClass; default?: { RRule: typeof RRuleClass } } = rruleModule
const RRule = loaded.RRule ?? loaded.default?.RRule ?? rruleModule.RRule

// In the order of rrule's own numbers.
const FREQUENCIES: readonly Frequency[] = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY']
const MONDAY = 1

/** The rule that a checked text says, its lists in order and without repetition. */
export function readOptions(text: RuleText, start: Day, timeZone: string): Rule {
  const options = RRule.parseString(text.canonical)
  const untilText = text.parts.UNTIL?.items[0]?.text
  return {
    start,
    frequency: FREQUENCIES[options.freq ?? 0] ?? 'YEARLY',
    interval: options.interval ?? 1,
    months: inOrder(options.bymonth),
    weekNumbers: inOrder(options.byweekno),
    yearDays: inOrder(options.byyearday),
    monthDays: inOrder(options.bymonthday),
    weekdays: weekdaysInOrder(options.byweekday),
    positions: inOrder(options.bysetpos),
    weekStart: options.wkst === null || options.wkst === undefined ? MONDAY : isoWeekday(options.wkst),
    count: options.count ?? null,
    // rrule makes a date and an instant at midnight the same.
    until: untilText === undefined ? null : parseUntil(untilText, timeZone),
  }
}

function inOrder(value: number | number[] | null | undefined): number[] {
  return [...new Set([value ?? []].flat())].toSorted((a, b) => rank(a) - rank(b))
}

// From the start first, then from the end: 1, 15, -2, -1.
function rank(number: number): number {
  return number < 0 ? number + 1_000 : number
}

function weekdaysInOrder(value: Options['byweekday'] | undefined): WeekdayPick[] {
  const picks = new Map<number, WeekdayPick>()
  for (const day of [value ?? []].flat()) {
    const pick = { weekday: isoWeekday(day), nth: typeof day === 'object' ? (day.n ?? null) : null }
    picks.set(rank(pick.nth ?? 0) * 10 + pick.weekday, pick)
  }
  return [...picks.entries()].toSorted(([a], [b]) => a - b).map(([, pick]) => pick)
}

function isoWeekday(day: number | string | Weekday): number {
  if (typeof day === 'object') return day.weekday + 1
  return typeof day === 'number' ? day + 1 : RRule[day as 'MO'].weekday + 1
}

export function printOptions(rule: Rule): string {
  const text = RRule.optionsToString({
    freq: FREQUENCIES.indexOf(rule.frequency),
    ...(rule.interval === 1 ? {} : { interval: rule.interval }),
    bymonth: [...rule.months],
    byweekno: [...rule.weekNumbers],
    byyearday: [...rule.yearDays],
    bymonthday: [...rule.monthDays],
    byweekday: rule.weekdays.map(({ weekday, nth }) => rruleWeekday(weekday, nth)),
    bysetpos: [...rule.positions],
    ...(rule.weekStart === MONDAY ? {} : { wkst: rule.weekStart - 1 }),
    ...(rule.count === null ? {} : { count: rule.count }),
  }).replaceAll(/^RRULE:|\+/g, '')
  return rule.until === null ? text : `${text};UNTIL=${printUntil(rule.until)}`
}

function rruleWeekday(weekday: number, nth: number | null): Weekday {
  const days = [RRule.MO, RRule.TU, RRule.WE, RRule.TH, RRule.FR, RRule.SA, RRule.SU]
  const day = days[weekday - 1] ?? RRule.MO
  return nth === null ? day : day.nth(nth)
}
