import type { Named } from '../../domain/named.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

export type QuietFeed = {
  id: string
  name: string
  member: Named
  createdAt: Instant
  /** null: never */
  lastFetchedAt: Instant | null
  lastFetchedBy: string | null
}

type FeedRow = {
  id: string
  name: string
  member_name: string
  member_name_en: string | null
  created_at: number
  last_fetched_at: number | null
  last_fetched_by: string | null
}

const aDay = 86_400_000
/** Whoever makes a feed puts it into a program within days or not at all. */
const unfetchedFor = 7 * aDay
/** The slowest setting of any program is once a week; twice that, and it has stopped. */
const silentFor = 14 * aDay

const selectQuiet = query<FeedRow, { madeBefore: Instant; fetchedBefore: Instant; limit: number }>(
  'service.quiet-feeds',
  `SELECT feeds.id, feeds.name, members.name AS member_name, members.name_en AS member_name_en, feeds.created_at,
     last_fetched_at, last_fetched_by
   FROM feeds CROSS JOIN members ON members.org_id = :org AND members.id = feeds.member_id
   WHERE feeds.org_id = :org AND feeds.revoked_at IS NULL AND members.closed_on IS NULL
     AND (last_fetched_at < :fetchedBefore OR (last_fetched_at IS NULL AND feeds.created_at < :madeBefore))
   LIMIT :limit`,
)

/** Feeds that no calendar program fetches, or none any more. */
export async function quietFeeds(store: Store, now: Instant, limit: number): Promise<QuietFeed[]> {
  const rows = await store.all(
    selectQuiet({ madeBefore: now - unfetchedFor, fetchedBefore: now - silentFor, limit }),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    member: { name: row.member_name, nameEn: row.member_name_en },
    createdAt: row.created_at,
    lastFetchedAt: row.last_fetched_at,
    lastFetchedBy: row.last_fetched_by,
  }))
}
