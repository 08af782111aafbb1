import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan, Topics } from '../../../src/domain/schedule/plan.ts'
import { topicOf } from '../../../src/domain/schedule/topics.ts'
import { weekendsOff } from '../../../src/domain/time/working-days.ts'
import { type Draft, expand, planOf, quota, rule, season } from './schedule-fixtures.ts'

const topics = (per: Topics['per'], count: number): Topics => ({
  per,
  items: Array.from({ length: count }, (_, index) => String.fromCharCode(65 + index)),
})

function topicsOf(plan: Draft, from: string, to: string): string {
  const found = expand(plan, from, to).map((each) => topicOf(plan, each, { workingDays: weekendsOff }))
  return found.join('')
}

describe('which topic a round has', () => {
  test.each<[string, Plan['rhythm'], Topics, Partial<Draft>, string]>([
    [
      'four quarters are the year’s',
      quota('quarter'),
      topics('quarter', 4),
      { from: '2026-04-01' },
      'BCDABC',
    ],
    ['twelve months too', quota('month'), topics('month', 12), { from: '2026-10-01' }, 'JKLABCDEFGHI'],
    [
      'two a year: first and third quarter alike',
      quota('quarter'),
      topics('quarter', 2),
      { from: '2026-04-01' },
      'BABABA',
    ],
    [
      'five go round from the plan’s beginning',
      quota('quarter'),
      topics('quarter', 5),
      { from: '2026-04-01' },
      'ABCDEA',
    ],
    [
      'what begins with the next period begins with the first topic',
      quota('quarter'),
      topics('quarter', 3),
      { from: '2026-11-23', until: '2027-12-31' },
      'ABCA',
    ],
    [
      'what begins with a later date, too',
      rule('FREQ=MONTHLY;BYMONTHDAY=15'),
      topics('month', 5),
      { from: '2026-03-20', until: '2026-10-31' },
      'ABCDEAB',
    ],
    ['eight over two years', quota('quarter'), topics('quarter', 8), { from: '2026-04-01' }, 'ABCDEF'],
    [
      'weekly ones change with the month',
      rule('FREQ=WEEKLY'),
      topics('month', 3),
      { until: '2026-03-10' },
      'AAAAABBBBC',
    ],
    [
      'all of a month alike',
      quota('month', { min: 2 }),
      topics('month', 12),
      { until: '2026-03-31' },
      'AABBCC',
    ],
    [
      'a report belongs to its month, whenever it is written',
      quota('month'),
      topics('month', 12),
      { window: { openBefore: 'P0D', dueAfter: 'P5D' }, until: '2026-04-30' },
      'ABC',
    ],
    [
      'each occurrence',
      rule('FREQ=DAILY;INTERVAL=10'),
      topics('occurrence', 3),
      { until: '2026-02-28' },
      'ABCABC',
    ],
    [
      'from the plan’s beginning, not the rule’s',
      rule('FREQ=WEEKLY'),
      topics('occurrence', 4),
      { from: '2026-02-01', until: '2026-03-01' },
      'ABCD',
    ],
    [
      'each time of a day',
      rule('FREQ=DAILY', { times: ['08:00', '16:00'] }),
      topics('occurrence', 3),
      { until: '2026-01-04' },
      'ABCABCAB',
    ],
    [
      'what is taken away does not count, what is added does',
      rule('FREQ=WEEKLY', { exdates: ['2026-01-08'], rdates: ['2026-01-20'] }),
      topics('occurrence', 4),
      { until: '2026-01-31' },
      'ABCDA',
    ],
    [
      'what falls on a day off keeps its own',
      rule('FREQ=DAILY'),
      topics('occurrence', 7),
      { holidays: 'skip', until: '2026-01-09' },
      'ABEFGAB',
    ],
    [
      'rounds of a quota',
      quota('month', { min: 2 }),
      topics('occurrence', 3),
      { until: '2026-04-30' },
      'ABCABCAB',
    ],
    [
      'a period that yields nothing is not counted',
      quota('year'),
      topics('occurrence', 2),
      { from: '2026-09-01', until: '2029-12-31' },
      'ABA',
    ],
    [
      'nor are months that are left out',
      quota('month', { months: [3, 6, 9, 12] }),
      topics('occurrence', 3),
      { until: '2027-12-31' },
      'ABCABCAB',
    ],
    ['seasons', season([4, 10]), topics('occurrence', 3), { until: '2027-12-31' }, 'ABCA'],
    [
      'working days',
      { kind: 'calendar', days: 'working', pick: 'each' },
      topics('occurrence', 5),
      { until: '2026-01-14' },
      'ABCDEABCDE',
    ],
  ])('%s', (_, rhythm, own, rest, expected) => {
    const plan = planOf(rhythm, { topics: own, ...rest })
    const found = topicsOf(plan, '2026-01-01', plan.until ?? '2027-09-30')
    expect(found.slice(0, expected.length)).toBe(expected)
    if (plan.until !== null) expect(found).toBe(expected)
  })

  test('of an interval: the one after the last', () => {
    const plan = planOf({ kind: 'interval', every: 'P6M', from: 'done' }, { topics: topics('occurrence', 3) })
    const occurrence = { key: '20260101', date: 0 }
    const after = (before: string | null) => topicOf(plan, occurrence, { workingDays: weekendsOff, before })
    expect([null, 'A', 'C', 'gone'].map(after)).toEqual(['A', 'B', 'A', 'A'])
  })

  test('none where the plan has none', () => {
    expect(topicsOf(planOf(quota('month')), '2026-01-01', '2026-12-31')).toBe('')
  })

  test('the same however the days are cut', () => {
    const plans = fc.constantFrom(
      rule('FREQ=WEEKLY;BYDAY=MO,TH'),
      quota('week', { min: 2 }),
      quota('quarter', { min: 3, months: [2, 3, 8] }),
      season([11, 12, 1]),
    )
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 700 }), fc.constantFrom(3, 4, 7), (rhythm, cut, count) => {
        const draft = planOf(rhythm, { topics: topics('occurrence', count) })
        const all = expand(draft, '2026-01-01', '2027-12-31')
        const whole = all.map((each) => topicOf(draft, each, { workingDays: weekendsOff }))
        const later = all.slice(Math.min(cut, all.length - 1))
        const copy = structuredClone(draft)
        const again = later.map((each) => topicOf(copy, each, { workingDays: weekendsOff }))
        expect(again).toEqual(whole.slice(whole.length - again.length))
      }),
    )
  })
})
