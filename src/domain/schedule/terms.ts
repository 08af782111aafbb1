import { type Day, dayOf, parseDate } from '../time/civil.ts'
import { type Duration, parseDuration } from '../time/duration.ts'
import { parseTime } from '../time/zone.ts'
import { defaultMissAfter } from './frequency.ts'
import type { Plan } from './plan.ts'

/** What rules, quotas and seasons have in common, read from its texts. */
export type Terms = {
  timeZone: string
  from: Day
  /** of a plan without end: the last day of the calendar */
  until: Day
  openBefore: Duration | null
  dueAfter: Duration | null
  missAfter: Duration | 'next' | 'never'
}

export const LAST_DAY = dayOf(9999, 12, 31)

/** Throws on a plan that `checkPlan` refuses. */
export function readTerms(plan: Omit<Plan, 'id'>): Terms {
  const { openBefore, dueAfter, missAfter = defaultMissAfter(plan) } = plan.window
  return {
    timeZone: plan.timeZone,
    from: sureDate(plan.from),
    until: plan.until === null ? LAST_DAY : sureDate(plan.until),
    openBefore: openBefore === undefined ? null : sureDuration(openBefore),
    dueAfter: dueAfter === undefined ? null : sureDuration(dueAfter),
    missAfter: missAfter === 'next' || missAfter === 'never' ? missAfter : sureDuration(missAfter),
  }
}

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
