import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Country } from '../../../src/domain/working-days/countries.ts'
import { readHolidayTable, type HolidayFile } from '../../../src/domain/working-days/holiday-table.ts'
import {
  workingCalendar,
  type CalendarSource,
  type WorkingCalendar,
} from '../../../src/domain/working-days/working-calendar.ts'

const folder = join(import.meta.dirname, '../../../holidays')

export function fileOf(country: Country): HolidayFile {
  return JSON.parse(readFileSync(join(folder, `${country}.json`), 'utf8')) as HolidayFile
}

export function calendarOf(country: Country, rest: Partial<CalendarSource> = {}): WorkingCalendar {
  const table = readHolidayTable(fileOf(country))
  return workingCalendar({ weekend: [6, 7], table, corrections: [], named: [], ...rest })
}
