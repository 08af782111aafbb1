import { write } from '../../platform/sql.ts'

type AssetValues = {
  id: string
  unitId: string
  type: string
  name: string
  nameEn: string | null
  code: string | null
  tags: string
  validUntil: number | null
  now: number
}

export const insertAsset = write<AssetValues>(
  'assets.insert',
  `INSERT INTO assets (org_id, id, unit_id, type, name, name_en, code, tags, valid_until_on, updated_at)
   VALUES (:org, :id, :unitId, :type, :name, :nameEn, :code, :tags, :validUntil, :now)`,
)

export const updateAsset = write<AssetValues & { closedOn: number | null; version: number }>(
  'assets.update',
  `UPDATE assets SET unit_id = :unitId, type = :type, name = :name, name_en = :nameEn, code = :code, tags = :tags,
     valid_until_on = :validUntil, closed_on = :closedOn, updated_at = :now,
     version = iif(version = :version, version + 1, NULL)
   WHERE org_id = :org AND id = :id`,
)
