import { describe, expect, test } from 'vitest'
import {
  type FrequencyClass,
  frequencyClass,
  occurrencesPerYear,
  planningHorizonDays,
} from '../../../src/domain/schedule/frequency.ts'
import type { Plan } from '../../../src/domain/schedule/plan.ts'
import { type Draft, expand, planOf, quota, rule, season, windowOf } from './schedule-fixtures.ts'

describe('missed: the default by how often the duty comes', () => {
  const table: [Plan['rhythm'], FrequencyClass, string | null][] = [
    [rule('FREQ=DAILY'), 'daily', '2026-01-02'],
    [rule('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'), 'daily', '2026-01-02'],
    [rule('FREQ=DAILY;BYMONTH=1'), 'daily', '2026-01-02'],
    [quota('day'), 'daily', '2026-01-02'],
    [rule('FREQ=WEEKLY'), 'weekly', '2026-01-04'],
    [rule('FREQ=WEEKLY;BYDAY=TH,FR'), 'weekly', '2026-01-04'],
    [quota('week'), 'weekly', '2026-01-07'],
    [rule('FREQ=WEEKLY;INTERVAL=2'), 'monthly', '2026-01-09'],
    [rule('FREQ=MONTHLY'), 'monthly', '2026-01-09'],
    [rule('FREQ=MONTHLY;BYDAY=1TH'), 'monthly', '2026-01-09'],
    [quota('month'), 'monthly', '2026-02-08'],
    [quota('bimonth'), 'bimonthly', '2026-03-08'],
    [rule('FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH'), 'bimonthly', '2026-01-09'],
    [quota('quarter'), 'quarterly', '2026-04-16'],
    [rule('FREQ=MONTHLY;INTERVAL=3'), 'quarterly', '2026-01-17'],
    [quota('year', { min: 4 }), 'quarterly', '2027-01-16'],
    [quota('halfyear'), 'longer', '2026-07-31'],
    [quota('year', { min: 2 }), 'longer', '2027-01-31'],
    [quota('month', { months: [1] }), 'longer', '2026-03-03'],
    [season([1, 2, 3, 9, 10]), 'longer', '2026-05-01'],
    [rule('FREQ=YEARLY'), 'longer', '2026-02-01'],
    [rule('FREQ=YEARLY;BYMONTHDAY=1,2;BYMONTH=1'), 'longer', '2026-02-01'],
    [rule('FREQ=DAILY;COUNT=1'), 'once', null],
  ]
  test.each(table)('%j is %s', (rhythm, expectedClass, missedOn) => {
    const plan = planOf(rhythm)
    expect(frequencyClass(plan)).toBe(expectedClass)
    const missesAt = windowOf(plan, expand(plan, '2026-01-01', '2026-12-31')[0])[2]
    expect(missesAt).toBe(missedOn === null ? null : `${missedOn}T00:00:00+08:00`)
  })
})

describe('missed: as the plan says', () => {
  const weekly = rule('FREQ=WEEKLY;COUNT=2')
  const table: [string, Draft, (string | null)[]][] = [
    [
      'a duration after due',
      planOf(weekly, { window: { missAfter: 'P1M' } }),
      ['2026-02-02T00:00', '2026-02-09T00:00'],
    ],
    ['at once', planOf(weekly, { window: { missAfter: 'PT0S' } }), ['2026-01-02T00:00', '2026-01-09T00:00']],
    ['never', planOf(weekly, { window: { missAfter: 'never' } }), [null, null]],
    [
      'when the next opens; none left: never',
      planOf(weekly, { window: { missAfter: 'next' } }),
      ['2026-01-08T00:00', null],
    ],
    [
      'when the next opens, early',
      planOf(weekly, { window: { missAfter: 'next', openBefore: 'P3D' } }),
      ['2026-01-05T00:00', null],
    ],
    [
      'never before due',
      planOf(weekly, { window: { missAfter: 'next', openBefore: 'P3D', dueAfter: 'P5D' } }),
      ['2026-01-07T00:00', null],
    ],
    [
      'the next within the validity',
      planOf(rule('FREQ=WEEKLY'), { until: '2026-01-13', window: { missAfter: 'next' } }),
      ['2026-01-08T00:00', null],
    ],
    [
      'quotas: at due',
      planOf(quota('month'), { until: '2026-02-28', window: { missAfter: 'next', dueAfter: 'P2D' } }),
      ['2026-02-03T00:00', '2026-03-03T00:00'],
    ],
    [
      'quotas never',
      planOf(quota('month'), { until: '2026-02-28', window: { missAfter: 'never' } }),
      [null, null],
    ],
  ]
  test.each(table)('%s', (_, plan, expected) => {
    const missed = expand(plan, '2026-01-01', '2026-12-31').map((occurrence) => windowOf(plan, occurrence)[2])
    expect(missed).toEqual(expected.map((text) => (text === null ? null : `${text}:00+08:00`)))
  })

  test('the next one may lie beyond the range, moved and years away', () => {
    const plan = planOf(rule('FREQ=YEARLY;INTERVAL=3;BYMONTH=8;BYMONTHDAY=1'), {
      window: { missAfter: 'next' },
      holidays: 'next',
    })
    // 1 August 2026 is a Saturday, 1 August 2029 a Wednesday.
    expect(windowOf(plan, expand(plan, '2026-08-01', '2026-08-31')[0])).toEqual([
      '2026-08-03T00:00:00+08:00',
      '2026-08-04T00:00:00+08:00',
      '2029-08-01T00:00:00+08:00',
    ])
  })
})

describe('planning horizon: 60 days for what comes over 100 times a year, else 400', () => {
  test.each([
    [rule('FREQ=DAILY'), 365, 60],
    [rule('FREQ=DAILY', { times: ['08:00', '16:00'] }), 730, 60],
    [rule('FREQ=WEEKLY;BYDAY=MO,WE'), 104, 60],
    [rule('FREQ=WEEKLY'), 52, 400],
    [rule('FREQ=DAILY;BYMONTH=5'), 31, 400],
    [rule('FREQ=DAILY;COUNT=3'), 1.5, 400],
    [quota('day'), 365, 60],
    [quota('day', { months: [1, 2, 3] }), 91, 400],
    [quota('week', { min: 2 }), 104, 60],
    [quota('month', { min: 8 }), 96, 400],
    [quota('quarter', { months: [1, 2, 7] }), 2, 400],
    [season([3, 4, 9], { min: 2 }), 4, 400],
  ])('%j', (rhythm, perYear, days) => {
    expect(Math.abs(occurrencesPerYear(planOf(rhythm)) - perYear)).toBeLessThanOrEqual(1)
    expect(planningHorizonDays(planOf(rhythm))).toBe(days)
  })
})
