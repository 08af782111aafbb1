import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/**
 * What is stored of a PIN: keyed with the secret of its tablet, of which the store has only a hash. A million numbers are soon
 * tried, but not by somebody who has no key.
 */
export function hashOfPin(
  tabletSecret: string,
  pin: { salt: string; memberId: string; digits: string },
): string {
  const bytes = new TextEncoder()
  const message = JSON.stringify([pin.salt, pin.memberId, pin.digits])
  return bytesToHex(hmac(sha256, bytes.encode(tabletSecret), bytes.encode(message)))
}

/** 128 bits, so that equal numbers have different hashes. */
export function newSalt(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(16)))
}
