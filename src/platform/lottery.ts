import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { lotteryOf, type Lottery } from '../domain/schedule/draw.ts'

const bytesOfKey = 32

/**
 * What an organisation's dates and targets are drawn by; null where the deployment has no secret. The key is made of it when
 * something is drawn, and kept nowhere.
 */
export function lotteryFor(secret: string | undefined, orgId: string): Lottery | null {
  if (secret === undefined || secret === '') return null
  let lottery: Lottery | undefined
  return (message) => {
    lottery ??= lotteryOf(drawKey(secret, orgId))
    return lottery(message)
  }
}

/** HKDF-SHA-256 without salt; docs/schedules.md tells how a draw is checked with it. */
export function drawKey(secret: string, orgId: string): Uint8Array {
  return hkdf(sha256, utf8ToBytes(secret), undefined, utf8ToBytes(`rounds draws ${orgId}`), bytesOfKey)
}
