import { deleteCookie, setCookie } from 'hono/cookie'
import type { Config } from '../env.ts'
import type { AppContext } from './http.ts'
import { hashOfSecret, orgOfSecret } from './ids.ts'
import { soleCookie } from './session-secret.ts'
import { query } from './sql.ts'
import type { Store } from './store.ts'

/** A tablet that a ward shares, as the browser on it is known by its cookie. */
export type Tablet = { id: string; unitId: string; name: string }

const minute = 60_000
const aYear = 365 * 86_400

/** How long a session on a shared tablet lasts after its last change, and at most. */
export const tabletSession = { idle: 30 * minute, longest: 12 * 60 * minute }

/** SQL: the tablet with that secret still stands in a unit that is open. */
export const isLiveTablet = `tablets.secret_hash = :tabletHash AND tablets.revoked_at IS NULL AND EXISTS (
      SELECT 1 FROM units WHERE units.org_id = :org AND units.id = tablets.unit_id AND units.closed_on IS NULL
    )`

const findTablet = query<{ id: string; unit_id: string; name: string }, { tabletHash: string }>(
  'tablets.of-cookie',
  `SELECT id, unit_id, name FROM tablets WHERE org_id = :org AND ${isLiveTablet}`,
)

function tabletCookieOf({ cookieName }: Config): string {
  return `${cookieName}-tablet`
}

/** The secret of the tablet that the request comes from; null where its browser has none, or none of that form. */
export function tabletSecretOf(c: AppContext): string | null {
  const secret = soleCookie(c, tabletCookieOf(c.get('config')))
  return secret === undefined || orgOfSecret(secret) === null ? null : secret
}

/** What is looked up of the request's tablet; of no other tablet is it the hash. */
export function tabletHashOf(c: AppContext): string {
  const secret = tabletSecretOf(c)
  return secret === null ? '' : hashOfSecret(secret)
}

/** The tablet of this organisation that the request comes from. */
export async function tabletOf(c: AppContext, store: Store): Promise<Tablet | null> {
  const secret = tabletSecretOf(c)
  if (secret === null || orgOfSecret(secret) !== store.orgId) return null
  const row = await store.first(findTablet({ tabletHash: hashOfSecret(secret) }))
  return row && { id: row.id, unitId: row.unit_id, name: row.name }
}

/** From here on the browser is that tablet, for a year after it was last signed in on. */
export function keepTablet(c: AppContext, secret: string): void {
  const config = c.get('config')
  const cookie = { path: '/', httpOnly: true, sameSite: 'Lax', secure: config.secure, maxAge: aYear } as const
  setCookie(c, tabletCookieOf(config), secret, cookie)
}

/** What is left of a tablet that was revoked. */
export function forgetTablet(c: AppContext): void {
  const config = c.get('config')
  deleteCookie(c, tabletCookieOf(config), { path: '/', secure: config.secure })
}
