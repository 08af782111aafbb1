import { describe, expect, test } from 'vitest'
import { describeRule } from '../../../src/domain/recurrence/describe.ts'
import { rule } from './helpers.ts'

// 2026-01-05 is a Monday: what a rule leaves out is taken from it.
const START = '2026-01-05'

const sentences: [string, string, string][] = [
  ['DAILY', '每天', 'every day'],
  ['DAILY;INTERVAL=3', '每3天', 'every 3 days'],
  ['DAILY;BYMONTH=5,6', '每天（仅限5月、6月）', 'every day, only in May and June'],
  ['DAILY;BYDAY=MO,TU,WE,TH,FR', '每天（仅限周一至周五）', 'every day, only from Monday to Friday'],
  [
    'DAILY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=1,-1;BYDAY=SU',
    '每2天（仅限3月，仅限每月1日、最后一天，仅限周日）',
    'every 2 days, only in March, only if it is the 1st or the last day of the month, only if it is a Sunday',
  ],
  [
    'DAILY;BYDAY=MO;BYSETPOS=1',
    '每天（仅限周一）中的第1天',
    'every day, only if it is a Monday, of these the first day',
  ],
  ['WEEKLY', '每周一', 'every week on Monday'],
  ['WEEKLY;BYDAY=MO', '每周一', 'every week on Monday'],
  ['WEEKLY;BYDAY=MO,WE,SU', '每周一、周三、周日', 'every week on Monday, Wednesday and Sunday'],
  ['WEEKLY;BYDAY=MO,TU,WE,TH,FR', '每周一至周五', 'every week from Monday to Friday'],
  [
    'WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
    '每2周的周二、周日，每周自周日算起',
    'every 2 weeks on Tuesday and Sunday, weeks starting on Sunday',
  ],
  ['WEEKLY;BYMONTH=3,4;BYDAY=MO', '每周一（仅限3月、4月）', 'every week on Monday, only in March and April'],
  [
    'WEEKLY;BYDAY=MO,TU,WE;BYSETPOS=-1',
    '每周一、周二、周三中的最后一天',
    'every week on Monday, Tuesday and Wednesday, of these the last day',
  ],
  ['MONTHLY', '每月5日', 'on the 5th of each month'],
  [
    'MONTHLY;BYMONTHDAY=1,15,-1',
    '每月1日、15日、最后一天',
    'on the 1st, the 15th and the last day of each month',
  ],
  ['MONTHLY;INTERVAL=3;BYMONTHDAY=5', '每3个月，当月5日', 'every 3 months on the 5th of the month'],
  ['MONTHLY;BYDAY=1MO', '每月第一个周一', 'on the first Monday of each month'],
  [
    'MONTHLY;BYDAY=1MO,-1FR',
    '每月第一个周一、最后一个周五',
    'on the first Monday and the last Friday of each month',
  ],
  [
    'MONTHLY;INTERVAL=3;BYDAY=-2FR',
    '每3个月，当月倒数第二个周五',
    'every 3 months on the second last Friday of the month',
  ],
  ['MONTHLY;BYDAY=TU', '每月的每个周二', 'on every Tuesday of each month'],
  ['MONTHLY;INTERVAL=2;BYDAY=TU', '每2个月，当月每个周二', 'every 2 months on every Tuesday of the month'],
  ['MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '每月最后一个工作日', 'on the last working day of each month'],
  [
    'MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1;COUNT=10',
    '每月第一个工作日、最后一个工作日，共10天',
    'on the first working day and the last working day of each month, 10 days in all',
  ],
  [
    'MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    '每3个月，当月最后一个工作日',
    'every 3 months on the last working day of the month',
  ],
  [
    'MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3',
    '每月的周二、周三、周四中的第3天',
    'on every Tuesday, every Wednesday and every Thursday of each month, of these the third day',
  ],
  ['MONTHLY;BYDAY=TH;BYSETPOS=2', '每月第二个周四', 'on the second Thursday of each month'],
  [
    'MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    '每月13日（仅限周五）',
    'on the 13th of each month, only if it is a Friday',
  ],
  [
    'MONTHLY;BYDAY=1FR;BYMONTHDAY=1,2,3',
    '每月1日、2日、3日（仅限当月第一个周五）',
    'on the 1st, the 2nd and the 3rd of each month, only if it is the first Friday of the month',
  ],
  [
    'MONTHLY;BYMONTH=3,6;BYDAY=1MO',
    '每月第一个周一（仅限3月、6月）',
    'on the first Monday of each month, only in March and June',
  ],
  [
    'MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1',
    '每月28日、29日、30日、31日中的最后一天',
    'on the 28th, the 29th, the 30th and the 31st of each month, of these the last day',
  ],
  ['MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-2', '每月倒数第2天', 'on the second last day of each month'],
  ['MONTHLY;BYDAY=MO,TU,WE,TH,FR', '每月的周一至周五', 'on every day from Monday to Friday of each month'],
  ['YEARLY', '每年1月5日', 'every year on 5 January'],
  ['YEARLY;BYMONTH=5;BYMONTHDAY=12', '每年5月12日', 'every year on 12 May'],
  ['YEARLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=12', '每2年，当年5月12日', 'every 2 years on 12 May'],
  ['YEARLY;BYMONTH=5;BYMONTHDAY=12,13', '每年5月12日、13日', 'every year on 12 and 13 May'],
  ['YEARLY;BYMONTH=6,12', '每年6月、12月的5日', 'every year in June and December on the 5th'],
  [
    'YEARLY;BYMONTH=6,12;BYMONTHDAY=-1',
    '每年6月、12月的最后一天',
    'every year in June and December on the last day',
  ],
  ['YEARLY;BYMONTH=2;BYMONTHDAY=-1', '每年2月的最后一天', 'every year in February on the last day'],
  ['YEARLY;BYMONTH=3;BYDAY=TH', '每年3月的每个周四', 'every year in March on every Thursday'],
  [
    'YEARLY;BYMONTH=3,9;BYDAY=1MO',
    '每年3月、9月的第一个周一',
    'every year in March and September on the first Monday',
  ],
  ['YEARLY;BYDAY=20MO', '每年第20个周一', 'every year on the 20th Monday of the year'],
  ['YEARLY;BYDAY=-1FR', '每年最后一个周五', 'every year on the last Friday of the year'],
  ['YEARLY;BYDAY=MO', '每年的每个周一', 'every year on every Monday'],
  ['YEARLY;INTERVAL=2;BYDAY=MO', '每2年，当年每个周一', 'every 2 years on every Monday'],
  ['YEARLY;BYMONTHDAY=15', '每年各月15日', 'every year on the 15th of every month'],
  [
    'YEARLY;BYYEARDAY=1,100,-1',
    '每年第1天、第100天、最后一天',
    'every year on the first day, the 100th day and the last day of the year',
  ],
  [
    'YEARLY;BYYEARDAY=100;BYDAY=MO;BYMONTH=4',
    '每年第100天（仅限4月，仅限周一）',
    'every year on the 100th day of the year, only in April, only if it is a Monday',
  ],
  ['YEARLY;BYWEEKNO=20', '每年第20周的周一', 'every year on Monday of week 20'],
  [
    'YEARLY;BYWEEKNO=1,-1;BYDAY=MO,FR;WKST=SU',
    '每年第1周、最后一周的周一、周五，每周自周日算起',
    'every year on Monday and Friday of week 1 and the last week, weeks starting on Sunday',
  ],
  [
    'YEARLY;BYWEEKNO=20;BYMONTH=5;BYMONTHDAY=15',
    '每年第20周的每一天（仅限5月，仅限每月15日）',
    'every year on every day of week 20, only in May, only if it is the 15th of the month',
  ],
  [
    'YEARLY;BYWEEKNO=20;BYYEARDAY=135,136',
    '每年第20周的每一天（仅限全年第135天、全年第136天）',
    'every year on every day of week 20, only if it is the 135th day or the 136th day of the year',
  ],
  [
    'YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    '每年最后一个工作日',
    'every year on the last working day of the year',
  ],
  [
    'YEARLY;BYMONTH=12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    '每年12月最后一个工作日',
    'every year in December on the last working day',
  ],
  [
    'YEARLY;BYMONTH=6,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    '每年6月、12月的周一至周五中的最后一天',
    'every year in June and December on every day from Monday to Friday, of these the last day',
  ],
  [
    'YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '每4年，当年11月2日、3日、4日、5日、6日、7日、8日（仅限周二）',
    'every 4 years on 2, 3, 4, 5, 6, 7 and 8 November, only if it is a Tuesday',
  ],
  [
    'YEARLY;BYMONTHDAY=1;BYDAY=1MO',
    '每年各月1日（仅限全年第一个周一）',
    'every year on the 1st of every month, only if it is the first Monday of the year',
  ],
  [
    'YEARLY;BYDAY=MO,1TU',
    '每年的每个周一、第一个周二',
    'every year on every Monday and the first Tuesday of the year',
  ],
  [
    'WEEKLY;BYDAY=MO;UNTIL=20261231',
    '每周一，到2026年12月31日为止',
    'every week on Monday, until 31 December 2026',
  ],
  [
    'WEEKLY;BYDAY=MO;UNTIL=20261231T080000Z',
    '每周一，到2026年12月31日 16:00为止',
    'every week on Monday, until 31 December 2026 16:00',
  ],
  ['DAILY;COUNT=1', '每天，共1天', 'every day, 1 day in all'],
]

describe('rules in words', () => {
  test.each(sentences)('%s', (text, chinese, english) => {
    const described = rule(`FREQ=${text}`, START)
    expect(describeRule(described, 'zh-CN')).toBe(chinese)
    expect(describeRule(described, 'en')).toBe(english)
  })

  test('a start on 29 February is said, not moved', () => {
    expect(describeRule(rule('FREQ=YEARLY', '2024-02-29'), 'zh-CN')).toBe('每年2月29日')
  })

  test('the end is in the plan’s zone', () => {
    const described = rule('FREQ=DAILY;UNTIL=20261231T080000Z', START, 'America/New_York')
    expect(describeRule(described, 'en')).toBe('every day, until 31 December 2026 03:00')
  })

  // Rules that differ in one part must not read the same: a sentence that leaves a part out lies.
  test.each([
    [
      'FREQ=DAILY',
      ['BYMONTH=2', 'BYMONTHDAY=7', 'BYDAY=TU', 'INTERVAL=3', 'COUNT=4', 'UNTIL=20270101', 'WKST=SU'],
    ],
    ['FREQ=WEEKLY', ['BYMONTH=2', 'BYDAY=TU,WE', 'INTERVAL=3', 'COUNT=4', 'UNTIL=20270101', 'WKST=SU']],
    ['FREQ=WEEKLY;BYDAY=TU,WE', ['BYSETPOS=1', 'BYSETPOS=2', 'BYSETPOS=-1']],
    [
      'FREQ=MONTHLY',
      ['BYMONTH=2', 'BYMONTHDAY=7', 'BYDAY=TU', 'BYDAY=1TU', 'BYDAY=-1TU', 'INTERVAL=3', 'WKST=SU'],
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=1,2,3',
      ['BYDAY=TU', 'BYDAY=1TU', 'BYMONTH=2', 'BYSETPOS=1', 'BYSETPOS=-1', 'INTERVAL=2'],
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR',
      ['BYMONTHDAY=7', 'BYMONTH=2', 'BYSETPOS=1', 'BYSETPOS=-1', 'INTERVAL=2'],
    ],
    [
      'FREQ=YEARLY',
      ['BYMONTH=2', 'BYMONTHDAY=7', 'BYDAY=TU', 'BYDAY=1TU', 'BYYEARDAY=9', 'BYWEEKNO=9', 'INTERVAL=3'],
    ],
    [
      'FREQ=YEARLY;BYDAY=TU',
      ['BYMONTH=2', 'BYMONTH=2,3', 'BYMONTHDAY=7', 'BYYEARDAY=9', 'BYWEEKNO=9', 'BYSETPOS=1'],
    ],
    ['FREQ=YEARLY;BYYEARDAY=5,6,7,8', ['BYMONTH=1', 'BYMONTHDAY=7', 'BYDAY=TU', 'BYWEEKNO=2', 'BYSETPOS=1']],
    ['FREQ=YEARLY;BYWEEKNO=2', ['BYMONTH=1', 'BYMONTHDAY=7', 'BYDAY=TU', 'BYYEARDAY=9', 'WKST=SU']],
  ])('every part beside %s is said', (base, parts) => {
    const rules = [base, ...parts.map((part) => `${base};${part}`)].map((text) => rule(text, START))
    for (const locale of ['zh-CN', 'en'] as const) {
      const said = rules.map((each) => describeRule(each, locale))
      expect(new Set(said).size, said.join('\n')).toBe(rules.length)
    }
  })
})
