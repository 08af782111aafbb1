import type { Role } from '../../domain/access.ts'
import type { Day } from '../../domain/time/civil.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** A unit, asset or member that a request names. */
export type Mentioned = {
  id: string
  kind: 'unit' | 'asset' | 'member'
  /** the unit itself, or the one that the asset is in */
  unitId: string | null
  role: Role | null
  closedOn: Day | null
}

type MentionedRow = Omit<Mentioned, 'unitId' | 'closedOn'> & {
  unit_id: string | null
  closed_on: number | null
}

const selectMentioned = query<MentionedRow, { ids: string }>(
  'rounds.mentioned',
  `SELECT id, 'unit' AS kind, id AS unit_id, NULL AS role, closed_on FROM units
   WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))
   UNION ALL
   SELECT id, 'asset', unit_id, NULL, closed_on FROM assets
   WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))
   UNION ALL
   SELECT id, 'member', NULL, role, closed_on FROM members
   WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))`,
)

/** Those of these ids that exist, by id. */
export async function mentionedBy(store: Store, ids: readonly string[]): Promise<Map<string, Mentioned>> {
  if (ids.length === 0) return new Map()
  const rows = await store.all(selectMentioned({ ids: JSON.stringify(ids) }))
  return new Map(
    rows.map(({ unit_id: unitId, closed_on: closedOn, ...rest }) => [rest.id, { ...rest, unitId, closedOn }]),
  )
}
