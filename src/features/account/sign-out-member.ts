import {
  mayAdminister,
  mayReadMember,
  requireAllowed,
  requireOwnBrowser,
  requireReadable,
} from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import { findMember, type Member } from '../members/queries.ts'
import { deleteLinksOf } from '../sign-in/repository.ts'
import { sessionsOf } from './queries.ts'
import { deleteSessions } from './repository.ts'

export async function memberToSignOut({ actor, store }: Context, memberId: string): Promise<Member> {
  requireOwnBrowser(actor)
  const member = requireFound(await findMember(store, memberId))
  requireReadable(mayReadMember(actor, member))
  requireAllowed(mayAdminister(actor))
  return member
}

/** Signs a member out everywhere, as when a telephone is lost; a link or code that waits for them goes too. */
export async function signOutMember(context: Context, memberId: string): Promise<void> {
  const { id } = await memberToSignOut(context, memberId)
  const sessions = await sessionsOf(context.store, id, context.now)
  await commit(
    context,
    [deleteSessions({ memberId: id, keptId: '' }), deleteLinksOf({ memberIds: JSON.stringify([id]) })],
    [{ action: 'sessions.ended', subjectId: id, before: { sessions: sessions.length } }],
  )
}
