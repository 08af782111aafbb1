import type { Instant } from '../../domain/time/zone.ts'
import type { AuditEntry } from '../../platform/audit.ts'
import { hashOfSecret, newSecret } from '../../platform/ids.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'

/** In the place of the one that the member had. */
const putLink = write<{
  memberId: string
  memberVersion: number
  madeBy: string
  hash: string
  expiresAt: number
}>(
  'sign-in.put-link',
  `INSERT INTO sign_in_links (org_id, member_id, token_hash, member_version, made_by, maker_version, expires_at)
   VALUES (:org, :memberId, :hash, :memberVersion, :madeBy,
     (SELECT version FROM members WHERE org_id = :org AND id = :madeBy), :expiresAt)
   ON CONFLICT (org_id, member_id) DO UPDATE SET token_hash = excluded.token_hash,
     member_version = excluded.member_version, made_by = excluded.made_by,
     maker_version = excluded.maker_version, expires_at = excluded.expires_at`,
)

/**
 * A session for the member of a link that is still there. Where it is not, `member_id` is NULL, which the table refuses: of
 * two who use one link at the same moment, one is let in.
 */
export const insertSessionByLink = write<{
  hash: string
  id: string
  linkHash: string
  tabletId: string | null
  userAgent: string
  now: number
  expiresAt: number
}>(
  'sign-in.insert-session',
  `INSERT INTO sessions (org_id, token_hash, id, member_id, begun_by, tablet_id, user_agent, created_at, used_at, expires_at)
   VALUES (:org, :hash, :id, (
     SELECT link.member_id FROM sign_in_links AS link
       JOIN members ON members.org_id = :org AND members.id = link.member_id AND members.version = link.member_version
     WHERE link.org_id = :org AND link.token_hash = :linkHash
   ), 'link', :tabletId, :userAgent, :now, :now, :expiresAt)`,
)

export const deleteLink = write<{ linkHash: string }>(
  'sign-in.delete-link',
  `DELETE FROM sign_in_links WHERE org_id = :org AND token_hash = :linkHash`,
)

export const deleteLinkOf = write<{ memberId: string }>(
  'sign-in.delete-link-of-member',
  `DELETE FROM sign_in_links WHERE org_id = :org AND member_id = :memberId`,
)

const linkLasts = 15 * 60_000

export type NewLink = { secret: string; expiresAt: Instant; write: BoundWrite; entry: AuditEntry }

/** The secret for the link's address, the write that keeps only its hash, and the entry that knows neither. */
export function newLink(
  orgId: string,
  member: { id: string; version: number },
  { madeBy, now }: { madeBy: string; now: Instant },
): NewLink {
  const secret = newSecret(orgId)
  const expiresAt = now + linkLasts
  return {
    secret,
    expiresAt,
    write: putLink({
      memberId: member.id,
      memberVersion: member.version,
      madeBy,
      hash: hashOfSecret(secret),
      expiresAt,
    }),
    entry: { action: 'sign-in-link.made', subjectId: member.id, after: { expiresAt } },
  }
}
