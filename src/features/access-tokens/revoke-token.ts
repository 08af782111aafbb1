import { mayAdminister, requireAllowed, requireOwnBrowser } from '../../domain/access.ts'
import { Refusal, requireFound } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import { findToken } from './queries.ts'
import { revokeTokenWrite } from './repository.ts'

/** From the next request on the token is answered as if it had never been. */
export async function revokeToken(context: Context, id: string): Promise<void> {
  const { actor, now, store } = context
  requireOwnBrowser(actor)
  requireAllowed(mayAdminister(actor))
  const { name, role, rights, state } = requireFound(await findToken(store, id, now))
  if (state === 'revoked') throw new Refusal('token-revoked')
  await commit(
    context,
    [revokeTokenWrite({ id, now })],
    [{ action: 'token.revoked', subjectId: id, before: { name, role, rights } }],
  )
}
