import type { CoverWithin, Period } from './plan.ts'
import type { PlanWarningCode } from './plan-fault.ts'
import { SUCCESSION_WARNINGS } from './succession-fault-messages.ts'

/** `{name}` stands for a value of the warning. */
type Sentence = Readonly<Record<'zh-CN' | 'en', string>>

export const WARNINGS: Readonly<Record<PlanWarningCode, Sentence>> = {
  ...SUCCESSION_WARNINGS,
  'cannot-cover': {
    'zh-CN': '共{count}个对象，{within}能轮到{turns}个：{left}个轮不到。请增加每次的个数或次数，或放宽期限。',
    en: 'There are {count} targets and {turns} turns {within}: {left} will be left. Take more each time, come more often, or allow more time.',
  },
  'comes-too-seldom': {
    'zh-CN': '要求{within}全部轮到一遍，但这项工作没有那么频繁，做不到。请放宽期限或增加次数。',
    en: 'All are to be covered {within}, but the duty comes more rarely than that. Allow more time, or come more often.',
  },
  drawn: {
    'zh-CN': '抽签决定的日期和对象不会提前显示；抽日期的，这里以该期最后一天代替。',
    en: 'What is drawn is not shown beforehand; for a drawn date the last day of its period stands here.',
  },
  'drops-last-period': {
    'zh-CN': '最后一期在有效期内的天数不足一半，不再安排。',
    en: 'Less than half of the last period lies before the end, so nothing is planned for it.',
  },
  'opens-gap': {
    'zh-CN': '{last}之后，下一次是{next}，相隔{days}天；平常约{usual}天一次。',
    en: 'After {last} the next one is on {next}: {days} days, where about {usual} are usual.',
  },
  'provisional-days': {
    'zh-CN': '{year}年的放假安排尚未公布，暂按法定节假日推算，公布后会自动调整。',
    en: 'Holidays of {year} are not announced yet. The days given by law are used until then, and dates will follow the announcement.',
  },
  'more-than-there-are': {
    'zh-CN': '每次要做{each}个，但目前共{count}个对象：每次全部都做。',
    en: 'Each time {each} are wanted, but there are only {count} targets now: all of them have every round.',
  },
  'no-holidays': {
    'zh-CN': '工作日历中没有节假日，因此不会有日期：请管理员在设置中选择国家或地区，或录入放假的日子。',
    en: 'The working-day calendar has no public holidays, so no dates come. An administrator chooses the country in the settings, or enters the days off.',
  },
  'no-targets-today': {
    'zh-CN': '目前没有符合条件的对象，暂不安排；以后有了，会自动安排。',
    en: 'Nothing matches today, so nothing is planned; as soon as something does, its rounds are.',
  },
  'several-a-day': {
    'zh-CN': '一期要做{min}次，但只有{days}个工作日：有的日子会安排不止一次。',
    en: '{min} rounds are wanted in a period of {days} working days: on some days there will be several.',
  },
  'skips-short-months': {
    'zh-CN': '没有{day}日的月份将跳过；如需每月最后一天，请选“最后一天”。',
    en: 'Months without a day {day} are skipped. For the end of each month choose its last day.',
  },
  'starts-next-period': {
    'zh-CN': '{period}（{next}）。',
    en: '{period}, on {next}.',
  },
  'unknown-day-name': {
    'zh-CN': '工作日历中还没有“{name}”，请先在设置中添加，否则不会有任务。',
    en: 'The working calendar has no days named “{name}” yet. Until they are added in the settings, nothing is planned for them.',
  },
}

export const STARTS_NEXT: Readonly<Record<Period | 'season', Sentence>> = {
  day: {
    'zh-CN': '当天剩余不足一半，自次日起执行',
    en: 'Less than half of this day is left, so it begins with the next one',
  },
  week: {
    'zh-CN': '本周剩余不足一半，自下周起执行',
    en: 'Less than half of this week is left, so it begins with the next one',
  },
  month: {
    'zh-CN': '本月剩余不足一半，自下月起执行',
    en: 'Less than half of this month is left, so it begins with the next one',
  },
  bimonth: {
    'zh-CN': '本双月期剩余不足一半，自下一双月期起执行',
    en: 'Less than half of these two months is left, so it begins with the next two',
  },
  quarter: {
    'zh-CN': '本季度剩余不足一半，自下季度起执行',
    en: 'Less than half of this quarter is left, so it begins with the next one',
  },
  halfyear: {
    'zh-CN': '本半年度剩余不足一半，自下一半年度起执行',
    en: 'Less than half of this half-year is left, so it begins with the next one',
  },
  year: {
    'zh-CN': '本年度剩余不足一半，自明年起执行',
    en: 'Less than half of this year is left, so it begins with the next one',
  },
  season: {
    'zh-CN': '本期剩余不足一半，自下一期起执行',
    en: 'Less than half of this season is left, so it begins with the next one',
  },
}

export const EACH_PERIOD: Readonly<Record<CoverWithin, Sentence>> = {
  week: { 'zh-CN': '每周', en: 'each week' },
  month: { 'zh-CN': '每月', en: 'each month' },
  quarter: { 'zh-CN': '每季度', en: 'each quarter' },
  halfyear: { 'zh-CN': '每半年', en: 'each half-year' },
  year: { 'zh-CN': '每年', en: 'each year' },
}
