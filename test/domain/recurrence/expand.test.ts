import { describe, expect, test } from 'vitest'
import { expandRule, nextAfter, RunawayRuleError } from '../../../src/domain/recurrence/expand.ts'
import { printDate } from '../../../src/domain/time/civil.ts'
import { date, rule } from './helpers.ts'

function days(text: string, start: string, from: string, to: string): string[] {
  return expandRule(rule(text, start), date(from), date(to), 1_000).map(printDate)
}

describe('the start', () => {
  test('bounds the series and is no occurrence when it does not match', () => {
    expect(days('FREQ=WEEKLY;BYDAY=MO', '2026-01-01', '2025-12-01', '2026-01-15')).toEqual([
      '2026-01-05',
      '2026-01-12',
    ])
  })

  test('gives what the rule leaves out', () => {
    expect(days('FREQ=MONTHLY', '2026-01-31', '2026-01-01', '2026-06-30')).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
    ])
    expect(days('FREQ=YEARLY;BYMONTH=3,9', '2026-01-31', '2026-01-01', '2027-12-31')).toEqual([
      '2026-03-31',
      '2027-03-31',
    ])
    expect(days('FREQ=YEARLY;BYWEEKNO=20', '2026-01-06', '2026-01-01', '2027-12-31')).toEqual([
      '2026-05-12',
      '2027-05-18',
    ])
  })

  test('on 29 February comes every leap year only', () => {
    expect(days('FREQ=YEARLY', '1904-02-29', '2096-01-01', '2108-12-31')).toEqual([
      '2096-02-29',
      '2104-02-29',
      '2108-02-29',
    ])
  })

  test('days before it still count for BYSETPOS', () => {
    expect(
      days('FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=1,3', '2026-01-07', '2026-01-01', '2026-01-31'),
    ).toEqual(['2026-01-07'])
  })

  test('days before it do not count for COUNT', () => {
    expect(days('FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3', '2026-01-06', '2026-01-01', '2026-12-31')).toEqual([
      '2026-01-08',
      '2026-01-12',
      '2026-01-15',
    ])
  })
})

describe('BYSETPOS with fewer candidates yields nothing', () => {
  test.each([
    ['FREQ=MONTHLY;BYDAY=SU;BYSETPOS=-5', ['2026-03-01', '2026-05-03', '2026-08-02', '2026-11-01']],
    ['FREQ=MONTHLY;BYDAY=SU;BYSETPOS=5', ['2026-03-29', '2026-05-31', '2026-08-30', '2026-11-29']],
    ['FREQ=MONTHLY;BYMONTHDAY=29,30,31;BYSETPOS=-2;BYMONTH=2,3', ['2026-03-30']],
  ])('%s', (text, expected) => {
    expect(days(text, '2026-01-01', '2026-01-01', '2026-12-31')).toEqual(expected)
  })
})

describe('weeks', () => {
  test.each([
    [
      'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO',
      ['2025-12-29', '2027-01-04', '2028-01-03', '2029-01-01', '2029-12-31'],
    ],
    ['FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO', ['2026-12-28']],
    ['FREQ=YEARLY;BYWEEKNO=-1;BYDAY=FR', ['2027-01-01', '2027-12-31', '2028-12-29', '2029-12-28']],
    ['FREQ=YEARLY;BYDAY=53TH', ['2026-12-31']],
  ])('%s', (text, expected) => {
    const found = days(text, '2025-12-01', '2025-12-27', '2029-12-31').filter((day) => day >= '2025-12-29')
    expect(found).toEqual(expected)
  })
})

describe('windows', () => {
  const monthly = rule('FREQ=MONTHLY;BYMONTHDAY=-1', '1900-01-01')

  test.each([
    ['2026-02-28', '2026-02-28', 10, ['2026-02-28']],
    ['2026-02-01', '2026-02-27', 10, []],
    ['2026-02-28', '2026-02-27', 10, []],
    ['2026-01-01', '2026-12-31', 2, ['2026-01-31', '2026-02-28']],
    ['2026-01-01', '2026-12-31', 0, []],
  ])('%s to %s, at most %i', (from, to, limit, expected) => {
    expect(expandRule(monthly, date(from), date(to), limit).map(printDate)).toEqual(expected)
  })

  test('the next day after', () => {
    const until = rule('FREQ=WEEKLY;BYDAY=MO;UNTIL=20260112', '2026-01-01')
    expect(nextAfter(until, date('2020-01-01'))).toBe(date('2026-01-05'))
    expect(nextAfter(until, date('2026-01-05'))).toBe(date('2026-01-12'))
    expect(nextAfter(until, date('2026-01-12'))).toBeNull()
  })

  test('no series goes on for more than 400 years', () => {
    expect(nextAfter(monthly, date('2299-12-30'))).toBe(date('2299-12-31'))
    expect(nextAfter(monthly, date('2299-12-31'))).toBeNull()
  })
})

describe('UNTIL is compared in the plan’s zone', () => {
  test.each([
    ['Asia/Shanghai', '20260106T155959Z', ['2026-01-05', '2026-01-06']],
    ['Asia/Shanghai', '20260106T160000Z', ['2026-01-05', '2026-01-06', '2026-01-07']],
    ['America/New_York', '20260106T045959Z', ['2026-01-05']],
    ['America/New_York', '20260106', ['2026-01-05', '2026-01-06']],
  ])('%s %s', (zone, until, expected) => {
    const daily = rule(`FREQ=DAILY;UNTIL=${until}`, '2026-01-05', zone)
    expect(expandRule(daily, date('2026-01-01'), date('2026-12-31'), 10).map(printDate)).toEqual(expected)
  })
})

test('a rule that parseRule would not have made stops with an error', () => {
  const endless = { ...rule('FREQ=WEEKLY', '2026-01-01'), interval: 0 }
  expect(() => expandRule(endless, date('2026-01-01'), date('2027-01-01'), 5)).toThrow(RunawayRuleError)
})
