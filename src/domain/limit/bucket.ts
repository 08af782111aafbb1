import type { Instant } from '../time/zone.ts'

/** So many at once; what was taken comes back at `perMinute`, up to `atOnce`. */
export type Allowance = { atOnce: number; perMinute: number }

/**
 * What was left of an allowance at an instant. Whoever has no bucket yet has all of it. In parts, of which one use takes 60,000
 * and each millisecond brings back `perMinute`: whole numbers, so that no wait is a millisecond too long or too short.
 */
export type Bucket = { parts: number; at: Instant }

const aUse = 60_000

/** Takes one. `wait` is 0, or in how many milliseconds there is one to take; then nothing was taken. */
export function draw(
  bucket: Bucket | undefined,
  allowance: Allowance,
  now: Instant,
): { bucket: Bucket; wait: number } {
  const parts = partsAt(bucket, allowance, now)
  const wait = untilOne(parts, allowance)
  // A clock that is put back gives nothing twice.
  const at = Math.max(now, bucket?.at ?? now)
  return { bucket: { parts: wait === 0 ? parts - aUse : parts, at }, wait }
}

/** In how many milliseconds there is one to take; 0: there is one. */
export function waitFor(bucket: Bucket | undefined, allowance: Allowance, now: Instant): number {
  return untilOne(partsAt(bucket, allowance, now), allowance)
}

/** A bucket that has nothing for so long, whatever was left in it. */
export function emptyFor(wait: number, { perMinute }: Allowance, now: Instant): Bucket {
  return { parts: aUse - wait * perMinute, at: now }
}

function partsAt(bucket: Bucket | undefined, { atOnce, perMinute }: Allowance, now: Instant): number {
  if (bucket === undefined) return atOnce * aUse
  const passed = Math.max(0, now - bucket.at)
  return Math.min(atOnce * aUse, bucket.parts + passed * perMinute)
}

function untilOne(parts: number, { perMinute }: Allowance): number {
  return parts >= aUse ? 0 : Math.ceil((aUse - parts) / perMinute)
}
