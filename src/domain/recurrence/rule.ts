import { type Day, dayOf } from '../time/civil.ts'
import type { Instant } from '../time/zone.ts'
import { findConflicts } from './conflicts.ts'
import { yieldsNothing } from './expand.ts'
import { type RuleText, readRuleText } from './rule-text.ts'
import { printOptions, readOptions } from './rrule-options.ts'

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'

/** `weekday` 1…7 from Monday; `nth` of the month or year, negative from its end, null for every one. */
export type WeekdayPick = { readonly weekday: number; readonly nth: number | null }

/** The last day. Where UNTIL was an instant, it and its second of that day: later times of the day do not occur. */
export type Until =
  | { readonly day: Day; readonly second: null; readonly instant: null }
  | { readonly day: Day; readonly second: number; readonly instant: Instant }

/**
 * A recurrence rule (RFC 5545, 3.3.10) that picks days, checked. Lists are empty where the part is missing, and in
 * order: first what counts from the start, then the negative numbers, which count from the end.
 */
export type Rule = {
  readonly start: Day
  readonly frequency: Frequency
  readonly interval: number
  readonly months: readonly number[]
  readonly weekNumbers: readonly number[]
  readonly yearDays: readonly number[]
  readonly monthDays: readonly number[]
  readonly weekdays: readonly WeekdayPick[]
  readonly positions: readonly number[]
  /** 1…7 from Monday */
  readonly weekStart: number
  readonly count: number | null
  readonly until: Until | null
}

/** What is wrong and where in the text; `describeRuleFault` has the sentences for the codes. */
export type RuleFault = {
  code: string
  at: { start: number; end: number } | null
  params?: Record<string, string | number>
}

export type ParsedRule = { ok: true; rule: Rule } | { ok: false; faults: RuleFault[] }

const FIRST_START = dayOf(1900, 1, 1)
const LAST_START = dayOf(2200, 12, 31)

/**
 * Reads a rule strictly: nothing is dropped or widened in silence, and a rule that yields no day is refused.
 * COUNT counts days. UNTIL is a date or an instant (`…Z`), compared in `timeZone`.
 */
export function parseRule(text: string, start: Day, timeZone: string): ParsedRule {
  if (start < FIRST_START || start > LAST_START) {
    return { ok: false, faults: [{ code: 'start.range', at: null, params: { least: 1900, most: 2200 } }] }
  }
  const read = readRuleText(text)
  if (!read.ok) return read
  const rule = readOptions(read.text, start, timeZone)
  const faults = findConflicts(rule, read.text)
  if (faults.length > 0) return { ok: false, faults }
  const nothing = findNothing(rule, read.text)
  return nothing === null ? { ok: true, rule } : { ok: false, faults: [nothing] }
}

function findNothing(rule: Rule, text: RuleText): RuleFault | null {
  if (!yieldsNothing(rule)) return null
  if (rule.until !== null && !yieldsNothing({ ...rule, until: null })) {
    return { code: 'until.beforeFirst', at: text.parts.UNTIL?.at ?? null }
  }
  return { code: 'rule.empty', at: { start: 0, end: text.length } }
}

/** The canonical text: parsing it with the same start and zone gives an equal rule. */
export function printRule(rule: Rule): string {
  return printOptions(rule)
}
