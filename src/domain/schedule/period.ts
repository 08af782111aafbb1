import { civilOf, type Day, dayOf, isoWeekOf, printDate } from '../time/civil.ts'
import { type MonthRun, monthRuns } from './months.ts'
import type { Period, Plan, QuotaRhythm, SeasonRhythm } from './plan.ts'

/** A stretch of the calendar that a quota counts in; `id` begins the keys of its rounds. */
export type CalendarPeriod = { id: string; first: Day; last: Day }

/** Periods numbered in order of time, so that one can start anywhere and walk on. */
export type Periods = {
  at(index: number): CalendarPeriod
  /** The index of the period that contains the day or, where none does, of the next one. */
  indexOf(day: Day): number
}

export const MONTHS_IN = { month: 1, bimonth: 2, quarter: 3, halfyear: 6, year: 12 } as const
// 1969-12-29, the Monday of the week of 1970-01-01.
const FIRST_MONDAY = -3

export function periodsOf(rhythm: QuotaRhythm | SeasonRhythm): Periods {
  if (rhythm.kind === 'season') return seasons(monthRuns(rhythm.months))
  if (rhythm.period === 'day') return days
  if (rhythm.period === 'week') return weeks
  return spansOfMonths(rhythm.period)
}

/** Whether a plan counts what each of its targets has done in a period: who is behind can be asked. */
export function countsByTarget({ rhythm, targets }: Pick<Plan, 'rhythm' | 'targets'>): boolean {
  return (rhythm.kind === 'quota' || rhythm.kind === 'season') && !('none' in targets)
}

/** Null between two seasons. */
export function periodAround(rhythm: QuotaRhythm | SeasonRhythm, day: Day): CalendarPeriod | null {
  const periods = periodsOf(rhythm)
  const period = periods.at(periods.indexOf(day))
  return period.first <= day ? period : null
}

const days: Periods = {
  at: (index) => ({ id: printDate(index), first: index, last: index }),
  indexOf: (day) => day,
}

const weeks: Periods = {
  at(index) {
    const monday = FIRST_MONDAY + 7 * index
    const { year, week } = isoWeekOf(monday)
    return { id: `${pad(year, 4)}-W${pad(week, 2)}`, first: monday, last: monday + 6 }
  },
  indexOf: (day) => Math.floor((day - FIRST_MONDAY) / 7),
}

function spansOfMonths(period: Exclude<Period, 'day' | 'week'>): Periods {
  const length = MONTHS_IN[period]
  return {
    at(index) {
      const month = index * length
      const year = Math.floor(month / 12)
      return { id: idOf(period, year, month - year * 12), ...daysOfMonths(month, length) }
    },
    indexOf: (day) => Math.floor(monthIndexOf(day) / length),
  }
}

/** `month` counts from 0 within the year. */
function idOf(period: keyof typeof MONTHS_IN, year: number, month: number): string {
  const number = month / MONTHS_IN[period] + 1
  switch (period) {
    case 'month':
      return `${pad(year, 4)}-M${pad(number, 2)}`
    case 'bimonth':
      return `${pad(year, 4)}-B${number}`
    case 'quarter':
      return `${pad(year, 4)}-Q${number}`
    case 'halfyear':
      return `${pad(year, 4)}-H${number}`
    case 'year':
      return pad(year, 4)
  }
}

function seasons(runs: readonly MonthRun[]): Periods {
  const at = (index: number): CalendarPeriod => {
    const year = Math.floor(index / runs.length)
    const number = index - year * runs.length
    const { first, count } = runs[number] ?? { first: 1, count: 12 }
    return { id: `${pad(year, 4)}-S${number + 1}`, ...daysOfMonths(year * 12 + first - 1, count) }
  }
  return {
    at,
    indexOf(day) {
      // A run that crosses New Year may have begun in the year before.
      let index = (civilOf(day).year - 1) * runs.length
      while (at(index).last < day) index += 1
      return index
    },
  }
}

/** Months since January of year 0. */
function monthIndexOf(day: Day): number {
  const { year, month } = civilOf(day)
  return year * 12 + month - 1
}

function daysOfMonths(firstMonth: number, count: number): { first: Day; last: Day } {
  return { first: startOfMonth(firstMonth), last: startOfMonth(firstMonth + count) - 1 }
}

function startOfMonth(index: number): Day {
  const year = Math.floor(index / 12)
  return dayOf(year, index - year * 12 + 1, 1)
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
