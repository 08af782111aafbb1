import type { Instant } from '../../domain/time/zone.ts'
import { digestOf } from '../../platform/ids.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { challengeOf, type Assertion, type NewKey } from '../../platform/webauthn.ts'
import { deleteChallenge, deleteOldChallenges, insertChallenge } from './repository.ts'

/** What a person has to look for a phone and a finger. */
export const challengeLasts = 5 * 60_000

/** Where challenges stand of people who have not said yet of which organisation they are: as no organisation is called. */
export const signInStore = 'sign-in'

/** For what a challenge is: the session that adds a passkey, or null to sign in. */
export type Ceremony = { store: Store; sessionId: string | null; now: Instant }

/** Keeps what a device was asked to sign, until it answers. */
export async function keepChallenge({ store, sessionId, now }: Ceremony, challenge: string): Promise<void> {
  await store.batch([
    deleteOldChallenges({ now, limit: 20 }),
    insertChallenge({ hash: digestOf(challenge), sessionId, expiresAt: now + challengeLasts }),
  ])
}

/** Whether the answer is to a challenge of that ceremony. From now on it is not: a challenge is used once, whatever comes of it. */
export async function useChallenge(ceremony: Ceremony, answer: NewKey | Assertion): Promise<boolean> {
  const [used] = await ceremony.store.batch([usingUp(ceremony, answer)])
  return used === 1
}

export function usingUp({ sessionId, now }: Ceremony, answer: NewKey | Assertion): BoundWrite {
  return deleteChallenge({ hash: hashOfChallenge(answer), sessionId, now })
}

/** What is looked up of the challenge that an answer names; of one that names none it is no challenge's. */
export function hashOfChallenge(answer: NewKey | Assertion): string {
  return digestOf(challengeOf(answer) ?? '')
}
