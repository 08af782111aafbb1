import { describe, expect, test } from 'vitest'
import { printInstant } from '../../../src/domain/time/zone.ts'
import { expand, keysAndDays, planOf, quota, rule, season, windowOf } from './schedule-fixtures.ts'

describe('a time of day where the clock changes', () => {
  test.each([
    ['the gap', 'Europe/London', '2026-03-29', '01:30', '2026-03-29T02:30:00+01:00'],
    ['its first minute', 'Europe/London', '2026-03-29', '01:00', '2026-03-29T02:00:00+01:00'],
    ['the overlap: the first', 'Europe/London', '2026-10-25', '01:30', '2026-10-25T01:30:00+01:00'],
    ['after the overlap', 'Europe/London', '2026-10-25', '02:00', '2026-10-25T02:00:00+00:00'],
    ['the gap', 'America/New_York', '2026-03-08', '02:30', '2026-03-08T03:30:00-04:00'],
    ['the overlap: the first', 'America/New_York', '2026-11-01', '01:00', '2026-11-01T01:00:00-04:00'],
    ['a gap of half an hour', 'Australia/Lord_Howe', '2026-10-04', '02:00', '2026-10-04T02:30:00+11:00'],
    ['an overlap of half an hour', 'Australia/Lord_Howe', '2026-04-05', '01:30', '2026-04-05T01:30:00+11:00'],
    ['half an hour off', 'Asia/Kolkata', '2026-03-29', '08:00', '2026-03-29T08:00:00+05:30'],
    ['three quarters off', 'Asia/Kathmandu', '2026-03-29', '00:00', '2026-03-29T00:00:00+05:45'],
    ['half an hour off, in summer', 'Australia/Adelaide', '2026-01-05', '09:00', '2026-01-05T09:00:00+10:30'],
    ['half an hour off, in winter', 'Australia/Adelaide', '2026-07-06', '09:00', '2026-07-06T09:00:00+09:30'],
  ])('%s: %s %s %s', (_, timeZone, date, time, expected) => {
    const plan = planOf(rule('FREQ=DAILY', { times: [time] }), { timeZone })
    const [occurrence] = expand(plan, date, date)
    expect(occurrence?.startsAt && printInstant(occurrence.startsAt, timeZone)).toBe(expected)
  })

  test.each([
    ['Europe/London', '2026-03-29', '2026-03-29T00:00:00+00:00', '2026-03-30T00:00:00+01:00'],
    ['Europe/London', '2026-10-25', '2026-10-25T00:00:00+01:00', '2026-10-26T00:00:00+00:00'],
    ['America/New_York', '2026-03-08', '2026-03-08T00:00:00-05:00', '2026-03-09T00:00:00-04:00'],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-05T00:00:00+11:00', '2026-04-06T00:00:00+10:30'],
    ['Asia/Kathmandu', '2026-04-05', '2026-04-05T00:00:00+05:45', '2026-04-06T00:00:00+05:45'],
  ])('the whole day in %s on %s', (timeZone, date, opensAt, dueAt) => {
    const plan = planOf(rule('FREQ=DAILY'), { timeZone })
    expect(windowOf(plan, expand(plan, date, date)[0]).slice(0, 2)).toEqual([opensAt, dueAt])
  })
})

describe('where months and years end', () => {
  test.each([
    [
      'the 31st, skipping short months',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      '2026-01-01',
      '2026-05-31',
      ['0131', '0331', '0531'],
    ],
    [
      'the last day',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      '2028-01-01',
      '2028-04-30',
      ['0131', '0229', '0331', '0430'],
    ],
    [
      'the 29th of February',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      '2026-01-01',
      '2033-12-31',
      ['0229', '0229'],
    ],
    [
      'the last weekday',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-01-01',
      '2026-03-31',
      ['0130', '0227', '0331'],
    ],
    ['week 53', 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO', '2026-01-01', '2033-12-31', ['1228', '1227']],
    ['new year’s day', 'FREQ=YEARLY;BYYEARDAY=1', '2026-12-31', '2028-01-01', ['0101', '0101']],
    [
      'the last day of the year',
      'FREQ=YEARLY;BYYEARDAY=-1',
      '2026-01-01',
      '2028-12-31',
      ['1231', '1231', '1231'],
    ],
  ])('%s', (_, rrule, from, to, expected) => {
    expect(expand(planOf(rule(rrule)), from, to).map(({ key }) => key.slice(4))).toEqual(expected)
  })

  test.each([
    [
      'a year of 53 weeks',
      quota('week'),
      '2026-12-28',
      '2027-01-10',
      ['2026-W53/1 2027-01-01', '2027-W01/1 2027-01-08'],
    ],
    ['February of a leap year', quota('month'), '2028-02-01', '2028-02-29', ['2028-M02/1 2028-02-29']],
    ['a season over New Year', season([12, 1]), '2026-12-01', '2027-01-31', ['2026-S1/1 2027-01-29']],
  ])('%s', (_, rhythm, from, to, expected) => {
    expect(keysAndDays(expand(planOf(rhythm), from, to))).toEqual(expected)
  })
})

describe('a period that the plan’s ends cut', () => {
  test.each([
    ['half of it is enough', quota('month'), '2026-04-16', null, ['2026-M04/1', '2026-M05/1', '2026-M06/1']],
    ['less is not', quota('month'), '2026-04-17', null, ['2026-M05/1', '2026-M06/1']],
    ['at the end as well', quota('month'), '2026-04-01', '2026-06-14', ['2026-M04/1', '2026-M05/1']],
    [
      'half at the end',
      quota('month'),
      '2026-04-01',
      '2026-06-15',
      ['2026-M04/1', '2026-M05/1', '2026-M06/1'],
    ],
    ['both ends in one period', quota('quarter'), '2026-04-20', '2026-06-10', ['2026-Q2/1']],
    [
      'of its months, not of the quarter',
      quota('quarter', { months: [6] }),
      '2026-06-10',
      null,
      ['2026-Q2/1'],
    ],
  ])('%s', (_, rhythm, from, until, expected) => {
    const plan = planOf(rhythm, { from, until })
    expect(expand(plan, '2026-04-01', '2026-06-30').map(({ key }) => key)).toEqual(expected)
  })
})
