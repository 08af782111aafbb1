import type { Day } from '../../domain/time/civil.ts'
import { mostCorrections, mostStretches } from '../../domain/working-days/limits.ts'
import type { HolidayTable } from '../../domain/working-days/holiday-table.ts'
import {
  workingCalendar,
  type Correction,
  type NamedStretch,
  type WorkingCalendar,
} from '../../domain/working-days/working-calendar.ts'
import type { Closure } from '../../domain/working-days/unit-days.ts'
import type { Context } from '../../platform/context.ts'
import { query } from '../../platform/sql.ts'

/** A correction as it is stored; `source` is the calendar that it was imported from, null where it was set by hand. */
export type StoredCorrection = Correction & { source: string | null }
export type StoredStretch = { id: string }
export type StoredClosure = Closure & StoredStretch & { name: string }
export type StoredNamedDays = NamedStretch & StoredStretch

/** All that an organisation knows of its working days. */
export type OrganisationDays = {
  calendar: WorkingCalendar
  /** null: no country is chosen */
  table: HolidayTable | null
  corrections: readonly StoredCorrection[]
  closures: readonly StoredClosure[]
  named: readonly StoredNamedDays[]
}

type CorrectionRow = { day: Day; is_working: 0 | 1; name: string | null; source: string | null }
type StretchRow = { id: string; unit_id: string | null; name: string; from_on: Day; until_on: Day }

const selectCorrections = query<CorrectionRow, { limit: number }>(
  'working-days.corrections',
  `SELECT day, is_working, name, source FROM day_corrections WHERE org_id = :org ORDER BY day LIMIT :limit`,
)

const selectStretches = query<StretchRow, { limit: number }>(
  'working-days.stretches',
  `SELECT id, unit_id, name, from_on, until_on FROM day_stretches WHERE org_id = :org ORDER BY id LIMIT :limit`,
)

/** Few rows: what a country's table does not say. */
export async function readDays({
  store,
  org,
  holidays,
}: Pick<Context, 'store' | 'org' | 'holidays'>): Promise<OrganisationDays> {
  const { country, weekend } = org.settings.workingDays
  const [rows, stretches] = await store.many<[CorrectionRow, StretchRow]>([
    selectCorrections({ limit: mostCorrections }),
    selectStretches({ limit: mostStretches }),
  ])
  const table = country === null ? null : await holidays(country)
  const corrections = rows.map(({ is_working: isWorking, ...row }) => ({
    ...row,
    isWorking: isWorking === 1,
  }))
  const named = stretches.filter(({ unit_id: unit }) => unit === null).map(toStretch)
  return {
    calendar: workingCalendar({ weekend, table, corrections, named }),
    table,
    corrections,
    closures: stretches.flatMap(toClosure),
    named: named.toSorted((a, b) => a.from - b.from),
  }
}

function toClosure(row: StretchRow): StoredClosure[] {
  return row.unit_id === null ? [] : [{ ...toStretch(row), unitId: row.unit_id }]
}

function toStretch({ id, name, from_on: from, until_on: until }: StretchRow): StoredNamedDays {
  return { id, name, from, until }
}
