import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Refusal } from '../domain/errors.ts'
import type { Instant } from '../domain/time/zone.ts'
import { commit, type Committer } from './context.ts'
import type { AppContext } from './http.ts'
import { orgOfSecret } from './ids.ts'
import { takeLanding } from './landing.ts'
import { secretOfSession } from './session-secret.ts'
import { endSession, sessionSeconds, userAgentOf } from './session.ts'
import { storeFor, type Store } from './store.ts'
import { keepTablet, tabletOf, tabletSecretOf } from './tablet.ts'

/** What signing in works with, when nobody is signed in yet. */
export type Visit = Pick<Committer, 'requestId' | 'store'> & {
  now: Instant
  userAgent: string
  /** the shared tablet that somebody signs in on: their session is short then, and good on it alone */
  tabletId: string | null
}

export async function visitOf(c: AppContext, store: Store): Promise<Visit> {
  await requireNoTabletOfOthers(c, store)
  const tablet = await tabletOf(c, store)
  return {
    store,
    now: c.get('now'),
    requestId: c.get('requestId'),
    userAgent: userAgentOf(c),
    tabletId: tablet?.id ?? null,
  }
}

/** A session of another organisation would be good on a tablet for a month, with nobody to switch it: none begins there. */
async function requireNoTabletOfOthers(c: AppContext, { orgId }: Store): Promise<void> {
  const itsOrg = orgOfSecret(tabletSecretOf(c) ?? '')
  if (itsOrg === null || itsOrg === orgId) return
  const tablet = await tabletOf(c, storeFor(c.env.DB, itsOrg, c.get('usage')))
  if (tablet !== null) throw new Refusal('own-browser-only')
}

const organisationCookie = 'rounds-organisation'
const aYear = 365 * 86_400

/**
 * Signs the browser in by a new session and leads to `path`, else to where its person wanted to go; on a shared tablet they may
 * choose a PIN before.
 */
export async function signInHere(c: AppContext, secret: string, path?: string): Promise<Response> {
  await takeOver(c, secret)
  const isOnTablet = tabletSecretOf(c) !== null
  return c.redirect(path ?? (isOnTablet ? '/tablet/pin' : takeLanding(c)), 303)
}

/** The browser is the new session's. Whoever was signed in here before is signed out, not only covered up. */
export async function takeOver(c: AppContext, secret: string): Promise<void> {
  await endSessionHere(c)
  keepSession(c, secret)
  const tabletSecret = tabletSecretOf(c)
  if (tabletSecret !== null) keepTablet(c, tabletSecret)
}

export async function signOutHere(c: AppContext): Promise<void> {
  await endSessionHere(c)
  forgetSession(c)
}

/** The browser's half alone, where the store's is gone already. */
export function forgetSession(c: AppContext): void {
  const { cookieName, secure } = c.get('config')
  deleteCookie(c, cookieName, { path: '/', secure })
}

/** From here on the browser is the session's; where a session ends early, the store knows. */
export function keepSession(c: AppContext, secret: string): void {
  const { cookieName, secure } = c.get('config')
  const cookie = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
  setCookie(c, cookieName, secret, { ...cookie, maxAge: sessionSeconds })
  setCookie(c, organisationCookie, orgOfSecret(secret) ?? '', { ...cookie, maxAge: aYear })
}

/** The key of the organisation that was last signed in to on this browser. */
export function organisationBefore(c: AppContext): string | undefined {
  return getCookie(c, organisationCookie)
}

async function endSessionHere(c: AppContext): Promise<void> {
  const context = c.get('context')
  const secret = secretOfSession(c)
  if (!context || secret === undefined) return
  const { memberId } = context.actor
  await commit(context, [endSession(secret)], [{ action: 'session.ended', subjectId: memberId }])
}
