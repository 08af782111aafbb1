import { describeRule } from '../recurrence/describe.ts'
import type { Day } from '../time/civil.ts'
import { sureDate } from './checked.ts'
import { dateIn, monthName } from './describe-date.ts'
import { describeCalendar } from './describe-calendar.ts'
import { describeFollow, describeInterval } from './describe-succession.ts'
import { openBeforeOf } from './frequency.ts'
import { monthAfter, type MonthRun, monthRuns } from './months.ts'
import type { HolidayRule, Period, Plan, QuotaRhythm, RuleRhythm, SeasonRhythm } from './plan.ts'
import { readSeries } from './rule-series.ts'

type Locale = 'zh-CN' | 'en'
type InBoth = Readonly<Record<Locale, string>>

/** Longer lists of single dates are only counted. */
const MOST_DATES_NAMED = 3

const PERIODS: Readonly<Record<Period, InBoth>> = {
  day: { 'zh-CN': '每天', en: 'a day' },
  week: { 'zh-CN': '每周', en: 'a week' },
  month: { 'zh-CN': '每月', en: 'a month' },
  bimonth: { 'zh-CN': '每两个月', en: 'every two months' },
  quarter: { 'zh-CN': '每季度', en: 'a quarter' },
  halfyear: { 'zh-CN': '每半年', en: 'every half-year' },
  year: { 'zh-CN': '每年', en: 'a year' },
}

const HOLIDAYS: Readonly<Record<Exclude<HolidayRule, 'keep'>, InBoth>> = {
  next: { 'zh-CN': '逢休息日顺延至下一工作日', en: 'if that is a day off, on the next working day' },
  previous: { 'zh-CN': '逢休息日提前至上一工作日', en: 'if that is a day off, on the working day before' },
  nearest: { 'zh-CN': '逢休息日调至最近的工作日', en: 'if that is a day off, on the nearest working day' },
  skip: { 'zh-CN': '休息日不安排', en: 'not on days off' },
}

/**
 * How often, in which months, at which times, until when: '每季度1次', 'once a quarter'. For checked plans. `followed` is what the
 * duty is called that the plan follows.
 */
export function describePlan(plan: Omit<Plan, 'id'>, locale: Locale, followed?: string): string {
  const parts = [describeRhythm(plan, locale, followed)]
  if (plan.holidays !== 'keep') parts.push(HOLIDAYS[plan.holidays][locale])
  if (plan.until !== null) {
    const until = dateIn(sureDate(plan.until), locale)
    parts.push(locale === 'en' ? `until ${until}` : `到${until}为止`)
  }
  return parts.join(locale === 'en' ? ', ' : '，')
}

function describeRhythm(plan: Omit<Plan, 'id'>, locale: Locale, followed: string | undefined): string {
  const { rhythm, timeZone } = plan
  switch (rhythm.kind) {
    case 'rule':
      return describeSeries(rhythm, timeZone, locale)
    case 'quota':
      return describeQuota(rhythm, locale)
    case 'season':
      return describeSeason(rhythm, locale)
    case 'calendar':
      return describeCalendar(rhythm, locale)
    case 'interval':
      return describeInterval(rhythm, openBeforeOf(plan) ?? 'P0D', locale)
    case 'follow':
      return describeFollow(rhythm, locale, followed)
  }
}

function describeQuota(rhythm: QuotaRhythm, locale: Locale): string {
  const period = PERIODS[rhythm.period][locale]
  const count = countIn(rhythm, locale)
  const runs = rhythm.months === undefined ? [] : monthRuns(rhythm.months)
  const isEveryMonth = runs.length === 0 || runs[0]?.count === 12
  if (locale === 'en') {
    return isEveryMonth ? `${count} ${period}` : `${count} ${period}, only in ${monthsIn(runs, locale)}`
  }
  return isEveryMonth ? `${period}${count}` : `${period}${count}（限${monthsIn(runs, locale)}）`
}

function describeSeason(rhythm: SeasonRhythm, locale: Locale): string {
  const runs = monthRuns(rhythm.months)
  const count = countIn(rhythm, locale)
  const isOne = runs.length === 1
  if (locale === 'en') return `${count} ${isOne ? 'in' : 'each in'} ${monthsIn(runs, locale)} every year`
  return `每年${monthsIn(runs, locale)}${isOne ? '' : '各'}${count}`
}

function countIn({ min, max }: { min: number; max: number | null }, locale: Locale): string {
  if (locale === 'zh-CN') {
    if (max === null) return `至少${min}次`
    return max === min ? `${min}次` : `${min}—${max}次`
  }
  if (max === null) return `at least ${times(min)}`
  return max === min ? times(min) : `${min} to ${max} times`
}

function times(count: number): string {
  if (count === 1) return 'once'
  return count === 2 ? 'twice' : `${count} times`
}

function monthsIn(runs: readonly MonthRun[], locale: Locale): string {
  const named = runs.map((run) => monthRunIn(run, locale))
  return locale === 'en' ? listInEnglish(named) : named.join('、')
}

function monthRunIn({ first, count }: MonthRun, locale: Locale): string {
  const last = monthAfter(first, count - 1)
  if (locale === 'en') return count === 1 ? monthName(first) : `${monthName(first)}–${monthName(last)}`
  if (count === 1) return `${first}月`
  return last > first ? `${first}—${last}月` : `${first}月—次年${last}月`
}

function describeSeries(rhythm: RuleRhythm, timeZone: string, locale: Locale): string {
  const { rule } = readSeries(rhythm, timeZone)
  const times = (rhythm.times ?? []).toSorted()
  // Every third day, or ten days in all: of which, only the first one tells.
  const dependsOnStart = rule.interval > 1 || rule.count !== null
  const clauses = [
    describeRule(rule, locale),
    dependsOnStart ? startIn(rule.start, locale) : '',
    times.length === 0 ? '' : timesIn(times, locale),
    datesIn(rhythm.rdates ?? [], locale, { 'zh-CN': '另加', en: 'also on ' }),
    datesIn(rhythm.exdates ?? [], locale, { 'zh-CN': '除去', en: 'except on ' }),
  ]
  return clauses.filter((clause) => clause !== '').join(locale === 'en' ? ', ' : '，')
}

function startIn(start: Day, locale: Locale): string {
  const date = dateIn(start, locale)
  return locale === 'en' ? `counted from ${date}` : `自${date}起算`
}

function timesIn(times: readonly string[], locale: Locale): string {
  if (locale === 'en') return `at ${listInEnglish(times)}`
  return times.length === 1 ? times.join('') : `${times.join('、')}各一次`
}

function datesIn(dates: readonly string[], locale: Locale, word: InBoth): string {
  if (dates.length === 0) return ''
  if (dates.length > MOST_DATES_NAMED) {
    return locale === 'en' ? `${word.en}${dates.length} dates` : `${word[locale]}${dates.length}个日期`
  }
  const named = dates.map((date) => localIn(date, locale))
  return `${word[locale]}${locale === 'en' ? listInEnglish(named) : named.join('、')}`
}

function localIn(text: string, locale: Locale): string {
  const [date = '', time] = text.split('T')
  const day = dateIn(sureDate(date), locale)
  return time === undefined ? day : `${day} ${time}`
}

function listInEnglish(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
