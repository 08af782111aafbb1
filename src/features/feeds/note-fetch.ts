import type { Instant } from '../../domain/time/zone.ts'
import type { Store } from '../../platform/store.ts'
import { programOf } from './program.ts'
import type { AskedFeed } from './queries-calendar.ts'
import { stampFetch } from './repository.ts'

const anHour = 3_600_000

/** When the feed was fetched and by which program, once an hour at most; null where there is nothing to note. */
export function noteFetch(
  store: Store,
  feed: AskedFeed,
  fetched: { now: Instant; userAgent: string | undefined },
): Promise<unknown> | null {
  const before = fetched.now - anHour
  if (feed.lastFetchedAt !== null && feed.lastFetchedAt > before) return null
  const program = programOf(fetched.userAgent)
  return store.batch([stampFetch({ id: feed.id, now: fetched.now, before, program })])
}
