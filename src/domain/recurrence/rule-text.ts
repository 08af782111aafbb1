import type { RuleFault } from './rule.ts'
import { parseUntil } from './until.ts'

export type Span = { start: number; end: number }
export type PartName = (typeof PART_NAMES)[number]
/** `items` are the values between the commas, in capitals. */
export type Part = { at: Span; items: { text: string; at: Span }[] }
/** A text whose parts are each known, single and well-formed by themselves; `canonical` is in capitals. */
export type RuleText = { canonical: string; length: number; parts: Partial<Record<PartName, Part>> }

const MOST_CHARACTERS = 256
const PART_NAMES = [
  'FREQ',
  'INTERVAL',
  'BYMONTH',
  'BYWEEKNO',
  'BYYEARDAY',
  'BYMONTHDAY',
  'BYDAY',
  'BYSETPOS',
  'WKST',
  'COUNT',
  'UNTIL',
] as const
const TIME_PARTS = ['BYHOUR', 'BYMINUTE', 'BYSECOND']
const OTHER_CALENDAR_PARTS = ['RSCALE', 'SKIP']
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']
const FAST_FREQUENCIES = ['HOURLY', 'MINUTELY', 'SECONDLY']
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

type NumberRange = { most: number; signed: boolean; list: boolean }
const NUMBER_RANGES: Partial<Record<PartName, NumberRange>> = {
  INTERVAL: { most: 9_999, signed: false, list: false },
  COUNT: { most: 9_999, signed: false, list: false },
  BYMONTH: { most: 12, signed: false, list: true },
  BYWEEKNO: { most: 53, signed: true, list: true },
  BYYEARDAY: { most: 366, signed: true, list: true },
  BYMONTHDAY: { most: 31, signed: true, list: true },
  BYSETPOS: { most: 366, signed: true, list: true },
}

/** Splits a typed rule into its parts and checks each by itself; capitals or not, `RRULE:` before it or not. */
export function readRuleText(
  input: string,
): { ok: true; text: RuleText } | { ok: false; faults: RuleFault[] } {
  if (input.length > MOST_CHARACTERS) return refuse('rule.tooLong', null, { most: MOST_CHARACTERS })
  if (input.trim() === '') return refuse('rule.blank', null)
  const capitals = input.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())
  const prefix = capitals.startsWith('RRULE:') ? 'RRULE:'.length : 0
  const parts: RuleText['parts'] = {}
  const faults: RuleFault[] = []
  let start = prefix
  for (const text of capitals.slice(prefix).split(';')) {
    faults.push(...readPart(text, start, parts))
    start += text.length + 1
  }
  if (parts.FREQ === undefined && faults.length === 0) faults.push({ code: 'freq.missing', at: null })
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, text: { canonical: capitals.slice(prefix), length: input.length, parts } }
}

function refuse(code: string, at: Span | null, params: Record<string, string | number> = {}) {
  return { ok: false as const, faults: [{ code, at, params }] }
}

function readPart(text: string, start: number, parts: RuleText['parts']): RuleFault[] {
  const at = { start, end: start + text.length }
  const equals = text.indexOf('=')
  if (equals < 0) return [{ code: 'part.malformed', at, params: { part: text } }]
  const typedName = text.slice(0, equals)
  const nameAt = { start, end: start + equals }
  const name = PART_NAMES.find((known) => known === typedName)
  if (name === undefined)
    return [{ code: unknownPartCode(typedName), at: nameAt, params: { part: typedName } }]
  if (parts[name] !== undefined) return [{ code: 'part.doubled', at, params: { part: name } }]
  const part = { at, items: readItems(text.slice(equals + 1), start + equals + 1) }
  parts[name] = part
  return findFaults(name, part)
}

function unknownPartCode(name: string): string {
  if (TIME_PARTS.includes(name)) return 'part.timeOfDay'
  return OTHER_CALENDAR_PARTS.includes(name) ? 'part.otherCalendar' : 'part.unknown'
}

function readItems(value: string, valueStart: number): Part['items'] {
  let start = valueStart
  return value.split(',').map((text) => {
    const at = { start, end: start + text.length }
    start = at.end + 1
    return { text, at }
  })
}

function findFaults(name: PartName, { at, items }: Part): RuleFault[] {
  const range = NUMBER_RANGES[name]
  const isList = range?.list ?? name === 'BYDAY'
  const [second] = items.slice(1)
  if (!isList && second !== undefined) return [{ code: 'part.single', at, params: { part: name } }]
  return items.flatMap((item) => {
    const fault = range === undefined ? checkWord(name, item.text) : checkNumber(item.text, range)
    if (fault === null) return []
    return [{ code: fault.code, at: item.at, params: { part: name, value: item.text, ...fault.params } }]
  })
}

type ItemFault = { code: string; params?: Record<string, string | number> }

function checkNumber(text: string, { most, signed }: NumberRange): ItemFault | null {
  if (!(signed ? /^[+-]?\d{1,12}$/ : /^\d{1,12}$/).test(text)) return { code: 'value.malformed' }
  const size = Math.abs(Number(text))
  return size >= 1 && size <= most
    ? null
    : { code: signed ? 'value.signedRange' : 'value.range', params: { most } }
}

function checkWord(name: PartName, text: string): ItemFault | null {
  switch (name) {
    case 'FREQ':
      if (FREQUENCIES.includes(text)) return null
      return { code: FAST_FREQUENCIES.includes(text) ? 'freq.tooFast' : 'freq.unknown' }
    case 'WKST':
      return WEEKDAYS.includes(text) ? null : { code: 'weekday.unknown' }
    case 'BYDAY':
      return checkWeekday(text)
    default:
      return parseUntil(text, 'UTC') === null ? { code: 'until.malformed' } : null
  }
}

function checkWeekday(text: string): ItemFault | null {
  const ordinal = text.slice(0, -2)
  if (!WEEKDAYS.includes(text.slice(-2)) || !/^(?:[+-]?\d{1,2})?$/.test(ordinal))
    return { code: 'weekday.unknown' }
  if (ordinal === '') return null
  const size = Math.abs(Number(ordinal))
  return size >= 1 && size <= 53 ? null : { code: 'weekday.ordinalRange', params: { most: 53 } }
}
