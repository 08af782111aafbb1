import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { decodeClientDataJSON, isoBase64URL, type ClientDataJSON } from '@simplewebauthn/server/helpers'
import { digestOf } from './ids.ts'

/**
 * The two ceremonies of WebAuthn for a service that asks for no attestation. All binary parts are base64url, as browsers'
 * `toJSON` gives them. What the library holds for attestation is left out of the bundle: docs/decisions/014.
 */

/** ES256 and RS256, in the numbers of COSE: every device with passkeys has one of them. */
const algorithms = [-7, -257]

export type RelyingParty = { origin: string; id: string }

/** What a device answers when it has made a key. */
export type NewKey = { id: string; response: { clientDataJSON: string; attestationObject: string } }

/** What a device answers when it has signed. */
export type Assertion = {
  id: string
  response: { clientDataJSON: string; authenticatorData: string; signature: string }
}

/** To what an answer has to be one: the challenge is that of the row in the store. */
export type Expected = { party: RelyingParty; challengeHash: string }

/** The page's own origin is the service's: the relying party is its host. */
export function relyingPartyOf(origin: string): RelyingParty {
  return { origin, id: new URL(origin).hostname }
}

/** What a browser passes on to a device that shall make a key, with a new challenge. `known` are credentials not to be made again. */
export function creationOptions(
  party: RelyingParty,
  { userId, name, known, timeout }: { userId: string; name: string; known: string[]; timeout: number },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: 'Rounds',
    rpID: party.id,
    userID: new TextEncoder().encode(userId),
    userName: name,
    userDisplayName: name,
    excludeCredentials: known.map((id) => ({ id })),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestationType: 'none',
    timeout,
  })
}

/** What a browser passes on to a device that shall sign a new challenge with any key of ours: it says whose it is. */
export function requestOptions(
  party: RelyingParty,
  { timeout }: { timeout: number },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: party.id,
    allowCredentials: [],
    userVerification: 'required',
    timeout,
  })
}

/** The challenge that an answer names; null where it is no answer to any. */
export function challengeOf(answer: NewKey | Assertion): string | null {
  const challenge = clientDataOf(answer)?.challenge
  return typeof challenge === 'string' ? challenge : null
}

/** Checks the key that a device made. Answers its public half, in COSE, and how often it has signed; null where it is refused. */
export async function checkNewKey(
  key: NewKey,
  expected: Expected,
): Promise<{ publicKey: string; signCount: number } | null> {
  if (isFramed(key)) return null
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      ...inWordsOfLibrary(expected),
      response: { ...key, ...sameForAll(key) },
      supportedAlgorithmIDs: algorithms,
    })
    if (registrationInfo?.fmt !== 'none' || registrationInfo.credential.id !== key.id) return null
    const { publicKey, counter } = registrationInfo.credential
    return { publicKey: isoBase64URL.fromBuffer(publicKey), signCount: counter }
  } catch {
    return null
  }
}

/** Checks what a device signed with a key, in COSE. Answers how often it has signed; null where it is refused. */
export async function checkAssertion(
  answer: Assertion,
  publicKey: string,
  expected: Expected,
): Promise<{ signCount: number } | null> {
  if (isFramed(answer)) return null
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      ...inWordsOfLibrary(expected),
      response: { ...answer, ...sameForAll(answer) },
      // The library refuses a count before it has seen the signature: what we note in the trail has to be proved.
      credential: { id: answer.id, publicKey: isoBase64URL.toBuffer(publicKey), counter: 0 },
    })
    return verified ? { signCount: authenticationInfo.newCounter } : null
  } catch {
    return null
  }
}

/** A count that does not rise says that somebody has a copy of the key; devices that do not count answer 0 always. */
export function isCountSound(before: number, now: number): boolean {
  return now > before || (now === 0 && before === 0)
}

/** The member's id, as `creationOptions` has handed it to the device. */
export function userIdOf(userHandle: string): string {
  return isoBase64URL.toUTF8String(userHandle)
}

function inWordsOfLibrary({ party, challengeHash }: Expected) {
  return {
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    expectedChallenge: (challenge: string) => digestOf(challenge) === challengeHash,
    requireUserVerification: true,
  }
}

function sameForAll({ id }: { id: string }) {
  return { rawId: id, type: 'public-key', clientExtensionResults: {} } as const
}

/** Pages of ours are in no frame of another site: an answer from one was not given to us. The library lets some pass. */
function isFramed(answer: NewKey | Assertion): boolean {
  return clientDataOf(answer)?.crossOrigin === true
}

/** As whoever answers has written it: of any type. */
function clientDataOf({ response }: NewKey | Assertion): { [name in keyof ClientDataJSON]: unknown } | null {
  try {
    return decodeClientDataJSON(response.clientDataJSON)
  } catch {
    return null
  }
}
