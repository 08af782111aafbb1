import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppContext } from './http.ts'
import { ownPath } from './own-path.ts'

/**
 * Where somebody wanted to go before they had to sign in. A cookie keeps it and not the address: it serves links, codes and
 * whatever else lets people in, and no address can be made up that leads elsewhere.
 */
const cookieName = 'rounds-landing'
const lasts = 15 * 60
const longest = 1000

/** For pages that a person opens; what a page itself asks for is no place to land. */
export function rememberLanding(c: AppContext): void {
  const opened = c.req.header('Sec-Fetch-Dest') ?? 'document'
  const url = new URL(c.req.url)
  const path = url.pathname + url.search
  if (opened !== 'document' || path.length > longest) return
  const { secure } = c.get('config')
  setCookie(c, cookieName, path, { path: '/', maxAge: lasts, sameSite: 'Lax', httpOnly: true, secure })
}

/** Once: the next sign-in begins at the first page again. */
export function takeLanding(c: AppContext): string {
  const path = ownPath(getCookie(c, cookieName))
  deleteCookie(c, cookieName, { path: '/', secure: c.get('config').secure })
  return path
}
