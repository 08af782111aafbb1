import { describe, expect, test } from 'vitest'
import { expandSeries, type LocalMoment } from '../../../src/domain/recurrence/series.ts'
import { printDate } from '../../../src/domain/time/civil.ts'
import { parseTime, printTime } from '../../../src/domain/time/zone.ts'
import { date, moment, rule } from './helpers.ts'

type Input = {
  rrule: string
  times?: string[]
  rdates?: string[]
  exdates?: string[]
  timeZone?: string
  limit?: number
}

function series({
  rrule,
  times = [],
  rdates = [],
  exdates = [],
  timeZone = 'Asia/Shanghai',
  limit = 100,
}: Input): string[] {
  const input = {
    rule: rule(rrule, '2026-01-05', timeZone),
    times: times.map((time) => parseTime(time) ?? Number.NaN),
    rdates: rdates.map(moment),
    exdates: exdates.map(moment),
    timeZone,
  }
  return expandSeries(input, date('2026-01-01'), date('2026-12-31'), limit).map(print)
}

function print({ day, second }: LocalMoment): string {
  return second === null ? printDate(day).slice(5) : `${printDate(day).slice(5)} ${printTime(second)}`
}

const threeWeeks = 'FREQ=WEEKLY;COUNT=3'
const shifts = ['16:00', '00:00', '08:00']

describe('a series', () => {
  test.each<[string, Input, string[]]>([
    ['all day', { rrule: threeWeeks }, ['01-05', '01-12', '01-19']],
    [
      'rdates are added and not counted',
      { rrule: threeWeeks, rdates: ['2026-01-14'] },
      ['01-05', '01-12', '01-14', '01-19'],
    ],
    [
      'an rdate on a day of the rule changes nothing',
      { rrule: threeWeeks, rdates: ['2026-01-12'] },
      ['01-05', '01-12', '01-19'],
    ],
    [
      'exdates are counted and taken away',
      { rrule: threeWeeks, exdates: ['2026-01-12'] },
      ['01-05', '01-19'],
    ],
    [
      'an exdate takes an rdate away',
      { rrule: threeWeeks, rdates: ['2026-01-14'], exdates: ['2026-01-14'] },
      ['01-05', '01-12', '01-19'],
    ],
    [
      'each day at each time, in order',
      { rrule: 'FREQ=WEEKLY;COUNT=1', times: shifts },
      ['01-05 00:00', '01-05 08:00', '01-05 16:00'],
    ],
    [
      'COUNT counts days',
      { rrule: 'FREQ=DAILY;COUNT=2', times: ['08:00', '16:00'] },
      ['01-05 08:00', '01-05 16:00', '01-06 08:00', '01-06 16:00'],
    ],
    [
      'an exdate with a time takes that time',
      { rrule: 'FREQ=DAILY;COUNT=1', times: shifts, exdates: ['2026-01-05T08:00'] },
      ['01-05 00:00', '01-05 16:00'],
    ],
    [
      'a bare exdate takes all times',
      { rrule: 'FREQ=DAILY;COUNT=2', times: shifts, exdates: ['2026-01-05'] },
      ['01-06 00:00', '01-06 08:00', '01-06 16:00'],
    ],
    [
      'a bare exdate takes a timed rdate',
      { rrule: threeWeeks, rdates: ['2026-01-14T09:00'], exdates: ['2026-01-14'] },
      ['01-05', '01-12', '01-19'],
    ],
    [
      'a bare rdate has all times',
      { rrule: 'FREQ=DAILY;COUNT=1', times: ['08:00', '16:00'], rdates: ['2026-02-01'] },
      ['01-05 08:00', '01-05 16:00', '02-01 08:00', '02-01 16:00'],
    ],
    [
      'an rdate with a time has that time',
      { rrule: 'FREQ=DAILY;COUNT=1', times: ['08:00'], rdates: ['2026-02-01T10:30'] },
      ['01-05 08:00', '02-01 10:30'],
    ],
    [
      'a time given twice is one',
      { rrule: 'FREQ=DAILY;COUNT=1', times: ['08:00', '08:00'] },
      ['01-05 08:00'],
    ],
    [
      'the window bounds rdates',
      { rrule: threeWeeks, rdates: ['2025-12-31', '2027-01-01'] },
      ['01-05', '01-12', '01-19'],
    ],
    [
      'the limit is for what is left',
      { rrule: 'FREQ=DAILY', exdates: ['2026-01-05', '2026-01-07'], rdates: ['2026-01-02'], limit: 3 },
      ['01-02', '01-06', '01-08'],
    ],
    [
      'the limit may cut a day',
      { rrule: 'FREQ=DAILY', times: shifts, limit: 4 },
      ['01-05 00:00', '01-05 08:00', '01-05 16:00', '01-06 00:00'],
    ],
    [
      'UNTIL as a date keeps all times of the day',
      { rrule: 'FREQ=DAILY;UNTIL=20260106', times: ['00:00', '16:00'] },
      ['01-05 00:00', '01-05 16:00', '01-06 00:00', '01-06 16:00'],
    ],
    [
      'UNTIL as an instant is inclusive',
      { rrule: 'FREQ=DAILY;UNTIL=20260106T000000Z', times: shifts },
      ['01-05 00:00', '01-05 08:00', '01-05 16:00', '01-06 00:00', '01-06 08:00'],
    ],
    [
      'and a second earlier is not',
      { rrule: 'FREQ=DAILY;UNTIL=20260105T235959Z', times: shifts },
      ['01-05 00:00', '01-05 08:00', '01-05 16:00', '01-06 00:00'],
    ],
    [
      'UNTIL does not bind rdates',
      { rrule: 'FREQ=DAILY;UNTIL=20260105', rdates: ['2026-03-01'] },
      ['01-05', '03-01'],
    ],
    [
      'UNTIL in the evening of New York',
      { rrule: 'FREQ=DAILY;UNTIL=20260107T030000Z', times: ['22:00'], timeZone: 'America/New_York' },
      ['01-05 22:00', '01-06 22:00'],
    ],
  ])('%s', (_, input, expected) => {
    expect(series(input)).toEqual(expected)
  })
})
