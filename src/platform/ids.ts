import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Lower-case Crockford base 32: no i, l, o, u. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

export type IdKind =
  | 'unit'
  | 'asset'
  | 'member'
  | 'duty'
  | 'plan'
  | 'checklist'
  | 'round'
  | 'feed'
  | 'session'
  | 'token'
  | 'passkey'
  | 'tablet'
  | 'deputy'
  | 'import'
  | 'stretch'

/** The key of a new organisation, short because every id and secret of it begins with or holds it: 40 bits. */
export function newOrgId(): string {
  return encode(crypto.getRandomValues(new Uint8Array(5)))
}

/** An id says its kind and its organisation (`duty_h7k2m9_…`), so that a request can be routed with no look-up. */
export function newId(kind: IdKind, orgId: string): string {
  return `${kind}_${orgId}_${encode(crypto.getRandomValues(new Uint8Array(10)))}`
}

/** `duty` of `duty_h7k2m9_…` */
export function kindOf(id: string): string {
  return id.split('_', 1)[0] ?? ''
}

/** The same parts give the same id: 100 bits of their SHA-256. */
export function derivedId(kind: IdKind, orgId: string, parts: readonly (string | null)[]): string {
  const digest = sha256(new TextEncoder().encode(JSON.stringify(parts)))
  return `${kind}_${orgId}_${encode(digest.subarray(0, 13)).slice(0, 20)}`
}

/** 256 bits for a session or a feed's address, behind the organisation's key. */
export function newSecret(orgId: string): string {
  return `${orgId}-${encode(crypto.getRandomValues(new Uint8Array(32)))}`
}

/** Eight characters to be read out: 40 bits. */
export function newCode(): string {
  return encode(crypto.getRandomValues(new Uint8Array(5))).toUpperCase()
}

/** The organisation that a secret belongs to; null where it has not the form of one. */
export function orgOfSecret(secret: string): string | null {
  return /^([0-9a-z]{4,12})-[0-9a-hjkmnp-tv-z]{52}$/.exec(secret)?.[1] ?? null
}

/** What is stored of a secret. */
export function hashOfSecret(secret: string): string {
  return digestOf(secret)
}

/** SHA-256, in hex. */
export function digestOf(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)))
}

function encode(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(value >> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text
}
