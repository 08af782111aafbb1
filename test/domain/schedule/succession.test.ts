import { describe, expect, test } from 'vitest'
import { checkPlan } from '../../../src/domain/schedule/check-plan.ts'
import { describePlan } from '../../../src/domain/schedule/describe-plan.ts'
import { planFaultSentence, planWarningSentence } from '../../../src/domain/schedule/fault-messages.ts'
import { nextAfterInterval } from '../../../src/domain/schedule/interval.ts'
import type { FollowRhythm, IntervalRhythm, Plan, Targets } from '../../../src/domain/schedule/plan.ts'
import { printDate } from '../../../src/domain/time/civil.ts'
import { day, type Draft, expand, keysAndDays, planOf, quota, windowOf } from './schedule-fixtures.ts'

const interval = (every: string, from: IntervalRhythm['from'] = 'done'): IntervalRhythm => ({
  kind: 'interval',
  every,
  from,
})
const follow = (offset: string, of: FollowRhythm['of'] = 'planned'): FollowRhythm => ({
  kind: 'follow',
  duty: 'duty-2',
  of,
  offset,
})
const assets: Targets = { assets: { types: ['pump'] }, coverage: 'each' }

describe('the next round of an interval', () => {
  type Ended = [key: string, countsOn: string]
  const next = (
    rhythm: IntervalRhythm,
    ended: Ended[],
    rest: { validUntil?: string; until?: string } = {},
  ) => {
    const found = nextAfterInterval(
      rhythm,
      { from: day('2026-01-01'), until: day(rest.until ?? '2200-01-01') },
      {
        ended: ended.map(([key, countsOn]) => ({ key, countsOn: day(countsOn) })),
        validUntil: rest.validUntil === undefined ? null : day(rest.validUntil),
      },
    )
    return found && `${found.key} ${printDate(found.date)}`
  }

  test.each<[string, string, Ended[], string]>([
    ['never done: from where the plan begins', 'P6M', [], '20260101 2026-07-01'],
    ['from the last completion', 'P6M', [['20260101', '2026-06-20']], '20260620 2026-12-20'],
    [
      'the last of several, in whatever order',
      'P1M',
      [
        ['b', '2026-03-31'],
        ['a', '2026-02-02'],
      ],
      '20260331 2026-04-30',
    ],
    ['done before the plan: due when it begins', 'P1M', [['old', '2025-04-01']], '20250401 2026-01-01'],
    ['done on the day it was counted from', 'P1W', [['20260301', '2026-03-01']], '20260301/2 2026-03-08'],
    [
      'and once more',
      'P1W',
      [
        ['20260301', '2026-03-01'],
        ['20260301/2', '2026-03-01'],
      ],
      '20260301/3 2026-03-08',
    ],
  ])('%s', (_, every, ended, expected) => {
    expect(next(interval(every), ended)).toBe(expected)
  })

  test('none beyond the plan', () => {
    expect(next(interval('P1Y'), [], { until: '2026-12-31' })).toBeNull()
    expect(next(interval('P1Y', 'expiry'), [], { validUntil: '2027-01-01', until: '2026-12-31' })).toBeNull()
  })

  test.each<[string, Ended[], string | undefined, string | null]>([
    ['without a certificate none', [], undefined, null],
    ['when the certificate ends', [], '2026-05-31', '20260531 2026-05-31'],
    ['one that ended before the plan is due when it begins', [], '2025-05-31', '20250531 2026-01-01'],
    ['done, and nobody entered a new one', [['20260531', '2026-05-20']], '2026-05-31', '20270531 2027-05-31'],
    ['done and entered', [['20260531', '2026-05-20']], '2027-05-19', '20270519 2027-05-19'],
    [
      'of an old one that nobody renewed, the one after it was last seen to',
      [['20230531', '2026-02-01']],
      '2023-05-31',
      '20260531 2026-05-31',
    ],
    [
      'the earlier ones forgotten, the one after the last',
      [
        ['hand-1', '2027-04-01'],
        ['20270531', '2027-05-20'],
      ],
      '2025-05-31',
      '20280531 2028-05-31',
    ],
    [
      'a leap day comes back',
      [
        ['20240229', '2024-02-20'],
        ['20250228', '2025-02-20'],
        ['20260228', '2026-02-20'],
        ['20270228', '2027-02-20'],
      ],
      '2024-02-29',
      '20280229 2028-02-29',
    ],
  ])('expiry: %s', (_, ended, validUntil, expected) => {
    expect(next(interval('P1Y', 'expiry'), ended, validUntil === undefined ? {} : { validUntil })).toBe(
      expected,
    )
  })
})

