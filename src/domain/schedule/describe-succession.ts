import { parseDuration } from '../time/duration.ts'
import type { DurationText, FollowRhythm, IntervalRhythm } from './plan.ts'

type Locale = 'zh-CN' | 'en'

/** From the last completion, or with the certificate. */
export function describeInterval(
  { every, from }: IntervalRhythm,
  opening: DurationText,
  locale: Locale,
): string {
  const span = spanIn(every, locale)
  if (from === 'done') return locale === 'en' ? `${span} after it was last done` : `上次完成后每隔${span}`
  const before = spanIn(opening, locale)
  if (locale === 'en') {
    return `${before === '' ? 'when' : `from ${before} before`} the certificate ends (valid for ${span})`
  }
  return before === '' ? `证书到期时（有效期${span}）` : `证书到期前${before}起（有效期${span}）`
}

/** `followed`: what that duty is called, where its reader may know. */
export function describeFollow(
  { of, offset }: FollowRhythm,
  locale: Locale,
  followed: string | undefined,
): string {
  const span = isNothing(offset) ? null : spanIn(offset, locale)
  if (locale === 'en') {
    const name = followed === undefined ? 'the followed duty' : `“${followed}”`
    const day = of === 'done' ? `${name} is done` : `the planned day of ${name}`
    if (span !== null) return `${span} after ${day}`
    return of === 'done' ? `on the day ${day}` : `on ${day}`
  }
  const name = followed === undefined ? '所跟随工作' : `“${followed}”`
  const day = of === 'done' ? `${name}完成` : `${name}的计划日期`
  return span === null ? `${day}当天` : `${day}后${span}`
}

function isNothing(text: DurationText): boolean {
  const duration = parseDuration(text)
  return duration?.months === 0 && duration.days === 0
}

/** A duration in the largest units that hold it whole; empty where it has no days: '6个月', 'a year'. */
function spanIn(text: DurationText, locale: Locale): string {
  const { months, days } = parseDuration(text) ?? { months: 0, days: 0 }
  const [years, restMonths] = months % 12 === 0 ? [months / 12, 0] : [0, months]
  const [weeks, restDays] = days % 7 === 0 && days > 7 ? [days / 7, 0] : [0, days]
  const parts: [number, (typeof UNITS)[keyof typeof UNITS]][] = [
    [years, UNITS.year],
    [restMonths, UNITS.month],
    [weeks, UNITS.week],
    [restDays, UNITS.day],
  ]
  const named = parts.filter(([count]) => count > 0)
  if (locale === 'zh-CN') return named.map(([count, unit]) => `${count}${unit['zh-CN']}`).join('')
  return named.map(([count, unit]) => `${count} ${unit.en}${count === 1 ? '' : 's'}`).join(' and ')
}

const UNITS = {
  year: { 'zh-CN': '年', en: 'year' },
  month: { 'zh-CN': '个月', en: 'month' },
  week: { 'zh-CN': '周', en: 'week' },
  day: { 'zh-CN': '天', en: 'day' },
} as const
