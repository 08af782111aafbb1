import { mayReadUnit, requireAllowed, requireOwnBrowser, requireReadable } from '../../domain/access.ts'
import { mayKeepTablet } from '../../domain/access-to-tablets.ts'
import { Refusal, requireFound } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import { findTablet } from './queries.ts'
import { deletePinsOn, endTablet } from './repository.ts'

/** From the next request on nobody is signed in on it, and it is a browser like any other. */
export async function revokeTablet(context: Context, id: string): Promise<void> {
  const { actor, now, store } = context
  const tablet = requireFound(await findTablet(store, id))
  requireReadable(mayReadUnit(actor, tablet.unitId))
  requireOwnBrowser(actor)
  requireAllowed(mayKeepTablet(actor, tablet.unitId))
  if (tablet.revokedAt !== null) throw new Refusal('tablet-revoked')
  const { name, unitId } = tablet
  await commit(
    context,
    [endTablet({ id, now }), deletePinsOn({ tabletId: id })],
    [{ action: 'tablet.revoked', subjectId: id, unitId, before: { name } }],
  )
}
