import { describe, expect, test } from 'vitest'
import { occurrencesOf } from '../../../src/domain/schedule/occurrences.ts'
import type { RuleRhythm } from '../../../src/domain/schedule/plan.ts'
import { context, day, expand, planOf, rule } from './schedule-fixtures.ts'

describe('rule: dates and keys', () => {
  const table: [string, RuleRhythm, string, string, string[]][] = [
    [
      'the start is no occurrence unless it matches',
      rule('FREQ=WEEKLY;BYDAY=MO'),
      '2026-01-01',
      '2026-01-12',
      ['20260105', '20260112'],
    ],
    [
      'the start gives the weekday',
      rule('FREQ=WEEKLY'),
      '2026-01-01',
      '2026-01-08',
      ['20260101', '20260108'],
    ],
    [
      'month ends',
      rule('FREQ=MONTHLY;BYMONTHDAY=-1'),
      '2026-02-01',
      '2026-04-30',
      ['20260228', '20260331', '20260430'],
    ],
    [
      'leap days',
      rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'),
      '2026-01-01',
      '2033-12-31',
      ['20280229', '20320229'],
    ],
    [
      'last working day of a year',
      rule('FREQ=YEARLY;BYMONTH=12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'),
      '2026-01-01',
      '2027-12-31',
      ['20261231', '20271231'],
    ],
    ['ISO week 53', rule('FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU'), '2026-01-01', '2027-12-31', ['20270103']],
    [
      'one occurrence per time and date',
      rule('FREQ=DAILY', { times: ['16:00', '08:00', '00:00'] }),
      '2026-03-01',
      '2026-03-01',
      ['20260301T0000', '20260301T0800', '20260301T1600'],
    ],
    [
      'rdates, not counted by COUNT',
      rule('FREQ=DAILY;COUNT=2', { rdates: ['2026-01-09'] }),
      '2026-01-01',
      '2026-12-31',
      ['20260101', '20260102', '20260109'],
    ],
    [
      'exdates, from both',
      rule('FREQ=DAILY;COUNT=3', { rdates: ['2026-01-09'], exdates: ['2026-01-02', '2026-01-09'] }),
      '2026-01-01',
      '2026-12-31',
      ['20260101', '20260103'],
    ],
    [
      'a timed date among all-day ones',
      rule('FREQ=DAILY;COUNT=1', { rdates: ['2026-01-01T10:30'] }),
      '2026-01-01',
      '2026-12-31',
      ['20260101', '20260101T1030'],
    ],
  ]
  test.each(table)('%s', (_, rhythm, from, to, expected) => {
    expect(expand(planOf(rhythm), from, to).map(({ key }) => key)).toEqual(expected)
  })

  test('the validity bounds occurrences, both ends included', () => {
    const plan = planOf(rule('FREQ=DAILY'), { from: '2026-01-03', until: '2026-01-05' })
    expect(expand(plan, '2025-01-01', '2027-01-01').map(({ key }) => key)).toEqual([
      '20260103',
      '20260104',
      '20260105',
    ])
  })

  test('at most limit, and the key of the first one left out', () => {
    const range = { from: day('2026-01-01'), to: day('2026-01-03') }
    const keysFor = (limit: number) => {
      const { occurrences, next } = occurrencesOf(planOf(rule('FREQ=DAILY')), context, { ...range, limit })
      return [occurrences.map(({ key }) => key), next]
    }
    expect(keysFor(2)).toEqual([['20260101', '20260102'], '20260103'])
    expect(keysFor(3)).toEqual([['20260101', '20260102', '20260103'], null])
    expect(keysFor(0)).toEqual([[], '20260101'])
  })

  test('more dates than are expanded at once', () => {
    const plan = planOf(rule('FREQ=DAILY', { times: ['08:00', '12:00', '16:00'] }))
    const keys = expand(plan, '2026-01-01', '2026-09-30').map(({ key }) => key)
    expect(keys).toHaveLength(273 * 3)
    expect(keys).toEqual([...new Set(keys)].toSorted())
  })
})
