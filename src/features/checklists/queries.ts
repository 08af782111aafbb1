import type { Item } from '../../domain/checklist/item-lines.ts'
import type { Instant } from '../../domain/time/zone.ts'
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

/** A checklist with its current version; `version` counts its edits, `currentVersion` what was published of it. */
export type Checklist = {
  id: string
  title: string
  titleEn: string | null
  currentVersion: number
  publishedAt: Instant
  items: Item[]
  version: number
}

export type ChecklistSummary = Omit<Checklist, 'items' | 'publishedAt'> & { itemCount: number }

export type Published = { version: number; publishedAt: Instant }

type SummaryRow = {
  id: string
  title: string
  title_en: string | null
  current_version: number
  item_count: number
  version: number
}

type ChecklistRow = Omit<SummaryRow, 'item_count'> & { items: string; published_at: number }

const selectChecklist = query<ChecklistRow, { id: string }>(
  'checklists.one',
  `SELECT id, title, title_en, current_version, items, published_at, version
   FROM checklists JOIN checklist_versions AS published
     ON published.org_id = :org AND published.checklist_id = checklists.id
     AND published.checklist_version = checklists.current_version
   WHERE checklists.org_id = :org AND checklists.id = :id`,
)

const selectChecklists = query<SummaryRow, { after: string; limit: number }>(
  'checklists.list',
  `SELECT id, title, title_en, current_version, json_array_length(items) AS item_count, version
   FROM checklists JOIN checklist_versions AS published
     ON published.org_id = :org AND published.checklist_id = checklists.id
     AND published.checklist_version = checklists.current_version
   WHERE checklists.org_id = :org AND checklists.id > :after
   ORDER BY checklists.id LIMIT :limit`,
)

const selectPublished = query<
  { checklist_version: number; published_at: number },
  { id: string; limit: number }
>(
  'checklists.published',
  `SELECT checklist_version, published_at FROM checklist_versions
   WHERE org_id = :org AND checklist_id = :id ORDER BY checklist_version DESC LIMIT :limit`,
)

export async function findChecklist(store: Store, id: string): Promise<Checklist | null> {
  const row = await store.first(selectChecklist({ id }))
  return (
    row && {
      id: row.id,
      title: row.title,
      titleEn: row.title_en,
      currentVersion: row.current_version,
      publishedAt: row.published_at,
      items: (JSON.parse(row.items) as ChecklistItem[]).map((item) => ({
        help: null,
        helpEn: null,
        ...item,
      })),
      version: row.version,
    }
  )
}

/** Checklists by id; `after` and `next` are ids. */
export async function listChecklists(
  store: Store,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ checklists: ChecklistSummary[]; next: string | null }> {
  const rows = await store.all(selectChecklists({ after: after ?? '', limit: limit + 1 }))
  const checklists = rows.slice(0, limit).map((row) => ({
    id: row.id,
    title: row.title,
    titleEn: row.title_en,
    currentVersion: row.current_version,
    itemCount: row.item_count,
    version: row.version,
  }))
  return { checklists, next: rows.length > limit ? (checklists.at(-1)?.id ?? null) : null }
}

/** The versions of a checklist that were published, the latest first. */
export async function publishedVersions(store: Store, id: string, limit: number): Promise<Published[]> {
  const rows = await store.all(selectPublished({ id, limit }))
  return rows.map((row) => ({ version: row.checklist_version, publishedAt: row.published_at }))
}
