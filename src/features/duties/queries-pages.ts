import type { Named } from '../../domain/named.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { readableDuty } from './queries.ts'
import { outcomeColumn, toOutcome, toRound, type RoundRow } from '../rounds/queries.ts'
import { hiddenColumn, type HiddenParams } from '../rounds/queries-hidden.ts'
import type { RoundSummary } from '../rounds/queries-lists.ts'

const recent = (settled: 0 | 1) =>
  `SELECT rounds.*, ${outcomeColumn} AS outcome FROM rounds
   WHERE org_id = :org AND duty_id = :dutyId AND settled = ${settled} AND due_at <= :until`

const selectRecent = query<
  RoundRow & { outcome: string | null },
  { dutyId: string; until: Instant; limit: number }
>('duties.recent-rounds', `${recent(0)} UNION ALL ${recent(1)} ORDER BY due_at DESC, id DESC LIMIT :limit`)

const selectComing = query<
  RoundRow & { outcome: string | null },
  { dutyId: string; now: Instant; limit: number }
>(
  'duties.coming-rounds',
  `SELECT rounds.*, NULL AS outcome FROM rounds
   WHERE org_id = :org AND duty_id = :dutyId AND settled = 0 AND due_at > :now
   ORDER BY due_at, id LIMIT :limit`,
)

const selectUntouched = query<{ count: number }, HiddenParams & { dutyId: string; limit: number }>(
  'duties.untouched-ahead',
  `SELECT count(*) AS count FROM (
     SELECT 1 FROM rounds
     WHERE org_id = :org AND duty_id = :dutyId AND settled = 0 AND due_at > :now AND touched = 0
       AND plan_id IS NOT NULL AND NOT ${hiddenColumn('rounds')}
     LIMIT :limit
   )`,
)

const selectTitles = query<
  { id: string; title: string; title_en: string | null },
  { own: string | null; limit: number }
>(
  'duties.titles',
  `SELECT id, title, title_en FROM duties
   WHERE org_id = :org AND closed_on IS NULL AND ${readableDuty} ORDER BY id LIMIT :limit`,
)

const selectChecklists = query<{ id: string; title: string; title_en: string | null }, { limit: number }>(
  'duties.checklist-titles',
  `SELECT id, title, title_en FROM checklists WHERE org_id = :org ORDER BY id LIMIT :limit`,
)

const selectAssetTags = query<{ tag: string }, { limit: number }>(
  'duties.asset-tags',
  `SELECT DISTINCT tag.value AS tag
   FROM (SELECT tags FROM assets WHERE org_id = :org LIMIT :limit) AS tagged, json_each(tagged.tags) AS tag
   ORDER BY tag`,
)

const selectAssets = query<{ id: string; name: string; name_en: string | null }, { ids: string }>(
  'duties.assets-named',
  `SELECT id, name, name_en FROM assets WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))`,
)

export type Titled = Named & { id: string }

/** Rounds of a duty that are due by `until`, the last one first. */
export async function recentRounds(
  store: Store,
  wanted: { dutyId: string; until: Instant; limit: number },
): Promise<RoundSummary[]> {
  const rows = await store.all(selectRecent(wanted))
  return rows.map((row) => ({ round: toRound(row), outcome: toOutcome(row.outcome) }))
}

/** Rounds of a duty that are still to be done in time, the next one first. */
export async function comingRounds(
  store: Store,
  wanted: { dutyId: string; now: Instant; limit: number },
): Promise<RoundSummary[]> {
  const rows = await store.all(selectComing(wanted))
  return rows.map((row) => ({ round: toRound(row), outcome: toOutcome(row.outcome) }))
}

/** Longer counts are only said to be more than this. */
const mostCounted = 100

/** How many rounds to come nobody has touched, as far as they are counted. */
export async function countUntouchedAhead(
  store: Store,
  dutyId: string,
  hidden: HiddenParams,
): Promise<{ count: number; isMore: boolean }> {
  const row = await store.first(selectUntouched({ dutyId, limit: mostCounted + 1, ...hidden }))
  const count = row?.count ?? 0
  return { count: Math.min(count, mostCounted), isMore: count > mostCounted }
}

/** More than any organisation has. */
const most = { checklists: 500, duties: 500, assets: 2000 }

export async function checklistTitles(store: Store): Promise<Titled[]> {
  const rows = await store.all(selectChecklists({ limit: most.checklists }))
  return rows.map(({ id, title, title_en: nameEn }) => ({ id, name: title, nameEn }))
}

/** The open duties that a member may read: `own` are the member's units, null for those who see all. */
export async function dutyTitles(store: Store, own: ReadonlySet<string> | null): Promise<Titled[]> {
  const rows = await store.all(selectTitles({ own: own && JSON.stringify([...own]), limit: most.duties }))
  return rows.map(({ id, title, title_en: nameEn }) => ({ id, name: title, nameEn }))
}

export async function assetTags(store: Store): Promise<string[]> {
  const rows = await store.all(selectAssetTags({ limit: most.assets }))
  return rows.map(({ tag }) => tag)
}

export async function assetsNamed(store: Store, ids: readonly string[]): Promise<Titled[]> {
  if (ids.length === 0) return []
  const rows = await store.all(selectAssets({ ids: JSON.stringify(ids) }))
  return rows.map(({ id, name, name_en: nameEn }) => ({ id, name, nameEn }))
}
