import { type Day, dayOf, parseDate } from '../time/civil.ts'
import { type Duration, parseDuration } from '../time/duration.ts'
import { parseTime } from '../time/zone.ts'

/** What stands for the end of a plan without end. */
export const LAST_DAY: Day = dayOf(9999, 12, 31)

export function sureDate(text: string): Day {
  return sure(parseDate(text), text)
}

export function sureTime(text: string): number {
  return sure(parseTime(text), text)
}

export function sureDuration(text: string): Duration {
  return sure(parseDuration(text), text)
}

function sure<T>(value: T | null, text: string): T {
  return value ?? refuseUnchecked(text)
}

/** For what `checkPlan` refuses, should it get here all the same. */
export function refuseUnchecked(what: string): never {
  throw new TypeError(`an unchecked plan: ${what}`)
}
