import type { HolidayRule, Period, Spread, Topics } from '../../domain/schedule/plan.ts'

/**
 * A schedule as the editor's fields hold it: flat, every value a text as it is sent by a browser. Fields that do not
 * belong to what was chosen are kept while one types, and mean nothing.
 */
export type ScheduleForm = RhythmFields & TermFields & TargetFields & TopicFields

export type RhythmFields = {
  /** `kept`: the rhythm of the plan that is replaced, which no field can say; `standing`: no plan at all */
  way: Way
  period: Period
  min: string
  ceiling: 'exact' | 'none' | 'some'
  max: string
  spread: Spread
  /** with a quota or on days of the month: only the ticked months count; a season always has them */
  someMonths: '' | 'yes'
  months: string[]

  every: 'day' | 'week' | 'month' | 'year'
  /** every so many days, weeks, months or years */
  interval: string
  weekdays: string[]
  /** what the weeks of “every other week” begin on */
  weekStart: (typeof weekdays)[number]
  monthBy: 'date' | 'nth'
  /** -1: the last day */
  monthDay: string
  nth: string
  /** of the `nth`: a weekday, or a working day */
  weekday: string
  yearMonth: string

  rrule: string
  /** times of day, between commas or spaces */
  times: string
  /** minutes */
  length: string
  /** '': the day from which the plan is valid */
  start: string
  extraDates: string
  exceptDates: string

  /** `before` and `after`: the working day next to a public holiday; `names`: days of the organisation's own */
  dayKind: 'working' | 'off' | 'holiday' | 'before' | 'after' | 'names'
  dayNames: string[]
  /** of days that follow one another */
  pick: 'each' | 'first' | 'last'
  shiftWay: '' | 'before' | 'after'
  /** working days */
  shiftBy: string

  /** counted from when it was last done, or from the end of the asset's certificate */
  countedFrom: 'done' | 'expiry'
  againAmount: string
  againUnit: string

  followDuty: string
  followOf: 'planned' | 'done'
  followAmount: string
  followUnit: string
}

export type TermFields = {
  from: string
  until: string
  /** '': the organisation's */
  timeZone: string
  openAmount: string
  /** a unit of time, or a whole ISO 8601 duration that no amount of one unit can say */
  openUnit: string
  dueAmount: string
  dueUnit: string
  miss: '' | 'next' | 'never' | 'after'
  missAmount: string
  missUnit: string
  holidays: HolidayRule
}

export type TargetFields = {
  where: 'none' | 'units' | 'assets' | 'members' | 'kept'
  unitTags: string[]
  unitIds: string[]
  unitUnder: string
  exceptUnitTags: string[]
  exceptUnits: string[]
  assetTypes: string[]
  assetTags: string[]
  assetIds: string[]
  assetUnder: string
  /** a unit whose assets are offered one by one; picks nothing itself */
  assetsListed: string
  exceptAssetTags: string[]
  exceptAssets: string[]
  memberRoles: string[]
  /** tags of a unit that they belong to */
  memberTags: string[]
  memberIds: string[]
  memberUnder: string
  /** a unit whose people are offered one by one; picks nobody itself */
  membersListed: string
  exceptMemberTags: string[]
  exceptMembers: string[]
  coverage: 'each' | 'rotate' | 'draw'
  /** `auto`: as many as it takes to visit all of them in time */
  perKind: 'one' | 'some' | 'auto'
  per: string
  /** within which period everybody has had a turn; '': whenever it comes to it */
  cover: '' | 'week' | 'month' | 'quarter' | 'halfyear' | 'year'
}

export type TopicFields = {
  /** `kept`: topics that no line of text can hold */
  topicsPer: Topics['per'] | 'kept'
  /** one a line */
  topics: string
}

export type Way =
  | 'quota'
  | 'days'
  | 'season'
  | 'calendar'
  | 'interval'
  | 'follow'
  | 'rule'
  | 'kept'
  | 'standing'

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

export const choices = {
  way: ['quota', 'days', 'season', 'calendar', 'interval', 'follow', 'rule', 'kept', 'standing'],
  period: ['day', 'week', 'month', 'bimonth', 'quarter', 'halfyear', 'year'],
  ceiling: ['exact', 'none', 'some'],
  spread: ['stagger', 'even', 'end', 'draw'],
  every: ['day', 'week', 'month', 'year'],
  weekStart: weekdays,
  monthBy: ['date', 'nth'],
  dayKind: ['working', 'off', 'holiday', 'before', 'after', 'names'],
  pick: ['each', 'first', 'last'],
  shiftWay: ['', 'before', 'after'],
  countedFrom: ['done', 'expiry'],
  followOf: ['planned', 'done'],
  miss: ['', 'next', 'never', 'after'],
  holidays: ['keep', 'next', 'previous', 'nearest', 'skip'],
  where: ['none', 'units', 'assets', 'members', 'kept'],
  coverage: ['each', 'rotate', 'draw'],
  perKind: ['one', 'some', 'auto'],
  cover: ['', 'week', 'month', 'quarter', 'halfyear', 'year'],
  topicsPer: ['occurrence', 'month', 'quarter', 'kept'],
  someMonths: ['', 'yes'],
} as const satisfies { [Name in keyof ScheduleForm]?: readonly ScheduleForm[Name][] }

export const months: readonly string[] = Array.from({ length: 12 }, (_, index) => String(index + 1))
/** What the `nth` of a month may be: a weekday, or any day from Monday to Friday. */
export const nthWeekdays = [...weekdays, 'working'] as const
export const nths = ['1', '2', '3', '4', '-1'] as const
export const monthDays: readonly string[] = [
  ...Array.from({ length: 31 }, (_, index) => String(index + 1)),
  '-1',
]
export const timeUnits = ['H', 'D', 'W', 'M', 'Y'] as const
