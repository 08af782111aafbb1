/** What is refused: a path into the plan (`rhythm.rrule`) and, in a typed rule, the characters that are wrong. */
export type PlanFault = {
  path: string
  /** a `PlanFaultCode`, or a code of `RuleFault` at `rhythm.rrule` */
  code: string
  params?: Record<string, string | number>
  at?: { start: number; end: number }
}

/** What is accepted, but may surprise. */
export type PlanWarning = { code: string; params?: Record<string, string | number> }

export type PlanFaultCode =
  | SuccessionFaultCode
  | 'auto-without-period'
  | 'bad-count'
  | 'bad-date'
  | 'bad-duration'
  | 'bad-local'
  | 'bad-months'
  | 'bad-shift'
  | 'bad-time'
  | 'date-out-of-range'
  | 'duration-too-long'
  | 'empty-window'
  | 'max-below-min'
  | 'no-day-names'
  | 'no-months'
  | 'no-targets'
  | 'only-each'
  | 'only-in-turn'
  | 'repeated-time'
  | 'season-whole-year'
  | 'shift-of-each'
  | 'skips-all-days'
  | 'too-many-dates'
  | 'too-many-day-names'
  | 'too-many-times'
  | 'too-often'
  | 'types-of-units'
  | 'unknown-zone'
  | 'until-before-from'
  | 'yields-nothing'

/** Of intervals, of duties that follow others and of topics. */
export type SuccessionFaultCode =
  | 'blank-topic'
  | 'expiry-of-assets'
  | 'no-interval'
  | 'no-topics'
  | 'none-next'
  | 'skip-ends-it'
  | 'too-many-topics'
  | 'topic-too-long'
  | 'topics-of-followers'
  | 'whole-days'

export type PlanWarningCode =
  | SuccessionWarningCode
  | 'cannot-cover'
  | 'comes-too-seldom'
  | 'drawn'
  | 'drops-last-period'
  | 'more-than-there-are'
  | 'no-holidays'
  | 'no-targets-today'
  | 'opens-gap'
  | 'provisional-days'
  | 'several-a-day'
  | 'skips-short-months'
  | 'starts-next-period'
  | 'unknown-day-name'

export type SuccessionWarningCode =
  | 'as-if-done'
  | 'as-if-done-there'
  | 'as-if-renewed'
  | 'followed-has-none'
  | 'followed-is-closed'
  | 'without-certificate'

/** A fault of the plan itself, its code checked by the compiler. */
export function fault(path: string, code: PlanFaultCode, params?: PlanFault['params']): PlanFault {
  return params === undefined ? { path, code } : { path, code, params }
}

export function warning(code: PlanWarningCode, params?: PlanWarning['params']): PlanWarning {
  return params === undefined ? { code } : { code, params }
}
