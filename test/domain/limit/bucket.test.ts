import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw, emptyFor, waitFor, type Allowance, type Bucket } from '../../../src/domain/limit/bucket.ts'

const second = 1000
const ten: Allowance = { atOnce: 10, perMinute: 6 }

/** The waits of draws at these seconds. */
function waits(allowance: Allowance, seconds: readonly number[]): number[] {
  let bucket: Bucket | undefined
  return seconds.map((at) => {
    const drawn = draw(bucket, allowance, at * second)
    bucket = drawn.bucket
    return drawn.wait / second
  })
}

describe('a bucket', () => {
  const three: Allowance = { atOnce: 3, perMinute: 6 }
  it.each<[string, number[], number[]]>([
    ['gives as many at once as it holds', [0, 0, 0], [0, 0, 0]],
    ['then tells the time until the next', [0, 0, 0, 0, 4], [0, 0, 0, 10, 6]],
    ['gives the next when that time has passed', [0, 0, 0, 0, 10, 10], [0, 0, 0, 0 + 10, 0, 10]],
    ['is not punished for asking while it is empty', [0, 0, 0, 1, 2, 3, 10], [0, 0, 0, 9, 8, 7, 0]],
    ['fills up to what it holds and no further', [0, 0, 0, 1000, 1000, 1000, 1000], [0, 0, 0, 0, 0, 0, 10]],
    ['gives nothing twice where the clock is put back', [100, 100, 100, 0, 100], [0, 0, 0, 10, 10]],
  ])('%s', (_, seconds, expected) => {
    expect(waits(three, seconds)).toEqual(expected)
  })

  it('that was emptied waits as long as it was told', () => {
    const bucket = emptyFor(60 * second, ten, 0)
    expect(waitFor(bucket, ten, 0)).toBe(60 * second)
    expect(waitFor(bucket, ten, 59 * second)).toBe(second)
    expect(draw(bucket, ten, 60 * second).wait).toBe(0)
  })

  it('that nobody has yet is full', () => {
    expect(waitFor(undefined, ten, 0)).toBe(0)
  })
})

const allowance = fc.record({
  atOnce: fc.integer({ min: 1, max: 50 }),
  perMinute: fc.integer({ min: 1, max: 600 }),
})
const pauses = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 })

it('never gives more than it holds and what came back meanwhile', () => {
  fc.assert(
    fc.property(allowance, pauses, (given, steps) => {
      let [bucket, now, taken]: [Bucket | undefined, number, number] = [undefined, 0, 0]
      for (const pause of steps) {
        now += pause
        const drawn = draw(bucket, given, now)
        bucket = drawn.bucket
        if (drawn.wait === 0) taken += 1
      }
      expect(taken).toBeLessThanOrEqual(given.atOnce + (now * given.perMinute) / 60_000 + 1e-6)
    }),
  )
})

it('gives one after exactly the wait that it told, and not before', () => {
  fc.assert(
    fc.property(allowance, pauses, (given, steps) => {
      let [bucket, now]: [Bucket | undefined, number] = [undefined, 0]
      for (const pause of steps) {
        now += pause
        const drawn = draw(bucket, given, now)
        bucket = drawn.bucket
        if (drawn.wait === 0) continue
        expect(waitFor(bucket, given, now + drawn.wait)).toBe(0)
        expect(waitFor(bucket, given, now + drawn.wait - 1)).toBeGreaterThan(0)
      }
    }),
  )
})
