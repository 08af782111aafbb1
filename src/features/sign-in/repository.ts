import { lookupOf } from '../../domain/sign-in-code.ts'
import type { Instant } from '../../domain/time/zone.ts'
import type { AuditEntry } from '../../platform/audit.ts'
import { digestOf, hashOfSecret, newSecret } from '../../platform/ids.ts'
import type { BegunBy } from '../../platform/session.ts'
import type { SessionValues } from '../../platform/begin-session.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'

/** After so many tries a code is dead, the right one included. */
export const mostTries = 5

/** In the place of the one that the member had, with or without a code. */
const putLink = write<{
  memberId: string
  memberVersion: number
  madeBy: string
  hash: string
  codeLookup: string | null
  codeHash: string | null
  expiresAt: number
}>(
  'sign-in.put-link',
  `INSERT INTO sign_in_links
     (org_id, member_id, token_hash, code_lookup, code_hash, member_version, made_by, maker_version, expires_at)
   VALUES (:org, :memberId, :hash, :codeLookup, :codeHash, :memberVersion, :madeBy,
     (SELECT version FROM members WHERE org_id = :org AND id = :madeBy), :expiresAt)
   ON CONFLICT (org_id, member_id) DO UPDATE SET token_hash = excluded.token_hash, code_lookup = excluded.code_lookup,
     code_hash = excluded.code_hash, code_tries = 0, code_tried_by = NULL, member_version = excluded.member_version,
     made_by = excluded.made_by, maker_version = excluded.maker_version, expires_at = excluded.expires_at`,
)

/** The look-up of a code that is dead serves another one. */
export const freeLookup = write<{ lookup: string; now: number }>(
  'sign-in.free-lookup',
  `UPDATE sign_in_links SET code_lookup = NULL, code_hash = NULL
   WHERE org_id = :org AND code_lookup = :lookup AND expires_at <= :now`,
)

/** Counts a try against the code that it means, before anybody looks whether it is right. */
export const countTry = write<{ lookup: string; requestId: string; now: number }>(
  'sign-in.count-try',
  `UPDATE sign_in_links SET code_tries = code_tries + 1, code_tried_by = :requestId
   WHERE org_id = :org AND code_lookup = :lookup AND code_tries < ${mostTries} AND expires_at > :now`,
)

/** The link beside it works on: nobody guesses that one. */
export const deleteCode = write<{ memberId: string; codeHash: string }>(
  'sign-in.delete-code',
  `UPDATE sign_in_links SET code_lookup = NULL, code_hash = NULL
   WHERE org_id = :org AND member_id = :memberId AND code_hash = :codeHash`,
)

/**
 * A session for the member of a link that is still there. Where it is not, `member_id` is NULL, which the table refuses: of
 * those who use a link and its code at the same moment, one is let in.
 */
export const insertSessionByLink = write<
  SessionValues & { memberId: string; proofHash: string; begunBy: BegunBy }
>(
  'sign-in.insert-session',
  `INSERT INTO sessions (org_id, token_hash, id, member_id, begun_by, tablet_id, user_agent, created_at, used_at, expires_at)
   VALUES (:org, :hash, :id, (
     SELECT link.member_id FROM sign_in_links AS link
       JOIN members ON members.org_id = :org AND members.id = link.member_id AND members.version = link.member_version
     WHERE link.org_id = :org AND link.member_id = :memberId AND :proofHash IN (link.token_hash, link.code_hash)
   ), :begunBy, :tabletId, :userAgent, :now, :now, :expiresAt)`,
)

export const deleteLinksOf = write<{ memberIds: string }>(
  'sign-in.delete-links-of-members',
  `DELETE FROM sign_in_links WHERE org_id = :org AND member_id IN (SELECT value FROM json_each(:memberIds))`,
)

const linkLasts = 15 * 60_000

export type NewLink = { secret: string; expiresAt: Instant; write: BoundWrite; entry: AuditEntry }

/** The secret for the link's address, the write that keeps only hashes, and the entry that knows neither. */
export function newLink(
  orgId: string,
  member: { id: string; version: number },
  { madeBy, now, code = null }: { madeBy: string; now: Instant; code?: string | null },
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
      codeLookup: code === null ? null : lookupOf(code),
      codeHash: code === null ? null : hashOfCode(orgId, member.id, code),
      expiresAt,
    }),
    entry: {
      action: code === null ? 'sign-in-link.made' : 'sign-in-code.made',
      subjectId: member.id,
      after: { expiresAt },
    },
  }
}

/** Of another organisation or member the same code has another hash. */
export function hashOfCode(orgId: string, memberId: string, code: string): string {
  return digestOf(JSON.stringify(['sign-in-code', orgId, memberId, code]))
}
