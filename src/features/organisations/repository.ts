import type { Named } from '../../domain/named.ts'
import { write } from '../../platform/sql.ts'

type OrganisationValues = Named & { timeZone: string; locale: string }

export const insertOrganisation = write<OrganisationValues & { settings: string; now: number }>(
  'organisations.insert',
  `INSERT INTO organisations (id, name, name_en, time_zone, locale, settings, created_at)
   VALUES (:org, :name, :nameEn, :timeZone, :locale, :settings, :now)`,
)

/** Fails the batch where somebody else changed the settings since they were read. */
export const updateOrganisation = write<OrganisationValues & { settings: string; version: number }>(
  'organisations.update',
  `UPDATE organisations SET name = :name, name_en = :nameEn, time_zone = :timeZone, locale = :locale,
     settings = :settings, version = iif(version = :version, version + 1, NULL)
   WHERE id = :org`,
)
