import { write } from '../../platform/sql.ts'

/** Many units at once, as JSON rows of `Unit`. */
export const insertUnits = write<{ rows: string; now: number }>(
  'units.insert-list',
  `INSERT INTO units (org_id, id, parent_id, name, name_en, code, tags, sort_order, closed_on, updated_at)
   SELECT :org, value ->> 'id', value ->> 'parentId', value ->> 'name', value ->> 'nameEn', value ->> 'code',
     value -> 'tags', value ->> 'order', value ->> 'closedOn', :now
   FROM json_each(:rows)`,
)

export const updateUnits = write<{ rows: string; now: number }>(
  'units.update-list',
  `UPDATE units SET parent_id = value ->> 'parentId', name = value ->> 'name', name_en = value ->> 'nameEn',
     code = value ->> 'code', tags = value -> 'tags', sort_order = value ->> 'order', closed_on = value ->> 'closedOn',
     updated_at = :now, version = iif(version = value ->> 'version', version + 1, NULL)
   FROM json_each(:rows) AS list
   WHERE units.org_id = :org AND units.id = list.value ->> 'id'`,
)

/** A unit that came below itself by somebody else's change in the meantime is a stale version. */
export const refuseCircles = write<{ rows: string }>(
  'units.refuse-circles',
  `UPDATE units SET version = NULL
   WHERE org_id = :org AND id IN (SELECT value ->> 'id' FROM json_each(:rows)) AND id IN (
     WITH RECURSIVE above (id) AS (
       SELECT units.parent_id
       UNION
       SELECT higher.parent_id FROM above JOIN units AS higher ON higher.org_id = :org AND higher.id = above.id
     )
     SELECT id FROM above WHERE id IS NOT NULL
   )`,
)
