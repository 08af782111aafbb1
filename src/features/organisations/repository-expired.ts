import type { Instant } from '../../domain/time/zone.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'
import { deleteExpired } from '../imports/repository.ts'
import { deleteOldChallenges } from '../passkeys/repository.ts'

/** So many of each a day at the most; the walk through those that still work is as long as an organisation has people. */
const most = 2_000

/** What let people in once and does no longer. Its audit entries stay. */
export function clearExpired(now: Instant): BoundWrite[] {
  return [
    deleteSessions({ now, most }),
    deleteSignInLinks({ now, most }),
    deleteOldChallenges({ now, limit: most }),
    deleteExpired({ now }),
  ]
}

type Expired = { now: Instant; most: number }

const deleteSessions = write<Expired>(
  'sessions.clear-expired',
  `DELETE FROM sessions WHERE org_id = :org AND token_hash IN (
     SELECT token_hash FROM sessions WHERE org_id = :org AND expires_at <= :now LIMIT :most
   )`,
)

/** With the codes that are read out, which are part of them. */
const deleteSignInLinks = write<Expired>(
  'sign-in-links.clear-expired',
  `DELETE FROM sign_in_links WHERE org_id = :org AND member_id IN (
     SELECT member_id FROM sign_in_links WHERE org_id = :org AND expires_at <= :now LIMIT :most
   )`,
)
