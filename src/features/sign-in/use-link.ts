import { commit } from '../../platform/context.ts'
import { hashOfSecret, newId, newSecret } from '../../platform/ids.ts'
import { endOfSession } from '../../platform/session.ts'
import { ConstraintFailed } from '../../platform/store.ts'
import type { Visit } from '../../platform/visit.ts'
import type { SignInLink } from './queries.ts'
import { deleteLink, insertSessionByLink } from './repository.ts'

/** Uses the link up: the secret of a new session, or null where somebody else was quicker. */
export async function useLink(visit: Visit, link: SignInLink, linkSecret: string): Promise<string | null> {
  const { now, store, userAgent, tabletId } = visit
  const { memberId, madeBy } = link
  const linkHash = hashOfSecret(linkSecret)
  const secret = newSecret(store.orgId)
  const expiresAt = endOfSession(tabletId, now)
  try {
    await commit(
      { ...visit, actor: { memberId } },
      [
        insertSessionByLink({
          hash: hashOfSecret(secret),
          id: newId('session', store.orgId),
          linkHash,
          tabletId,
          userAgent,
          now,
          expiresAt,
        }),
        deleteLink({ linkHash }),
      ],
      [{ action: 'session.begun', subjectId: memberId, after: { madeBy } }],
    )
  } catch (fault) {
    if (fault instanceof ConstraintFailed && fault.column === 'sessions.member_id') return null
    throw fault
  }
  return secret
}
