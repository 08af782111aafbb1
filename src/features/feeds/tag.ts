import { calendarWriterVersion } from '../../domain/calendar/calendar.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { digestOf } from '../../platform/ids.ts'
import { mostScopes, type Stamps } from './queries-calendar.ts'

/**
 * A feed's entity tag: `<digest>.<since>.<until>.<scope>…`. It carries what it was made from, so that it can be checked
 * without reading a round: the scopes whose stamps to look up, and the stretch of time within which time alone changes
 * nothing. A tag that somebody made up fits no digest, or tells only its maker that nothing changed.
 */
export type Tag = { digest: string; since: Instant; until: Instant; scopes: readonly string[] }

/** What the text of a feed depends on, besides its rounds. */
type TagSource = { feed: { id: string; name: string; locale: string }; origin: string; stamps: Stamps }

export function tagOf(source: TagSource, holds: Omit<Tag, 'digest'>): Tag {
  const { since, until, scopes } = holds
  const { feed, origin, stamps } = source
  const parts = [
    calendarWriterVersion,
    origin,
    feed.id,
    feed.name,
    feed.locale,
    since,
    until,
    ...scopes,
    ...stamps,
  ]
  const digest = digestOf(JSON.stringify(parts)).slice(0, 32)
  return { digest, since, until, scopes }
}

export function printTag({ digest, since, until, scopes }: Tag): string {
  return `"${[digest, since.toString(36), until.toString(36), ...scopes].join('.')}"`
}

/** The tags of ours in `If-None-Match`; a proxy that compresses makes them weak. */
export function parseTags(ifNoneMatch: string | undefined): Tag[] {
  return (ifNoneMatch ?? '')
    .split(',', 10)
    .map((text) => parseTag(text.trim()))
    .filter((tag) => tag !== null)
}

function parseTag(text: string): Tag | null {
  const match =
    /^(?:W\/)?"([0-9a-f]{32})\.([0-9a-z]{6,10})\.([0-9a-z]{6,10})((?:\.[0-9a-z_]{1,60}){1,4})"$/.exec(text)
  if (match === null) return null
  const [, digest = '', since = '', until = '', scopes = ''] = match
  return {
    digest,
    since: Number.parseInt(since, 36),
    until: Number.parseInt(until, 36),
    scopes: scopes.slice(1).split('.').slice(0, mostScopes),
  }
}
