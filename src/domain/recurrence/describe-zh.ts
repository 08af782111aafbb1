import { civilOf } from '../time/civil.ts'
import { printTime } from '../time/zone.ts'
import { isMondayToFriday, type Outline } from './outline.ts'
import type { Until, WeekdayPick } from './rule.ts'

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const UNITS = { DAILY: '天', WEEKLY: '周', MONTHLY: '个月', YEARLY: '年' }

export function inChinese(outline: Outline): string {
  const { rule } = outline
  const conditions = outline.conditions.map((part) => `仅限${condition(outline, part)}`)
  const limits = conditions.length === 0 ? '' : `（${conditions.join('，')}）`
  const days =
    outline.counted === null
      ? `${everyDays(outline)}${limits}${picked(outline)}`
      : `${countedDays(outline)}${limits}`
  const weeks = rule.weekStart === 1 ? '' : `，每周自${weekdayName(rule.weekStart)}算起`
  const count = rule.count === null ? '' : `，共${rule.count}天`
  return `${days}${weeks}${count}${rule.until === null ? '' : until(rule.until)}`
}

function everyDays(outline: Outline): string {
  const { rule, pattern, named, isInMonths } = outline
  const days = namedDays(outline)
  if (named === 'day') return period(outline)
  if (rule.frequency === 'WEEKLY') return rule.interval === 1 ? `每${days}` : `${period(outline)}的${days}`
  return inPeriod(outline, isInMonths && pattern.months.length > 0 ? inMonths(outline, days) : days)
}

// "每3个月的最后一天" would be the last day of three months; the days are those of every third month.
function inPeriod(outline: Outline, days: string): string {
  const { frequency, interval } = outline.rule
  if (interval > 1) return `${period(outline)}，当${frequency === 'MONTHLY' ? '月' : '年'}${days}`
  return `${period(outline)}${/^[每周]/.test(days) ? '的' : ''}${days}`
}

function period({ rule: { frequency, interval } }: Outline): string {
  if (interval > 1) return `每${interval}${UNITS[frequency]}`
  return frequency === 'MONTHLY' ? '每月' : `每${UNITS[frequency]}`
}

function inMonths({ pattern, named }: Outline, days: string): string {
  const isDate =
    named === 'monthDays' && pattern.months.length === 1 && pattern.monthDays.every((day) => day > 0)
  return `${monthList(pattern.months)}${isDate ? '' : '的'}${days}`
}

function namedDays({ rule, pattern, named, isInMonths }: Outline): string {
  switch (named) {
    case 'day':
      return ''
    case 'weekNumbers':
      return `${list(pattern.weekNumbers.map(weekName))}${pattern.weekdays.length > 0 ? `的${weekdayList(pattern.weekdays)}` : '的每一天'}`
    case 'yearDays':
      return list(pattern.yearDays.map(dayPlace))
    case 'monthDays':
      return `${isInMonths && pattern.months.length === 0 ? '各月' : ''}${list(pattern.monthDays.map(dateName))}`
    case 'weekdays':
      return rule.frequency === 'WEEKLY'
        ? weekdayList(pattern.weekdays)
        : weekdaysOfMonth(pattern.weekdays, rule.positions.length > 0)
  }
}

function weekdaysOfMonth(picks: readonly WeekdayPick[], isPicked = false): string {
  const every = isPicked ? '' : '每个'
  if (isMondayToFriday({ weekdays: picks })) return '周一至周五'
  return list(picks.map(({ weekday, nth }) => `${nth === null ? every : nthOne(nth)}${weekdayName(weekday)}`))
}

function picked({ rule: { positions } }: Outline): string {
  return positions.length === 0 ? '' : `中的${list(positions.map(dayPlace))}`
}

function countedDays(outline: Outline): string {
  const { rule, pattern, counted } = outline
  const name = typeof counted === 'number' ? weekdayName(counted) : '工作日'
  const days = rule.positions.map((position) =>
    counted === 'day' ? dayPlace(position) : `${nthOne(position)}${name}`,
  )
  const months = outline.isInMonths && pattern.months.length > 0 ? monthList(pattern.months) : ''
  return inPeriod(outline, `${months}${list(days)}`)
}

function condition({ rule, pattern }: Outline, part: Outline['conditions'][number]): string {
  switch (part) {
    case 'months':
      return monthList(pattern.months)
    case 'yearDays':
      return list(pattern.yearDays.map((day) => `全年${dayPlace(day)}`))
    case 'monthDays':
      return `每月${list(pattern.monthDays.map(dateName))}`
    case 'weekdays': {
      const isOrdinal = pattern.weekdays.some(({ nth }) => nth !== null)
      if (!isOrdinal) return weekdayList(pattern.weekdays)
      const isOfYear = rule.frequency === 'YEARLY' && rule.months.length === 0
      return `${isOfYear ? '全年' : '当月'}${weekdaysOfMonth(pattern.weekdays)}`
    }
  }
}

function until({ day, second }: Until): string {
  const { year, month, day: date } = civilOf(day)
  const time =
    second === null
      ? ''
      : ` ${printTime(second)}${second % 60 === 0 ? '' : `:${String(second % 60).padStart(2, '0')}`}`
  return `，到${year}年${month}月${date}日${time}为止`
}

function weekdayList(picks: readonly WeekdayPick[]): string {
  if (isMondayToFriday({ weekdays: picks })) return '周一至周五'
  return list(picks.map(({ weekday }) => weekdayName(weekday)))
}

function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? ''
}

function monthList(months: readonly number[]): string {
  return list(months.map((month) => `${month}月`))
}

function dateName(day: number): string {
  return day > 0 ? `${day}日` : dayPlace(day)
}

function dayPlace(place: number): string {
  if (place === -1) return '最后一天'
  return place > 0 ? `第${place}天` : `倒数第${-place}天`
}

function weekName(week: number): string {
  if (week === -1) return '最后一周'
  return week > 0 ? `第${week}周` : `倒数第${-week}周`
}

function nthOne(nth: number): string {
  if (nth === -1) return '最后一个'
  return nth > 0 ? `第${DIGITS[nth] ?? nth}个` : `倒数第${DIGITS[-nth] ?? -nth}个`
}

function list(words: readonly string[]): string {
  return words.join('、')
}
