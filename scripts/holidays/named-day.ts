import type { HolidayNames } from '../../src/domain/working-days/holiday-table.ts'

/** A day off, or one that is worked in its place. */
export type NamedDay = { date: string; isWorking: boolean; names: HolidayNames }
