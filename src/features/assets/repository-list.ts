import { write } from '../../platform/sql.ts'

/** Many assets at once, as JSON rows of `Asset`. */
export const insertAssets = write<{ rows: string; now: number }>(
  'assets.insert-list',
  `INSERT INTO assets (org_id, id, unit_id, type, name, name_en, code, tags, valid_until_on, closed_on, updated_at)
   SELECT :org, value ->> 'id', value ->> 'unitId', value ->> 'type', value ->> 'name', value ->> 'nameEn',
     value ->> 'code', value -> 'tags', value ->> 'validUntil', value ->> 'closedOn', :now
   FROM json_each(:rows)`,
)

export const updateAssets = write<{ rows: string; now: number }>(
  'assets.update-list',
  `UPDATE assets SET unit_id = value ->> 'unitId', type = value ->> 'type', name = value ->> 'name',
     name_en = value ->> 'nameEn', code = value ->> 'code', tags = value -> 'tags',
     valid_until_on = value ->> 'validUntil', closed_on = value ->> 'closedOn', updated_at = :now,
     version = iif(version = value ->> 'version', version + 1, NULL)
   FROM json_each(:rows) AS list
   WHERE assets.org_id = :org AND assets.id = list.value ->> 'id'`,
)
