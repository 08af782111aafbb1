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
  | 'not-yet-supported'
  | 'repeated-time'
  | 'season-whole-year'
  | 'shift-of-each'
  | 'too-many-dates'
  | 'too-many-day-names'
  | 'too-many-times'
  | 'too-often'
  | 'types-of-units'
  | 'unknown-zone'
  | 'until-before-from'
  | 'yields-nothing'

export type PlanWarningCode =
  | 'drops-last-period'
  | 'provisional-days'
  | 'skips-short-months'
  | 'starts-next-period'
  | 'unknown-day-name'

/** What the types know and `not-yet-supported` refuses. */
export type Unsupported =
  | 'coverWithin'
  | 'draw'
  | 'follow'
  | 'interval'
  | 'members'
  | 'perOccurrence'
  | 'rotate'
  | 'topics'

export function notYetSupported(path: string, what: Unsupported): PlanFault {
  return fault(path, 'not-yet-supported', { what })
}

/** A fault of the plan itself, its code checked by the compiler. */
export function fault(path: string, code: PlanFaultCode, params?: PlanFault['params']): PlanFault {
  return params === undefined ? { path, code } : { path, code, params }
}

export function warning(code: PlanWarningCode, params?: PlanWarning['params']): PlanWarning {
  return params === undefined ? { code } : { code, params }
}
