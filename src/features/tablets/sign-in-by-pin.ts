import { tidyPin } from '../../domain/pin.ts'
import { commit } from '../../platform/context.ts'
import { hashOfSecret, newId, newSecret } from '../../platform/ids.ts'
import { hashOfPin } from '../../platform/pin-hash.ts'
import { endOfSession } from '../../platform/session.ts'
import { ConstraintFailed } from '../../platform/store.ts'
import type { Tablet } from '../../platform/tablet.ts'
import type { Visit } from '../../platform/visit.ts'
import { findPin, mostTries, type Pin } from './queries.ts'
import { countTry, forgetTries, insertSessionByPin, noteUseOf } from './repository.ts'

type Attempt = { tablet: Tablet; secret: string; memberId: string; typed: string }

/**
 * The secret of a new session on that tablet, or null, whatever the reason. The try is counted and kept before anybody looks
 * whether it is right, so tries at the same moment all count; for somebody who has no PIN here as much is done.
 */
export async function signInByPin(visit: Visit, attempt: Attempt): Promise<string | null> {
  const { requestId, store } = visit
  const { tablet, secret, memberId, typed } = attempt
  const [counted] = await store.batch([
    countTry({ tabletId: tablet.id, memberId, requestId, most: mostTries }),
  ])
  const pin = await findPin(store, tablet.id, memberId)
  const hash = hashOfPin(secret, { salt: pin?.salt ?? '', memberId, digits: tidyPin(typed) })
  if (counted !== 1 || pin === null) return null
  if (pin.hash === hash) return begin(visit, attempt, hash)
  await noteLock(visit, attempt, pin)
  return null
}

async function begin(visit: Visit, { tablet, memberId }: Attempt, pinHash: string): Promise<string | null> {
  const { now, store, userAgent } = visit
  const secret = newSecret(store.orgId)
  const tabletId = tablet.id
  const session = {
    hash: hashOfSecret(secret),
    id: newId('session', store.orgId),
    tabletId,
    memberId,
    pinHash,
    userAgent,
    now,
    expiresAt: endOfSession(tabletId, now),
  }
  try {
    await commit(
      { ...visit, actor: { memberId } },
      [insertSessionByPin(session), forgetTries({ tabletId, memberId }), noteUseOf({ id: tabletId, now })],
      [
        {
          action: 'session.begun',
          subjectId: memberId,
          unitId: tablet.unitId,
          after: { begunBy: 'pin', tablet: tablet.name },
        },
      ],
    )
  } catch (fault) {
    if (fault instanceof ConstraintFailed && fault.column === 'sessions.member_id') return null
    throw fault
  }
  return secret
}

/** The last of the tries was a wrong one; the trail says so, once. */
async function noteLock(visit: Visit, { tablet, memberId }: Attempt, pin: Pin): Promise<void> {
  if (pin.tries < mostTries || pin.triedBy !== visit.requestId) return
  const after = { memberId, tablet: tablet.name, tries: pin.tries }
  await commit(visit, [], [{ action: 'pin.locked', subjectId: tablet.id, unitId: tablet.unitId, after }])
}
