import { beginSession } from '../../platform/begin-session.ts'
import { hashOfSecret } from '../../platform/ids.ts'
import type { Visit } from '../../platform/visit.ts'
import type { SignInLink } from './queries.ts'
import { deleteLinksOf, insertSessionByLink } from './repository.ts'

/** How somebody proved that the link is theirs: by the link itself or by its code, of which only the hash is told. */
export type Proof = { begunBy: 'link' | 'code'; hash: string }

/** Uses the link up: the secret of a new session, or null where somebody else was quicker. */
export function useLink(visit: Visit, link: SignInLink, linkSecret: string): Promise<string | null> {
  return useProof(visit, link, { begunBy: 'link', hash: hashOfSecret(linkSecret) })
}

/** Of a link and its code, whichever is used first uses up both. */
export function useProof(visit: Visit, link: SignInLink, proof: Proof): Promise<string | null> {
  const { memberId, madeBy } = link
  const { begunBy, hash: proofHash } = proof
  return beginSession(visit, {
    memberId,
    insert: (session) => insertSessionByLink({ ...session, memberId, proofHash, begunBy }),
    spend: [deleteLinksOf({ memberIds: JSON.stringify([memberId]) })],
    entry: { after: { begunBy, madeBy } },
  })
}
