import { describe, expect, test } from 'vitest'
import { checkPlan } from '../../../src/domain/schedule/check-plan.ts'
import { planFaultSentence, planWarningSentence } from '../../../src/domain/schedule/fault-messages.ts'
import { targetWarnings } from '../../../src/domain/schedule/target-warnings.ts'
import type { Targets } from '../../../src/domain/schedule/plan.ts'
import { context, planOf, quota, rule, season, type Draft } from './schedule-fixtures.ts'

const weekly = rule('FREQ=WEEKLY;BYDAY=TH')
const daily = rule('FREQ=DAILY')
type Turns = Partial<Exclude<Targets, { none: true }>>

function turns(rhythm: Draft['rhythm'], rest: Turns = {}): Draft {
  return planOf(rhythm, { targets: { units: { tags: ['clinical'] }, coverage: 'rotate', ...rest } })
}

describe('what cannot be is refused', () => {
  const table: [string, Draft, string, string, string][] = [
    [
      'months outside 1 to 12',
      planOf(quota('year', { months: [13] })),
      'rhythm.months',
      'bad-months',
      '1到12',
    ],
    ['a season of no month', planOf(season([])), 'rhythm.months', 'no-months', '至少选择一个月份'],
    [
      'a season of all months',
      planOf(season([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])),
      ...(['rhythm.months', 'season-whole-year', '每年若干次'] as const),
    ],
    ['no round in a period', planOf(quota('month', { min: 0 })), 'rhythm.min', 'bad-count', '1到366'],
    [
      'more at least than at most',
      planOf(quota('month', { min: 3, max: 2 })),
      ...(['rhythm.max', 'max-below-min', '（2）小于应做次数（3）'] as const),
    ],
    [
      'over 10,000 rounds a year',
      planOf(quota('day', { min: 366 })),
      ...(['rhythm', 'too-often', '10000次'] as const),
    ],
    ['30 February', planOf(rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')), 'rhythm.rrule', 'rule.empty', ''],
    [
      'less than half of its only year',
      { ...planOf(quota('year')), until: '2026-03-01' },
      ...(['until', 'yields-nothing', '有效期内'] as const),
    ],
    ['nobody at a time', turns(weekly, { perOccurrence: 0 }), 'targets.perOccurrence', 'bad-count', '1到500'],
    ['501 at a time', turns(weekly, { perOccurrence: 501 }), 'targets.perOccurrence', 'bad-count', '1到500'],
    ['half a one', turns(weekly, { perOccurrence: 1.5 }), 'targets.perOccurrence', 'bad-count', '整数'],
    [
      'as many as needed, with nothing that needs them',
      turns(weekly, { perOccurrence: 'auto' }),
      ...(['targets.perOccurrence', 'auto-without-period', '多长时间内'] as const),
    ],
    [
      'two of all',
      turns(weekly, { coverage: 'each', perOccurrence: 2 }),
      ...(['targets.perOccurrence', 'only-in-turn', '轮流、抽取'] as const),
    ],
    [
      'all of all within a month',
      turns(weekly, { coverage: 'each', coverWithin: 'month' }),
      ...(['targets.coverWithin', 'only-in-turn', '轮流、抽取'] as const),
    ],
    [
      'turns where each target has an interval of its own',
      turns({ kind: 'interval', every: 'P1M', from: 'done' }),
      ...(['targets.coverage', 'only-each', '各有自己的日期'] as const),
    ],
    [
      'a draw among rounds that follow others',
      turns({ kind: 'follow', duty: 'duty_1', of: 'done', offset: 'P7D' }, { coverage: 'draw' }),
      ...(['targets.coverage', 'only-each', '各有自己的日期'] as const),
    ],
    [
      'a pick of nothing',
      planOf(weekly, { targets: { members: {}, coverage: 'each' } }),
      ...(['targets.members', 'no-targets', '没有选定'] as const),
    ],
  ]
  test.each(table)('%s', (_, plan, path, code, words) => {
    const { faults } = checkPlan(plan)
    expect(faults.map((fault) => [fault.path, fault.code])).toEqual([[path, code]])
    for (const fault of faults) {
      expect(planFaultSentence(fault, 'zh-CN')).toContain(words)
      expect(planFaultSentence(fault, 'en')).not.toMatch(/[{}\u4e00-\u9fff]/)
    }
  })
})

describe('what can hardly be is accepted, and says what will happen', () => {
  const table: [string, Draft, number, string, string, string][] = [
    [
      '12 departments, one a week, within a month',
      turns(weekly, { coverWithin: 'month' }),
      12,
      'cannot-cover',
      '共12个对象，每月能轮到4或5个：会有7或8个轮不到。',
      'There are 12 targets and 4 or 5 turns each month: 7 or 8 will be left.',
    ],
    [
      '60 units, one a day, within a week',
      turns(daily, { coverWithin: 'week' }),
      60,
      'cannot-cover',
      '共60个对象，每周能轮到7个：会有53个轮不到。',
      'There are 60 targets and 7 turns each week: 53 will be left.',
    ],
    [
      'enough in long months only',
      turns(weekly, { perOccurrence: 2, coverWithin: 'month', coverage: 'draw' }),
      10,
      'cannot-cover',
      '共10个对象，每月能轮到8至10个：最多会有2个轮不到。',
      'There are 10 targets and 8 to 10 turns each month: up to 2 will be left.',
    ],
    [
      'a monthly duty that is to cover all each week',
      turns(quota('month'), { perOccurrence: 'auto', coverWithin: 'week' }),
      3,
      'comes-too-seldom',
      '要求每周全部轮到一遍',
      'All are to be covered each week',
    ],
    [
      '40 rounds in a month of 22 working days',
      planOf(quota('month', { min: 40 })),
      0,
      'several-a-day',
      '一期要做40次，但只有22个工作日',
      '40 rounds are wanted in a period of 22 working days',
    ],
    [
      'tags that match nothing today',
      turns(weekly),
      0,
      'no-targets-today',
      '目前没有符合条件的对象',
      'Nothing matches today',
    ],
    [
      'more at a time than there are',
      turns(weekly, { perOccurrence: 5 }),
      3,
      'more-than-there-are',
      '每次要做5个，但目前共3个对象',
      'Each time 5 are wanted, but there are only 3 targets now',
    ],
    [
      'a drawn date',
      planOf(quota('month', { spread: 'draw' })),
      1,
      'drawn',
      '抽签决定的日期和对象不会提前显示',
      'What is drawn is not shown beforehand',
    ],
  ]
  test.each(table)('%s', (_, plan, count, code, chinese, english) => {
    const { faults, warnings } = checkPlan(plan)
    const all = [...warnings, ...targetWarnings(plan, count, context)].filter(
      (each) => each.code !== 'drawn' || code === 'drawn',
    )
    expect([faults, all.map((each) => each.code)]).toEqual([[], [code]])
    for (const each of all) {
      expect(planWarningSentence(each, 'zh-CN')).toContain(chinese)
      expect(planWarningSentence(each, 'en')).toContain(english)
    }
  })

  test('what can be covered warns of nothing, nor does a period that is cut to less than half', () => {
    const fits = [
      turns(weekly, { perOccurrence: 3, coverWithin: 'month' }),
      turns(weekly, { perOccurrence: 'auto', coverWithin: 'month' }),
      { ...turns(weekly, { perOccurrence: 3, coverWithin: 'month' }), from: '2026-01-26' },
      turns(season([5, 6, 7, 8, 9, 10], { min: 12, spread: 'even' }), { coverWithin: 'halfyear' }),
      turns(weekly),
    ]
    expect(fits.map((plan) => targetWarnings(plan, 12, context).map(({ code }) => code))).toEqual([
      [],
      [],
      [],
      ['cannot-cover'],
      [],
    ])
  })
})
