import { mayMakeFeed, type Actor } from '../../domain/access.ts'
import { roundsToCalendar, type Calendar } from '../../domain/calendar/calendar.ts'
import { dayAt, startOfDay, type Instant } from '../../domain/time/zone.ts'
import type { Locale } from '../../platform/i18n.ts'
import { hashOfSecret } from '../../platform/ids.ts'
import type { Store } from '../../platform/store.ts'
import { findDutyScope, scopeOf } from './queries.ts'
import {
  branchOfMember,
  branchOfUnit,
  findAskedFeed,
  findOwner,
  mostScopes,
  readRounds,
  type AskedFeed,
  type FeedWindow,
  type RoundsOf,
} from './queries-calendar.ts'
import { addressesOf } from './address.ts'
import { calendarRounds } from './calendar-rounds.ts'
import { printTag, tagOf, type Tag } from './tag.ts'

const daysPast = 30
const daysComing = 400
const daysWithdrawn = 30
/** More would pass the 900 kB of a calendar. */
const mostRounds = 1_500

export type Question = {
  store: Store
  secret: string
  /** of `If-None-Match` */
  tags: readonly Tag[]
  now: Instant
  origin: string
  categoryName: (category: string, locale: Locale) => string
}

export type Answer = { feed: AskedFeed } & (
  | { kind: 'unchanged'; tag: string }
  | { kind: 'calendar'; tag: string; calendar: Calendar }
)

/**
 * What an address answers to whoever holds it. Null, for one reason as for another: no such feed, revoked, its owner closed
 * or no longer entitled to it.
 */
export async function readCalendar(question: Question): Promise<Answer | null> {
  const { store, secret, now, origin } = question
  const tag = question.tags.find(({ since, until }) => since <= now && now < until)
  const feed = await findAskedFeed(store, hashOfSecret(secret), tag?.scopes ?? [])
  if (!feed) return null
  if (tag && tagOf({ feed, origin, stamps: feed.stamps }, tag).digest === tag.digest) {
    return { feed, kind: 'unchanged', tag: printTag(tag) }
  }

  const owner = await findOwner(store, feed.memberId)
  const wanted = owner && (await entitledRounds(store, feed, owner))
  if (!wanted) return null
  return writeCalendar(question, feed, wanted, owner.timeZone)
}

async function writeCalendar(
  { store, secret, now, origin, categoryName }: Question,
  feed: AskedFeed,
  wanted: RoundsOf,
  timeZone: string,
): Promise<Answer> {
  const scopes = scopesOf(wanted, store.orgId)
  const window = windowAround(now, timeZone)
  const { rounds, omitted, stamps } = await readRounds(store, wanted, window, scopes, mostRounds)
  const reader = { language: feed.locale, timeZone, now }
  const named = await calendarRounds(store, rounds, {
    locale: feed.locale,
    origin,
    categoryName: (category) => categoryName(category, feed.locale),
  })
  const calendar = roundsToCalendar(
    { id: feed.id, name: feed.name, source: addressesOf(origin, secret).url },
    named,
    reader,
    { alreadyOmitted: omitted },
  )
  const { since, until } = calendar
  return {
    feed,
    kind: 'calendar',
    tag: printTag(tagOf({ feed, origin, stamps }, { since, until, scopes })),
    calendar,
  }
}

/** Whose rounds the feed shows; null where its owner could not make it today. */
async function entitledRounds(
  store: Store,
  feed: AskedFeed,
  owner: Pick<Actor, 'role' | 'rights'>,
): Promise<RoundsOf | null> {
  const duty = feed.scopeKind === 'duty' ? await findDutyScope(store, feed.scopeId ?? '') : null
  if (feed.scopeKind === 'duty' && !duty) return null
  const scope = scopeOf(feed, duty?.ownedBy ?? '')
  const isMine = scope.kind === 'member' && scope.id === feed.memberId
  const ownUnits = isMine || owner.role === 'lead' ? await branchOfMember(store, feed.memberId) : []
  const actor: Actor = {
    ...owner,
    memberId: feed.memberId,
    ownUnits: new Set(ownUnits),
    standsInFor: new Set(),
    via: { kind: 'feed', id: feed.id },
  }
  if (!mayMakeFeed(actor, scope)) return null

  switch (scope.kind) {
    case 'organisation':
      return { kind: 'organisation' }
    case 'duty':
      return { kind: 'duty', dutyId: scope.id }
    case 'unit':
      return { kind: 'units', units: await branchOfUnit(store, scope.id) }
    case 'member':
      return {
        kind: 'member',
        memberId: scope.id,
        units: isMine ? ownUnits : await branchOfMember(store, scope.id),
      }
  }
}

/** The scopes whose stamps tell whether these rounds changed; of many units the organisation's tells it too. */
function scopesOf(wanted: RoundsOf, orgId: string): string[] {
  switch (wanted.kind) {
    case 'organisation':
      return [orgId]
    case 'duty':
      return [wanted.dutyId]
    case 'units':
      return wanted.units.length <= mostScopes ? [...wanted.units] : [orgId]
    case 'member':
      return wanted.units.length < mostScopes ? [wanted.memberId, ...wanted.units] : [orgId]
  }
}

function windowAround(now: Instant, timeZone: string): FeedWindow {
  const today = dayAt(now, timeZone)
  return {
    from: startOfDay(today - daysPast, timeZone),
    today: startOfDay(today, timeZone),
    until: startOfDay(today + daysComing + 1, timeZone),
    withdrawnSince: startOfDay(today - daysWithdrawn, timeZone),
  }
}
