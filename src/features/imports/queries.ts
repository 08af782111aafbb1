import type { Rows } from '../../domain/imports/rows.ts'
import type { ImportKind } from '../../domain/imports/words.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

export type LineCounts = { new: number; changed: number; unchanged: number; faulty: number }

type Stored = { id: string; kind: ImportKind; fileName: string }
/** A list that waits for a yes, or what became of it. */
export type StoredImport = Stored & ({ applied: false; list: Rows } | { applied: true; counts: LineCounts })

type ImportRow = { id: string; kind: ImportKind; file_name: string; content: string; applied: 0 | 1 }

const selectImport = query<ImportRow, { id: string; memberId: string; now: number }>(
  'imports.one',
  `SELECT id, kind, file_name, content, applied FROM imports
   WHERE org_id = :org AND id = :id AND member_id = :memberId AND expires_at > :now`,
)

// Each of the three is looked for with the first row of an index.
const selectHeld = query<{ id: string }, { ids: string }>(
  'imports.held-units',
  `SELECT value AS id FROM json_each(:ids)
   WHERE EXISTS (SELECT 1 FROM assets WHERE org_id = :org AND unit_id = value AND closed_on IS NULL)
     OR EXISTS (SELECT 1 FROM duties WHERE org_id = :org AND owned_by = value AND closed_on IS NULL)
     OR EXISTS (SELECT 1 FROM duties WHERE org_id = :org AND performed_by = value AND closed_on IS NULL LIMIT 1)`,
)

/** Its sender's only; null for everybody else, and once it has expired. */
export async function findImport(
  store: Store,
  params: { id: string; memberId: string; now: number },
): Promise<StoredImport | null> {
  const row = await store.first(selectImport(params))
  if (!row) return null
  const stored = { id: row.id, kind: row.kind, fileName: row.file_name }
  return row.applied === 1
    ? { ...stored, applied: true, counts: JSON.parse(row.content) as LineCounts }
    : { ...stored, applied: false, list: JSON.parse(row.content) as Rows }
}

/** Those of the units that assets or duties hang on. */
export async function heldUnits(store: Store, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await store.all(selectHeld({ ids: JSON.stringify(ids) }))
  return new Set(rows.map(({ id }) => id))
}
