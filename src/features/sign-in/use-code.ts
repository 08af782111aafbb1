import { lookupOf } from '../../domain/sign-in-code.ts'
import { commit } from '../../platform/context.ts'
import type { Visit } from '../../platform/visit.ts'
import { findLinkByCode, type SignInLink } from './queries.ts'
import { countTry, deleteCode, hashOfCode, mostTries } from './repository.ts'
import { useProof } from './use-link.ts'

/**
 * Uses the code up: the secret of a new session, or null, whatever the reason. The try is counted and kept before anybody
 * looks whether it is right: nothing that happens then takes it back, and tries at the same moment all count. Where there is
 * no such code, or no such organisation, as much is asked of the store.
 */
export async function useCode(visit: Visit, code: string): Promise<string | null> {
  const { now, requestId, store } = visit
  const [counted] = await store.batch([countTry({ lookup: lookupOf(code), requestId, now })])
  const link = await findLinkByCode(store, code, now)
  const hash = hashOfCode(store.orgId, link?.memberId ?? '', code)
  if (counted !== 1 || !link?.code) return null
  if (link.code.hash === hash) return useProof(visit, link, { begunBy: 'code', hash })
  await noteDeath(visit, link.memberId, link.code)
  return null
}

/** The last of the tries was a wrong one, so nobody comes in by that code any more; the trail says so, once. */
async function noteDeath(
  visit: Visit,
  memberId: string,
  code: NonNullable<SignInLink['code']>,
): Promise<void> {
  if (code.tries < mostTries || code.triedBy !== visit.requestId) return
  await commit(
    visit,
    [deleteCode({ memberId, codeHash: code.hash })],
    [{ action: 'sign-in-code.died', subjectId: memberId, after: { tries: code.tries } }],
  )
}
