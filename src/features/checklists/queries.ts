import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

export type ChecklistItem = {
  id: string
  text: string
  textEn: string | null
  help?: string | null
  helpEn?: string | null
}

/** A published version; it never changes. */
export type ChecklistVersion = {
  checklistId: string
  version: number
  title: string
  titleEn: string | null
  items: ChecklistItem[]
}

type VersionRow = { title: string; title_en: string | null; checklist_version: number; items: string }

const selectVersion = query<VersionRow, { id: string; version: number | null }>(
  'checklists.version',
  `SELECT title, title_en, checklist_version, items
   FROM checklists JOIN checklist_versions AS published
     ON published.org_id = :org AND published.checklist_id = checklists.id
     AND published.checklist_version = coalesce(:version, checklists.current_version)
   WHERE checklists.org_id = :org AND checklists.id = :id`,
)

/** A version of the checklist, the current one where `version` is null; null where there is none. */
export async function findChecklistVersion(
  store: Store,
  checklistId: string,
  version: number | null,
): Promise<ChecklistVersion | null> {
  const row = await store.first(selectVersion({ id: checklistId, version }))
  return (
    row && {
      checklistId,
      version: row.checklist_version,
      title: row.title,
      titleEn: row.title_en,
      items: JSON.parse(row.items) as ChecklistItem[],
    }
  )
}
