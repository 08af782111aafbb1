import {
  mayMakeSignInLink,
  mayReadMember,
  requireAllowed,
  requireOwnBrowser,
  requireReadable,
} from '../../domain/access.ts'
import { Refusal, requireFound } from '../../domain/errors.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { findMember, type Member } from '../members/queries.ts'
import { newLink } from './repository.ts'

/** A sign-in link for the member; its secret is kept nowhere, and the one the member had before no longer works. */
export async function makeLink(
  context: Context,
  memberId: string,
): Promise<{ member: Member; secret: string; expiresAt: Instant }> {
  const { actor, now, store } = context
  requireOwnBrowser(actor)
  const member = requireFound(await findMember(store, memberId))
  requireReadable(mayReadMember(actor, member))
  requireAllowed(mayMakeSignInLink(actor, member))
  if (member.closedOn !== null) throw new Refusal('member-closed')

  const link = newLink(store.orgId, member, { madeBy: actor.memberId, now })
  await commit(context, [link.write], [link.entry])
  return { member, secret: link.secret, expiresAt: link.expiresAt }
}
