import { createHmac, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawsOf, drawSome, lotteryOf } from '../../../src/domain/schedule/draw.ts'
import { occurrencesOf } from '../../../src/domain/schedule/occurrences.ts'
import { dayOf } from '../../../src/domain/time/civil.ts'
import { weekendsOff } from '../../../src/domain/time/working-days.ts'
import { drawKey } from '../../../src/platform/lottery.ts'

const secret = 'ein Geheimnis aus 32 Zeichen 秘密'
const key = drawKey(secret, 'h7k2m9')
const lottery = lotteryOf(key)

/** As docs/schedules.md tells it, by another implementation. */
function recomputed(message: string): bigint {
  const own = Buffer.from(hkdfSync('sha256', secret, '', 'rounds draws h7k2m9', 32))
  return createHmac('sha256', own).update(message).digest().readBigUInt64BE(0)
}

function indexRecomputed(duty: string, what: string, count: number): number {
  const limit = 2n ** 64n - (2n ** 64n % BigInt(count))
  for (let counter = 0; ; counter += 1) {
    const number = recomputed(`${duty}|${what}|${counter}`)
    if (number < limit) return Number(number % BigInt(count))
  }
}

describe('draws', () => {
  it('are what anybody with the secret can work out', () => {
    expect(Buffer.from(key)).toEqual(Buffer.from(hkdfSync('sha256', secret, '', 'rounds draws h7k2m9', 32)))
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 5000 }), (duty, what, count) => {
        expect(lottery(`${duty}|${what}|0`)).toBe(recomputed(`${duty}|${what}|0`))
        expect(drawsOf(lottery, duty, what)(count)).toBe(indexRecomputed(duty, what, count))
      }),
    )
  })

  it('a known vector', () => {
    const fixed = lotteryOf(new TextEncoder().encode('Jefe'))
    // RFC 4231, test case 2.
    expect(fixed('what do ya want for nothing?')).toBe(0x5bdcc146bf60754en)
  })

  it('differ between organisations, duties and periods, and every choice comes up about as often', () => {
    expect(drawKey(secret, 'other1')).not.toEqual(key)
    const counts = Array.from({ length: 7 }, () => 0)
    for (let week = 0; week < 7000; week += 1) {
      const drawn = drawsOf(lottery, 'duty', `2026-W${week}`)(7)
      counts[drawn] = (counts[drawn] ?? 0) + 1
    }
    // Five standard deviations of 1,000 of 7,000.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(147)
  })

  it('numbers that would favour the first are passed over', () => {
    const numbers = [2n ** 64n - 1n, 2n ** 64n - 2n, 5n]
    const asked: string[] = []
    const draw = drawsOf(
      (message) => {
        asked.push(message)
        return numbers[asked.length - 1] ?? 0n
      },
      'duty',
      'key',
    )
    // 2^64 is 6 mod 10: the last six numbers are one too many for the first six choices.
    expect(draw(10)).toBe(5)
    expect(asked).toEqual(['duty|key|0', 'duty|key|1', 'duty|key|2'])
  })

  it('of several targets each at most once, never others, all where there are no more', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { maxLength: 20 }),
        fc.integer({ min: 0, max: 25 }),
        (from, count) => {
          const drawn = drawSome(from, count, drawsOf(lottery, 'duty', 'key'))
          expect(drawn).toHaveLength(Math.min(from.length, count))
          expect(new Set(drawn).size).toBe(drawn.length)
          expect(drawn.filter((each) => !from.includes(each))).toEqual([])
        },
      ),
    )
  })
})

describe('drawn dates', () => {
  const plan = {
    from: '2026-01-01',
    until: null,
    timeZone: 'Asia/Shanghai',
    rhythm: { kind: 'quota', period: 'month', min: 2, max: null, spread: 'draw' },
    window: {},
    holidays: 'keep',
    targets: { none: true },
  } as const
  const range = { from: dayOf(2026, 1, 1), to: dayOf(2026, 12, 31), limit: 100 }
  const context = { dutyId: 'duty_1', targetId: 'unit_1', workingDays: weekendsOff }

  it('are working days of their part of the period, drawn for the key and the target', () => {
    const { occurrences } = occurrencesOf(plan, { ...context, lottery }, range)
    expect(occurrences).toHaveLength(24)
    const february = occurrences.filter(({ key: each }) => each.startsWith('2026-M02'))
    const working = (first: number, last: number) =>
      Array.from({ length: last - first + 1 }, (_, index) => dayOf(2026, 2, first + index)).filter((day) =>
        weekendsOff.isWorking(day),
      )
    const parts = [working(1, 14), working(15, 28)]
    expect(february.map(({ planned }) => planned)).toEqual(
      parts.map((part, index) => {
        return part[indexRecomputed('duty_1', `2026-M02/${index + 1}@unit_1`, part.length)]
      }),
    )
    const other = occurrencesOf(plan, { ...context, targetId: 'unit_2', lottery }, range).occurrences
    expect(other.map(({ planned }) => planned)).not.toEqual(occurrences.map(({ planned }) => planned))
  })

  it('without the secret: the last day of the period', () => {
    const { occurrences } = occurrencesOf(plan, context, range)
    const january = occurrences.filter(({ key: each }) => each.startsWith('2026-M01'))
    expect(january.map(({ planned }) => planned)).toEqual([dayOf(2026, 1, 31), dayOf(2026, 1, 31)])
  })
})
