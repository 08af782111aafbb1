import type { AppContext } from './http.ts'

/**
 * The session's secret as the browser sends it. Where two cookies have its name, somebody else put one of them there, from a
 * host beside ours or for a path: neither is taken.
 */
export function secretOfSession(c: AppContext): string | undefined {
  const { cookieName } = c.get('config')
  const values = (c.req.header('Cookie') ?? '').split(';').flatMap((cookie) => {
    const [name = '', ...value] = cookie.split('=')
    return name.trim() === cookieName ? [value.join('=').trim()] : []
  })
  return values.length === 1 ? values[0] : undefined
}
