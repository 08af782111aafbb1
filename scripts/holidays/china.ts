import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import chineseDays from 'chinese-days'
import type { HolidayNames } from '../../src/domain/working-days/holiday-table.ts'
import type { NamedDay } from './named-day.ts'

/** What the State Council announced: by date 'English name,中文名,days that the law gives'. */
type Announced = { holidays: Record<string, string>; workdays: Record<string, string> }

const announced = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
) as Announced

/** The announcement of a year ends with National Day; the one before may have given its first days. */
export const lastAnnouncedYear = Math.max(
  ...Object.keys(announced.holidays)
    .filter((date) => date.slice(5) === '10-01')
    .map((date) => Number(date.slice(0, 4))),
)

/** The announced years with their make-up working days; of later ones the days that the law gives. */
export function chinasDays(firstYear: number, lastYear: number): NamedDay[] {
  const days = [
    ...Object.entries(announced.holidays).map((entry) => announcedDay(entry, false)),
    ...Object.entries(announced.workdays).map((entry) => announcedDay(entry, true)),
  ]
  const known = new Set(days.map(({ date }) => date))
  for (let year = lastAnnouncedYear + 1; year <= lastYear; year += 1) {
    for (const each of daysOfLaw(year)) {
      if (!known.has(each.date)) days.push(each)
      known.add(each.date)
    }
  }
  return days.filter(({ date }) => date >= `${firstYear}-01-01`)
}

function announcedDay([date, text]: [string, string], isWorking: boolean): NamedDay {
  const [english = '', chinese = ''] = text.split(',')
  return { date, isWorking, names: namesOf(chinese, english) }
}

function namesOf(chinese: string, english: string): HolidayNames {
  return [/[节旦]$|纪念日$/.test(chinese) ? chinese : `${chinese}节`, english]
}

/** 全国年节及纪念日放假办法, as revised in 2024: the days off before the Council arranges the weeks round them. */
function daysOfLaw(year: number): NamedDay[] {
  const lunar = (date: string) => chineseDays.getSolarDateFromLunar(`${year}-${date}`).date
  const qingming = chineseDays.getSolarTermDate(year, 4, 'pure_brightness')
  return [
    ...stretch(`${year}-01-01`, 1, ['元旦', "New Year's Day"]),
    ...stretch(dayBefore(lunar('01-01')), 4, ['春节', 'Spring Festival']),
    ...stretch(qingming, 1, ['清明节', 'Tomb-sweeping Day']),
    ...stretch(`${year}-05-01`, 2, ['劳动节', 'Labour Day']),
    ...stretch(lunar('05-05'), 1, ['端午节', 'Dragon Boat Festival']),
    ...stretch(lunar('08-15'), 1, ['中秋节', 'Mid-autumn Festival']),
    ...stretch(`${year}-10-01`, 3, ['国庆节', 'National Day']),
  ]
}

function stretch(first: string, count: number, names: HolidayNames): NamedDay[] {
  return Array.from({ length: count }, (_, index) => ({
    date: plusDays(first, index),
    isWorking: false,
    names,
  }))
}

function dayBefore(date: string): string {
  return plusDays(date, -1)
}

function plusDays(date: string, count: number): string {
  return new Date(Date.parse(date) + count * 86_400_000).toISOString().slice(0, 10)
}
