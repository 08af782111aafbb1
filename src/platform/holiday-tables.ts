import {
  readHolidayTable,
  type HolidayFile,
  type HolidayTable,
} from '../domain/working-days/holiday-table.ts'
import type { Country } from '../domain/working-days/countries.ts'
import { publishedFile, type Published } from './published.ts'

/** The public holidays of a country. */
export type HolidayTables = (country: Country) => Promise<HolidayTable>

const known = new Map<Country, HolidayTable>()

/** They lie among the assets, so that they weigh nothing in the bundle, and stay in memory once they were read. */
export function holidayTables(published: Published): HolidayTables {
  return async (country) => {
    const kept = known.get(country)
    if (kept !== undefined) return kept
    const file = await publishedFile(`holidays/${country}.json`, published)
    const table = readHolidayTable(await file.json<HolidayFile>())
    known.set(country, table)
    return table
  }
}
