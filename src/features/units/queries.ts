import type { Day } from '../../domain/time/civil.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

export type Unit = {
  id: string
  parentId: string | null
  name: string
  nameEn: string | null
  code: string | null
  tags: string[]
  order: number
  closedOn: Day | null
  version: number
}

type UnitRow = {
  id: string
  parent_id: string | null
  name: string
  name_en: string | null
  code: string | null
  tags: string
  sort_order: number
  closed_on: number | null
  version: number
}

const columns = 'id, parent_id, name, name_en, code, tags, sort_order, closed_on, version'

/** More units than any hospital has; a page of the tree shows them all. */
const mostUnits = 2000

const selectUnits = query<UnitRow, { limit: number }>(
  'units.all',
  `SELECT ${columns} FROM units WHERE org_id = :org ORDER BY parent_id, sort_order, id LIMIT :limit`,
)

const selectUnit = query<UnitRow, { id: string }>(
  'units.one',
  `SELECT ${columns} FROM units WHERE org_id = :org AND id = :id`,
)

const selectNamed = query<UnitRow, { ids: string }>(
  'units.named',
  `SELECT ${columns} FROM units WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))`,
)

const selectAncestors = query<{ id: string }, { id: string }>(
  'units.ancestors',
  `WITH RECURSIVE above (id) AS (
     SELECT :id
     UNION
     SELECT units.parent_id FROM above JOIN units ON units.org_id = :org AND units.id = above.id
     WHERE units.parent_id IS NOT NULL
   )
   SELECT id FROM above`,
)

const selectUse = query<{ open_units: number; duties: number }, { id: string }>(
  'units.use',
  `SELECT
     EXISTS (SELECT 1 FROM units WHERE org_id = :org AND parent_id = :id AND closed_on IS NULL) AS open_units,
     EXISTS (SELECT 1 FROM duties WHERE org_id = :org AND owned_by = :id AND closed_on IS NULL) AS duties`,
)

/** The whole tree: parents before children of the same level, each level in the organisation's order. */
export async function allUnits(store: Store): Promise<Unit[]> {
  const rows = await store.all(selectUnits({ limit: mostUnits }))
  return rows.map((row) => toUnit(row))
}

export async function findUnit(store: Store, id: string): Promise<Unit | null> {
  const row = await store.first(selectUnit({ id }))
  return row && toUnit(row)
}

/** The units of these ids that exist, by id. */
export async function unitsNamed(store: Store, ids: Iterable<string>): Promise<Map<string, Unit>> {
  const rows = await store.all(selectNamed({ ids: JSON.stringify([...new Set(ids)]) }))
  return new Map(rows.map((row) => [row.id, toUnit(row)]))
}

/** The unit itself and all above it. */
export async function branchAbove(store: Store, id: string): Promise<Set<string>> {
  const rows = await store.all(selectAncestors({ id }))
  return new Set(rows.map((row) => row.id))
}

/** Whether something still hangs on the unit: open units below it or duties it owns. */
export async function isUnitInUse(store: Store, id: string): Promise<boolean> {
  const use = await store.first(selectUse({ id }))
  return use !== null && (use.open_units === 1 || use.duties === 1)
}

function toUnit(row: UnitRow): Unit {
  return {
    id: row.id,
    parentId: row.parent_id,
    name: row.name,
    nameEn: row.name_en,
    code: row.code,
    tags: JSON.parse(row.tags) as string[],
    order: row.sort_order,
    closedOn: row.closed_on,
    version: row.version,
  }
}
