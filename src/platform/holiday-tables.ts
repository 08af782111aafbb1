import {
  readHolidayTable,
  type HolidayFile,
  type HolidayTable,
} from '../domain/working-days/holiday-table.ts'
import type { Country } from '../domain/working-days/countries.ts'
import type { Bindings } from '../env.ts'

/** The public holidays of a country. */
export type HolidayTables = (country: Country) => Promise<HolidayTable>

const known = new Map<Country, HolidayTable>()

/** They lie among the assets, so that they weigh nothing in the bundle, and stay in memory once they were read. */
export function holidayTables({
  ASSETS,
  ROUNDS_ORIGIN,
}: Pick<Bindings, 'ASSETS' | 'ROUNDS_ORIGIN'>): HolidayTables {
  return async (country) => {
    const kept = known.get(country)
    if (kept !== undefined) return kept
    const answer = await ASSETS.fetch(`${ROUNDS_ORIGIN}/assets/holidays/${country}.json`)
    if (!answer.ok) throw new Error(`the holidays of ${country} are not among the assets: ${answer.status}`)
    const table = readHolidayTable(await answer.json<HolidayFile>())
    known.set(country, table)
    return table
  }
}