describe('the series of a preview', () => {
  test('as if each were done on its day', () => {
    const plan = planOf(interval('P1M'), { from: '2026-01-31', holidays: 'next' })
    expect(keysAndDays(expand(plan, '2026-01-01', '2026-06-30'))).toEqual([
      '20260131 2026-03-02',
      '20260302 2026-04-02',
      '20260402 2026-05-04',
      '20260504 2026-06-04',
    ])
    expect(keysAndDays(expand(plan, '2026-05-01', '2026-05-31'))).toEqual(['20260402 2026-05-04'])
  })

  test('moved back it still goes on', () => {
    const plan = planOf(interval('P1D'), { from: '2026-01-01', holidays: 'previous' })
    expect(expand(plan, '2026-02-01', '2026-03-31').length).toBeLessThanOrEqual(59)
  })

  test('certificates as if renewed', () => {
    const plan = planOf(interval('P1Y', 'expiry'), { targets: assets })
    const context = { validUntil: day('2024-03-31') }
    expect(keysAndDays(expand(plan, '2026-01-01', '2028-12-31', context))).toEqual([
      '20240331 2026-01-01',
      '20260331 2026-03-31',
      '20270331 2027-03-31',
      '20280331 2028-03-31',
    ])
    expect(expand(plan, '2026-01-01', '2036-12-31')).toEqual([])
  })

  test('what follows stays within the plan and keeps the keys', () => {
    const leading = [
      { key: '2026-M02/1', countsFrom: day('2026-02-10') },
      { key: '2026-M01/1', countsFrom: day('2026-01-10') },
      { key: '2025-M12/1', countsFrom: day('2025-12-10') },
      { key: '2026-M03/1', countsFrom: day('2026-03-10'), notBefore: day('2026-04-01') },
    ]
    const plan = planOf(follow('P1W'), { holidays: 'skip' })
    expect(keysAndDays(expand(plan, '2025-01-01', '2026-12-31', { leading }))).toEqual([
      '2026-M02/1 2026-02-17',
      '2026-M03/1 2026-04-01',
    ])
  })
})

describe('when it opens, is due and is missed', () => {
  test.each<[Plan['rhythm'], Partial<Draft>, string[]]>([
    [interval('P1D'), {}, ['2026-01-02T00', '2026-01-03T00', '2026-01-03T00']],
    [interval('P1W'), {}, ['2026-01-06T00', '2026-01-09T00', '2026-01-11T00']],
    [interval('P1M'), {}, ['2026-01-25T00', '2026-02-02T00', '2026-02-09T00']],
    [interval('P3M'), {}, ['2026-03-17T00', '2026-04-02T00', '2026-04-17T00']],
    [interval('P1Y'), {}, ['2026-12-02T00', '2027-01-02T00', '2027-02-01T00']],
    [
      interval('P1Y'),
      { window: { openBefore: 'P2M', dueAfter: 'P1W', missAfter: 'never' } },
      ['2026-11-01T00', '2027-01-09T00', 'null'],
    ],
    [follow('P0D'), {}, ['2026-01-01T00', '2026-01-02T00', '2026-01-04T00']],
    [follow('P1W'), {}, ['2026-01-01T00', '2026-01-09T00', '2026-01-11T00']],
    [follow('P6M'), {}, ['2026-06-01T00', '2026-07-02T00', '2026-08-01T00']],
    [follow('P1W'), { window: { missAfter: 'next' } }, ['2026-01-01T00', '2026-01-09T00', '2026-02-01T00']],
  ])('%j %j', (rhythm, rest, expected) => {
    const plan = planOf(rhythm, rest)
    const leading = [
      { key: 'a', countsFrom: day('2026-01-01') },
      { key: 'b', countsFrom: day('2026-02-01') },
    ]
    const [first] = expand(plan, '2026-01-01', '2028-01-01', { leading })
    expect(windowOf(plan, first).map((each) => String(each).slice(0, 13))).toEqual(expected)
  })
})

