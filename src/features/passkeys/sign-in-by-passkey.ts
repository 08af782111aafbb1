import { beginSession } from '../../platform/begin-session.ts'
import { commit } from '../../platform/context.ts'
import type { Visit } from '../../platform/visit.ts'
import { checkAssertion, isCountSound, requestOptions, type RelyingParty } from '../../platform/webauthn.ts'
import { challengeLasts, hashOfChallenge, keepChallenge, type Ceremony } from './challenge.ts'
import { findKey, type Key } from './queries.ts'
import { countUse, insertSessionByPasskey } from './repository.ts'
import type { SignedIn } from './schemas.ts'

export async function beginSigningIn(ceremony: Ceremony, party: RelyingParty) {
  const options = await requestOptions(party, { timeout: challengeLasts })
  await keepChallenge(ceremony, options.challenge)
  return options
}

/**
 * The secret of a new session for the member whose device has signed a challenge that is used up by now; null, whatever the
 * reason, where it lets nobody in.
 */
export async function signInByPasskey(
  visit: Visit,
  { answer, memberId, party }: { answer: SignedIn; memberId: string; party: RelyingParty },
): Promise<string | null> {
  const key = await findKey(visit.store, answer.id, memberId)
  const expected = { party, challengeHash: hashOfChallenge(answer) }
  const checked = key && (await checkAssertion(answer, key.publicKey, expected))
  if (!key || !checked) return null
  if (!isCountSound(key.signCount, checked.signCount)) {
    await noteCopy(visit, memberId, key, checked.signCount)
    return null
  }
  const { signCount } = checked
  return beginSession(visit, {
    memberId,
    insert: (session) => insertSessionByPasskey({ ...session, passkeyId: key.id, signCount }),
    spend: [countUse({ id: key.id, signCount, now: visit.now })],
    entry: { after: { begunBy: 'passkey' } },
  })
}

/** Whoever reads the trail should know: the key, or its copy, is somebody else's. */
async function noteCopy(visit: Visit, memberId: string, key: Key, signCount: number): Promise<void> {
  const [before, after] = [{ signCount: key.signCount }, { signCount, memberId }]
  await commit(visit, [], [{ action: 'passkey.copy-suspected', subjectId: key.id, before, after }])
}
