import { requireAllowed } from '../../domain/access.ts'
import { mayHavePin } from '../../domain/access-to-tablets.ts'
import { invalid } from '../../domain/errors.ts'
import { faultOfPin, tidyPin } from '../../domain/pin.ts'
import { commit, type Context } from '../../platform/context.ts'
import { hashOfPin, newSalt } from '../../platform/pin-hash.ts'
import type { Tablet } from '../../platform/tablet.ts'
import { begunBy } from './queries.ts'
import { putPin } from './repository.ts'

/** Whether they came in by more than the number that they would set. */
export async function maySetPin({ actor, store }: Context): Promise<boolean> {
  if (actor.via.kind !== 'tablet' || !mayHavePin(actor)) return false
  const begun = await begunBy(store, actor.memberId, actor.via.id)
  return begun !== null && begun !== 'pin'
}

/** The member's number on the tablet that they hold. */
export async function setPin(
  context: Context,
  { tablet, secret, typed, again }: { tablet: Tablet; secret: string; typed: string; again: string },
): Promise<void> {
  requireAllowed(await maySetPin(context))
  const digits = tidyPin(typed)
  const fault = faultOfPin(digits)
  if (fault !== null) throw invalid({ path: 'pin', code: fault })
  if (tidyPin(again) !== digits) throw invalid({ path: 'again', code: 'pin-not-again' })

  const { actor, now } = context
  const { memberId } = actor
  const salt = newSalt()
  const hash = hashOfPin(secret, { salt, memberId, digits })
  await commit(
    context,
    [putPin({ tabletId: tablet.id, memberId, salt, hash, now })],
    [{ action: 'pin.set', subjectId: tablet.id, unitId: tablet.unitId, after: { name: tablet.name } }],
  )
}
