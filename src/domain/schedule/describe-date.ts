import { civilOf, type Day } from '../time/civil.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** '2026年3月2日', '2 March 2026'. */
export function dateIn(day: Day, locale: 'zh-CN' | 'en'): string {
  const civil = civilOf(day)
  if (locale === 'en') return `${civil.day} ${monthName(civil.month)} ${civil.year}`
  return `${civil.year}年${civil.month}月${civil.day}日`
}

export function monthName(month: number): string {
  return MONTHS[month - 1] ?? ''
}