describe('what is refused, and where', () => {
  test.each<[string, Draft, [string, string][]]>([
    ['no days', planOf(interval('P0D')), [['rhythm.every', 'no-interval']]],
    ['hours', planOf(interval('P1DT4H')), [['rhythm.every', 'whole-days']]],
    ['no duration', planOf(interval('half a year')), [['rhythm.every', 'bad-duration']]],
    ['more than a lifetime', planOf(interval('P30Y')), [['rhythm.every', 'duration-too-long']]],
    ['a certificate of nothing', planOf(interval('P1Y', 'expiry')), [['targets', 'expiry-of-assets']]],
    [
      'a certificate of units',
      planOf(interval('P1Y', 'expiry'), { targets: { ...assets, units: { tags: ['icu'] } } }),
      [['targets', 'expiry-of-assets']],
    ],
    ['days off skipped', planOf(interval('P1Y'), { holidays: 'skip' }), [['holidays', 'skip-ends-it']]],
    [
      'missed with the next',
      planOf(interval('P1Y'), { window: { missAfter: 'next' } }),
      [['window.missAfter', 'none-next']],
    ],
    ['an end too soon', planOf(interval('P1Y'), { until: '2026-06-30' }), [['until', 'yields-nothing']]],
    [
      'in turn',
      planOf(interval('P1Y'), { targets: { ...assets, coverage: 'rotate' } }),
      [['targets.coverage', 'only-each']],
    ],
    ['hours later', planOf(follow('PT4H')), [['rhythm.offset', 'whole-days']]],
    ['years later', planOf(follow('P3Y')), [['rhythm.offset', 'duration-too-long']]],
    [
      'no topics',
      planOf(quota('month'), { topics: { per: 'month', items: [] } }),
      [['topics.items', 'no-topics']],
    ],
    [
      'a blank topic',
      planOf(quota('month'), { topics: { per: 'month', items: ['心肺复苏', ' '] } }),
      [['topics.items.1', 'blank-topic']],
    ],
    [
      'a topic like a book',
      planOf(quota('month'), { topics: { per: 'month', items: ['长'.repeat(201)] } }),
      [['topics.items.0', 'topic-too-long']],
    ],
    [
      'more topics than days',
      planOf(quota('month'), { topics: { per: 'month', items: Array.from({ length: 367 }, String) } }),
      [['topics.items', 'too-many-topics']],
    ],
    [
      'topics of each follower',
      planOf(follow('P1W'), { topics: { per: 'occurrence', items: ['A'] } }),
      [['topics.per', 'topics-of-followers']],
    ],
  ])('%s', (_, plan, expected) => {
    const { faults } = checkPlan(plan)
    expect(faults.map(({ path, code }) => [path, code])).toEqual(expected)
    for (const fault of faults) {
      expect(planFaultSentence(fault, 'zh-CN')).toMatch(/。$/)
      expect(planFaultSentence(fault, 'en')).toMatch(/\.$/)
    }
  })

  test.each<[Draft, string[]]>([
    [planOf(interval('P6M')), ['as-if-done']],
    [planOf(interval('P20Y')), ['as-if-done']],
    [planOf(interval('P1Y', 'expiry'), { targets: assets }), ['as-if-renewed']],
    [planOf(follow('P1W')), []],
    [planOf(follow('P0D', 'done')), ['as-if-done-there']],
    [planOf(follow('P1W'), { topics: { per: 'month', items: ['A'] } }), []],
    [planOf(interval('P6M'), { topics: { per: 'occurrence', items: ['字'.repeat(200)] } }), ['as-if-done']],
  ])('accepted: %j', (plan, expected) => {
    const { faults, warnings } = checkPlan(plan)
    expect([faults, warnings.map(({ code }) => code)]).toEqual([[], expected])
    for (const each of warnings) expect(planWarningSentence(each, 'zh-CN')).toMatch(/。$/)
  })
})

test.each<[Plan['rhythm'], string, string]>([
  [interval('P6M'), '上次完成后每隔6个月', '6 months after it was last done'],
  [interval('P1Y'), '上次完成后每隔1年', '1 year after it was last done'],
  [interval('P1M2W'), '上次完成后每隔1个月2周', '1 month and 2 weeks after it was last done'],
  [
    interval('P1Y', 'expiry'),
    '证书到期前30天起（有效期1年）',
    'from 30 days before the certificate ends (valid for 1 year)',
  ],
  [follow('P7D'), '所跟随工作的计划日期后7天', '7 days after the planned day of the followed duty'],
  [follow('P0D'), '所跟随工作的计划日期当天', 'on the planned day of the followed duty'],
  [follow('P7D', 'done'), '所跟随工作完成后7天', '7 days after the followed duty is done'],
  [follow('P0D', 'done'), '所跟随工作完成当天', 'on the day the followed duty is done'],
])('%j in words', (rhythm, zh, en) => {
  const plan = planOf(rhythm)
  expect([describePlan(plan, 'zh-CN'), describePlan(plan, 'en')]).toEqual([zh, en])
})

test('a duty that is followed is called by its name, where that is known', () => {
  const plan = planOf(follow('P7D', 'done'))
  expect(describePlan(plan, 'zh-CN', '病区轮查')).toBe('“病区轮查”完成后7天')
  expect(describePlan(plan, 'en', 'Ward review')).toBe('7 days after “Ward review” is done')
})
