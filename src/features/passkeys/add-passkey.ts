import { requireOwnBrowser } from '../../domain/access.ts'
import { invalid, Refusal } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { ConstraintFailed } from '../../platform/store.ts'
import {
  algorithms,
  base64url,
  checkNewKey,
  type NewKey,
  type RelyingParty,
} from '../../platform/webauthn.ts'
import {
  challengeLasts,
  hashOfChallenge,
  makeChallenge,
  useChallenge,
  usingUp,
  type Ceremony,
} from './challenge.ts'
import { mostPasskeys, passkeysOf } from './queries.ts'
import { insertPasskey } from './repository.ts'

/** What the browser passes on to the device (PublicKeyCredentialCreationOptionsJSON). */
export type CreationOptions = {
  challenge: string
  rp: { id: string; name: string }
  user: { id: string; name: string; displayName: string }
  pubKeyCredParams: { type: 'public-key'; alg: number }[]
  excludeCredentials: { type: 'public-key'; id: string }[]
  authenticatorSelection: { residentKey: 'required'; requireResidentKey: true; userVerification: 'required' }
  attestation: 'none'
  timeout: number
}

/** Begins the ceremony; `name` is how the device shall call the account. */
export async function beginAdding(
  context: Context,
  { party, name }: { party: RelyingParty; name: string },
): Promise<CreationOptions> {
  requireOwnBrowser(context.actor)
  const { actor, store } = context
  const known = await passkeysOf(store, actor.memberId)
  if (known.length >= mostPasskeys) throw new Refusal('too-many-passkeys', { params: { most: mostPasskeys } })
  const user = { id: base64url(new TextEncoder().encode(actor.memberId)), name, displayName: name }
  return {
    challenge: await makeChallenge(ceremonyOf(context)),
    rp: { id: party.id, name: 'Rounds' },
    user,
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: known.map(({ credentialId }) => ({ type: 'public-key', id: credentialId })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
    timeout: challengeLasts,
  }
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
  const checked = await checkNewKey(key, party)
  if (checked === null) {
    await useChallenge(ceremony, key)
    throw new Refusal('passkey-refused')
  }
  const id = newId('passkey', store.orgId)
  const { publicKey, publicKeyAlgorithm: algorithm } = key.response
  const passkey = {
    id,
    memberId: actor.memberId,
    credentialId: key.id,
    publicKey,
    algorithm,
    ...checked,
    name,
  }
  const proof = { challengeHash: hashOfChallenge(key), sessionId: actor.via.id }
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
