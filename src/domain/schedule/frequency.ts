import { expandSeries } from '../recurrence/series.ts'
import { roughDays } from '../time/duration.ts'
import { monthAfter, monthRuns } from './months.ts'
import { MONTHS_IN } from './period.ts'
import type {
  CalendarRhythm,
  DurationText,
  IntervalRhythm,
  Plan,
  QuotaRhythm,
  RuleRhythm,
  SeasonRhythm,
  Window,
} from './plan.ts'
import { readSeries } from './rule-series.ts'
import { LAST_DAY, sureDuration } from './checked.ts'

export type FrequencyClass = 'daily' | 'weekly' | 'monthly' | 'bimonthly' | 'quarterly' | 'longer' | 'once'

export type MissAfter = NonNullable<Window['missAfter']>

type Rhythmic = Pick<Plan, 'rhythm' | 'timeZone'>

const YEAR = 365.25
const MONTH = YEAR / 12
const OFTEN = 100
const SAMPLE = 13
/** A guess: how often it comes is for the followed duty to say. */
const FOLLOWING_A_YEAR = 12
/** What follows on the next day is not daily for that, and two days late is not missed. */
const SHORTEST_FOLLOWING = 2

/** Days between two rounds up to which a duty belongs to the class: a little more than the calendar's own lengths. */
const LONGEST_SPACING: readonly (readonly [FrequencyClass, number])[] = [
  ['daily', 1],
  ['weekly', 8],
  ['monthly', 36],
  ['bimonthly', 66],
  ['quarterly', 98],
]

const DAYS_A_YEAR = {
  working: { days: 250, runs: 52 },
  off: { days: 115, runs: 52 },
  holiday: { days: 30, runs: 8 },
} as const

const DEFAULT_MISS_AFTER: Readonly<Record<FrequencyClass, MissAfter>> = {
  daily: 'PT0S',
  weekly: 'P2D',
  monthly: 'P7D',
  bimonthly: 'P7D',
  quarterly: 'P15D',
  longer: 'P30D',
  once: 'never',
}

/** What is counted from another day opens as long before as it may be late, so that there is time to do it. */
const DEFAULT_OPEN_BEFORE: Readonly<Record<FrequencyClass, DurationText>> = {
  daily: 'P0D',
  weekly: 'P2D',
  monthly: 'P7D',
  bimonthly: 'P7D',
  quarterly: 'P15D',
  longer: 'P30D',
  once: 'P30D',
}
const LONGEST_OPENING = 30

/** How long before its day, or its period's end, a round of the plan opens; null: on its day, or with its period. */
export function openBeforeOf(plan: Rhythmic & Pick<Plan, 'window'>): DurationText | null {
  return plan.window.openBefore ?? defaultOpenBefore(plan)
}

function defaultOpenBefore(plan: Rhythmic): DurationText | null {
  const { rhythm } = plan
  if (rhythm.kind === 'interval') return DEFAULT_OPEN_BEFORE[frequencyClass(plan)]
  if (rhythm.kind !== 'follow') return null
  // What follows can be done from the day on that it follows.
  return roughDays(sureDuration(rhythm.offset)) > LONGEST_OPENING ? `P${LONGEST_OPENING}D` : rhythm.offset
}

export function defaultMissAfter(plan: Rhythmic): MissAfter {
  return DEFAULT_MISS_AFTER[frequencyClass(plan)]
}

/** How far ahead rounds are stored. */
export function planningHorizonDays(plan: Rhythmic): number {
  return occurrencesPerYear(plan) > OFTEN ? 60 : 400
}

/** How often the duty comes while it comes at all: daily checks in May are daily. The plan's validity does not matter. */
export function frequencyClass(plan: Rhythmic): FrequencyClass {
  const spacing = typicalSpacing(plan)
  if (spacing === null) return 'once'
  return LONGEST_SPACING.find(([, longest]) => spacing <= longest)?.[0] ?? 'longer'
}

