import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDuration,
  type Duration,
  parseDuration,
  subtractDuration,
} from '../../../src/domain/time/duration.ts'
import { parseInstant, printInstant } from '../../../src/domain/time/zone.ts'

const instant = (text: string): number => parseInstant(text) ?? Number.NaN
const duration = (text: string): Duration => {
  const parsed = parseDuration(text)
  if (parsed === null) throw new Error(`not a duration: ${text}`)
  return parsed
}

describe('durations as text (ISO 8601)', () => {
  test.each([
    ['P0D', { months: 0, days: 0, milliseconds: 0 }],
    ['PT0S', { months: 0, days: 0, milliseconds: 0 }],
    ['P1D', { months: 0, days: 1, milliseconds: 0 }],
    ['PT4H', { months: 0, days: 0, milliseconds: 14_400_000 }],
    ['P1Y2M3W4DT5H6M7S', { months: 14, days: 25, milliseconds: 18_367_000 }],
    ['P1M', { months: 1, days: 0, milliseconds: 0 }],
    ['PT1M', { months: 0, days: 0, milliseconds: 60_000 }],
    ['P100Y', { months: 1_200, days: 0, milliseconds: 0 }],
  ])('%s', (text, expected) => {
    expect(parseDuration(text)).toEqual(expected)
  })

  test.each([
    '',
    'P',
    'PT',
    'P1',
    'P1DT',
    '-P1D',
    'P-1D',
    'P1.5D',
    'PT1,5H',
    'p1d',
    'P1D1Y',
    'P1H',
    '1D',
    'P1D ',
    'P101Y',
    'PT999999999H',
  ])('%j is none', (text) => {
    expect(parseDuration(text)).toBeNull()
  })
})

describe('adding and subtracting', () => {
  const newYork = 'America/New_York'
  test.each([
    ['a day keeps the wall clock', newYork, '2026-03-07T09:00:00-05:00', 'P1D', '2026-03-08T09:00:00-04:00'],
    ['24 hours do not', newYork, '2026-03-07T09:00:00-05:00', 'PT24H', '2026-03-08T10:00:00-04:00'],
    ['into the gap', newYork, '2026-03-07T02:30:00-05:00', 'P1D', '2026-03-08T03:30:00-04:00'],
    ['into the overlap', newYork, '2026-10-31T01:30:00-04:00', 'P1D', '2026-11-01T01:30:00-04:00'],
    ['hours out of the overlap', newYork, '2026-11-01T01:30:00-04:00', 'PT1H', '2026-11-01T01:30:00-05:00'],
    [
      'nothing keeps the second of two',
      newYork,
      '2026-11-01T01:30:00-05:00',
      'P0D',
      '2026-11-01T01:30:00-05:00',
    ],
    ['a month to the month’s end', 'UTC', '2026-01-31T00:00:00+00:00', 'P1M', '2026-02-28T00:00:00+00:00'],
    ['months before days', 'UTC', '2026-01-31T00:00:00+00:00', 'P1M1D', '2026-03-01T00:00:00+00:00'],
    ['a year from a leap day', 'UTC', '2024-02-29T00:00:00+00:00', 'P1Y', '2025-02-28T00:00:00+00:00'],
  ])('%s', (_, zone, from, by, expected) => {
    expect(printInstant(addDuration(instant(from), duration(by), zone), zone)).toBe(expected)
  })

  test.each([
    ['a day keeps the wall clock', newYork, '2026-03-08T09:00:00-04:00', 'P1D', '2026-03-07T09:00:00-05:00'],
    ['a month from the month’s end', 'UTC', '2026-03-31T00:00:00+00:00', 'P1M', '2026-02-28T00:00:00+00:00'],
    ['days and hours', 'UTC', '2026-01-01T00:00:00+00:00', 'P1DT1H', '2025-12-30T23:00:00+00:00'],
  ])('back: %s', (_, zone, from, by, expected) => {
    expect(printInstant(subtractDuration(instant(from), duration(by), zone), zone)).toBe(expected)
  })

  test('hours are taken away as they were added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e12 }), fc.integer({ min: 0, max: 1e9 }), (at, milliseconds) => {
        const by = { months: 0, days: 0, milliseconds }
        expect(subtractDuration(addDuration(at, by, newYork), by, newYork)).toBe(at)
      }),
    )
  })

  test('milliseconds below the second survive a step on the calendar', () => {
    expect(addDuration(1_234, duration('P1D'), 'UTC')).toBe(86_401_234)
  })
})
