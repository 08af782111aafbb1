import type { AppContext } from './http.ts'

/** The session's secret as the browser sends it. */
export function secretOfSession(c: AppContext): string | undefined {
  return soleCookie(c, c.get('config').cookieName)
}

/**
 * The value of the cookie of that name. Where two have it, somebody else put one of them there, from a host beside ours or for a
 * path: neither is taken.
 */
export function soleCookie(c: AppContext, wanted: string): string | undefined {
  const values = (c.req.header('Cookie') ?? '').split(';').flatMap((cookie) => {
    const [name = '', ...value] = cookie.split('=')
    return name.trim() === wanted ? [value.join('=').trim()] : []
  })
  return values.length === 1 ? values[0] : undefined
}
