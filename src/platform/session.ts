import type { MiddlewareHandler } from 'hono'
import type { Actor, Right, Role } from '../domain/access.ts'
import { holidayTables } from './holiday-tables.ts'
import { contextOf, isSafe, useLocaleOf, type AppContext, type AppEnv } from './http.ts'
import { nameIn } from './i18n.ts'
import { hashOfSecret, newId, newSecret, orgOfSecret } from './ids.ts'
import { lotteryFor } from './lottery.ts'
import { organisationColumns, organisationOf, type OrganisationRow } from './organisation.ts'
import { ownPlaces, placesOf } from './own-units.ts'
import { secretOfSession } from './session-secret.ts'
import { noteUse } from './session-use.ts'
import { query, write, type BoundWrite } from './sql.ts'
import { standsInFor } from './standing-in.ts'
import { storeFor, type Store } from './store.ts'
import { isLiveTablet, tabletHashOf, tabletSession } from './tablet.ts'

/** How long a session lasts, in seconds. */
export const sessionSeconds = 30 * 86_400

export type BegunBy = 'link' | 'code' | 'passkey' | 'pin' | 'demo'

/** Who asks and for which organisation, whether by a session or by a token. */
export type CallerRow = OrganisationRow & {
  member_id: string
  member_name: string
  member_name_en: string | null
  role: Role
  rights: string
  places: string
  stands_in_for: string
}

export const callerColumns = `members.id AS member_id, members.name AS member_name, members.name_en AS member_name_en,
     members.role, members.rights, ${standsInFor} AS stands_in_for, ${organisationColumns}`

type SessionRow = CallerRow & {
  id: string
  tablet_id: string | null
  used_at: number
  jobs_ran_at: number | null
}

/**
 * One statement for who asks, on whose behalf, and which units are theirs: all that authorisation needs. A session of a shared
 * tablet is good together with the tablet's own cookie alone, and as long as the tablet is. Who sees all also learns, from a
 * row of the service's own, whether the jobs run.
 */
const findSession = query<SessionRow, { hash: string; now: number; tabletHash: string }>(
  'session.find',
  `SELECT sessions.id, sessions.tablet_id, sessions.used_at, ${callerColumns},
     ${ownPlaces(`members.role IN ('supervisor', 'admin')`)} AS places,
     CASE WHEN members.role IN ('supervisor', 'admin') THEN (
       SELECT ran_at FROM jobs WHERE org_id = '' AND job = 'run-jobs'
     ) END AS jobs_ran_at
   FROM sessions
     JOIN members ON members.org_id = :org AND members.id = sessions.member_id AND members.closed_on IS NULL
     JOIN organisations ON organisations.id = :org
   WHERE sessions.org_id = :org AND token_hash = :hash AND expires_at > :now
     AND (sessions.tablet_id IS NULL OR EXISTS (
       SELECT 1 FROM tablets WHERE tablets.org_id = :org AND tablets.id = sessions.tablet_id AND ${isLiveTablet}
     ))`,
)

const insertSession = write<{
  hash: string
  id: string
  memberId: string
  begunBy: BegunBy
  tabletId: string | null
  userAgent: string
  now: number
  expiresAt: number
}>(
  'session.insert',
  `INSERT INTO sessions (org_id, token_hash, id, member_id, begun_by, tablet_id, user_agent, created_at, used_at, expires_at)
   VALUES (:org, :hash, :id, :memberId, :begunBy, :tabletId, :userAgent, :now, :now, :expiresAt)`,
)

const prolongSession = write<{ hash: string; now: number; idle: number; longest: number }>(
  'session.prolong',
  `UPDATE sessions SET used_at = :now, expires_at = min(:now + :idle, created_at + :longest)
   WHERE org_id = :org AND token_hash = :hash`,
)

const deleteSession = write<{ hash: string }>(
  'session.delete',
  `DELETE FROM sessions WHERE org_id = :org AND token_hash = :hash`,
)

/** Finds out who asks. Leaves no context where nobody is signed in. */
export const readSession: MiddlewareHandler<AppEnv> = async (c, next) => {
  const secret = secretOfSession(c)
  if (secret !== undefined) await letInBySession(c, secret)
  await next()
}

/** From here on the request is made by whoever has that session, where there is one. */
export async function letInBySession(c: AppContext, secret: string): Promise<void> {
  const orgId = orgOfSecret(secret)
  if (orgId === null) return
  const store = storeFor(c.env.DB, orgId, c.get('usage'))
  const [hash, now, tabletHash] = [hashOfSecret(secret), c.get('now'), tabletHashOf(c)]
  const row = await store.first(findSession({ hash, now, tabletHash }))
  if (!row) return
  // A change shows that the person is still there; a page that is read does not, and writes nothing.
  if (row.tablet_id === null) noteUse(c, store, { hash, usedAt: row.used_at })
  else if (!isSafe(c)) await store.batch([prolongSession({ hash, now, ...tabletSession })])
  letIn(c, store, row, actorOf(row))
  c.set('jobsRanAt', row.jobs_ran_at)
}

/** Denies by default: whatever is mounted after it needs somebody signed in. */
export const requireMember: MiddlewareHandler<AppEnv> = async (c, next) => {
  contextOf(c)
  await next()
}

function actorOf(row: SessionRow): Actor {
  return {
    memberId: row.member_id,
    role: row.role,
    rights: JSON.parse(row.rights) as Right[],
    ...placesOf(row.places),
    standsInFor: new Set(JSON.parse(row.stands_in_for) as string[]),
    via: { kind: row.tablet_id === null ? 'browser' : 'tablet', id: row.id },
  }
}

/** From here on the request has a context, and somebody who asks. */
export function letIn(c: AppContext, store: Store, row: CallerRow, actor: Actor): void {
  const org = organisationOf(store.orgId, row)
  const locale = useLocaleOf(c, org)
  const { now, requestId } = c.var
  const lottery = lotteryFor(c.env.ROUNDS_SECRET, org.id)
  c.set('context', { org, actor, now, locale, requestId, store, holidays: holidayTables(c.env), lottery })
  c.set('memberName', nameIn(locale, { name: row.member_name, nameEn: row.member_name_en }))
}

export type NewSession = {
  memberId: string
  begunBy: BegunBy
  userAgent: string
  now: number
  /** the shared tablet that it is good on; null: a browser of one's own */
  tabletId?: string | null
}

/** A new session: the secret for the cookie, and the write that keeps only its hash. */
export function newSession(orgId: string, session: NewSession): { secret: string; write: BoundWrite } {
  const secret = newSecret(orgId)
  const { tabletId = null, now } = session
  const id = newId('session', orgId)
  const expiresAt = endOfSession(tabletId, now)
  return { secret, write: insertSession({ ...session, tabletId, id, hash: hashOfSecret(secret), expiresAt }) }
}

/** When a session that begins now ends, unless it is prolonged. */
export function endOfSession(tabletId: string | null, now: number): number {
  return now + (tabletId === null ? sessionSeconds * 1000 : tabletSession.idle)
}

/** The browser, as it names itself. */
export function userAgentOf(c: AppContext): string {
  return (c.req.header('User-Agent') ?? '').slice(0, 300)
}

export function endSession(secret: string): BoundWrite {
  return deleteSession({ hash: hashOfSecret(secret) })
}
