import { describe, expect, test } from 'vitest'
import type { Plan, RuleRhythm } from '../../../src/domain/schedule/plan.ts'
import { expand, planOf, rule, windowOf } from './schedule-fixtures.ts'

describe('windows of rules', () => {
  const monday = rule('FREQ=WEEKLY;BYDAY=MO')
  const at9 = rule('FREQ=WEEKLY;BYDAY=MO', { times: ['09:00'] })
  const shifts = rule('FREQ=DAILY', { times: ['08:00', '16:00', '00:00'] })
  const table: [string, RuleRhythm, Plan['window'], string, string, string][] = [
    ['all-day', monday, {}, '20260105', '2026-01-05T00:00', '2026-01-06T00:00'],
    [
      'all-day, opens before and is due after',
      monday,
      { openBefore: 'P2D', dueAfter: 'P1W' },
      '20260105',
      '2026-01-03T00:00',
      '2026-01-13T00:00',
    ],
    [
      'all-day, hours',
      monday,
      { openBefore: 'PT12H', dueAfter: 'PT6H' },
      '20260105',
      '2026-01-04T12:00',
      '2026-01-06T06:00',
    ],
    ['timed', at9, {}, '20260105T0900', '2026-01-05T00:00', '2026-01-06T00:00'],
    [
      'timed, openBefore counts from the time',
      at9,
      { openBefore: 'PT1H' },
      '20260105T0900',
      '2026-01-05T08:00',
      '2026-01-06T00:00',
    ],
    [
      'timed, dueAfter counts from the time',
      at9,
      { dueAfter: 'PT2H' },
      '20260105T0900',
      '2026-01-05T00:00',
      '2026-01-05T11:00',
    ],
    [
      'several times: from its own to the next',
      shifts,
      {},
      '20260105T0800',
      '2026-01-05T08:00',
      '2026-01-05T16:00',
    ],
    [
      'several times: the last is due at tomorrow’s first',
      shifts,
      {},
      '20260105T1600',
      '2026-01-05T16:00',
      '2026-01-06T00:00',
    ],
    [
      'several times, openBefore',
      shifts,
      { openBefore: 'PT30M' },
      '20260105T0800',
      '2026-01-05T07:30',
      '2026-01-05T16:00',
    ],
    [
      'several times, dueAfter',
      shifts,
      { dueAfter: 'PT2H' },
      '20260105T0800',
      '2026-01-05T08:00',
      '2026-01-05T10:00',
    ],
    [
      'several times, weekly: due at the next time, not in the next week',
      rule('FREQ=WEEKLY;BYDAY=MO', { times: ['08:00', '16:00'] }),
      {},
      '20260105T1600',
      '2026-01-05T16:00',
      '2026-01-06T08:00',
    ],
  ]
  test.each(table)('%s', (_, rhythm, window, key, opensAt, dueAt) => {
    const plan = planOf(rhythm, { window })
    const found = expand(plan, '2026-01-05', '2026-01-05').find((occurrence) => occurrence.key === key)
    expect(windowOf(plan, found).slice(0, 2)).toEqual([`${opensAt}:00+08:00`, `${dueAt}:00+08:00`])
  })

  test('only timed rounds start at an instant', () => {
    expect(expand(planOf(monday), '2026-01-05', '2026-01-05')[0]?.startsAt).toBeNull()
    expect(expand(planOf(at9), '2026-01-05', '2026-01-05')[0]?.startsAt).toBe(Date.UTC(2026, 0, 5, 1))
  })
})

describe('wall-clock time is kept across DST', () => {
  const table: [string, string, string[], string, (string | null)[][]][] = [
    [
      '09:00 stays 09:00',
      'Europe/London',
      ['09:00'],
      '2026-03-29',
      [['2026-03-29T00:00:00+00:00', '2026-03-30T00:00:00+01:00', '2026-03-30T00:00:00+01:00']],
    ],
    [
      'the day of the autumn change has 25 hours',
      'America/New_York',
      [],
      '2026-11-01',
      [['2026-11-01T00:00:00-04:00', '2026-11-02T00:00:00-05:00', '2026-11-02T00:00:00-05:00']],
    ],
    [
      'several times across the gap',
      'America/New_York',
      ['01:30', '02:30', '04:00'],
      '2026-03-08',
      [
        ['2026-03-08T01:30:00-05:00', '2026-03-08T03:30:00-04:00', '2026-03-08T03:30:00-04:00'],
        ['2026-03-08T03:30:00-04:00', '2026-03-08T04:00:00-04:00', '2026-03-08T04:00:00-04:00'],
        ['2026-03-08T04:00:00-04:00', '2026-03-09T01:30:00-04:00', '2026-03-09T01:30:00-04:00'],
      ],
    ],
    [
      'two times that the gap makes one are both due later',
      'America/New_York',
      ['02:00', '03:00'],
      '2026-03-08',
      [
        ['2026-03-08T03:00:00-04:00', '2026-03-09T02:00:00-04:00', '2026-03-09T02:00:00-04:00'],
        ['2026-03-08T03:00:00-04:00', '2026-03-09T02:00:00-04:00', '2026-03-09T02:00:00-04:00'],
      ],
    ],
    [
      'in the overlap the first',
      'Europe/London',
      ['01:30', '02:30'],
      '2026-10-25',
      [
        ['2026-10-25T01:30:00+01:00', '2026-10-25T02:30:00+00:00', '2026-10-25T02:30:00+00:00'],
        ['2026-10-25T02:30:00+00:00', '2026-10-26T01:30:00+00:00', '2026-10-26T01:30:00+00:00'],
      ],
    ],
    [
      'a day whose midnight is skipped begins at one',
      'Africa/Cairo',
      [],
      '2026-04-24',
      [['2026-04-24T01:00:00+03:00', '2026-04-25T00:00:00+03:00', '2026-04-25T00:00:00+03:00']],
    ],
  ]
  test.each(table)('%s', (_, timeZone, times, date, expected) => {
    const plan = planOf(rule('FREQ=DAILY', times.length > 0 ? { times } : {}), { timeZone })
    expect(expand(plan, date, date).map((occurrence) => windowOf(plan, occurrence))).toEqual(expected)
  })

  test('days of a window are days of the calendar, though midnight be skipped', () => {
    const plan = planOf(rule('FREQ=DAILY'), {
      timeZone: 'Africa/Cairo',
      window: { dueAfter: 'P1D', openBefore: 'P1D' },
    })
    expect(windowOf(plan, expand(plan, '2026-04-23', '2026-04-23')[0]).slice(0, 2)).toEqual([
      '2026-04-22T00:00:00+02:00',
      '2026-04-25T00:00:00+03:00',
    ])
  })

  test('hours of a window are hours on the clock', () => {
    const plan = planOf(rule('FREQ=DAILY', { times: ['01:00'] }), {
      timeZone: 'America/New_York',
      window: { dueAfter: 'PT4H' },
    })
    expect(windowOf(plan, expand(plan, '2026-03-08', '2026-03-08')[0])[1]).toBe('2026-03-08T06:00:00-04:00')
  })
})
