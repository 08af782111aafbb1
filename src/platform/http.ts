import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { Refusal } from '../domain/errors.ts'
import type { Instant } from '../domain/time/zone.ts'
import { configOf, type Bindings, type Config } from '../env.ts'
import { clientAddressOf } from './client-address.ts'
import type { Context } from './context.ts'
import { isOverloaded, isTransient } from './d1-faults.ts'
import { localeOf, type Locale } from './i18n.ts'
import { newUsage, type Usage } from './store.ts'

/** What middleware leaves for handlers. */
export type AppEnv = {
  Bindings: Bindings
  Variables: {
    config: Config
    locale: Locale
    requestId: string
    now: Instant
    usage: Usage
    /** set for signed-in requests only; read it through `contextOf` */
    context: Context | undefined
    memberName: string
    /** null: not known */
    clientAddress: string | null
    /** of a session that was last noted to be in use over an hour ago: the page asks to note it */
    isUseToNote: boolean | undefined
    /** when the jobs last ran; null: never, or nothing that this reader could do about it */
    jobsRanAt: Instant | null | undefined
  }
}

export type AppContext = HonoContext<AppEnv>

/** The clock is an argument: the demo and tests bring their own. */
export type Clock = (bindings: Bindings) => Instant | Promise<Instant>

export function begin(clock: Clock): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('requestId', crypto.randomUUID())
    c.set('usage', c.env.usage ?? newUsage())
    c.set('config', configOf(c.env))
    c.set('now', await clock(c.env))
    // Now, for the bound on bodies may put a request of its own in the place of this one.
    c.set('clientAddress', clientAddressOf(c.req.raw))
    c.set('locale', chosenLocale(c) ?? 'zh-CN')
    await next()
    c.header('X-Request-Id', c.get('requestId'))
  }
}

const languageCookie = /(?:^|;\s*)rounds-language=(zh-CN|en)(?:;|$)/

/** From where the organisation is known, its language is that of people who have not chosen one. Answers whose words to use. */
export function useLocaleOf(c: AppContext, org: { locale: Locale }): Locale {
  const locale = chosenLocale(c) ?? org.locale
  c.set('locale', locale)
  return locale
}

/** Chosen on a page of ours, or for the browser. */
function chosenLocale(c: AppContext): Locale | null {
  const chosen = languageCookie.exec(c.req.header('Cookie') ?? '')?.[1]
  if (chosen === 'zh-CN' || chosen === 'en') return chosen
  return localeOf(c.req.header('Accept-Language'))
}

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const headers = c.res.headers
  headers.set('Content-Security-Policy', contentPolicy)
  headers.set('X-Content-Type-Options', 'nosniff')
  // Under `no-referrer` a browser sends the forms of our own pages with `Origin: null`.
  const isPage = headers.get('Content-Type')?.startsWith('text/html') === true
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', isPage ? 'same-origin' : 'no-referrer')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('X-Frame-Options', 'DENY')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
  if (c.get('config').secure) headers.set('Strict-Transport-Security', 'max-age=31536000')
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether the request only reads. */
export function isSafe(c: AppContext): boolean {
  return safeMethods.has(c.req.method)
}

/**
 * Writes come from our own pages: the Origin is ours, or where a browser leaves it out, Sec-Fetch-Site says so. A program's
 * come from anywhere: beside `Authorization` the API takes no cookie, so nobody's browser can be made to send them.
 */
export const sameOriginWrites: MiddlewareHandler<AppEnv> = async (c, next) => {
  const isProgram = c.req.path.startsWith('/api/v1/') && c.req.header('Authorization') !== undefined
  if (!safeMethods.has(c.req.method) && !isProgram) {
    const origin = c.req.header('Origin')
    const ours =
      origin === undefined
        ? c.req.header('Sec-Fetch-Site') === 'same-origin'
        : origin === c.get('config').origin
    if (!ours) throw new Refusal('cross-site')
  }
  await next()
}

/** Counts what comes where no length is told beforehand. */
const boundedBody = bodyLimit({
  maxSize: 1_000_000,
  onError: () => {
    throw new Refusal('too-large')
  },
})

/** Bodies are JSON for the API and forms for pages, and of a bounded size. */
export function bodies(accepted: 'json' | 'form'): MiddlewareHandler<AppEnv> {
  const types =
    accepted === 'json' ? ['application/json'] : ['application/x-www-form-urlencoded', 'multipart/form-data']
  return async (c, next) => {
    if (!isSafe(c)) {
      const type = mediaTypeOf(c)
      const empty =
        type === '' && !c.req.header('Transfer-Encoding') && !Number(c.req.header('Content-Length') ?? 0)
      if (!empty && !types.includes(type)) throw new Refusal('wrong-type')
    }
    await boundedBody(c, next)
  }
}

/** What kind of body is sent, in small letters and without parameters; '' where nothing says so. */
export function mediaTypeOf(c: AppContext): string {
  return (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

/** The context of a signed-in request. Routes behind `requireMember` always have one. */
export function contextOf(c: AppContext): Context {
  const context = c.get('context')
  if (!context) throw new Refusal('not-signed-in')
  return context
}

/** The version that the caller has seen, from `If-Match` (`"3"` or `3`). */
export function versionOf(c: AppContext): number {
  const tag = c.req.header('If-Match')
  if (tag === undefined) throw new Refusal('version-missing')
  const version = Number(/^"?(\d{1,9})"?$/.exec(tag.trim())?.[1])
  if (!Number.isInteger(version)) throw new Refusal('stale-version')
  return version
}

/** What a thrown thing means to the caller: a Refusal, or a fault of ours (null). */
export function refusalOf(fault: unknown): Refusal | null {
  if (fault instanceof Refusal) return fault
  if (fault instanceof HTTPException && fault.status === 400) return new Refusal('malformed')
  if (fault instanceof HTTPException && fault.status === 415) return new Refusal('wrong-type')
  if (isOverloaded(fault) || isTransient(fault)) return new Refusal('busy')
  return null
}
