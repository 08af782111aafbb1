import { draw, emptyFor, waitFor, type Allowance, type Bucket } from '../domain/limit/bucket.ts'
import { Refusal } from '../domain/errors.ts'
import type { Instant } from '../domain/time/zone.ts'
import { contextOf, type AppContext } from './http.ts'

/**
 * What may be asked how often: docs/access.md, "Limits". The bindings of wrangler.toml hold the same figures for all isolates of
 * a place together.
 */
export const allowances = {
  /** links, codes and PINs that let nobody in, by the client's address */
  'sign-in': { atOnce: 60, perMinute: 60 },
  /** challenges for passkeys, by the client's address: each is a row, and nobody is signed in yet */
  challenge: { atOnce: 120, perMinute: 120 },
  /** feeds that are not there, by the client's address */
  feed: { atOnce: 120, perMinute: 120 },
  /** previews of schedules, by the member or the program */
  preview: { atOnce: 1200, perMinute: 1200 },
} as const satisfies Record<string, Allowance>

export type LimitName = keyof typeof allowances

const bindings = {
  'sign-in': 'SIGN_IN_LIMIT',
  challenge: 'CHALLENGE_LIMIT',
  feed: 'FEED_LIMIT',
  preview: 'PREVIEW_LIMIT',
} as const satisfies Record<LimitName, string>

/** How long the shared counter of a place refuses, at most. */
const periodOfBinding = 60_000

/** Buckets by key, as many as memory is given for: of more, those that were not used for longest are forgotten. */
export class Buckets {
  readonly #kept = new Map<string, Bucket>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get size(): number {
    return this.#kept.size
  }

  /** Takes one; answers the wait in milliseconds where there is none. */
  draw(key: string, allowance: Allowance, now: Instant): number {
    const { bucket, wait } = draw(this.#kept.get(key), allowance, now)
    this.#keep(key, bucket)
    return wait
  }

  waitFor(key: string, allowance: Allowance, now: Instant): number {
    return waitFor(this.#kept.get(key), allowance, now)
  }

  empty(key: string, allowance: Allowance, now: Instant, wait: number): void {
    this.#keep(key, emptyFor(wait, allowance, now))
  }

  #keep(key: string, bucket: Bucket): void {
    this.#kept.delete(key)
    this.#kept.set(key, bucket)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest)
  }
}

/** About a megabyte in each isolate. */
const buckets = new Buckets(5000)

/**
 * Counts a failure of this client; one too many is answered 429 in place of what it would have been answered. Whoever does
 * it right is never counted, nor refused for what others did behind the same address: look first, count then.
 */
export function countFailure(c: AppContext, limit: 'sign-in' | 'feed'): Promise<void> {
  return countOfClient(c, limit)
}

/** Refuses before anything is looked up. For what is short enough to be guessed. */
export function requireFewFailures(c: AppContext, limit: 'sign-in' | 'feed'): void {
  requireLeftToClient(c, limit)
}

/** Counts each, right or wrong: it is written before anybody can know. */
export function countChallenge(c: AppContext): Promise<void> {
  return countOfClient(c, 'challenge')
}

/** Says so, where an answer to no challenge comes because there were too many to be given one. */
export function requireFewChallenges(c: AppContext): void {
  requireLeftToClient(c, 'challenge')
}

async function countOfClient(c: AppContext, limit: LimitName): Promise<void> {
  const client = c.get('clientAddress')
  if (client !== null) await count(c, limit, client)
}

function requireLeftToClient(c: AppContext, limit: LimitName): void {
  const client = c.get('clientAddress')
  if (client === null) return
  const wait = buckets.waitFor(keyOf(limit, client), allowances[limit], c.get('now'))
  if (wait > 0) throw tooMany(wait)
}

/** Counts a use by whoever asks, which is refused where it is one too many. A program's are not its maker's. */
export function countUse(c: AppContext, limit: 'preview'): Promise<void> {
  const { memberId, via } = contextOf(c).actor
  return count(c, limit, via.kind === 'token' ? via.id : memberId)
}

async function count(c: AppContext, limit: LimitName, whose: string): Promise<void> {
  const [key, allowance, now] = [keyOf(limit, whose), allowances[limit], c.get('now')]
  const wait = buckets.draw(key, allowance, now)
  if (wait > 0) throw tooMany(wait)
  if (await isLeftForAll(c, limit, whose)) return
  buckets.empty(key, allowance, now, periodOfBinding)
  throw tooMany(periodOfBinding)
}

/** What all isolates of this place count together. A limiter that fails lets people work. */
async function isLeftForAll(c: AppContext, limit: LimitName, key: string): Promise<boolean> {
  const answered = await c.env[bindings[limit]]?.limit({ key }).catch(() => null)
  return answered?.success ?? true
}

function tooMany(wait: number): Refusal {
  return new Refusal('too-many', { params: { seconds: Math.ceil(wait / 1000) } })
}

function keyOf(limit: LimitName, whose: string): string {
  return `${limit} ${whose}`
}
