import { requireOwnBrowser } from '../../domain/access.ts'
import { invalid, Refusal } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { ConstraintFailed } from '../../platform/store.ts'
import { checkNewKey, creationOptions, type NewKey, type RelyingParty } from '../../platform/webauthn.ts'
import {
  challengeLasts,
  hashOfChallenge,
  keepChallenge,
  useChallenge,
  usingUp,
  type Ceremony,
} from './challenge.ts'
import { mostPasskeys, passkeysOf } from './queries.ts'
import { insertPasskey } from './repository.ts'

/** Begins the ceremony; `name` is how the device shall call the account. */
export async function beginAdding(context: Context, { party, name }: { party: RelyingParty; name: string }) {
  requireOwnBrowser(context.actor)
  const { actor, store } = context
  const known = await passkeysOf(store, actor.memberId)
  if (known.length >= mostPasskeys) throw new Refusal('too-many-passkeys', { params: { most: mostPasskeys } })
  const options = await creationOptions(party, {
    userId: actor.memberId,
    name,
    known: known.map(({ credentialId }) => credentialId),
    timeout: challengeLasts,
  })
  await keepChallenge(ceremonyOf(context), options.challenge)
  return options
}

/** Keeps the public half of a key that the member's device has made. `key` is null where the answer was none. */
export async function addPasskey(
  context: Context,
  { key, name, party }: { key: NewKey | null; name: string; party: RelyingParty },
): Promise<void> {
  requireOwnBrowser(context.actor)
  if (key === null) throw new Refusal('passkey-refused')
  const { actor, now, store } = context
  const ceremony = ceremonyOf(context)
  const challengeHash = hashOfChallenge(key)
  const checked = await checkNewKey(key, { party, challengeHash })
  if (checked === null) {
    await useChallenge(ceremony, key)
    throw new Refusal('passkey-refused')
  }
  const id = newId('passkey', store.orgId)
  const passkey = { id, memberId: actor.memberId, credentialId: key.id, ...checked, name }
  const proof = { challengeHash, sessionId: actor.via.id }
  try {
    await commit(
      context,
      [insertPasskey({ ...passkey, ...proof, most: mostPasskeys, now }), usingUp(ceremony, key)],
      [{ action: 'passkey.added', subjectId: id, after: { name } }],
    )
  } catch (fault) {
    throw refusalOfInsert(fault) ?? fault
  }
}

function refusalOfInsert(fault: unknown): Refusal | null {
  if (!(fault instanceof ConstraintFailed)) return null
  switch (fault.column) {
    case 'passkeys.public_key':
      return new Refusal('passkey-refused')
    case 'passkeys.name':
      return new Refusal('too-many-passkeys', { params: { most: mostPasskeys } })
    case 'passkeys.credential_id':
      return invalid({ path: 'name', code: 'passkey-known' })
    default:
      return null
  }
}

function ceremonyOf({ actor, now, store }: Context): Ceremony {
  return { store, sessionId: actor.via.id, now }
}
