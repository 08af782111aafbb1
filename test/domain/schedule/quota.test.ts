import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../../src/domain/schedule/plan.ts'
import { printDate, weekdayOf } from '../../../src/domain/time/civil.ts'
import { weekendsOff, type WorkingDays } from '../../../src/domain/time/working-days.ts'
import { day, expand, keysAndDays, planOf, quota, season, windowOf } from './schedule-fixtures.ts'

const everyDayOff: WorkingDays = { ...weekendsOff, isWorking: () => false }
const everyDayOn: WorkingDays = { ...weekendsOff, isWorking: () => true }

describe('quota: periods and keys', () => {
  const table: [Plan['rhythm'], string, string, string[]][] = [
    [quota('day'), '2026-07-05', '2026-07-06', ['2026-07-05/1 2026-07-05', '2026-07-06/1 2026-07-06']],
    [quota('week'), '2026-01-01', '2026-01-11', ['2026-W01/1 2026-01-02', '2026-W02/1 2026-01-09']],
    [quota('month'), '2026-07-01', '2026-08-31', ['2026-M07/1 2026-07-31', '2026-M08/1 2026-08-31']],
    [quota('bimonth'), '2026-07-01', '2026-10-31', ['2026-B4/1 2026-08-31', '2026-B5/1 2026-10-30']],
    [quota('quarter'), '2026-01-01', '2026-06-30', ['2026-Q1/1 2026-03-31', '2026-Q2/1 2026-06-30']],
    [quota('halfyear'), '2026-01-01', '2026-12-31', ['2026-H1/1 2026-06-30', '2026-H2/1 2026-12-31']],
    [quota('year'), '2026-01-01', '2027-12-31', ['2026/1 2026-12-31', '2027/1 2027-12-31']],
    [quota('year', { months: [3] }), '2026-01-01', '2026-12-31', ['2026/1 2026-03-31']],
    [
      quota('month', { months: [1, 2] }),
      '2026-01-01',
      '2027-01-31',
      ['2026-M01/1 2026-01-30', '2026-M02/1 2026-02-27', '2027-M01/1 2027-01-29'],
    ],
    [
      season([3, 4, 5, 9, 10, 11]),
      '2026-01-01',
      '2026-12-31',
      ['2026-S1/1 2026-05-29', '2026-S2/1 2026-11-30'],
    ],
    [season([5]), '2026-01-01', '2027-12-31', ['2026-S1/1 2026-05-29', '2027-S1/1 2027-05-31']],
    [
      season([11, 12, 1, 6]),
      '2026-01-01',
      '2027-06-30',
      ['2026-S1/1 2026-06-30', '2026-S2/1 2027-01-29', '2027-S1/1 2027-06-30'],
    ],
  ]
  test.each(table)('%j', (rhythm, from, to, expected) => {
    expect(keysAndDays(expand(planOf(rhythm), from, to))).toEqual(expected)
  })

  test('ISO week 53 of 2026 ends in 2027 and keeps its year', () => {
    const weeks = expand(planOf(quota('week')), '2026-12-28', '2027-01-10')
    expect(keysAndDays(weeks)).toEqual(['2026-W53/1 2027-01-01', '2027-W01/1 2027-01-08'])
  })

  test('a leap day belongs to its month', () => {
    const plan = planOf(quota('month'), { from: '2028-01-01' })
    const [february] = expand(plan, '2028-02-01', '2028-02-29')
    expect(february?.key).toBe('2028-M02/1')
    expect(windowOf(plan, february).slice(0, 2)).toEqual([
      '2028-02-01T00:00:00+08:00',
      '2028-03-01T00:00:00+08:00',
    ])
  })
})

