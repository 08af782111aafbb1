import Holidays, { type HolidaysTypes } from 'date-holidays'
import type { Country } from '../../src/domain/working-days/countries.ts'
import type { HolidayNames } from '../../src/domain/working-days/holiday-table.ts'
import type { NamedDay } from './named-day.ts'

type Holiday = HolidaysTypes.Holiday

const day = 86_400_000
// A day that somebody is honoured on from noon is no day off.
const wholeDay = / 00:00:00/
const monthByTheMoon = /Muharram|Safar|Rabi|Jumada|Rajab|Shaban|Ramadan|Shawwal|Dhu al/

/** The national public holidays of a country with the days given in their place; rules hold for any year. */
export function daysByRule(country: Country, firstYear: number, lastYear: number): NamedDay[] {
  const inLanguages = [[], ['en'], ['zh']].map(
    (languages) => new Holidays(country, languagesFirst(languages)),
  )
  const found = new Map<string, NamedDay>()
  for (let year = firstYear - 1; year <= lastYear; year += 1) {
    const [own = [], english = [], chinese = []] = inLanguages.map((holidays) => publicDays(holidays, year))
    for (const each of own) {
      const names = namesOf(each, [english, chinese])
      for (const date of datesOf(each))
        if (!found.has(date)) found.set(date, { date, isWorking: false, names })
    }
  }
  return [...found.values()]
}

/** Whether a committee looks for the new moon, so that a day may still be moved. */
export function isBySighting(country: Country): boolean {
  return publicDays(new Holidays(country), 2026).some(({ rule }) => monthByTheMoon.test(rule))
}

function languagesFirst(languages: readonly string[]): { languages: string[] } | undefined {
  return languages.length === 0 ? undefined : { languages: [...languages] }
}

function publicDays(holidays: Holidays, year: number): Holiday[] {
  return holidays.getHolidays(year).filter(({ type, date }) => type === 'public' && wholeDay.test(date))
}

function datesOf({ date, start, end }: Holiday): string[] {
  const first = Date.parse(date.slice(0, 10))
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / day))
  return Array.from({ length: count }, (_, index) => new Date(first + index * day).toISOString().slice(0, 10))
}

/** In the country's language; the others where the package has them. */
function namesOf(holiday: Holiday, languages: readonly (readonly Holiday[])[]): HolidayNames {
  const isSame = ({ rule, date }: Holiday) => rule === holiday.rule && date === holiday.date
  const [english = '', chinese = ''] = languages.map((days) => short(days.find(isSame)?.name ?? ''))
  const own = short(holiday.name)
  const others = [
    english === own ? '' : english,
    chinese === own || chinese === english ? '' : simplified(chinese),
  ]
  while (others.at(-1) === '') others.pop()
  return [own, ...others] as HolidayNames
}

/** 'Christmas Day (substitute day)': that it stands in for another day tells nobody anything. */
function short(name: string): string {
  return name.replace(/ \([^)]*\)$/, '').trim()
}

const traditional = '聖誕節復國穌難禮開齋宰牲個慶衛靈獨立亞後動勞陽曆農婦紀萬佛禡馬鄉榮軍憲寧黎賜禱羅馬眾'
const simple = '圣诞节复国稣难礼开斋宰牲个庆卫灵独立亚后动劳阳历农妇纪万佛祃马乡荣军宪宁黎赐祷罗马众'

/** The package has some Chinese names in the other script. */
function simplified(name: string): string {
  return name.replaceAll(/\p{Script=Han}/gu, (each) => simple[traditional.indexOf(each)] ?? each)
}
