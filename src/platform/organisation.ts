import { settingsOf, type Settings } from '../domain/settings.ts'
import type { Locale } from './i18n.ts'

export type Organisation = {
  id: string
  name: string
  nameEn: string | null
  timeZone: string
  locale: Locale
  settings: Settings
  version: number
}

/** Its row, in a statement that reads more: who asks, whose job it is. */
export type OrganisationRow = {
  org_name: string
  org_name_en: string | null
  time_zone: string
  org_locale: Locale
  org_settings: string
  org_version: number
}

export const organisationColumns = `organisations.name AS org_name, organisations.name_en AS org_name_en,
     organisations.time_zone, organisations.locale AS org_locale, organisations.settings AS org_settings,
     organisations.version AS org_version`

export function organisationOf(id: string, row: OrganisationRow): Organisation {
  return {
    id,
    name: row.org_name,
    nameEn: row.org_name_en,
    timeZone: row.time_zone,
    locale: row.org_locale,
    settings: settingsOf(JSON.parse(row.org_settings) as Partial<Settings>),
    version: row.org_version,
  }
}
