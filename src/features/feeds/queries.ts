import type { FeedScope } from '../../domain/access.ts'
import type { Named } from '../../domain/named.ts'
import type { Instant } from '../../domain/time/zone.ts'
import type { Locale } from '../../platform/i18n.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

export type ScopeKind = FeedScope['kind']

export type Feed = {
  id: string
  memberId: string
  name: string
  scopeKind: ScopeKind
  scopeId: string | null
  locale: Locale
  createdAt: Instant
  revokedAt: Instant | null
  lastFetchedAt: Instant | null
  lastFetchedBy: string | null
}

type FeedRow = {
  id: string
  member_id: string
  name: string
  scope_kind: ScopeKind
  scope_id: string | null
  locale: Locale
  created_at: number
  revoked_at: number | null
  last_fetched_at: number | null
  last_fetched_by: string | null
}

type Choice = Named & { id: string }

/** What a member can make a feed of, besides the own rounds. */
export type ScopeChoices = {
  organisation: boolean
  units: readonly Choice[]
  duties: readonly Choice[]
}

/** Of one member at a time; whoever needs more has forgotten to revoke some. */
export const mostFeeds = 20

const columns = `id, member_id, name, scope_kind, scope_id, locale, created_at, revoked_at, last_fetched_at,
  last_fetched_by`

const selectOwn = query<FeedRow, { memberId: string; limit: number }>(
  'feeds.own',
  `SELECT ${columns} FROM feeds WHERE org_id = :org AND member_id = :memberId AND revoked_at IS NULL
   ORDER BY created_at LIMIT :limit`,
)

const selectFeed = query<FeedRow, { id: string }>(
  'feeds.one',
  `SELECT ${columns} FROM feeds WHERE org_id = :org AND id = :id`,
)

const selectMember = query<{ id: string }, { id: string }>(
  'feeds.member',
  `SELECT id FROM members WHERE org_id = :org AND id = :id AND closed_on IS NULL`,
)

type DutyScopeRow = {
  id: string
  title: string
  title_en: string | null
  owned_by: string
  performed_by: string
  with_units: string
}

const selectDuty = query<DutyScopeRow, { id: string }>(
  'feeds.duty',
  `SELECT id, title, title_en, owned_by, performed_by, with_units FROM duties WHERE org_id = :org AND id = :id`,
)

const selectOwnedDuties = query<
  { id: string; title: string; title_en: string | null },
  { units: string; limit: number }
>(
  'feeds.owned-duties',
  `SELECT duties.id, title, title_en FROM json_each(:units) AS unit
     CROSS JOIN duties ON duties.org_id = :org AND duties.owned_by = unit.value
   WHERE duties.closed_on IS NULL ORDER BY title LIMIT :limit`,
)

/** The member's feeds that still work, the oldest first. */
export async function ownFeeds(store: Store, memberId: string): Promise<Feed[]> {
  const rows = await store.all(selectOwn({ memberId, limit: mostFeeds }))
  return rows.map((row) => toFeed(row))
}

export async function findFeed(store: Store, id: string): Promise<Feed | null> {
  const row = await store.first(selectFeed({ id }))
  return row && toFeed(row)
}

export async function isOpenMember(store: Store, id: string): Promise<boolean> {
  return (await store.first(selectMember({ id }))) !== null
}

/** What the right to a duty's feed depends on; null where there is no such duty. */
export async function findDutyScope(store: Store, id: string) {
  const row = await store.first(selectDuty({ id }))
  return (
    row && {
      ownedBy: row.owned_by,
      performedBy: row.performed_by,
      withUnits: JSON.parse(row.with_units) as string[],
    }
  )
}

/** The running duties of these units, by title, for a choice. */
export async function dutiesOwnedBy(store: Store, units: Iterable<string>, limit: number) {
  const rows = await store.all(selectOwnedDuties({ units: JSON.stringify([...units]), limit }))
  return rows.map(({ id, title, title_en }) => ({ id, name: title, nameEn: title_en }))
}

/** The scope as the rules of access know it; `ownedBy` of a duty. */
export function scopeOf(feed: Pick<Feed, 'scopeKind' | 'scopeId'>, ownedBy: string): FeedScope {
  const id = feed.scopeId ?? ''
  switch (feed.scopeKind) {
    case 'organisation':
      return { kind: 'organisation' }
    case 'duty':
      return { kind: 'duty', id, ownedBy }
    case 'member':
    case 'unit':
      return { kind: feed.scopeKind, id }
  }
}

function toFeed(row: FeedRow): Feed {
  return {
    id: row.id,
    memberId: row.member_id,
    name: row.name,
    scopeKind: row.scope_kind,
    scopeId: row.scope_id,
    locale: row.locale,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    lastFetchedAt: row.last_fetched_at,
    lastFetchedBy: row.last_fetched_by,
  }
}
