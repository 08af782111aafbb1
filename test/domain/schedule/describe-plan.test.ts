import { describe, expect, test } from 'vitest'
import { describePlan } from '../../../src/domain/schedule/describe-plan.ts'
import { type Draft, planOf, quota, rule, season } from './schedule-fixtures.ts'

const lastWorkingDay = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'

describe('a plan in words', () => {
  const table: [Draft, string, string][] = [
    [planOf(quota('quarter', { max: 1 })), '每季度1次', 'once a quarter'],
    [planOf(quota('quarter')), '每季度至少1次', 'at least once a quarter'],
    [planOf(quota('week', { min: 2, max: 3 })), '每周2—3次', '2 to 3 times a week'],
    [planOf(quota('bimonth', { min: 2, max: 2 })), '每两个月2次', 'twice every two months'],
    [planOf(quota('year', { min: 2, max: null })), '每年至少2次', 'at least twice a year'],
    [planOf(quota('year', { max: 1, months: [5] })), '每年1次（限5月）', 'once a year, only in May'],
    [
      planOf(quota('month', { max: 1, months: [11, 12, 1, 6] })),
      '每月1次（限6月、11月—次年1月）',
      'once a month, only in June and November–January',
    ],
    [
      planOf(quota('month', { max: 1, months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] })),
      '每月1次',
      'once a month',
    ],
    [
      planOf(season([3, 4, 5, 9, 10, 11], { max: 1 })),
      '每年3—5月、9—11月各1次',
      'once each in March–May and September–November every year',
    ],
    [planOf(season([5], { max: 1 })), '每年5月1次', 'once in May every year'],
    [
      planOf(season([12, 1, 2], { min: 3 })),
      '每年12月—次年2月至少3次',
      'at least 3 times in December–February every year',
    ],
    [planOf(rule(lastWorkingDay)), '每月最后一个工作日', 'on the last working day of each month'],
    [
      planOf(quota('month', { max: 1 }), { until: '2027-12-31' }),
      '每月1次，到2027年12月31日为止',
      'once a month, until 31 December 2027',
    ],
    [
      planOf(quota('day', { max: 1 }), { holidays: 'skip' }),
      '每天1次，休息日不安排',
      'once a day, not on days off',
    ],
    [
      planOf(rule('FREQ=DAILY', { times: ['16:00', '08:00'] })),
      '每天，08:00、16:00各一次',
      'every day, at 08:00 and 16:00',
    ],
    [
      planOf(rule('FREQ=DAILY;INTERVAL=3', { times: ['08:00'] }), { holidays: 'next' }),
      '每3天，自2026年1月1日起算，08:00，逢休息日顺延至下一工作日',
      'every 3 days, counted from 1 January 2026, at 08:00, if that is a day off, on the next working day',
    ],
    [
      planOf(rule('FREQ=DAILY', { rdates: ['2026-03-01'], exdates: ['2026-03-02', '2026-03-03T08:00'] })),
      '每天，另加2026年3月1日，除去2026年3月2日、2026年3月3日 08:00',
      'every day, also on 1 March 2026, except on 2 March 2026 and 3 March 2026 08:00',
    ],
    [
      planOf(rule('FREQ=DAILY', { exdates: ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'] })),
      '每天，除去4个日期',
      'every day, except on 4 dates',
    ],
  ]
  test.each(table)('%j', (plan, chinese, english) => {
    expect(describePlan(plan, 'zh-CN')).toBe(chinese)
    expect(describePlan(plan, 'en')).toBe(english)
  })
})
