import { isHiddenFrom, mayMakeFeed, type Actor } from '../../domain/access.ts'
import { roundsToCalendar, type Calendar } from '../../domain/calendar/calendar.ts'
import { nextChange } from '../../domain/leave/leave.ts'
import { dayAt, startOfDay, type Instant } from '../../domain/time/zone.ts'
import type { Locale } from '../../platform/i18n.ts'
import { hashOfSecret } from '../../platform/ids.ts'
import type { Store } from '../../platform/store.ts'
import { findDutyScope, scopeOf } from './queries.ts'
import {
  branchOfUnit,
  findAskedFeed,
  mostScopes,
  readRounds,
  type AskedFeed,
  type FeedRound,
  type FeedWindow,
  type RoundsOf,
} from './queries-calendar.ts'
import { findPerson, type Person } from './queries-person.ts'
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

  const owner = await findPerson(store, feed.memberId, { wantsUnits: isOfOwner(feed), now })
  const wanted = owner && (await entitledRounds(question, feed, owner))
  if (!wanted) return null
  return writeCalendar(question, feed, wanted, owner)
}

async function writeCalendar(
  { store, secret, now, origin, categoryName }: Question,
  feed: AskedFeed,
  { rounds: wanted, changesAt }: Entitled,
  owner: Person,
): Promise<Answer> {
  const { org } = owner
  const { timeZone } = org
  const scopes = scopesOf(wanted, store.orgId)
  const window = windowAround(now, timeZone)
  const actor = actorOf(feed, owner, now)
  const { rounds, omitted, stamps, turns } = await readRounds(store, wanted, window, scopes, {
    limit: mostRounds,
    isHidden: (round) => isHiddenFrom(actor, round, now),
  })
  const reader = { language: feed.locale, timeZone, now }
  const named = await calendarRounds({ actor, org, store }, rounds, {
    locale: feed.locale,
    origin,
    categoryName: (category) => categoryName(category, feed.locale),
    isJoint: isJointIn(wanted),
  })
  const calendar = roundsToCalendar(
    { id: feed.id, name: feed.name, source: addressesOf(origin, secret).url },
    named,
    reader,
    { alreadyOmitted: omitted, turns },
  )
  const { since } = calendar
  const until = Math.min(calendar.until, changesAt ?? Infinity)
  return {
    feed,
    kind: 'calendar',
    tag: printTag(tagOf({ feed, origin, stamps }, { since, until, scopes })),
    calendar,
  }
}

/** Whose rounds a feed shows, and when that changes next, because a leave begins or ends. */
type Entitled = { rounds: RoundsOf; changesAt: Instant | null }

/** Null where the feed's owner could not make it today. */
async function entitledRounds(
  { store, now }: Question,
  feed: AskedFeed,
  owner: Person,
): Promise<Entitled | null> {
  const duty = feed.scopeKind === 'duty' ? await findDutyScope(store, feed.scopeId ?? '') : null
  if (feed.scopeKind === 'duty' && !duty) return null
  const scope = scopeOf(feed, duty?.ownedBy ?? '')
  if (!mayMakeFeed(actorOf(feed, owner, now), scope)) return null

  const isOther = scope.kind === 'member' && !isOfOwner(feed)
  const person = isOther ? await findPerson(store, scope.id, { wantsUnits: true, now }) : owner
  if (!person) return null
  const changesAt = nextChange([...owner.leaves, ...person.leaves], now)
  switch (scope.kind) {
    case 'organisation':
      return { rounds: { kind: 'organisation' }, changesAt }
    case 'duty':
      return { rounds: { kind: 'duty', dutyId: scope.id }, changesAt }
    case 'unit':
      return { rounds: { kind: 'units', units: await branchOfUnit(store, scope.id) }, changesAt }
    case 'member': {
      const assignees = [scope.id, ...absentNow(person, now)]
      return { rounds: { kind: 'member', assignees, units: [...person.places.ownUnits] }, changesAt }
    }
  }
}

function isOfOwner({ scopeKind, scopeId, memberId }: AskedFeed): boolean {
  return scopeKind === 'member' && scopeId === memberId
}

function actorOf(feed: AskedFeed, owner: Person, now: Instant): Actor {
  return {
    role: owner.role,
    rights: owner.rights,
    memberId: feed.memberId,
    ...owner.places,
    standsInFor: new Set(absentNow(owner, now)),
    via: { kind: 'feed', id: feed.id },
  }
}

function absentNow({ leaves }: Person, now: Instant): string[] {
  return leaves.filter(({ fromAt }) => fromAt <= now).map(({ memberId }) => memberId)
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
    case 'member': {
      const scopes = [...wanted.assignees, ...wanted.units]
      return scopes.length <= mostScopes ? scopes : [orgId]
    }
  }
}

/** Done together with a unit that is not one of the feed's. */
function isJointIn(wanted: RoundsOf): (round: FeedRound) => boolean {
  if (wanted.kind === 'organisation' || wanted.kind === 'duty') return () => false
  const units = new Set(wanted.units)
  return ({ performedBy, withUnits }) => !units.has(performedBy) && withUnits.some((unit) => units.has(unit))
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
