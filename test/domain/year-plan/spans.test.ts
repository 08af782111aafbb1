import { describe, expect, it } from 'vitest'
import type { Rhythm } from '../../../src/domain/schedule/plan.ts'
import { placeOf } from '../../../src/domain/year-plan/spans.ts'

const every = (period: Extract<Rhythm, { kind: 'quota' }>['period'], months?: number[]): Rhythm => ({
  kind: 'quota',
  period,
  min: 1,
  max: null,
  ...(months && { months }),
})
const season = (...months: number[]): Rhythm => ({ kind: 'season', months, min: 1, max: null })
const onMondays: Rhythm = { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=WEEKLY;BYDAY=MO' }
const weekLater: Rhythm = { kind: 'follow', duty: 'duty_x', of: 'planned', offset: 'P7D' }

describe('where a round stands in the sheet of 2026', () => {
  it.each<[string, Rhythm | null, string | null, [number, number], [string, number, number] | null]>([
    ['a date: its month', onMondays, null, [2026, 3], ['month', 3, 3]],
    ['a date of next year: nowhere', onMondays, null, [2027, 1], null],
    ['made by hand: its month', null, null, [2026, 12], ['month', 12, 12]],
    ['monthly: the key’s month', every('month'), '2026-M07', [2026, 7], ['month', 7, 7]],
    [
      'a report on December, due in January: December',
      every('month'),
      '2026-M12',
      [2027, 1],
      ['month', 12, 12],
    ],
    ['last December’s report: not here', every('month'), '2025-M12', [2026, 1], null],
    ['weekly: the month of its day', every('week'), null, [2026, 1], ['month', 1, 1]],
    ['every two months', every('bimonth'), '2026-B4', [2026, 7], ['bimonth', 7, 8]],
    ['quarterly: over the quarter', every('quarter'), '2026-Q3', [2026, 9], ['quarter', 7, 9]],
    [
      'a quarter’s counting months alone',
      every('quarter', [2, 5, 8, 11]),
      '2026-Q2',
      [2026, 5],
      ['quarter', 5, 5],
    ],
    ['half-yearly', every('halfyear'), '2026-H2', [2026, 8], ['halfyear', 7, 12]],
    ['yearly', every('year'), '2026', [2026, 6], ['year', 1, 12]],
    ['yearly, in May', every('year', [5]), '2026', [2026, 5], ['year', 5, 5]],
    ['spring', season(3, 4, 5, 9, 10, 11), '2026-S1', [2026, 4], ['season', 3, 5]],
    ['autumn', season(3, 4, 5, 9, 10, 11), '2026-S2', [2026, 11], ['season', 9, 11]],
    ['a winter that ends next year', season(11, 12, 1, 2), '2026-S1', [2027, 1], ['season', 11, 12]],
    ['a winter that began last year: there', season(11, 12, 1, 2), '2025-S1', [2026, 1], null],
    ['what follows a monthly check: its own day', weekLater, '2026-M07', [2026, 8], ['month', 8, 8]],
  ])('%s', (_, rhythm, period, [year, month], expected) => {
    const place = placeOf(rhythm, { period, plannedIn: { year, month } }, 2026)
    expect(place && [place.kind, place.span.first, place.span.last]).toEqual(expected)
  })
})
