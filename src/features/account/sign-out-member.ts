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
import { deletePasskeysOf, deletePinsOf } from '../members/repository-closing.ts'
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

/**
 * Signs a member out everywhere, as when a telephone is lost; whatever would let somebody in again as them goes too: passkeys,
 * PINs, a link or code that waits for them.
 */
export async function signOutMember(context: Context, memberId: string): Promise<void> {
  const { id } = await memberToSignOut(context, memberId)
  const sessions = await sessionsOf(context.store, id, context.now)
  const memberIds = JSON.stringify([id])
  await commit(
    context,
    [
      deleteSessions({ memberId: id, keptId: '' }),
      deleteLinksOf({ memberIds }),
      deletePasskeysOf({ memberIds }),
      deletePinsOf({ memberIds }),
    ],
    [{ action: 'sessions.ended', subjectId: id, before: { sessions: sessions.length } }],
  )
}
