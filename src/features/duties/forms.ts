import type { HolidayRule, Period, Spread } from '../../domain/schedule/plan.ts'
import { typedMany, typedOne, type Typed } from '../../platform/validation.ts'

/**
 * A schedule as the editor's fields hold it: flat, every value a text as it is sent by a browser. Fields that do not
 * belong to the chosen way are kept while one types, and mean nothing.
 */
export type ScheduleForm = {
  /** `kept`: the rhythm of the plan that is replaced, which no field can say; `standing`: no plan at all */
  way: Way
  period: Period
  min: string
  ceiling: 'exact' | 'none' | 'some'
  max: string
  spread: FormSpread
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

  where: 'none' | 'units' | 'assets' | 'kept'
  unitTags: string[]
  unitIds: string[]
  unitUnder: string
  exceptUnitTags: string[]
  exceptUnits: string[]
  assetTypes: string[]
  assetTags: string[]
  assetIds: string[]
  assetUnder: string
  exceptAssetTags: string[]
  exceptAssets: string[]
}

export type Way = 'quota' | 'season' | 'days' | 'rule' | 'kept' | 'standing'
export type FormSpread = Exclude<Spread, 'draw'>

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

export const choices = {
  way: ['quota', 'season', 'days', 'rule', 'kept', 'standing'],
  period: ['day', 'week', 'month', 'bimonth', 'quarter', 'halfyear', 'year'],
  ceiling: ['exact', 'none', 'some'],
  spread: ['stagger', 'even', 'end'],
  every: ['day', 'week', 'month', 'year'],
  weekStart: weekdays,
  monthBy: ['date', 'nth'],
  miss: ['', 'next', 'never', 'after'],
  holidays: ['keep', 'next', 'previous', 'nearest', 'skip'],
  where: ['none', 'units', 'assets', 'kept'],
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
export const timeUnits = ['H', 'D', 'W', 'M'] as const

/** Once a month, the day free, on no target, from that day on. `firstWeekday`: the organisation's, 1…7 from Monday. */
export function blankSchedule(from: string, firstWeekday = 1): ScheduleForm {
  return {
    way: 'quota',
    period: 'month',
    min: '1',
    ceiling: 'exact',
    max: '',
    spread: 'stagger',
    someMonths: '',
    months: [],
    every: 'week',
    interval: '1',
    weekdays: [],
    weekStart: weekdays[firstWeekday - 1] ?? 'MO',
    monthBy: 'date',
    monthDay: '1',
    nth: '1',
    weekday: 'MO',
    yearMonth: '1',
    rrule: '',
    times: '',
    length: '',
    start: '',
    extraDates: '',
    exceptDates: '',
    from,
    until: '',
    timeZone: '',
    openAmount: '',
    openUnit: 'D',
    dueAmount: '',
    dueUnit: 'D',
    miss: '',
    missAmount: '',
    missUnit: 'D',
    holidays: 'keep',
    where: 'none',
    unitTags: [],
    unitIds: [],
    unitUnder: '',
    exceptUnitTags: [],
    exceptUnits: [],
    assetTypes: [],
    assetTags: [],
    assetIds: [],
    assetUnder: '',
    exceptAssetTags: [],
    exceptAssets: [],
  }
}

/** What a browser sent; a field that it did not send is empty, a choice that does not exist is the first. */
export function readScheduleForm(typed: Typed): ScheduleForm {
  const blank = blankSchedule('')
  const read: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(blank)) {
    read[name] = Array.isArray(value)
      ? typedMany(typed, name).filter((each) => each !== '')
      : typedOne(typed, name).trim()
  }
  for (const [name, offered] of Object.entries(choices)) {
    if (!(offered as readonly unknown[]).includes(read[name])) read[name] = offered[0]
  }
  return read as ScheduleForm
}
