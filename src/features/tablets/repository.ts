import type { SessionValues } from '../../platform/begin-session.ts'
import { write } from '../../platform/sql.ts'

export const insertTablet = write<{
  id: string
  unitId: string
  name: string
  secretHash: string
  madeBy: string
  now: number
}>(
  'tablets.insert',
  `INSERT INTO tablets (org_id, id, unit_id, name, secret_hash, made_by, created_at)
   VALUES (:org, :id, :unitId, :name, :secretHash, :madeBy, :now)`,
)

/** Its sessions are dead with it: each is good together with its tablet alone. */
export const endTablet = write<{ id: string; now: number }>(
  'tablets.revoke',
  `UPDATE tablets SET revoked_at = :now WHERE org_id = :org AND id = :id AND revoked_at IS NULL`,
)

export const endTabletsOf = write<{ unitId: string; now: number }>(
  'tablets.revoke-of-unit',
  `UPDATE tablets SET revoked_at = :now WHERE org_id = :org AND unit_id = :unitId AND revoked_at IS NULL`,
)

/** Nobody chooses a name on it any more. */
export const deletePinsOn = write<{ tabletId: string }>(
  'tablets.delete-pins',
  `DELETE FROM tablet_pins WHERE org_id = :org AND tablet_id = :tabletId`,
)

export const noteUseOf = write<{ id: string; now: number }>(
  'tablets.note-use',
  `UPDATE tablets SET used_at = :now WHERE org_id = :org AND id = :id`,
)

/** In the place of the one before, and of its wrong tries. */
export const putPin = write<{ tabletId: string; memberId: string; salt: string; hash: string; now: number }>(
  'tablets.put-pin',
  `INSERT INTO tablet_pins (org_id, tablet_id, member_id, salt, pin_hash, tries, set_at)
   VALUES (:org, :tabletId, :memberId, :salt, :hash, 0, :now)
   ON CONFLICT (org_id, tablet_id, member_id) DO UPDATE SET salt = excluded.salt, pin_hash = excluded.pin_hash,
     tries = 0, tried_by = NULL, set_at = excluded.set_at`,
)

/** Counts a try before anybody looks whether it is right. Changes no row where there is no such PIN, or it is locked. */
export const countTry = write<{ tabletId: string; memberId: string; requestId: string; most: number }>(
  'tablets.count-try',
  `UPDATE tablet_pins SET tries = tries + 1, tried_by = :requestId
   WHERE org_id = :org AND tablet_id = :tabletId AND member_id = :memberId AND tries < :most`,
)

export const forgetTries = write<{ tabletId: string; memberId: string }>(
  'tablets.forget-tries',
  `UPDATE tablet_pins SET tries = 0, tried_by = NULL
   WHERE org_id = :org AND tablet_id = :tabletId AND member_id = :memberId`,
)

/** Not by a PIN that was set anew or taken away since it was looked at: `member_id` is NULL then, which the table refuses. */
export const insertSessionByPin = write<SessionValues & { memberId: string; pinHash: string }>(
  'tablets.insert-session',
  `INSERT INTO sessions (org_id, token_hash, id, member_id, begun_by, tablet_id, user_agent, created_at, used_at, expires_at)
   VALUES (:org, :hash, :id, (
     SELECT members.id FROM tablet_pins AS pins
       JOIN members ON members.org_id = :org AND members.id = pins.member_id AND members.closed_on IS NULL
     WHERE pins.org_id = :org AND pins.tablet_id = :tabletId AND pins.member_id = :memberId AND pins.pin_hash = :pinHash
   ), 'pin', :tabletId, :userAgent, :now, :now, :expiresAt)`,
)
