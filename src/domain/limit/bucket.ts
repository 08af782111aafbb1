import type { Instant } from '../time/zone.ts'

/** So many at once; what was taken comes back at `perMinute`, up to `atOnce`. */
export type Allowance = { atOnce: number; perMinute: number }

/** What was left of an allowance at an instant. Whoever has no bucket yet has all of it. */
export type Bucket = { left: number; at: Instant }

const aMinute = 60_000

/** Takes one. `wait` is 0, or in how many milliseconds there is one to take; then nothing was taken. */
export function draw(
  bucket: Bucket | undefined,
  allowance: Allowance,
  now: Instant,
): { bucket: Bucket; wait: number } {
  const left = leftAt(bucket, allowance, now)
  const wait = untilOne(left, allowance)
  // A clock that is put back gives nothing twice.
  const at = Math.max(now, bucket?.at ?? now)
  return { bucket: { left: wait === 0 ? left - 1 : left, at }, wait }
}

/** In how many milliseconds there is one to take; 0: there is one. */
export function waitFor(bucket: Bucket | undefined, allowance: Allowance, now: Instant): number {
  return untilOne(leftAt(bucket, allowance, now), allowance)
}

/** A bucket that has nothing for so long, whatever was left in it. */
export function emptyFor(wait: number, { perMinute }: Allowance, now: Instant): Bucket {
  return { left: 1 - (wait * perMinute) / aMinute, at: now }
}

function leftAt(bucket: Bucket | undefined, { atOnce, perMinute }: Allowance, now: Instant): number {
  if (bucket === undefined) return atOnce
  const passed = Math.max(0, now - bucket.at)
  return Math.min(atOnce, bucket.left + (passed * perMinute) / aMinute)
}

function untilOne(left: number, { perMinute }: Allowance): number {
  return left >= 1 ? 0 : Math.ceil(((1 - left) * aMinute) / perMinute)
}
