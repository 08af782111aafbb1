import { commit } from '../../platform/context.ts'
import { hashOfSecret, newId, newSecret } from '../../platform/ids.ts'
import { endOfSession } from '../../platform/session.ts'
import { ConstraintFailed } from '../../platform/store.ts'
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
  return begin(visit, memberId, { id: key.id, signCount: checked.signCount })
}

async function begin(
  visit: Visit,
  memberId: string,
  passkey: { id: string; signCount: number },
): Promise<string | null> {
  const { now, store, userAgent, tabletId } = visit
  const secret = newSecret(store.orgId)
  const session = {
    hash: hashOfSecret(secret),
    id: newId('session', store.orgId),
    tabletId,
    userAgent,
    now,
    expiresAt: endOfSession(tabletId, now),
  }
  try {
    await commit(
      { ...visit, actor: { memberId } },
      [
        insertSessionByPasskey({ ...session, passkeyId: passkey.id, signCount: passkey.signCount }),
        countUse({ ...passkey, now }),
      ],
      [{ action: 'session.begun', subjectId: memberId, after: { begunBy: 'passkey' } }],
    )
  } catch (fault) {
    if (fault instanceof ConstraintFailed && fault.column === 'sessions.member_id') return null
    throw fault
  }
  return secret
}

/** Whoever reads the trail should know: the key, or its copy, is somebody else's. */
async function noteCopy(visit: Visit, memberId: string, key: Key, signCount: number): Promise<void> {
  const [before, after] = [{ signCount: key.signCount }, { signCount, memberId }]
  await commit(visit, [], [{ action: 'passkey.copy-suspected', subjectId: key.id, before, after }])
}
