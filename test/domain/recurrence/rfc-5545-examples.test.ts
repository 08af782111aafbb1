import { describe, expect, test } from 'vitest'
import { expandRule } from '../../../src/domain/recurrence/expand.ts'
import { printDate } from '../../../src/domain/time/civil.ts'
import { date, rule } from './helpers.ts'

type Example = { start: string; rule: string; days: string }

/** RFC 5545, 3.8.5.3: the examples that are DAILY or slower; `days` as `year month-days…`, the first ones where endless. */
const examples: Record<string, Example> = {
  'daily for 10 occurrences': {
    start: '1997-09-02',
    rule: 'FREQ=DAILY;COUNT=10',
    days: '1997 9-2,3,4,5,6,7,8,9,10,11',
  },
  'every other day': {
    start: '1997-09-02',
    rule: 'FREQ=DAILY;INTERVAL=2',
    days: '1997 9-2,4,6,8,10,12,14,16,18,20,22,24,26,28,30 10-2,4',
  },
  'every 10 days, 5 occurrences': {
    start: '1997-09-02',
    rule: 'FREQ=DAILY;INTERVAL=10;COUNT=5',
    days: '1997 9-2,12,22 10-2,12',
  },
  'weekly for 10 occurrences': {
    start: '1997-09-02',
    rule: 'FREQ=WEEKLY;COUNT=10',
    days: '1997 9-2,9,16,23,30 10-7,14,21,28 11-4',
  },
  'weekly until December 24': {
    start: '1997-09-02',
    rule: 'FREQ=WEEKLY;UNTIL=19971224T000000Z',
    days: '1997 9-2,9,16,23,30 10-7,14,21,28 11-4,11,18,25 12-2,9,16,23',
  },
  'every other week': {
    start: '1997-09-02',
    rule: 'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
    days: '1997 9-2,16,30 10-14,28 11-11,25 12-9,23',
  },
  'Tuesday and Thursday for five weeks': {
    start: '1997-09-02',
    rule: 'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
    days: '1997 9-2,4,9,11,16,18,23,25,30 10-2',
  },
  'Monday, Wednesday, Friday of every other week': {
    start: '1997-09-01',
    rule: 'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
    days: '1997 9-1,3,5,15,17,19,29 10-1,3,13,15,17,27,29,31 11-10,12,14,24,26,28 12-8,10,12,22',
  },
  'every other week, Tuesday and Thursday, 8 occurrences': {
    start: '1997-09-02',
    rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
    days: '1997 9-2,4,16,18,30 10-2,14,16',
  },
  'monthly on the first Friday for 10 occurrences': {
    start: '1997-09-05',
    rule: 'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    days: '1997 9-5 10-3 11-7 12-5 1998 1-2 2-6 3-6 4-3 5-1 6-5',
  },
  'every other month, first and last Sunday': {
    start: '1997-09-07',
    rule: 'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    days: '1997 9-7,28 11-2,30 1998 1-4,25 3-1,29 5-3,31',
  },
  'second-to-last Monday for 6 months': {
    start: '1997-09-22',
    rule: 'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
    days: '1997 9-22 10-20 11-17 12-22 1998 1-19 2-16',
  },
  'third-to-the-last day of the month': {
    start: '1997-09-28',
    rule: 'FREQ=MONTHLY;BYMONTHDAY=-3',
    days: '1997 9-28 10-29 11-28 12-29 1998 1-29 2-26',
  },
  'the 2nd and 15th': {
    start: '1997-09-02',
    rule: 'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
    days: '1997 9-2,15 10-2,15 11-2,15 12-2,15 1998 1-2,15',
  },
  'the first and last day': {
    start: '1997-09-30',
    rule: 'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    days: '1997 9-30 10-1,31 11-1,30 12-1,31 1998 1-1,31 2-1',
  },
  'every 18 months on the 10th to 15th': {
    start: '1997-09-10',
    rule: 'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    days: '1997 9-10,11,12,13,14,15 1999 3-10,11,12,13',
  },
  'every Tuesday, every other month': {
    start: '1997-09-02',
    rule: 'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
    days: '1997 9-2,9,16,23,30 11-4,11,18,25 1998 1-6,13,20,27 3-3,10,17,24,31',
  },
  'yearly in June and July': {
    start: '1997-06-10',
    rule: 'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
    days: '1997 6-10 7-10 1998 6-10 7-10 1999 6-10 7-10 2000 6-10 7-10 2001 6-10 7-10',
  },
  'every other year in January, February, March': {
    start: '1997-03-10',
    rule: 'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
    days: '1997 3-10 1999 1-10 2-10 3-10 2001 1-10 2-10 3-10 2003 1-10 2-10 3-10',
  },
  'every third year on the 1st, 100th and 200th day': {
    start: '1997-01-01',
    rule: 'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    days: '1997 1-1 4-10 7-19 2000 1-1 4-9 7-18 2003 1-1 4-10 7-19 2006 1-1',
  },
  'the 20th Monday of the year': {
    start: '1997-05-19',
    rule: 'FREQ=YEARLY;BYDAY=20MO',
    days: '1997 5-19 1998 5-18 1999 5-17',
  },
  'Monday of week 20': {
    start: '1997-05-12',
    rule: 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    days: '1997 5-12 1998 5-11 1999 5-17',
  },
  'every Thursday in March': {
    start: '1997-03-13',
    rule: 'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
    days: '1997 3-13,20,27 1998 3-5,12,19,26 1999 3-4,11,18,25',
  },
  'every Friday the 13th': {
    start: '1997-09-02',
    rule: 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    days: '1998 2-13 3-13 11-13 1999 8-13 2000 10-13',
  },
  'the first Saturday after the first Sunday': {
    start: '1997-09-13',
    rule: 'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
    days: '1997 9-13 10-11 11-8 12-13 1998 1-10 2-7 3-7 4-11 5-9 6-13',
  },
  'election day': {
    start: '1996-11-05',
    rule: 'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    days: '1996 11-5 2000 11-7 2004 11-2',
  },
  'the third of Tuesday, Wednesday or Thursday': {
    start: '1997-09-04',
    rule: 'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
    days: '1997 9-4 10-7 11-6',
  },
  'the second-to-last weekday of the month': {
    start: '1997-09-29',
    rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    days: '1997 9-29 10-30 11-27 12-30 1998 1-29 2-26 3-30',
  },
  'weeks that start on Monday': {
    start: '1997-08-05',
    rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
    days: '1997 8-5,10,19,24',
  },
  'weeks that start on Sunday': {
    start: '1997-08-05',
    rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
    days: '1997 8-5,17,19,31',
  },
  'an invalid date is ignored': {
    start: '2007-01-15',
    rule: 'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
    days: '2007 1-15,30 2-15 3-15,30',
  },
}

describe('examples of RFC 5545', () => {
  test.each(Object.entries(examples))('%s', (_, example) => {
    const expected = readDays(example.days)
    const hasEnd = /COUNT|UNTIL/.test(example.rule)
    const found = expandRule(
      rule(example.rule, example.start, 'America/New_York'),
      date(example.start),
      Infinity,
      hasEnd ? expected.length + 1 : expected.length,
    )
    expect(found.map(printDate)).toEqual(expected)
  })

  test('every day in January for three years, said in two ways', () => {
    const start = '1998-01-01'
    const [yearly, daily] = [
      'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
      'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1',
    ].map((text) => expandRule(rule(text, start, 'America/New_York'), date(start), Infinity, 1_000))
    expect(yearly).toEqual(daily)
    expect(yearly).toHaveLength(93)
  })
})

function readDays(text: string): string[] {
  let year = ''
  return text.split(' ').flatMap((word) => {
    const [month = '', days] = word.split('-')
    if (days === undefined) year = word
    return (days?.split(',') ?? []).map((day) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  })
}
