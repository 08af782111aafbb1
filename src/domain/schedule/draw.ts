import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { Refusal } from '../errors.ts'
import type { Plan } from './plan.ts'

/** 64 bits of a message: the same on every machine, and nobody without the key can foresee them. */
export type Lottery = (message: string) => bigint

/** A number from 0 to `count` - 1, another one at each call. */
export type Draw = (count: number) => number

const ALL = 2n ** 64n

/** The first 8 bytes, big-endian, of HMAC-SHA-256 under this key. */
export function lotteryOf(key: Uint8Array): Lottery {
  const keyed = hmac.create(sha256, key)
  return (message) => {
    const digest = keyed.clone().update(utf8ToBytes(message)).digest()
    return new DataView(digest.buffer, digest.byteOffset).getBigUint64(0)
  }
}

/**
 * The draws of a duty for something of its own, each of "duty|what|counter", the counter going on from 0. Numbers at the
 * upper end, that would favour the first ones, are passed over.
 */
export function drawsOf(lottery: Lottery, dutyId: string, what: string): Draw {
  let counter = 0
  const next = () => {
    const number = lottery(`${dutyId}|${what}|${counter}`)
    counter += 1
    return number
  }
  return (count) => {
    const choices = BigInt(count)
    const fair = ALL - (ALL % choices)
    let number = next()
    while (number >= fair) number = next()
    return Number(number % choices)
  }
}

/** So many of these, as they come up; all where there are no more. */
export function drawSome<T>(from: readonly T[], count: number, draw: Draw): T[] {
  const left = [...from]
  const drawn: T[] = []
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(draw(left.length), 1))
  return drawn
}

/** Whether chance decides on dates or targets of the plan. */
export function isDrawn({ rhythm, targets }: Pick<Plan, 'rhythm' | 'targets'>): boolean {
  return drawsDates({ rhythm }) || (!('none' in targets) && targets.coverage === 'draw')
}

/** Without the secret of the deployment nothing is drawn. */
export function requireLottery(lottery: Lottery | null, plans: readonly Plan[]): void {
  if (lottery === null && plans.some(isDrawn)) throw new Refusal('no-draw-secret')
}

export function drawsDates({ rhythm }: Pick<Plan, 'rhythm'>): boolean {
  return (rhythm.kind === 'quota' || rhythm.kind === 'season') && rhythm.spread === 'draw'
}
