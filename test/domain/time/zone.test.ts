import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, dayOf, parseDate, printDate } from '../../../src/domain/time/civil.ts'
import {
  dayAt,
  isTimeZone,
  parseInstant,
  parseTime,
  printInstant,
  printTime,
  startOfDay,
  toInstant,
  toWall,
} from '../../../src/domain/time/zone.ts'

const day = (text: string): Day => parseDate(text) ?? Number.NaN
const time = (text: string): number => parseTime(text) ?? Number.NaN
const instant = (text: string): number => parseInstant(text) ?? Number.NaN

const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'UTC',
]
const anyZone = fc.constantFrom(...zones)
const anyInstant = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2060, 0, 1) })

describe('wall clock to instant (RFC 5545, 3.3.5)', () => {
  test.each([
    ['an ordinary day', 'Asia/Shanghai', '2026-01-06', '00:00', '2026-01-06T00:00:00+08:00'],
    [
      'the spring gap: moved forward by it',
      'America/New_York',
      '2026-03-08',
      '02:30',
      '2026-03-08T03:30:00-04:00',
    ],
    ['just before the gap', 'America/New_York', '2026-03-08', '01:59', '2026-03-08T01:59:00-05:00'],
    ['just after the gap', 'America/New_York', '2026-03-08', '03:00', '2026-03-08T03:00:00-04:00'],
    ['the autumn overlap: the first', 'America/New_York', '2026-11-01', '01:30', '2026-11-01T01:30:00-04:00'],
    ['just after the overlap', 'America/New_York', '2026-11-01', '02:00', '2026-11-01T02:00:00-05:00'],
    ['the gap in London', 'Europe/London', '2026-03-29', '01:30', '2026-03-29T02:30:00+01:00'],
    ['the overlap in London', 'Europe/London', '2026-10-25', '01:30', '2026-10-25T01:30:00+01:00'],
    ['the gap in Shanghai, 1988', 'Asia/Shanghai', '1988-04-17', '02:30', '1988-04-17T03:30:00+09:00'],
    ['the overlap in Shanghai, 1988', 'Asia/Shanghai', '1988-09-11', '01:30', '1988-09-11T01:30:00+09:00'],
    ['a gap of half an hour', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-04T02:45:00+11:00'],
    ['an overlap of half an hour', 'Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-05T01:45:00+11:00'],
    ['a gap at midnight', 'America/Sao_Paulo', '2018-11-04', '00:30', '2018-11-04T01:30:00-02:00'],
    ['an overlap before midnight', 'America/Sao_Paulo', '2018-02-17', '23:30', '2018-02-17T23:30:00-02:00'],
    ['a skipped day', 'Pacific/Apia', '2011-12-30', '09:00', '2011-12-31T09:00:00+14:00'],
    ['the day before it', 'Pacific/Apia', '2011-12-29', '23:59', '2011-12-29T23:59:00-10:00'],
  ])('%s', (_, zone, date, clock, expected) => {
    expect(printInstant(toInstant(day(date), time(clock), zone), zone)).toBe(expected)
  })

  test('the wall clock of an instant leads back to it, but for the second of two equal times', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (raw, zone) => {
        const at = Math.floor(raw / 1_000) * 1_000
        const wall = toWall(at, zone)
        const back = toInstant(wall.day, wall.second, zone)
        expect(toWall(back, zone)).toEqual(wall)
        expect(at - back === 0 || (at > back && at - back <= 86_400_000)).toBe(true)
      }),
    )
  })

  test('agrees with Intl at any instant', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, zone) => {
        const format = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'medium',
        })
        const wall = toWall(at, zone)
        const clock = `${printTime(wall.second)}:${String(wall.second % 60).padStart(2, '0')}`
        expect(`${printDate(wall.day)} ${clock}`).toBe(format.format(at))
      }),
      { numRuns: 200 },
    )
  })
})

