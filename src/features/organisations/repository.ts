import { write } from '../../platform/sql.ts'

export const insertOrganisation = write<{
  name: string
  nameEn: string | null
  timeZone: string
  locale: string
  now: number
}>(
  'organisations.insert',
  `INSERT INTO organisations (id, name, name_en, time_zone, locale, created_at)
   VALUES (:org, :name, :nameEn, :timeZone, :locale, :now)`,
)
