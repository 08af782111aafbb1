import { tidyPin } from '../../domain/pin.ts'
import { beginSession } from '../../platform/begin-session.ts'
import { commit } from '../../platform/context.ts'
import { hashOfPin } from '../../platform/pin-hash.ts'
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

function begin(visit: Visit, { tablet, memberId }: Attempt, pinHash: string): Promise<string | null> {
  const tabletId = tablet.id
  // Good on the tablet whose PIN it is, whatever else the request says.
  return beginSession(
    { ...visit, tabletId },
    {
      memberId,
      insert: (session) => insertSessionByPin({ ...session, memberId, pinHash }),
      spend: [forgetTries({ tabletId, memberId }), noteUseOf({ id: tabletId, now: visit.now })],
      entry: { unitId: tablet.unitId, after: { begunBy: 'pin', tablet: tablet.name } },
    },
  )
}

/** The last of the tries was a wrong one; the trail says so, once. */
async function noteLock(visit: Visit, { tablet, memberId }: Attempt, pin: Pin): Promise<void> {
  if (pin.tries < mostTries || pin.triedBy !== visit.requestId) return
  const after = { memberId, tablet: tablet.name, tries: pin.tries }
  await commit(visit, [], [{ action: 'pin.locked', subjectId: tablet.id, unitId: tablet.unitId, after }])
}
