import { derivedId, type IdKind } from '../../platform/ids.ts'
import { DEMO_ORG } from '../state.ts'

/** The same slug has the same id in every demo store. */
export function idOfSlug(kind: IdKind, slug: string): string {
  return derivedId(kind, DEMO_ORG, ['demo', slug])
}

/** A number from 0 (inclusive) to 1, the same for the same words: the demo's only dice. */
export function chance(...words: (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(words.join('|'))) {
    hash = Math.imul(hash ^ byte, 0x01000193)
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return (hash >>> 0) / 0x1_0000_0000
}

/** One of them, by the same dice. */
export function oneOf<T>(items: readonly T[], ...words: (string | number)[]): T {
  const item = items[Math.floor(chance(...words) * items.length)]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}
