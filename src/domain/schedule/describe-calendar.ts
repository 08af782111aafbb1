import type { CalendarRhythm } from './plan.ts'

type Locale = 'zh-CN' | 'en'
type InBoth = Readonly<Record<Locale, string>>

type Words = Readonly<Record<CalendarRhythm['pick'], InBoth>>

const DAYS: Readonly<Record<'working' | 'off' | 'holiday', Words>> = {
  working: {
    each: { 'zh-CN': '每个工作日', en: 'every working day' },
    first: {
      'zh-CN': '每次休息后的第一个工作日',
      en: 'the first working day after each weekend and holiday',
    },
    last: {
      'zh-CN': '每次休息前的最后一个工作日',
      en: 'the last working day before each weekend and holiday',
    },
  },
  off: {
    each: { 'zh-CN': '每个休息日', en: 'every day off' },
    first: { 'zh-CN': '每次休息的第一天', en: 'the first day of each weekend and holiday' },
    last: { 'zh-CN': '每次休息的最后一天', en: 'the last day of each weekend and holiday' },
  },
  holiday: {
    each: { 'zh-CN': '法定节假日期间每天', en: 'every day of each public holiday' },
    first: { 'zh-CN': '每个法定节假日的第一天', en: 'the first day of each public holiday' },
    last: { 'zh-CN': '每个法定节假日的最后一天', en: 'the last day of each public holiday' },
  },
}

/** From within days off the nearest working days are the same, whether counted from the first or the last. */
const BREAKS: Readonly<Record<'off' | 'holiday', InBoth>> = {
  off: { 'zh-CN': '每次休息', en: 'each weekend and holiday' },
  holiday: { 'zh-CN': '每个法定节假日', en: 'each public holiday' },
}

/** 'every working day', '每个法定节假日前的最后一个工作日'. */
export function describeCalendar({ days, pick, shift = 0 }: CalendarRhythm, locale: Locale): string {
  if (shift === 0) return wordsFor(days, pick, locale)
  const from = days === 'off' || days === 'holiday' ? BREAKS[days][locale] : wordsFor(days, pick, locale)
  return locale === 'en' ? shiftInEnglish(shift, from) : shiftInChinese(shift, from)
}

function wordsFor(days: CalendarRhythm['days'], pick: CalendarRhythm['pick'], locale: Locale): string {
  return typeof days === 'object' ? namedDays(days.names, pick, locale) : DAYS[days][pick][locale]
}

function namedDays(names: readonly string[], pick: CalendarRhythm['pick'], locale: Locale): string {
  const quoted = names.map((name) => `“${name}”`)
  if (locale === 'zh-CN') {
    const days = { each: '的每一天', first: '的第一天', last: '的最后一天' }
    return `${quoted.join('、')}${days[pick]}`
  }
  const days = { each: 'every day', first: 'the first day', last: 'the last day' }
  return `${days[pick]} of ${new Intl.ListFormat('en-GB').format(quoted)}`
}

function shiftInChinese(shift: number, from: string): string {
  if (shift === -1) return `${from}前的最后一个工作日`
  return shift < 0 ? `${from}前的第${-shift}个工作日` : `${from}后的第${shift === 1 ? '一' : shift}个工作日`
}

function shiftInEnglish(shift: number, from: string): string {
  if (Math.abs(shift) > 1) return `${Math.abs(shift)} working days ${shift < 0 ? 'before' : 'after'} ${from}`
  return shift < 0 ? `the last working day before ${from}` : `the first working day after ${from}`
}
