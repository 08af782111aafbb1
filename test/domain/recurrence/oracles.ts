import * as rruleModule from 'rrule'
import { RRuleTemporal } from 'rrule-temporal'
import { expandRule } from '../../../src/domain/recurrence/expand.ts'
import { printRule, type Rule } from '../../../src/domain/recurrence/rule.ts'
import { type Day, printDate } from '../../../src/domain/time/civil.ts'
import { bruteForce } from './brute-force.ts'

const DAY = 86_400_000

/** A library that expands rules as well, with the faults that we know it has. */
export type Oracle = {
  name: string
  expand(rule: Rule, from: Day, to: Day): Day[]
  faults: readonly Fault[]
}

/** Where the library is wrong: the example shows that it still is. */
export type Fault = {
  what: string
  example: { rule: string; start: string }
  /** whether the fault can show in the rule's days from `from` to `to` */
  concerns(rule: Rule, from: Day, to: Day): boolean
}

/**
 * Our days beside the oracle's. Where they differ, looking at every day judges, and one of the known faults has to explain what
 * the oracle says; answers that one, or null where both say the same. Throws otherwise.
 */
export function compare(oracle: Oracle, rule: Rule, from: Day, to: Day): Fault | null {
  const ours = expandRule(rule, from, to, Infinity)
  if (sameDays(ours, oracle.expand(rule, from, to))) return null
  const text = `${printRule(rule)} from ${printDate(rule.start)}`
  const truth = bruteForce(rule, to).filter((day) => day >= from)
  if (!sameDays(ours, truth)) throw new Error(`${text}: we are wrong, or ${oracle.name} is right`)
  const fault = oracle.faults.find((each) => each.concerns(rule, from, to))
  if (fault === undefined) throw new Error(`${text}: no known fault of ${oracle.name} explains its answer`)
  return fault
}

function sameDays(a: readonly Day[], b: readonly Day[]): boolean {
  return a.length === b.length && a.every((day, index) => day === b[index])
}

// Node and Vite disagree on how this package of two module formats is imported.
const { RRule } =
  'RRule' in rruleModule ? rruleModule : (rruleModule as { default: typeof rruleModule }).default

/** In floating time: with a zone it is wrong in other ways. It may take seconds over a rule that yields nothing. */
export const rrule: Oracle = {
  name: 'rrule',
  expand(rule, from, to) {
    const dtstart = new Date(rule.start * DAY)
    const dates = new RRule({ ...RRule.parseString(printRule(rule)), dtstart })
    return dates.between(new Date(from * DAY), new Date(to * DAY), true).map((date) => date.getTime() / DAY)
  },
  faults: [
    {
      what: 'of plain and of numbered weekdays it wants days that are both',
      example: { rule: 'FREQ=MONTHLY;BYDAY=MO,1TU', start: '2026-01-01' },
      concerns: ({ weekdays }) => new Set(weekdays.map(({ nth }) => nth === null)).size > 1,
    },
    {
      what: 'a negative position beyond the first of the candidates is the first one',
      example: { rule: 'FREQ=MONTHLY;BYDAY=SA;BYSETPOS=-5', start: '2024-05-25' },
      concerns: reachesBeforeFirst,
    },
    {
      what: 'in the first week positions are counted from the start on, not from the first day of the week',
      example: { rule: 'FREQ=WEEKLY;BYDAY=MO,TH,FR,SA,SU;BYSETPOS=1,3', start: '2029-12-29' },
      concerns: ({ frequency, positions }) => frequency === 'WEEKLY' && positions.length > 0,
    },
    {
      what: 'a day that two positions choose comes twice, and counts twice',
      example: { rule: 'FREQ=MONTHLY;BYDAY=-1TH;BYSETPOS=1,-1;COUNT=5', start: '2026-01-02' },
      concerns: ({ positions }) => positions.some((each) => each > 0) && positions.some((each) => each < 0),
    },
    {
      what: 'a week by its number without weekdays is all seven days, not the weekday of the start',
      example: { rule: 'FREQ=YEARLY;BYWEEKNO=20', start: '2026-01-01' },
      concerns: ({ weekNumbers, weekdays, monthDays, yearDays }) =>
        weekNumbers.length > 0 && weekdays.length + monthDays.length + yearDays.length === 0,
    },
    {
      what: 'at the turn of the year it mistakes weeks of the year before and of the year after',
      example: { rule: 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU', start: '2020-08-02' },
      concerns: ({ weekNumbers }) => weekNumbers.some(isAtTurnOfYear),
    },
  ],
}

export const rruleTemporal: Oracle = {
  name: 'rrule-temporal',
  expand(rule, from, to) {
    const dtstart = printDate(rule.start).replaceAll('-', '')
    const dates = new RRuleTemporal({
      rruleString: `DTSTART;TZID=UTC:${dtstart}T000000\nRRULE:${printRule(rule)}`,
    })
    return dates
      .between(new Date(from * DAY), new Date(to * DAY), true)
      .map(({ epochMilliseconds }) => epochMilliseconds / DAY)
  },
  faults: [
    {
      what: 'beside days of the year it forgets weekdays and days of the month',
      example: { rule: 'FREQ=YEARLY;BYYEARDAY=243;BYDAY=FR', start: '2025-02-11' },
      concerns: ({ yearDays, weekdays, monthDays }) =>
        yearDays.length > 0 && weekdays.length + monthDays.length > 0,
    },
    {
      what: 'of plain and of numbered weekdays of a year it forgets the plain ones',
      example: { rule: 'FREQ=YEARLY;BYDAY=MO,1TU', start: '2026-01-01' },
      concerns: ({ frequency, weekdays }) =>
        frequency === 'YEARLY' && new Set(weekdays.map(({ nth }) => nth === null)).size > 1,
    },
    {
      what: 'beside days of the month it counts numbered weekdays of a year in the month',
      example: { rule: 'FREQ=YEARLY;BYMONTHDAY=-12,-10;BYDAY=2SU,2TH,-2TH', start: '2018-01-23' },
      concerns: ({ frequency, weekdays, monthDays }) =>
        frequency === 'YEARLY' && monthDays.length > 0 && weekdays.some(({ nth }) => nth !== null),
    },
    {
      what: 'it has no 53rd weekday of a year',
      example: { rule: 'FREQ=YEARLY;BYDAY=53TH', start: '2026-01-01' },
      concerns: ({ weekdays }) => weekdays.some(({ nth }) => Math.abs(nth ?? 0) > 52),
    },
    {
      what: 'days of a numbered week that lie in another calendar year it takes for days of that year’s',
      example: { rule: 'FREQ=YEARLY;BYWEEKNO=-1;BYDAY=FR,SA,SU;INTERVAL=4', start: '2032-03-31' },
      concerns: ({ weekNumbers }) => weekNumbers.some(isAtTurnOfYear),
    },
  ],
}

/** The first and the last two weeks of a year may have days in another one. */
function isAtTurnOfYear(week: number): boolean {
  return week === 1 || week === -1 || Math.abs(week) >= 52
}

/** Whether some period has fewer candidates than a negative position counts back. */
function reachesBeforeFirst(rule: Rule, _from: Day, to: Day): boolean {
  const back = -Math.min(...rule.positions)
  if (rule.positions.length === 0 || back <= 0) return false
  const all = bruteForce({ ...rule, positions: [], count: null, until: null, start: rule.start }, to)
  const last = bruteForce({ ...rule, positions: [-back], count: null, until: null }, to)
  return last.length < all.length
}
