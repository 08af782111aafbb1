import { requireAllowed, requireOwnBrowser, requireReadable, mayReadUnit } from '../../domain/access.ts'
import { mayKeepTablet } from '../../domain/access-to-tablets.ts'
import { commit, type Context } from '../../platform/context.ts'
import { hashOfSecret, newId, newSecret } from '../../platform/ids.ts'
import { endSession } from '../../platform/session.ts'
import { requireOpenUnits } from '../units/queries.ts'
import { insertTablet } from './repository.ts'
import type { SetUpTabletInput } from './schemas.ts'

/**
 * Makes the browser that asks a tablet of the unit: answers the secret of its cookie. Whoever does it is signed out on it in the
 * same step, for others will hold it from now on.
 */
export async function setUpTablet(
  context: Context,
  { unitId, name, session }: SetUpTabletInput & { session: string },
): Promise<string> {
  requireOwnBrowser(context.actor)
  requireReadable(mayReadUnit(context.actor, unitId))
  requireAllowed(mayKeepTablet(context.actor, unitId))
  const { actor, now, store } = context
  await requireOpenUnits(store, [unitId], 'unitId')

  const [id, secret] = [newId('tablet', store.orgId), newSecret(store.orgId)]
  const { memberId } = actor
  await commit(
    context,
    [
      insertTablet({ id, unitId, name, secretHash: hashOfSecret(secret), madeBy: memberId, now }),
      endSession(session),
    ],
    [
      { action: 'tablet.created', subjectId: id, unitId, after: { name } },
      { action: 'session.ended', subjectId: memberId },
    ],
  )
  return secret
}
