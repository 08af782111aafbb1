import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { mostCorrections } from '../../domain/working-days/limits.ts'
import { write } from '../../platform/sql.ts'

/** Rows of days with `isWorking` and `name`; what was said of them before goes. */
export const upsertCorrections = write<{ rows: string; source: string | null; now: Instant }>(
  'working-days.correct',
  `INSERT INTO day_corrections (org_id, day, is_working, name, source, updated_at)
   SELECT :org, value ->> 'day', value ->> 'isWorking', value ->> 'name', :source, :now FROM json_each(:rows) WHERE true
   ON CONFLICT (org_id, day) DO UPDATE SET is_working = excluded.is_working, name = excluded.name,
     source = excluded.source, updated_at = excluded.updated_at`,
)

export const deleteCorrection = write<{ day: Day }>(
  'working-days.remove-correction',
  `DELETE FROM day_corrections WHERE org_id = :org AND day = :day`,
)

/** From that day on: what lies behind stays as it was planned by. */
export const deleteImport = write<{ source: string; since: Day }>(
  'working-days.remove-import',
  `DELETE FROM day_corrections WHERE org_id = :org AND day IN (
     SELECT day FROM day_corrections WHERE org_id = :org AND source = :source AND day >= :since LIMIT ${mostCorrections}
   )`,
)

export const insertStretch = write<{
  id: string
  unitId: string | null
  name: string
  from: Day
  until: Day
  now: Instant
}>(
  'working-days.insert-stretch',
  `INSERT INTO day_stretches (org_id, id, unit_id, name, from_on, until_on, updated_at)
   VALUES (:org, :id, :unitId, :name, :from, :until, :now)`,
)

export const deleteStretch = write<{ id: string }>(
  'working-days.remove-stretch',
  `DELETE FROM day_stretches WHERE org_id = :org AND id = :id`,
)
