import { requireOwnBrowser } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import { findPasskey } from './queries.ts'
import { deletePasskey, renamePasskeyOf } from './repository.ts'

export async function renamePasskey(
  context: Context,
  { id, name }: { id: string; name: string },
): Promise<void> {
  requireOwnBrowser(context.actor)
  const { actor, store } = context
  const { memberId } = actor
  const before = requireFound(await findPasskey(store, id, memberId))
  await commit(
    context,
    [renamePasskeyOf({ id, memberId, name })],
    [{ action: 'passkey.renamed', subjectId: id, before: { name: before.name }, after: { name } }],
  )
}

/** From now on the device's key opens nothing here. */
export async function removePasskey(context: Context, id: string): Promise<void> {
  requireOwnBrowser(context.actor)
  const { actor, store } = context
  const { memberId } = actor
  const { name } = requireFound(await findPasskey(store, id, memberId))
  await commit(
    context,
    [deletePasskey({ id, memberId })],
    [{ action: 'passkey.removed', subjectId: id, before: { name } }],
  )
}