describe('quota: a period of which fewer than half of the days are left yields nothing', () => {
  const table: [string, string | null, Plan['rhythm'], string[]][] = [
    ['2026-07-02', null, quota('year'), ['2026/1']],
    ['2026-07-03', null, quota('year'), []],
    ['2026-04-16', null, quota('month'), ['2026-M04/1']],
    ['2026-04-17', null, quota('month'), ['2026-M05/1']],
    ['2026-01-01', '2026-04-14', quota('month'), ['2026-M01/1', '2026-M02/1', '2026-M03/1']],
    ['2026-01-01', '2026-04-15', quota('month'), ['2026-M01/1', '2026-M02/1', '2026-M03/1', '2026-M04/1']],
    ['2026-03-16', null, quota('year', { months: [3] }), ['2026/1']],
    ['2026-03-17', null, quota('year', { months: [3] }), []],
    ['2026-04-16', null, season([3, 4, 5]), ['2026-S1/1']],
    ['2026-04-17', null, season([3, 4, 5]), []],
    ['2026-05-15', null, quota('day'), ['2026-05-15/1']],
  ]
  test.each(table)('valid %s to %s', (from, until, rhythm, expected) => {
    const to = rhythm.kind === 'quota' && rhythm.period === 'day' ? '2026-05-15' : '2026-12-31'
    const keys = expand(planOf(rhythm, { from, until }), '2026-01-01', to).map(({ key }) => key)
    expect(keys.slice(0, Math.max(1, expected.length))).toEqual(expected)
  })

  test('the days outside the validity belong to no window', () => {
    const plan = planOf(quota('month'), { from: '2026-04-10', until: '2026-04-28' })
    expect(windowOf(plan, expand(plan, '2026-04-01', '2026-04-30')[0]).slice(0, 2)).toEqual([
      '2026-04-10T00:00:00+08:00',
      '2026-04-29T00:00:00+08:00',
    ])
  })
})

describe('quota: windows', () => {
  const table: [string, Plan['window'], string[]][] = [
    ['the whole period', {}, ['2026-04-01T00:00:00+08:00', '2026-05-01T00:00:00+08:00']],
    ['its last ten days', { openBefore: 'P10D' }, ['2026-04-21T00:00:00+08:00', '2026-05-01T00:00:00+08:00']],
    [
      'from the month before',
      { openBefore: 'P2M' },
      ['2026-03-01T00:00:00+08:00', '2026-05-01T00:00:00+08:00'],
    ],
    [
      'its last four hours',
      { openBefore: 'PT4H' },
      ['2026-04-30T20:00:00+08:00', '2026-05-01T00:00:00+08:00'],
    ],
    ['three days of grace', { dueAfter: 'P3D' }, ['2026-04-01T00:00:00+08:00', '2026-05-04T00:00:00+08:00']],
    [
      'a report of the month, by the 5th of the next',
      { openBefore: 'P0D', dueAfter: 'P5D' },
      ['2026-05-01T00:00:00+08:00', '2026-05-06T00:00:00+08:00'],
    ],
  ]
  test.each(table)('%s', (_, window, expected) => {
    const plan = planOf(quota('month'), { window })
    const april = expand(plan, '2026-03-01', '2026-05-31').find(({ key }) => key === '2026-M04/1')
    expect(windowOf(plan, april).slice(0, 2)).toEqual(expected)
  })

  test('a report is planned among the days from its opening to its due time, its key stays the month’s', () => {
    const plan = planOf(quota('month'), {
      window: { openBefore: 'P0D', dueAfter: 'P5D' },
      until: '2026-03-31',
    })
    expect(keysAndDays(expand(plan, '2026-01-01', '2026-12-31'))).toEqual([
      '2026-M01/1 2026-02-05',
      '2026-M02/1 2026-03-05',
      '2026-M03/1 2026-04-03',
    ])
    expect(expand(plan, '2026-04-01', '2026-04-30')).toHaveLength(1)
  })

  test('overlapping periods come in order of planned date', () => {
    const plan = planOf(quota('month', { min: 3, spread: 'even' }), { window: { openBefore: 'P3M' } })
    const planned = expand(plan, '2026-01-01', '2026-12-31').map((occurrence) => occurrence.planned)
    expect(planned).toEqual(planned.toSorted((a, b) => a - b))
    expect(planned.length).toBeGreaterThan(30)
  })
})

