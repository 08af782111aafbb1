import { write } from '../../platform/sql.ts'

type UnitValues = {
  id: string
  parentId: string | null
  name: string
  nameEn: string | null
  code: string | null
  tags: string
  order: number
  now: number
}

export const insertUnit = write<UnitValues>(
  'units.insert',
  `INSERT INTO units (org_id, id, parent_id, name, name_en, code, tags, sort_order, updated_at)
   VALUES (:org, :id, :parentId, :name, :nameEn, :code, :tags, :order, :now)`,
)

/** A unit that came below itself by somebody else's change in the meantime is a stale version too. */
export const updateUnit = write<UnitValues & { closedOn: number | null; version: number }>(
  'units.update',
  `UPDATE units SET parent_id = :parentId, name = :name, name_en = :nameEn, code = :code, tags = :tags,
     sort_order = :order, closed_on = :closedOn, updated_at = :now,
     version = iif(version = :version AND :id NOT IN (
       WITH RECURSIVE above (id) AS (
         SELECT units.parent_id FROM units WHERE org_id = :org AND id = :parentId
         UNION
         SELECT units.parent_id FROM above JOIN units ON units.org_id = :org AND units.id = above.id
       )
       SELECT id FROM above WHERE id IS NOT NULL
     ), version + 1, NULL)
   WHERE org_id = :org AND id = :id`,
)