/** An estimate, of a year within the plan's validity. */
export function occurrencesPerYear({ rhythm, timeZone }: Rhythmic): number {
  switch (rhythm.kind) {
    case 'rule':
      return rulePerYear(rhythm, timeZone)
    case 'quota':
      return rhythm.min * periodsPerYear(rhythm)
    case 'season':
      return rhythm.min * monthRuns(rhythm.months).length
    case 'calendar':
      return calendarPerYear(rhythm)
    case 'interval':
      return YEAR / intervalDays(rhythm)
    case 'follow':
      return FOLLOWING_A_YEAR
  }
}

/** Days from one round to the next, gaps between seasons left out; null: there is only one. */
export function typicalSpacing({ rhythm, timeZone }: Rhythmic): number | null {
  switch (rhythm.kind) {
    case 'rule':
      return ruleSpacing(rhythm, timeZone)
    case 'quota':
      return quotaSpacing(rhythm) / rhythm.min
    case 'season':
      return seasonSpacing(rhythm) / rhythm.min
    case 'calendar':
      return rhythm.pick === 'each' ? 1 : YEAR / calendarPerYear(rhythm)
    case 'interval':
      return intervalDays(rhythm)
    case 'follow':
      return Math.max(SHORTEST_FOLLOWING, roughDays(sureDuration(rhythm.offset)))
  }
}

function intervalDays({ every }: IntervalRhythm): number {
  return roughDays(sureDuration(every))
}

/** About: calendars differ, and the organisation's own days come and go. */
function calendarPerYear({ days, pick }: CalendarRhythm): number {
  if (typeof days === 'object') return days.names.length * (pick === 'each' ? 10 : 2)
  return DAYS_A_YEAR[days][pick === 'each' ? 'days' : 'runs']
}

function rulePerYear(rhythm: RuleRhythm, timeZone: string): number {
  const days = { ...readSeries(rhythm, timeZone), times: [] }
  const first = expandSeries(days, days.rule.start, LAST_DAY, 1)[0]
  if (first === undefined) return 0
  const twoYears = expandSeries(days, first.day, first.day + 2 * YEAR, 3 * YEAR)
  return (twoYears.length / 2) * Math.max(1, rhythm.times?.length ?? 0)
}

function ruleSpacing(rhythm: RuleRhythm, timeZone: string): number | null {
  const series = readSeries(rhythm, timeZone)
  const perDay = Math.max(1, series.times.length)
  const days = expandSeries({ ...series, times: [] }, series.rule.start, LAST_DAY, SAMPLE)
  if (days.length * perDay < 2) return null
  const gaps = days.slice(1).map(({ day }, index) => day - (days[index]?.day ?? day))
  return upperMedian(gaps) / perDay
}

function periodsPerYear(rhythm: QuotaRhythm): number {
  const share = (rhythm.months?.length ?? 12) / 12
  if (rhythm.period === 'day') return YEAR * share
  if (rhythm.period === 'week') return (YEAR / 7) * share
  return startsOfPeriods(rhythm, MONTHS_IN[rhythm.period]).length
}

function quotaSpacing(rhythm: QuotaRhythm): number {
  if (rhythm.period === 'day') return 1
  if (rhythm.period === 'week') return 7
  return upperMedian(gapsRoundTheYear(startsOfPeriods(rhythm, MONTHS_IN[rhythm.period]))) * MONTH
}

function seasonSpacing({ months }: SeasonRhythm): number {
  return upperMedian(gapsRoundTheYear(monthRuns(months).map(({ first }) => first))) * MONTH
}

/** The first months of the year's periods that have any month to count. */
function startsOfPeriods({ months }: QuotaRhythm, length: number): number[] {
  const starts = Array.from({ length: 12 / length }, (_, index) => index * length + 1)
  if (months === undefined) return starts
  return starts.filter((start) => months.some((month) => month >= start && month < start + length))
}

/** From each of these months to the next, the last one to the first of the year after. */
function gapsRoundTheYear(months: readonly number[]): number[] {
  return months.map((month, index) => monthAfter((months[index + 1] ?? months[0] ?? month) - month, 0))
}

/** Of two middle values the greater: twice a year on two days running is twice a year, not daily. */
function upperMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
