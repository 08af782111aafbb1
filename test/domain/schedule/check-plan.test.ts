import { describe, expect, test } from 'vitest'
import { checkPlan, type PlanFault } from '../../../src/domain/schedule/check-plan.ts'
import { planFaultSentence, planWarningSentence } from '../../../src/domain/schedule/fault-messages.ts'
import type { Plan, Targets } from '../../../src/domain/schedule/plan.ts'
import { type Draft, planOf, quota, rule, season } from './schedule-fixtures.ts'

const daily = rule('FREQ=DAILY')
const at = (time: string) => rule('FREQ=DAILY', { times: [time] })
const targets = (rest: Partial<Exclude<Targets, { none: true }>>): Partial<Draft> => ({
  targets: { coverage: 'each', ...rest },
})
const units = { units: { tags: ['clinical'] } }

describe('what is refused, and where', () => {
  const table: [string, Draft, [string, string][]][] = [
    ['an unknown zone', planOf(daily, { timeZone: 'Asia/Peking' }), [['timeZone', 'unknown-zone']]],
    ['an offset for a zone', planOf(daily, { timeZone: '+08:00' }), [['timeZone', 'unknown-zone']]],
    ['a date that does not exist', planOf(daily, { from: '2026-02-30' }), [['from', 'bad-date']]],
    ['a year too far off', planOf(daily, { until: '9999-01-01' }), [['until', 'date-out-of-range']]],
    [
      'end before start',
      planOf(daily, { from: '2026-03-01', until: '2026-02-28' }),
      [['until', 'until-before-from']],
    ],
    ['a typing error in a rule', planOf(rule('FREQ=DALY')), [['rhythm.rrule', 'freq.unknown']]],
    [
      'two errors at once',
      planOf(rule('FREQ=DALY'), { timeZone: 'Mars' }),
      [
        ['timeZone', 'unknown-zone'],
        ['rhythm.rrule', 'freq.unknown'],
      ],
    ],
    ['hourly', planOf(rule('FREQ=HOURLY')), [['rhythm.rrule', 'freq.tooFast']]],
    ['30 February', planOf(rule('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')), [['rhythm.rrule', 'rule.empty']]],
    [
      'a rule’s start that is no date',
      planOf(rule('FREQ=DAILY', { start: '1.1.2026' })),
      [['rhythm.start', 'bad-date']],
    ],
    [
      'a rule’s start in 1800',
      planOf(rule('FREQ=DAILY', { start: '1800-01-01' })),
      [['rhythm.start', 'start.range']],
    ],
    ['a time that does not exist', planOf(at('24:00')), [['rhythm.times.0', 'bad-time']]],
    [
      'a time given twice',
      planOf(rule('FREQ=DAILY', { times: ['08:00', '08:00'] })),
      [['rhythm.times.1', 'repeated-time']],
    ],
    [
      'a length that is none',
      planOf(rule('FREQ=DAILY', { length: '2 hours' })),
      [['rhythm.length', 'bad-duration']],
    ],
    [
      'an added date that is none',
      planOf(rule('FREQ=DAILY', { rdates: ['2026-01-01', '2026-01-01T8:00'] })),
      [['rhythm.rdates.1', 'bad-local']],
    ],
    [
      'an excepted date that is none',
      planOf(rule('FREQ=DAILY', { exdates: ['2026-01-01T08:00T'] })),
      [['rhythm.exdates.0', 'bad-local']],
    ],
    ['no round a period', planOf(quota('week', { min: 0 })), [['rhythm.min', 'bad-count']]],
    ['half a round', planOf(quota('week', { min: 1.5 })), [['rhythm.min', 'bad-count']]],
    [
      'a ceiling below the floor',
      planOf(quota('week', { min: 3, max: 2 })),
      [['rhythm.max', 'max-below-min']],
    ],
    ['month 13', planOf(quota('year', { months: [13] })), [['rhythm.months', 'bad-months']]],
    ['no month', planOf(season([])), [['rhythm.months', 'no-months']]],
    [
      'a season of twelve months',
      planOf(season([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])),
      [['rhythm.months', 'season-whole-year']],
    ],
    ['too many rounds', planOf(quota('day', { min: 300 })), [['rhythm', 'too-often']]],
    [
      'a duration of a month and a half',
      planOf(daily, { window: { dueAfter: 'P1.5M' } }),
      [['window.dueAfter', 'bad-duration']],
    ],
    [
      'a negative duration',
      planOf(daily, { window: { missAfter: '-P1D' } }),
      [['window.missAfter', 'bad-duration']],
    ],
    [
      'a window of years',
      planOf(daily, { window: { openBefore: 'P2Y' } }),
      [['window.openBefore', 'duration-too-long']],
    ],
    [
      'a quota due when it opens',
      planOf(quota('month'), { window: { openBefore: 'P0D' } }),
      [['window', 'empty-window']],
    ],
    [
      'a time due when it opens',
      planOf(at('08:00'), { window: { openBefore: 'PT0S', dueAfter: 'PT0S' } }),
      [['window', 'empty-window']],
    ],
    [
      'midnight due at midnight',
      planOf(at('00:00'), { window: { dueAfter: 'PT0S' } }),
      [['window', 'empty-window']],
    ],
    [
      'one of several times due at once',
      planOf(rule('FREQ=DAILY', { times: ['08:00', '16:00'] }), { window: { dueAfter: 'PT0S' } }),
      [['window', 'empty-window']],
    ],
    [
      'a rule that ended before',
      planOf(rule('FREQ=DAILY;COUNT=3'), { from: '2026-02-01' }),
      [['rhythm', 'yields-nothing']],
    ],
    [
      'a rule all of whose dates are excepted',
      planOf(rule('FREQ=DAILY;COUNT=1', { exdates: ['2026-01-01'] })),
      [['rhythm', 'yields-nothing']],
    ],
    [
      'a quota with no period half within',
      planOf(quota('year'), { until: '2026-05-01' }),
      [['until', 'yields-nothing']],
    ],
    ['no target', planOf(daily, targets({})), [['targets', 'no-targets']]],
    [
      'an empty pick',
      planOf(daily, targets({ units: { exceptTags: ['x'] } })),
      [['targets.units', 'no-targets']],
    ],
    [
      'types of units',
      planOf(daily, targets({ units: { types: ['ward'] } })),
      [['targets.units.types', 'types-of-units']],
    ],
  ]
  test.each(table)('%s', (_, plan, expected) => {
    const { faults, warnings } = checkPlan(plan)
    expect(faults.map(({ path, code }) => [path, code])).toEqual(expected)
    expect(warnings).toEqual([])
    expectSentences(faults)
  })

  test('a typing error says where', () => {
    const [fault] = checkPlan(planOf(rule('FREQ=WEEKLY;BYDAY=MO,TX'))).faults
    expect(fault).toMatchObject({ code: 'weekday.unknown', at: { start: 21, end: 23 } })
    if (fault === undefined) return
    expect(planFaultSentence(fault, 'zh-CN')).toMatch(/^第22—23个字符：“TX”不是星期/)
    expect(planFaultSentence(fault, 'en')).toMatch(/^Characters 22 to 23: “TX” is no weekday/)
  })
})

