import { type Day, dayOf } from '../time/civil.ts'
import type { Country } from './countries.ts'

/** In the country's language, then in English and in Chinese where those differ and are known. */
export type HolidayNames = [own: string, english?: string, chinese?: string]

/** The first day as `MM-DD`, how many days, and which of the names. */
export type StretchOfFile = [first: string, count: number, name: number]
export type YearOfFile = { off: StretchOfFile[]; working: StretchOfFile[] }

/** What stands in `holidays/<country>.json`. */
export type HolidayFile = {
  country: Country
  source: string
  /** the last year that was announced; null: rules that hold for every year */
  officialUntil: number | null
  /** some days wait for somebody to see the new moon and may be a day off */
  bySighting: boolean
  /** another number for other days */
  version: number
  names: HolidayNames[]
  years: Record<string, YearOfFile>
}

/** The public holidays of a country and the days that are worked for them. */
export type HolidayTable = Pick<HolidayFile, 'country' | 'officialUntil' | 'bySighting' | 'version'> & {
  firstYear: number
  lastYear: number
  days: ReadonlyMap<Day, TableDay>
}

export type TableDay = { isWorking: boolean; names: HolidayNames }

export function readHolidayTable(file: HolidayFile): HolidayTable {
  const { country, officialUntil, bySighting, version } = file
  const days = new Map<Day, TableDay>()
  const years = Object.keys(file.years).map(Number)
  for (const [year, { off, working }] of Object.entries(file.years)) {
    for (const stretch of off) addStretch(days, file, Number(year), stretch, false)
    for (const stretch of working) addStretch(days, file, Number(year), stretch, true)
  }
  return {
    country,
    officialUntil,
    bySighting,
    version,
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
    days,
  }
}

function addStretch(
  days: Map<Day, TableDay>,
  { names }: HolidayFile,
  year: number,
  [first, count, name]: StretchOfFile,
  isWorking: boolean,
): void {
  const start = dayOf(year, Number(first.slice(0, 2)), Number(first.slice(3)))
  const day = { isWorking, names: names[name] ?? [''] } satisfies TableDay
  for (let index = 0; index < count; index += 1) days.set(start + index, day)
}

/** Where the package has no name in a language, the country's own stands in. */
export function nameInLanguage([own, english, chinese]: HolidayNames, language: 'zh-CN' | 'en'): string {
  return (language === 'en' ? english : chinese) || own
}
