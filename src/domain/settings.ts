import type { Country } from './working-days/countries.ts'
import { excuseReasonsOf, type ExcuseReason } from './round/excuse-reasons.ts'

/** What an organisation decides for itself, besides its name, zone and language. */
export type Settings = {
  /** the day that weeks begin on, 1…7 from Monday */
  firstWeekday: number
  names: {
    /** whether calendar feeds name the person that a round is assigned to: servers outside read them */
    inFeeds: NamesInFeeds
    /** how people are called to those who share no unit with them */
    toOthers: NamesToOthers
  }
  /** finished rounds are kept so long after they were due; null: for ever */
  keepMonths: number | null
  excuses: readonly ExcuseReason[]
  workingDays: WorkingDaysSettings
}

export type WorkingDaysSettings = {
  /** whose public holidays are days off; null: those that it enters or imports itself */
  country: Country | null
  /** the days of every week that are off, 1…7 from Monday */
  weekend: readonly number[]
}

/** Nobody rests for longer each week. */
export const longestWeekend = 3

export type NamesInFeeds = 'none' | 'full'
export const namesInFeeds: readonly NamesInFeeds[] = ['none', 'full']

export type NamesToOthers = 'full' | 'family' | 'role'
export const namesToOthers: readonly NamesToOthers[] = ['full', 'family', 'role']

/** Auditors ask for three years. */
export const fewestMonths = 36
export const mostMonths = 600

export const defaultSettings: Settings = {
  firstWeekday: 1,
  names: { inFeeds: 'none', toOthers: 'full' },
  keepMonths: null,
  excuses: excuseReasonsOf([]),
  workingDays: { country: null, weekend: [6, 7] },
}

/** What is stored of them: what was never changed is as `defaultSettings` has it. */
export function settingsOf(stored: Partial<Settings>): Settings {
  return {
    ...defaultSettings,
    ...stored,
    names: { ...defaultSettings.names, ...stored.names },
    excuses: excuseReasonsOf(stored.excuses ?? []),
    workingDays: { ...defaultSettings.workingDays, ...stored.workingDays },
  }
}

/** Whether somebody would lose what they have now. */
export function isShorter(keepMonths: number | null, before: number | null): boolean {
  return (keepMonths ?? Infinity) < (before ?? Infinity)
}
