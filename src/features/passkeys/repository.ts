import type { SessionValues } from '../../platform/begin-session.ts'
import { write } from '../../platform/sql.ts'

/**
 * In answer to a challenge that is still there, else `public_key` is NULL, which the table refuses; nor one too many, where
 * `name` is. Of two at the same moment, one is added.
 */
export const insertPasskey = write<{
  id: string
  memberId: string
  credentialId: string
  publicKey: string
  signCount: number
  name: string
  challengeHash: string
  sessionId: string
  most: number
  now: number
}>(
  'passkeys.insert',
  `INSERT INTO passkeys (org_id, id, member_id, credential_id, public_key, sign_count, name, created_at)
   VALUES (:org, :id, :memberId, :credentialId,
     iif(EXISTS (
       SELECT 1 FROM passkey_challenges
       WHERE org_id = :org AND challenge_hash = :challengeHash AND session_id = :sessionId AND expires_at > :now
     ), :publicKey, NULL), :signCount,
     iif((SELECT count(*) FROM passkeys WHERE org_id = :org AND member_id = :memberId) < :most, :name, NULL),
     :now)`,
)

export const renamePasskeyOf = write<{ id: string; memberId: string; name: string }>(
  'passkeys.rename',
  `UPDATE passkeys SET name = :name WHERE org_id = :org AND id = :id AND member_id = :memberId`,
)

export const deletePasskey = write<{ id: string; memberId: string }>(
  'passkeys.delete',
  `DELETE FROM passkeys WHERE org_id = :org AND id = :id AND member_id = :memberId`,
)

/** A count that another sign-in has passed meanwhile, or a passkey removed meanwhile, changes no row. */
export const countUse = write<{ id: string; signCount: number; now: number }>(
  'passkeys.count-use',
  `UPDATE passkeys SET sign_count = :signCount, used_at = :now
   WHERE org_id = :org AND id = :id AND (sign_count < :signCount OR (sign_count = 0 AND :signCount = 0))`,
)

/** Not for a member closed, nor by a passkey removed, since it was looked up: `member_id` is NULL then, which the table refuses. */
export const insertSessionByPasskey = write<SessionValues & { passkeyId: string; signCount: number }>(
  'passkeys.insert-session',
  `INSERT INTO sessions (org_id, token_hash, id, member_id, begun_by, tablet_id, user_agent, created_at, used_at, expires_at)
   VALUES (:org, :hash, :id, (
     SELECT members.id FROM passkeys
       JOIN members ON members.org_id = :org AND members.id = passkeys.member_id AND members.closed_on IS NULL
     WHERE passkeys.org_id = :org AND passkeys.id = :passkeyId
       AND (sign_count < :signCount OR (sign_count = 0 AND :signCount = 0))
   ), 'passkey', :tabletId, :userAgent, :now, :now, :expiresAt)`,
)

export const insertChallenge = write<{ hash: string; sessionId: string | null; expiresAt: number }>(
  'passkeys.insert-challenge',
  `INSERT INTO passkey_challenges (org_id, challenge_hash, session_id, expires_at)
   VALUES (:org, :hash, :sessionId, :expiresAt)`,
)

/** Uses it up. Changes no row where it was used, has expired, or was another session's. */
export const deleteChallenge = write<{ hash: string; sessionId: string | null; now: number }>(
  'passkeys.use-challenge',
  `DELETE FROM passkey_challenges
   WHERE org_id = :org AND challenge_hash = :hash AND session_id IS :sessionId AND expires_at > :now`,
)

/** Those that nobody came back for, a few at a time. */
export const deleteOldChallenges = write<{ now: number; limit: number }>(
  'passkeys.delete-old-challenges',
  `DELETE FROM passkey_challenges WHERE org_id = :org AND challenge_hash IN (
     SELECT challenge_hash FROM passkey_challenges WHERE org_id = :org AND expires_at <= :now
     ORDER BY expires_at LIMIT :limit
   )`,
)