describe('quota: spread', () => {
  test('parts: day ⌊(k−1)·n/m⌋+1 … ⌊k·n/m⌋; even takes the last working day of each', () => {
    const plan = planOf(quota('month', { min: 4, spread: 'even' }))
    // 31 days in four: 1–7, 8–15, 16–23, 24–31.
    expect(keysAndDays(expand(plan, '2026-07-01', '2026-07-31', { workingDays: everyDayOn }))).toEqual([
      '2026-M07/1 2026-07-07',
      '2026-M07/2 2026-07-15',
      '2026-M07/3 2026-07-23',
      '2026-M07/4 2026-07-31',
    ])
    expect(keysAndDays(expand(plan, '2026-08-01', '2026-08-31'))).toEqual([
      '2026-M08/1 2026-08-07',
      '2026-M08/2 2026-08-14',
      '2026-M08/3 2026-08-21',
      '2026-M08/4 2026-08-31',
    ])
  })

  test('end: every round on the last working day', () => {
    const plan = planOf(quota('month', { min: 2 }))
    expect(keysAndDays(expand(plan, '2026-05-01', '2026-05-31'))).toEqual([
      '2026-M05/1 2026-05-29',
      '2026-M05/2 2026-05-29',
    ])
  })

  test('a part without a working day takes its last day', () => {
    const plan = (spread: 'stagger' | 'even' | 'end') => planOf(quota('week', { min: 2, spread }))
    const week = ['2026-07-06', '2026-07-12'] as const
    for (const spread of ['stagger', 'even'] as const) {
      expect(keysAndDays(expand(plan(spread), ...week, { workingDays: everyDayOff }))).toEqual([
        '2026-W28/1 2026-07-08',
        '2026-W28/2 2026-07-12',
      ])
    }
    expect(keysAndDays(expand(plan('end'), ...week, { workingDays: everyDayOff }))).toEqual([
      '2026-W28/1 2026-07-12',
      '2026-W28/2 2026-07-12',
    ])
  })

  test('more rounds than days', () => {
    const plan = planOf(quota('day', { min: 3, spread: 'even' }))
    expect(keysAndDays(expand(plan, '2026-07-06', '2026-07-06'))).toEqual([
      '2026-07-06/1 2026-07-06',
      '2026-07-06/2 2026-07-06',
      '2026-07-06/3 2026-07-06',
    ])
  })

  test.each(['unit-1', 'unit-2', '病区-3', null])(
    'stagger: the working day that SHA-256 picks for %s',
    (targetId) => {
      const plan = planOf(quota('month', { spread: 'stagger' }))
      const hash = createHash('sha256')
        .update(`duty-1|${targetId ?? ''}`)
        .digest()
        .readUInt32BE(0)
      const working = Array.from({ length: 30 }, (_, index) => day('2026-06-01') + index).filter(
        (each) => weekdayOf(each) < 6,
      )
      const [june] = expand(plan, '2026-06-01', '2026-06-30', { targetId })
      expect(june?.planned).toBe(working[hash % working.length])
    },
  )

  test('stagger is the default, and spreads targets over the month', () => {
    const { spread: _, ...rhythm } = quota('month')
    const days = Array.from({ length: 60 }, (_unused, index) =>
      expand(planOf(rhythm), '2026-06-01', '2026-06-30', { targetId: `unit-${index}` }).map(({ planned }) =>
        printDate(planned),
      ),
    ).flat()
    expect(new Set(days).size).toBeGreaterThan(15)
  })

  test('months in the middle of a period hold no planned date', () => {
    const plan = planOf(quota('year', { months: [3, 9], min: 2, spread: 'even' }))
    expect(keysAndDays(expand(plan, '2026-01-01', '2026-12-31'))).toEqual([
      '2026/1 2026-03-30',
      '2026/2 2026-09-30',
    ])
  })
})

describe('quota: holidays move within the period, its due time stays', () => {
  test.each([
    ['skip', []],
    ['keep', ['2026-07-11/1 2026-07-11', '2026-07-12/1 2026-07-12']],
    ['next', ['2026-07-11/1 2026-07-11', '2026-07-12/1 2026-07-12']],
  ] as const)('each day, %s', (holidays, expected) => {
    expect(keysAndDays(expand(planOf(quota('day'), { holidays }), '2026-07-11', '2026-07-12'))).toEqual(
      expected,
    )
  })

  test.each([
    ['next', '2026-07-13'],
    ['previous', '2026-07-10'],
    ['nearest', '2026-07-10'],
  ] as const)('the part of a weekend, %s', (holidays, expected) => {
    // 31 rounds make each day a part of its own.
    const plan = planOf(quota('month', { min: 31, spread: 'even' }), { holidays })
    const saturday = expand(plan, '2026-07-01', '2026-07-31').find(({ key }) => key === '2026-M07/11')
    expect(printDate(saturday?.planned ?? 0)).toBe(expected)
    expect(windowOf(plan, saturday)[1]).toBe('2026-08-01T00:00:00+08:00')
  })
})
