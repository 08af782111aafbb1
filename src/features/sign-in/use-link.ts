import { commit } from '../../platform/context.ts'
import { hashOfSecret, newId, newSecret } from '../../platform/ids.ts'
import { endOfSession } from '../../platform/session.ts'
import { ConstraintFailed } from '../../platform/store.ts'
import type { Visit } from '../../platform/visit.ts'
import type { SignInLink } from './queries.ts'
import { deleteLinksOf, insertSessionByLink } from './repository.ts'

/** How somebody proved that the link is theirs: by the link itself or by its code, of which only the hash is told. */
export type Proof = { begunBy: 'link' | 'code'; hash: string }

/** Uses the link up: the secret of a new session, or null where somebody else was quicker. */
export function useLink(visit: Visit, link: SignInLink, linkSecret: string): Promise<string | null> {
  return beginSession(visit, link, { begunBy: 'link', hash: hashOfSecret(linkSecret) })
}

/** Of a link and its code, whichever is used first uses up both. */
export async function beginSession(visit: Visit, link: SignInLink, proof: Proof): Promise<string | null> {
  const { now, store, userAgent, tabletId } = visit
  const { memberId, madeBy } = link
  const { begunBy } = proof
  const secret = newSecret(store.orgId)
  const session = {
    hash: hashOfSecret(secret),
    id: newId('session', store.orgId),
    memberId,
    proofHash: proof.hash,
    begunBy,
    tabletId,
    userAgent,
    now,
    expiresAt: endOfSession(tabletId, now),
  }
  try {
    await commit(
      { ...visit, actor: { memberId } },
      [insertSessionByLink(session), deleteLinksOf({ memberIds: JSON.stringify([memberId]) })],
      [{ action: 'session.begun', subjectId: memberId, after: { begunBy, madeBy } }],
    )
  } catch (fault) {
    if (fault instanceof ConstraintFailed && fault.column === 'sessions.member_id') return null
    throw fault
  }
  return secret
}
