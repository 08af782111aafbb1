import type { FeedScope } from '../../domain/access.ts'
import { write } from '../../platform/sql.ts'

export const insertFeed = write<{
  id: string
  tokenHash: string
  memberId: string
  name: string
  scopeKind: FeedScope['kind']
  scopeId: string | null
  locale: string
  now: number
}>(
  'feeds.insert',
  `INSERT INTO feeds (org_id, id, token_hash, member_id, name, scope_kind, scope_id, locale, created_at)
   VALUES (:org, :id, :tokenHash, :memberId, :name, :scopeKind, :scopeId, :locale, :now)`,
)

export const revokeFeedWrite = write<{ id: string; now: number }>(
  'feeds.revoke',
  `UPDATE feeds SET revoked_at = :now WHERE org_id = :org AND id = :id AND revoked_at IS NULL`,
)

export const revokeFeedsOf = write<{ memberIds: string; now: number }>(
  'feeds.revoke-of-member',
  `UPDATE feeds SET revoked_at = :now WHERE org_id = :org AND member_id IN (SELECT value FROM json_each(:memberIds)) AND revoked_at IS NULL`,
)

/** Once an hour at most, however many programs ask. */
export const stampFetch = write<{ id: string; now: number; before: number; program: string }>(
  'feeds.stamp-fetch',
  `UPDATE feeds SET last_fetched_at = :now, last_fetched_by = :program
   WHERE org_id = :org AND id = :id AND (last_fetched_at IS NULL OR last_fetched_at <= :before)`,
)