describe('what is accepted', () => {
  test.each([
    planOf(daily),
    planOf(daily, { from: '1900-01-01', until: '2200-12-31' }),
    planOf(daily, targets(units)),
    planOf(daily, targets({ assets: { types: ['pump'] } })),
    planOf(quota('month', { max: 1 }), { window: { openBefore: 'P0D', dueAfter: 'P5D', missAfter: 'next' } }),
    planOf(daily, { window: { dueAfter: 'PT0S', openBefore: 'PT0S' } }),
    planOf(at('08:00'), { window: { dueAfter: 'PT0S' } }),
    planOf(season([11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9])),
  ])('%j', (plan) => {
    expect(checkPlan(plan)).toEqual({ faults: [], warnings: [] })
  })
})

describe('what is said before saving', () => {
  const table: [Plan['rhythm'], Partial<Draft>, string, string][] = [
    [
      quota('year'),
      { from: '2026-07-03' },
      '本年度剩余不足一半，自明年起执行（2027年1月1日）。',
      'Less than half of this year is left, so it begins with the next one, on 1 January 2027.',
    ],
    [
      quota('month'),
      { from: '2026-04-17' },
      '本月剩余不足一半，自下月起执行（2026年5月1日）。',
      'Less than half of this month is left, so it begins with the next one, on 1 May 2026.',
    ],
    [
      season([3, 4, 5, 9, 10, 11]),
      { from: '2026-05-01' },
      '本期剩余不足一半，自下一期起执行（2026年9月1日）。',
      'Less than half of this season is left, so it begins with the next one, on 1 September 2026.',
    ],
    [
      quota('year', { months: [3] }),
      { from: '2026-07-01' },
      '本期剩余不足一半，自下一期起执行（2027年3月1日）。',
      'Less than half of this season is left, so it begins with the next one, on 1 March 2027.',
    ],
    [
      quota('quarter'),
      { until: '2027-02-01' },
      '最后一期在有效期内的天数不足一半，不再安排。',
      'Less than half of the last period lies before the end, so nothing is planned for it.',
    ],
    [
      rule('FREQ=MONTHLY;BYMONTHDAY=31'),
      {},
      '没有31日的月份将跳过；如需每月最后一天，请选“最后一天”。',
      'Months without a day 31 are skipped. For the end of each month choose its last day.',
    ],
  ]
  test.each(table)('%j %j', (rhythm, rest, chinese, english) => {
    const { faults, warnings } = checkPlan(planOf(rhythm, rest))
    expect(faults).toEqual([])
    expect(warnings.map((warning) => planWarningSentence(warning, 'zh-CN'))).toEqual([chinese])
    expect(warnings.map((warning) => planWarningSentence(warning, 'en'))).toEqual([english])
  })

  test.each([
    [quota('month', { months: [3] }), { from: '2026-04-10' }],
    [season([3]), { from: '2026-04-10' }],
    [quota('year'), { from: '2026-07-02' }],
    [season([12, 1, 2]), {}],
    [rule('FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=1,3'), {}],
    [rule('FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'), {}],
  ] as [Plan['rhythm'], Partial<Draft>][])('nothing of %j %j', (rhythm, rest) => {
    expect(checkPlan(planOf(rhythm, rest))).toEqual({ faults: [], warnings: [] })
  })
})

/** A sentence in each language, nothing left unfilled. */
function expectSentences(faults: readonly PlanFault[]): void {
  for (const fault of faults) {
    expect(planFaultSentence(fault, 'zh-CN')).toMatch(/[\u4E00-\u9FFF].*。$/)
    expect(planFaultSentence(fault, 'en')).toMatch(/^[A-Z0-9“].*\.$/)
    for (const locale of ['zh-CN', 'en'] as const)
      expect(planFaultSentence(fault, locale)).not.toMatch(/[{}]|undefined/)
  }
}
