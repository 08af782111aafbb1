import { sha256 } from '@noble/hashes/sha2.js'

/**
 * The two ceremonies of WebAuthn (Level 3, 7.1 and 7.2), as far as a service needs them that asks for no attestation. Why no
 * library does it: docs/decisions/014. All binary parts are base64url, as browsers' `toJSON` gives them.
 */

/** Algorithms of COSE that every device with passkeys has one of. */
export const algorithms = [-7, -257] as const
export type Algorithm = (typeof algorithms)[number]

export type RelyingParty = { origin: string; id: string }

/** What a device answers when it has made a key. */
export type NewKey = {
  id: string
  response: {
    clientDataJSON: string
    authenticatorData: string
    /** SPKI */
    publicKey: string
    publicKeyAlgorithm: Algorithm
  }
}

/** What a device answers when it has signed. */
export type Assertion = {
  id: string
  response: { clientDataJSON: string; authenticatorData: string; signature: string }
}

export type PublicKey = { publicKey: string; algorithm: Algorithm }

/** The page's own origin is the service's: the relying party is its host. */
export function relyingPartyOf(origin: string): RelyingParty {
  return { origin, id: new URL(origin).hostname }
}

/** 256 bits that a device shall sign. */
export function newChallenge(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

/** The challenge that an answer names; null where it is no answer to any. */
export function challengeOf({ response }: NewKey | Assertion): string | null {
  return clientDataOf(response.clientDataJSON)?.challenge ?? null
}

/** Checks the key that a device made for us, all but its challenge. Answers how often it has signed; null where it is refused. */
export async function checkNewKey(key: NewKey, party: RelyingParty): Promise<{ signCount: number } | null> {
  const { clientDataJSON, authenticatorData, publicKey, publicKeyAlgorithm } = key.response
  if (!isOurs(clientDataJSON, 'webauthn.create', party)) return null
  const data = authenticatorDataOf(authenticatorData)
  if (!data || !isVerifiedFor(data, party) || data.credentialId !== key.id) return null
  const isKey = (await importKey({ publicKey, algorithm: publicKeyAlgorithm })) !== null
  return isKey ? { signCount: data.signCount } : null
}

/** Checks what a device signed with a key, all but its challenge. Answers how often it has signed; null where it is refused. */
export async function checkAssertion(
  { response }: Assertion,
  key: PublicKey,
  party: RelyingParty,
): Promise<{ signCount: number } | null> {
  if (!isOurs(response.clientDataJSON, 'webauthn.get', party)) return null
  const data = authenticatorDataOf(response.authenticatorData)
  if (!data || !isVerifiedFor(data, party)) return null
  return (await isSigned(response, key)) ? { signCount: data.signCount } : null
}

/** A count that does not rise says that somebody has a copy of the key; devices that do not count answer 0 always. */
export function isCountSound(before: number, now: number): boolean {
  return now > before || (now === 0 && before === 0)
}

type ClientData = { type: string; challenge: string; origin: string; isFramed: boolean }

function clientDataOf(text: string): ClientData | null {
  try {
    const data: unknown = JSON.parse(new TextDecoder().decode(bytesOf(text) ?? new Uint8Array()))
    if (typeof data !== 'object' || data === null) return null
    const { type, challenge, origin, crossOrigin } = data as Record<string, unknown>
    if (typeof type !== 'string' || typeof challenge !== 'string' || typeof origin !== 'string') return null
    return { type, challenge, origin, isFramed: crossOrigin === true }
  } catch {
    return null
  }
}

/** Pages of ours are in no frame of another site: an answer from one was not given to us. */
function isOurs(text: string, type: string, { origin }: RelyingParty): boolean {
  const data = clientDataOf(text)
  return data !== null && data.type === type && data.origin === origin && !data.isFramed
}

type AuthenticatorData = {
  partyHash: Uint8Array
  flags: number
  signCount: number
  /** of a new key only */
  credentialId: string | null
}

const flag = { present: 0x01, verified: 0x04, attested: 0x40 }

/** Its layout is fixed but for what comes last, which we do not need: the key in COSE, and extensions. */
function authenticatorDataOf(text: string): AuthenticatorData | null {
  const bytes = bytesOf(text)
  if (bytes === null || bytes.length < 37) return null
  const view = new DataView(bytes.buffer)
  const flags = view.getUint8(32)
  const isAttested = (flags & flag.attested) !== 0
  if (isAttested && (bytes.length < 55 || bytes.length < 55 + view.getUint16(53))) return null
  return {
    partyHash: bytes.subarray(0, 32),
    flags,
    signCount: view.getUint32(33),
    credentialId: isAttested ? base64url(bytes.subarray(55, 55 + view.getUint16(53))) : null,
  }
}

/** For us, by somebody who was there and showed the device that it is them. */
function isVerifiedFor({ partyHash, flags }: AuthenticatorData, { id }: RelyingParty): boolean {
  const wanted = flag.present | flag.verified
  return (
    (flags & wanted) === wanted && base64url(partyHash) === base64url(sha256(new TextEncoder().encode(id)))
  )
}

async function isSigned(response: Assertion['response'], key: PublicKey): Promise<boolean> {
  const [data, clientData] = [bytesOf(response.authenticatorData), bytesOf(response.clientDataJSON)]
  const signature = signatureOf(response.signature, key.algorithm)
  const publicKey = await importKey(key)
  if (!data || !clientData || !signature || !publicKey) return false
  const signed = new Uint8Array([...data, ...sha256(clientData)])
  return crypto.subtle.verify(parametersOf[key.algorithm], publicKey, signature, signed)
}

const parametersOf = {
  '-7': { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  '-257': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
} as const satisfies Record<Algorithm, object>

async function importKey({ publicKey, algorithm }: PublicKey): Promise<CryptoKey | null> {
  const bytes = bytesOf(publicKey)
  if (bytes === null) return null
  try {
    return await crypto.subtle.importKey('spki', bytes, parametersOf[algorithm], false, ['verify'])
  } catch {
    return null
  }
}

/** As WebCrypto takes it: of ECDSA two numbers of 32 bytes, where devices write a DER sequence of them. */
function signatureOf(text: string, algorithm: Algorithm): Uint8Array<ArrayBuffer> | null {
  const bytes = bytesOf(text)
  if (bytes === null || algorithm !== -7) return bytes
  if (bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2) return null
  const r = integerAt(bytes, 2)
  const s = r && integerAt(bytes, r.end)
  if (!r || !s || s.end !== bytes.length) return null
  const raw = new Uint8Array(64)
  raw.set(r.digits, 32 - r.digits.length)
  raw.set(s.digits, 64 - s.digits.length)
  return raw
}

/** A DER integer that fits into 32 bytes; one whose first bit is set has a zero before it. */
function integerAt(bytes: Uint8Array, at: number): { digits: Uint8Array; end: number } | null {
  const [tag, length = 0] = bytes.subarray(at, at + 2)
  const end = at + 2 + length
  if (tag !== 0x02 || length === 0 || end > bytes.length) return null
  const start = bytes[at + 2] === 0 ? at + 3 : at + 2
  return end - start > 32 ? null : { digits: bytes.subarray(start, end), end }
}

export function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Null where the text is no base64url. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text)) return null
  try {
    return Uint8Array.from(
      atob(text.replaceAll('-', '+').replaceAll('_', '/')),
      (one) => one.codePointAt(0) ?? 0,
    )
  } catch {
    return null
  }
}
