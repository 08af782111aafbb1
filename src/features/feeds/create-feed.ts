import {
  mayMakeFeed,
  mayReadDuty,
  mayReadUnit,
  requireAllowed,
  requireOwnBrowser,
  requireReadable,
  seesAll,
} from '../../domain/access.ts'
import type { FeedScope } from '../../domain/access.ts'
import { notFound, Refusal } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import { hashOfSecret, newId, newSecret } from '../../platform/ids.ts'
import { findUnit } from '../units/queries.ts'
import { findDutyScope, isOpenMember, mostFeeds, ownFeeds, type Feed } from './queries.ts'
import { insertFeed } from './repository.ts'
import type { CreateFeedInput } from './schemas.ts'

/** The new feed and the secret of its address, which is kept nowhere. */
export async function createFeed(
  context: Context,
  input: CreateFeedInput,
): Promise<{ feed: Feed; secret: string }> {
  const { actor, store } = context
  requireOwnBrowser(actor)
  const scope = await requireScope(context, input.scope)
  requireAllowed(mayMakeFeed(actor, scope))
  if ((await ownFeeds(store, actor.memberId)).length >= mostFeeds) throw new Refusal('too-many-feeds')

  const secret = newSecret(store.orgId)
  const feed: Feed = {
    id: newId('feed', store.orgId),
    memberId: actor.memberId,
    name: input.name,
    scopeKind: scope.kind,
    scopeId: scope.kind === 'organisation' ? null : scope.id,
    locale: input.options?.language ?? context.locale,
    createdAt: context.now,
    revokedAt: null,
    lastFetchedAt: null,
    lastFetchedBy: null,
  }
  const { name, scopeKind, scopeId, locale } = feed
  await commit(
    context,
    [insertFeed({ ...feed, tokenHash: hashOfSecret(secret), now: context.now })],
    [{ action: 'feed.created', subjectId: feed.id, after: { name, scopeKind, scopeId, locale } }],
  )
  return { feed, secret }
}

/** What one may not read is not there, whether it exists or not. */
async function requireScope({ actor, store }: Context, wanted: CreateFeedInput['scope']): Promise<FeedScope> {
  switch (wanted.kind) {
    case 'organisation':
      return { kind: 'organisation' }
    case 'member': {
      const id = wanted.id ?? actor.memberId
      requireReadable(id === actor.memberId || (seesAll(actor) && (await isOpenMember(store, id))))
      return { kind: 'member', id }
    }
    case 'unit': {
      const unit = await findUnit(store, wanted.id ?? '')
      if (!unit || !mayReadUnit(actor, unit.id)) throw notFound()
      return { kind: 'unit', id: unit.id }
    }
    case 'duty': {
      const duty = await findDutyScope(store, wanted.id ?? '')
      if (!duty || wanted.id === undefined || !mayReadDuty(actor, duty)) throw notFound()
      return { kind: 'duty', id: wanted.id, ownedBy: duty.ownedBy }
    }
  }
}
