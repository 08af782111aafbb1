import type { Usage } from './platform/store.ts'

/** What the deployment gives the Worker (wrangler.toml), read once. */
export type Bindings = {
  DB: D1Database
  ROUNDS_ORIGIN: string
  ROUNDS_ALLOW_HTTP?: string
  /** what is drawn is drawn by it; without it nothing can be */
  ROUNDS_SECRET?: string
  /** the files of `dist` */
  ASSETS: { fetch(address: string): Promise<Response> }
  /** Cloudflare's counters of a place; where they are not bound each isolate counts for itself */
  SIGN_IN_LIMIT?: RateLimit
  CHALLENGE_LIMIT?: RateLimit
  FEED_LIMIT?: RateLimit
  PREVIEW_LIMIT?: RateLimit
  /** tests and the bench hand in their own, to read what a request cost */
  usage?: Usage
}

type Settings = Pick<Bindings, 'ROUNDS_ORIGIN' | 'ROUNDS_ALLOW_HTTP'>

export type Config = {
  /** the only source of absolute addresses, of the Origin check and of the cookie's name */
  origin: string
  cookieName: string
  secure: boolean
  /** http beyond this machine: others on the network could read along */
  unencrypted: boolean
}

const configs = new Map<string, Config>()

/** Throws where ROUNDS_ORIGIN is missing or unsafe: better no answer than one on the wrong address. */
export function configOf(settings: Settings): Config {
  const key = `${settings.ROUNDS_ORIGIN} ${settings.ROUNDS_ALLOW_HTTP ?? ''}`
  const known = configs.get(key)
  if (known) return known
  const config = parseConfig(settings)
  configs.set(key, config)
  return config
}

function parseConfig({ ROUNDS_ORIGIN, ROUNDS_ALLOW_HTTP }: Settings): Config {
  const url = URL.parse(ROUNDS_ORIGIN)
  if (!url || url.origin !== ROUNDS_ORIGIN || !['https:', 'http:'].includes(url.protocol)) {
    throw new Error('ROUNDS_ORIGIN must be an origin without a path, such as https://rounds.example.org')
  }
  const secure = url.protocol === 'https:'
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (!secure && !local && ROUNDS_ALLOW_HTTP !== '1') {
    throw new Error(
      'ROUNDS_ORIGIN is http and not local: use https, or set ROUNDS_ALLOW_HTTP=1 on a closed network',
    )
  }
  return {
    origin: url.origin,
    cookieName: secure ? '__Host-rounds' : 'rounds',
    secure,
    unencrypted: !secure && !local,
  }
}
