import { deviceOf, type Device } from '../../domain/device.ts'
import type { Instant } from '../../domain/time/zone.ts'
import type { BegunBy } from '../../platform/session.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** A session as its member knows it again. */
export type Session = {
  id: string
  begunBy: BegunBy
  device: Device
  /** the name of the ward's shared tablet that it is good on; null: a browser of one's own */
  tabletName: string | null
  createdAt: Instant
  /** the last time that is known: at most an hour old while it is in use */
  usedAt: Instant
  expiresAt: Instant
}

type SessionRow = {
  id: string
  begun_by: BegunBy
  user_agent: string
  tablet_name: string | null
  created_at: number
  used_at: number
  expires_at: number
}

const selectSessions = query<SessionRow, { memberId: string; now: Instant; limit: number }>(
  'sessions.of-member',
  `SELECT sessions.id, begun_by, user_agent, tablets.name AS tablet_name, sessions.created_at, sessions.used_at, expires_at
   FROM sessions LEFT JOIN tablets ON tablets.org_id = :org AND tablets.id = sessions.tablet_id
   WHERE sessions.org_id = :org AND member_id = :memberId AND expires_at > :now
   ORDER BY sessions.id LIMIT :limit`,
)

/** More than anybody looks through; `DELETE /sessions` ends the others too. */
const mostShown = 100

/** The member's live sessions, the last used first. */
export async function sessionsOf(store: Store, memberId: string, now: Instant): Promise<Session[]> {
  const rows = await store.all(selectSessions({ memberId, now, limit: mostShown }))
  return rows.map((row) => toSession(row)).toSorted((a, b) => b.usedAt - a.usedAt)
}

function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    begunBy: row.begun_by,
    device: deviceOf(row.user_agent),
    tabletName: row.tablet_name,
    createdAt: row.created_at,
    usedAt: row.used_at,
    expiresAt: row.expires_at,
  }
}
