import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** A duty that was taken over from the library. */
export type TakenDuty = {
  id: string
  entry: string
  title: string
  titleEn: string | null
  ownedBy: string
  isClosed: boolean
}

type TakenRow = {
  id: string
  library_entry: string
  title: string
  title_en: string | null
  owned_by: string
  closed_on: number | null
}

const selectTaken = query<TakenRow, { entries: string; limit: number }>(
  'library.taken',
  `SELECT id, library_entry, title, title_en, owned_by, closed_on FROM duties
   WHERE org_id = :org AND library_entry IN (SELECT value FROM json_each(:entries))
   ORDER BY library_entry, id LIMIT :limit`,
)

/** More than any organisation makes of one pack. */
const mostTaken = 2000

/** The duties that these entries became, closed ones among them. */
export async function takenDuties(store: Store, entries: readonly string[]): Promise<TakenDuty[]> {
  const rows = await store.all(selectTaken({ entries: JSON.stringify(entries), limit: mostTaken }))
  return rows.map((row) => ({
    id: row.id,
    entry: row.library_entry,
    title: row.title,
    titleEn: row.title_en,
    ownedBy: row.owned_by,
    isClosed: row.closed_on !== null,
  }))
}
