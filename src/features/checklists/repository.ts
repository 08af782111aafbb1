import { write, type BoundWrite } from '../../platform/sql.ts'

type ChecklistValues = {
  id: string
  title: string
  titleEn: string | null
  currentVersion: number
  now: number
}

export const insertChecklist = write<ChecklistValues>(
  'checklists.insert',
  `INSERT INTO checklists (org_id, id, title, title_en, current_version, updated_at)
   VALUES (:org, :id, :title, :titleEn, :currentVersion, :now)`,
)

export const updateChecklist = write<ChecklistValues & { version: number }>(
  'checklists.update',
  `UPDATE checklists SET title = :title, title_en = :titleEn, current_version = :currentVersion, updated_at = :now,
     version = iif(version = :version, version + 1, NULL)
   WHERE org_id = :org AND id = :id`,
)

/** Only ever added: what was published stays as it was. */
export const publishVersion = write<{ id: string; version: number; items: string; now: number }>(
  'checklists.publish',
  `INSERT INTO checklist_versions (org_id, checklist_id, checklist_version, items, published_at)
   VALUES (:org, :id, :version, :items, :now)`,
)

const insertMissingRows = write<{ rows: string; now: number }>(
  'checklists.insert-missing',
  `INSERT INTO checklists (org_id, id, title, title_en, current_version, updated_at)
   SELECT :org, value ->> 'id', value ->> 'title', value ->> 'titleEn', 1, :now FROM json_each(:rows)
   WHERE true ON CONFLICT DO NOTHING`,
)

const publishMissingRows = write<{ rows: string; now: number }>(
  'checklists.publish-missing',
  `INSERT INTO checklist_versions (org_id, checklist_id, checklist_version, items, published_at)
   SELECT :org, value ->> 'id', 1, value ->> 'items', :now FROM json_each(:rows)
   WHERE true ON CONFLICT DO NOTHING`,
)

/** Those that are there already stay as they are. */
export function insertMissingChecklists(
  checklists: readonly { id: string; title: string; titleEn: string | null; items: readonly unknown[] }[],
  now: number,
): BoundWrite[] {
  if (checklists.length === 0) return []
  const rows = JSON.stringify(checklists)
  return [insertMissingRows({ rows, now }), publishMissingRows({ rows, now })]
}
