import { mayReadUnit, requireReadable, seesAll, type Actor } from '../../domain/access.ts'
import { invalid, notFound } from '../../domain/errors.ts'
import type { Day } from '../../domain/time/civil.ts'
import { mostOrder } from '../../domain/unit-tree.ts'
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
  `SELECT ${columns} FROM units WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))
   ORDER BY parent_id, sort_order, id`,
)

const selectChildren = query<UnitRow, { id: string; limit: number }>(
  'units.children',
  `SELECT ${columns} FROM units WHERE org_id = :org AND parent_id = :id ORDER BY sort_order, id LIMIT :limit`,
)

const selectLastOrder = query<{ sort_order: number }, { parentId: string | null }>(
  'units.last-order',
  `SELECT sort_order FROM units WHERE org_id = :org AND parent_id IS :parentId ORDER BY sort_order DESC LIMIT 1`,
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

const selectBranch = query<{ id: string }, { id: string }>(
  'units.branch',
  `WITH RECURSIVE below (id) AS (
     SELECT id FROM units WHERE org_id = :org AND id = :id
     UNION
     SELECT units.id FROM below JOIN units ON units.org_id = :org AND units.parent_id = below.id
   )
   SELECT id FROM below`,
)

const selectUse = query<Record<keyof UnitUse, 0 | 1>, { id: string }>(
  'units.use',
  `SELECT
     EXISTS (SELECT 1 FROM units WHERE org_id = :org AND parent_id = :id AND closed_on IS NULL) AS units,
     EXISTS (SELECT 1 FROM assets WHERE org_id = :org AND unit_id = :id AND closed_on IS NULL) AS assets,
     EXISTS (SELECT 1 FROM duties WHERE org_id = :org AND owned_by = :id AND closed_on IS NULL) AS owned,
     EXISTS (
       SELECT 1 FROM duties WHERE org_id = :org AND performed_by = :id AND closed_on IS NULL LIMIT 1
     ) AS performed`,
)

const selectOwnedDuties = query<OwnedDutyRow, { id: string; limit: number }>(
  'units.owned-duties',
  `SELECT id, title, title_en, category FROM duties
   WHERE org_id = :org AND owned_by = :id AND closed_on IS NULL ORDER BY id LIMIT :limit`,
)

/** What still hangs on a unit and keeps it from being closed. */
export type UnitUse = {
  /** open units below it */
  units: boolean
  assets: boolean
  /** duties it owns */
  owned: boolean
  /** duties it performs */
  performed: boolean
}

export type OwnedDuty = { id: string; title: string; titleEn: string | null; category: string }
type OwnedDutyRow = { id: string; title: string; title_en: string | null; category: string }

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

/** The unit itself and all below it; empty where there is no such unit. */
export async function branchBelow(store: Store, id: string): Promise<string[]> {
  const rows = await store.all(selectBranch({ id }))
  return rows.map((row) => row.id)
}

/** The units that a member may see, in the order of `allUnits`. */
export async function unitsReadableBy(store: Store, actor: Actor): Promise<Unit[]> {
  if (seesAll(actor)) return allUnits(store)
  return [...(await unitsNamed(store, actor.ownUnits)).values()]
}

/**
 * Which units a list is about: the named one and all below it, else all that are the reader's; null: every unit.
 * Refuses with 404 a unit that is not there or not the reader's.
 */
export async function unitsOfList(
  store: Store,
  actor: Actor,
  unitId: string | undefined,
): Promise<string[] | null> {
  if (unitId === undefined) return seesAll(actor) ? null : [...actor.ownUnits]
  requireReadable(mayReadUnit(actor, unitId))
  const branch = await branchBelow(store, unitId)
  if (branch.length === 0) throw notFound()
  return branch
}

/** What is put into units needs them to be there (else 404) and open (else a fault of the field `path`). */
export async function requireOpenUnits(store: Store, ids: readonly string[], path: string): Promise<void> {
  const units = await unitsNamed(store, ids)
  if (ids.some((id) => !units.has(id))) throw notFound()
  if ([...units.values()].some((unit) => unit.closedOn !== null))
    throw invalid({ path, code: 'unknown-unit' })
}

export async function unitsDirectlyBelow(store: Store, id: string, limit: number): Promise<Unit[]> {
  const rows = await store.all(selectChildren({ id, limit }))
  return rows.map((row) => toUnit(row))
}

/** The order of a unit that comes behind all that belong to the same one. */
export async function orderOfNext(store: Store, parentId: string | null): Promise<number> {
  const last = await store.first(selectLastOrder({ parentId }))
  return last ? Math.min(last.sort_order + 1, mostOrder) : 0
}

/** The open duties that a unit owns. */
export async function dutiesOwnedBy(store: Store, id: string, limit: number): Promise<OwnedDuty[]> {
  const rows = await store.all(selectOwnedDuties({ id, limit }))
  return rows.map(({ title_en: titleEn, ...row }) => ({ ...row, titleEn }))
}

export async function useOfUnit(store: Store, id: string): Promise<UnitUse> {
  const use = await store.first(selectUse({ id }))
  return {
    units: use?.units === 1,
    assets: use?.assets === 1,
    owned: use?.owned === 1,
    performed: use?.performed === 1,
  }
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
