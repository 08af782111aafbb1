import type { Day } from '../../domain/time/civil.ts'
import { query, type BoundQuery } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

export type Asset = {
  id: string
  unitId: string
  type: string
  name: string
  nameEn: string | null
  code: string | null
  tags: string[]
  /** last day of its certificate */
  validUntil: Day | null
  closedOn: Day | null
  version: number
}

type AssetRow = {
  id: string
  unit_id: string
  type: string
  name: string
  name_en: string | null
  code: string | null
  tags: string
  valid_until_on: number | null
  closed_on: number | null
  version: number
}

const columns = 'id, unit_id, type, name, name_en, code, tags, valid_until_on, closed_on, version'

const selectAsset = query<AssetRow, { id: string }>(
  'assets.one',
  `SELECT ${columns} FROM assets WHERE org_id = :org AND id = :id`,
)

const selectAll = query<AssetRow, Place & { limit: number }>(
  'assets.all',
  `SELECT ${columns} FROM assets
   WHERE org_id = :org AND (unit_id, type, id) > (:unitId, :type, :id)
   ORDER BY unit_id, type, id LIMIT :limit`,
)

const selectOfType = query<AssetRow, { type: string; id: string; limit: number }>(
  'assets.of-type',
  `SELECT ${columns} FROM assets
   WHERE org_id = :org AND type = :type AND id > :id
   ORDER BY id LIMIT :limit`,
)

const selectOfUnits = query<
  AssetRow,
  Place & { units: string; leastType: string; greatestType: string; limit: number }
>(
  'assets.of-units',
  `SELECT ${columns} FROM assets
   WHERE org_id = :org AND unit_id IN (SELECT value FROM json_each(:units))
     AND type >= :leastType AND type <= :greatestType
     AND (unit_id > :unitId OR type > :type OR (type = :type AND id > :id))
   ORDER BY unit_id, type, id LIMIT :limit`,
)

// One step to each next type: as many rows as there are types, however many assets.
const selectTypes = query<{ type: string }>(
  'assets.types',
  `WITH RECURSIVE kinds (type) AS (
     SELECT min(type) FROM assets WHERE org_id = :org
     UNION ALL
     SELECT (SELECT min(type) FROM assets WHERE org_id = :org AND type > kinds.type)
     FROM kinds WHERE kinds.type IS NOT NULL
   )
   SELECT type FROM kinds WHERE type IS NOT NULL`,
)

/** Where an asset stands in the order of every list: its unit, its type, itself. */
export type Place = { unitId: string; type: string; id: string }

export type AssetFilter = {
  /** null: of every unit */
  units: readonly string[] | null
  type?: string | undefined
  tag?: string | undefined
}

export type AssetPage = { assets: Asset[]; next: Place | null }

/** Tags have no index. A page looks through so many times its own length for them, and may come out short. */
const searchedForTag = 4

const beginning: Place = { unitId: '', type: '', id: '' }
const greatest = '\u{10FFFF}'

export async function findAsset(store: Store, id: string): Promise<Asset | null> {
  const row = await store.first(selectAsset({ id }))
  return row && toAsset(row)
}

/** Assets by unit, then type; those of one type of the whole organisation by id. */
export async function listAssets(
  store: Store,
  filter: AssetFilter,
  { after, limit }: { after: Place | null; limit: number },
): Promise<AssetPage> {
  const most = filter.tag === undefined ? limit : limit * searchedForTag
  const rows = await store.all(assetsAfter(filter, after ?? beginning, most + 1))
  const looked = rows.slice(0, most).map((row) => toAsset(row))
  const { tag } = filter
  const found = tag === undefined ? looked : looked.filter((asset) => asset.tags.includes(tag))
  const isMore = found.length > limit || rows.length > most
  const last = found.length > limit ? found[limit - 1] : looked.at(-1)
  return { assets: found.slice(0, limit), next: isMore && last !== undefined ? placeOf(last) : null }
}

/** The types in use, for filters. */
export async function assetTypes(store: Store): Promise<string[]> {
  const rows = await store.all(selectTypes({}))
  return rows.map((row) => row.type)
}

function assetsAfter({ units, type }: AssetFilter, after: Place, limit: number): BoundQuery<AssetRow> {
  if (units !== null) {
    return selectOfUnits({
      ...after,
      units: JSON.stringify(units.filter((unit) => unit >= after.unitId)),
      leastType: type ?? '',
      greatestType: type ?? greatest,
      limit,
    })
  }
  return type === undefined ? selectAll({ ...after, limit }) : selectOfType({ type, id: after.id, limit })
}

function placeOf({ unitId, type, id }: Asset): Place {
  return { unitId, type, id }
}

function toAsset(row: AssetRow): Asset {
  return {
    id: row.id,
    unitId: row.unit_id,
    type: row.type,
    name: row.name,
    nameEn: row.name_en,
    code: row.code,
    tags: JSON.parse(row.tags) as string[],
    validUntil: row.valid_until_on,
    closedOn: row.closed_on,
    version: row.version,
  }
}
