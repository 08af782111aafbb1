import { requireOwnBrowser, requireReadable } from '../../domain/access.ts'
import { notFound, Refusal } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import { findFeed } from './queries.ts'
import { revokeFeedWrite } from './repository.ts'

/** From the next fetch on the address answers as if it had never been. */
export async function revokeFeed(context: Context, id: string): Promise<void> {
  requireOwnBrowser(context.actor)
  const feed = await findFeed(context.store, id)
  if (!feed) throw notFound()
  requireReadable(feed.memberId === context.actor.memberId)
  if (feed.revokedAt !== null) throw new Refusal('already-revoked')
  const { name, scopeKind, scopeId } = feed
  await commit(
    context,
    [revokeFeedWrite({ id, now: context.now })],
    [{ action: 'feed.revoked', subjectId: id, before: { name, scopeKind, scopeId } }],
  )
}