describe('the start of a day', () => {
  test.each([
    ['Asia/Shanghai', '2026-01-06', '2026-01-06T00:00:00+08:00'],
    ['America/New_York', '2026-03-08', '2026-03-08T00:00:00-05:00'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T01:00:00-02:00'],
    ['America/Sao_Paulo', '2018-02-18', '2018-02-18T00:00:00-03:00'],
    ['America/Toronto', '1919-03-31', '1919-03-31T00:30:00-04:00'],
    ['America/St_Johns', '2006-10-29', '2006-10-29T00:00:00-02:30'],
    ['Pacific/Apia', '2011-12-30', '2011-12-31T00:00:00+14:00'],
    ['Pacific/Apia', '2011-12-31', '2011-12-31T00:00:00+14:00'],
  ])('in %s, %s begins at %s', (zone, date, expected) => {
    expect(printInstant(startOfDay(day(date), zone), zone)).toBe(expected)
  })

  test('the second before it belongs to an earlier day', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf(1950, 1, 1), max: dayOf(2060, 1, 1) }), anyZone, (each, zone) => {
        const start = startOfDay(each, zone)
        expect(dayAt(start, zone)).toBeGreaterThanOrEqual(each)
        expect(dayAt(start - 1_000, zone)).toBeLessThan(each)
      }),
    )
  })
})

describe('instants as text (RFC 3339)', () => {
  test('printing and parsing are inverse', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (raw, zone) => {
        const at = Math.floor(raw / 1_000) * 1_000
        expect(parseInstant(printInstant(at, zone))).toBe(at)
      }),
    )
  })

  test('an offset with seconds is rounded and still names the instant', () => {
    const text = printInstant(instant('1900-01-01T00:00:00Z'), 'Asia/Shanghai')
    expect(text).toBe('1900-01-01T08:06:00+08:06')
  })

  test.each([
    ['2026-01-06T00:00:00+08:00', '2026-01-05T16:00:00.000Z'],
    ['2026-01-06T00:00:00.5Z', '2026-01-06T00:00:00.500Z'],
    ['2026-01-06T00:00:00-03:30', '2026-01-06T03:30:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(new Date(instant(text)).toISOString()).toBe(expected)
  })

  test.each([
    '2026-01-06T00:00:00',
    '2026-01-06 00:00:00Z',
    '2026-01-06T00:00Z',
    '2026-01-06T24:00:00Z',
    '2026-01-06T00:00:60Z',
    '2026-02-29T00:00:00Z',
    '2026-01-06T00:00:00+8:00',
    '2026-01-06T00:00:00+0800',
    '2026-01-06T00:00:00z',
    '2026-01-06',
  ])('%j is not an instant', (text) => {
    expect(parseInstant(text)).toBeNull()
  })

  test.each(['24:00', '8:00', '08:60', '0800', '08:00:00', '', ' 08:00'])('%j is not a time', (text) => {
    expect(parseTime(text)).toBeNull()
  })

  test('times print as they are read', () => {
    expect(['00:00', '08:05', '23:59'].map((text) => printTime(time(text)))).toEqual([
      '00:00',
      '08:05',
      '23:59',
    ])
  })
})

describe('time zones', () => {
  test.each(['UTC', 'Asia/Shanghai', 'America/Argentina/San_Luis', 'America/Port-au-Prince', 'Etc/GMT+5'])(
    '%s is one',
    (name) => {
      expect(isTimeZone(name)).toBe(true)
    },
  )

  test.each([
    '',
    'EST',
    'PRC',
    'GMT',
    '+08:00',
    'UTC+8',
    'Asia/Atlantis',
    'asia/shanghai',
    'Asia/Shanghai ',
    '北京',
  ])('%j is none', (name) => {
    expect(isTimeZone(name)).toBe(false)
  })

  test('an unknown zone is never taken for another', () => {
    expect(() => toInstant(0, 0, 'Asia/Atlantis')).toThrow(RangeError)
  })
})
