import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../../src/domain/settings.ts'
import { parseDate, type Day } from '../../src/domain/time/civil.ts'
import { parseInstant, type Instant } from '../../src/domain/time/zone.ts'
import {
  formatAgo,
  formatDay,
  formatDeadline,
  formatDeadlineExactly,
  formatDoneLate,
  formatDue,
  formatExactly,
  formatInstant,
  formatOpens,
  formatShortDay,
  formatTime,
  formatWindow,
  type Reader,
} from '../../src/ui/format.ts'

// A Sunday afternoon in Shanghai.
const now = at('2026-11-22T14:30:00+08:00')
const chinese: Reader = { locale: 'zh-CN', timeZone: 'Asia/Shanghai', now, settings: defaultSettings }
const english: Reader = { ...chinese, locale: 'en' }

type Row = [given: string, zh: string, en: string]

describe('days', () => {
  test.each<Row>([
    ['2026-11-22', '11月22日 周日', 'Sun 22 Nov'],
    ['2026-01-01', '1月1日 周四', 'Thu 1 Jan'],
    ['2026-09-30', '9月30日 周三', 'Wed 30 Sep'],
    ['2027-01-03', '2027年1月3日 周日', 'Sun 3 Jan 2027'],
    ['2025-12-31', '2025年12月31日 周三', 'Wed 31 Dec 2025'],
  ])('%s', (given, zh, en) => {
    expect([formatDay(chinese, day(given)), formatDay(english, day(given))]).toEqual([zh, en])
  })

  test('without the weekday, where room is short', () => {
    expect(formatShortDay(chinese, day('2026-11-22'))).toBe('11月22日')
    expect(formatShortDay(english, day('2027-02-01'))).toBe('1 Feb 2027')
  })

  test('this year is the year on the reader’s clock', () => {
    const newYear = { ...english, now: at('2026-12-31T20:00:00Z') }
    expect(formatDay(newYear, day('2027-01-01'))).toBe('Fri 1 Jan')
    expect(formatDay({ ...newYear, timeZone: 'UTC' }, day('2027-01-01'))).toBe('Fri 1 Jan 2027')
  })
})

describe('instants', () => {
  const given = at('2026-11-22T06:05:09Z')

  test('on the reader’s clock', () => {
    expect(formatTime(chinese, given)).toBe('14:05')
    expect(formatInstant(chinese, given)).toBe('11月22日 周日 14:05')
    expect(formatInstant({ ...english, timeZone: 'Europe/Berlin' }, given)).toBe('Sun 22 Nov, 07:05')
  })

  test('exactly, with year, seconds and zone', () => {
    expect(formatExactly(chinese, given)).toBe('2026年11月22日 周日 14:05:09（Asia/Shanghai）')
    expect(formatExactly(english, given)).toBe('Sun 22 Nov 2026, 14:05:09 (Asia/Shanghai)')
  })
})

describe('a deadline at midnight belongs to the day that ends', () => {
  test.each<Row>([
    ['2026-11-23T00:00:00+08:00', '11月22日 周日', 'Sun 22 Nov'],
    ['2026-11-22T10:00:00+08:00', '11月22日 周日 10:00', 'Sun 22 Nov, 10:00'],
    ['2027-01-01T00:00:00+08:00', '12月31日 周四', 'Thu 31 Dec'],
  ])('%s', (given, zh, en) => {
    expect([formatDeadline(chinese, at(given)), formatDeadline(english, at(given))]).toEqual([zh, en])
  })

  test('whose hour is 24', () => {
    const midnight = at('2026-11-23T00:00:00+08:00')
    expect(formatDeadlineExactly(chinese, midnight)).toBe('2026年11月22日 周日 24:00:00（Asia/Shanghai）')
  })
})

describe('when work is due', () => {
  test.each<Row>([
    ['2026-11-23T00:00:00+08:00', '今天截止', 'due today'],
    ['2026-11-22T18:00:00+08:00', '今天18:00截止', 'due today at 18:00'],
    ['2026-11-24T00:00:00+08:00', '明天截止', 'due tomorrow'],
    ['2026-11-23T09:00:00+08:00', '明天09:00截止', 'due tomorrow at 09:00'],
    ['2026-11-25T00:00:00+08:00', '下周二截止', 'due Tuesday'],
    ['2026-11-29T00:00:00+08:00', '下周六截止', 'due Saturday'],
    ['2026-11-30T00:00:00+08:00', '7天后截止', 'due in 7 days'],
    ['2026-12-23T00:00:00+08:00', '30天后截止', 'due in 30 days'],
    ['2026-12-24T00:00:00+08:00', '12月23日截止', 'due 23 Dec'],
    ['2027-02-01T00:00:00+08:00', '2027年1月31日截止', 'due 31 Jan 2027'],
    ['2026-11-22T14:30:00+08:00', '逾期1分钟', '1 minute late'],
    ['2026-11-22T13:29:00+08:00', '逾期1小时', '1 hour late'],
    ['2026-11-22T09:00:00+08:00', '逾期5小时', '5 hours late'],
    ['2026-11-22T00:00:00+08:00', '逾期1天', '1 day late'],
    ['2026-11-21T23:00:00+08:00', '逾期1天', '1 day late'],
    ['2026-11-20T00:00:00+08:00', '逾期3天', '3 days late'],
    ['2026-10-01T00:00:00+08:00', '逾期53天', '53 days late'],
  ])('%s', (given, zh, en) => {
    expect([formatDue(chinese, at(given)), formatDue(english, at(given))]).toEqual([zh, en])
  })

  test('a weekday is this week’s or, in Chinese, said to be the next week’s', () => {
    const wednesday = { ...chinese, now: at('2026-11-25T08:00:00+08:00') }
    expect(formatDue(wednesday, at('2026-11-28T00:00:00+08:00'))).toBe('周五截止')
    expect(formatDue(wednesday, at('2026-11-30T00:00:00+08:00'))).toBe('周日截止')
    expect(formatDue(wednesday, at('2026-12-01T00:00:00+08:00'))).toBe('下周一截止')
    expect(formatDue({ ...wednesday, locale: 'en' }, at('2026-12-01T00:00:00+08:00'))).toBe('due Monday')
  })

  test('what is next week depends on the day that weeks begin on', () => {
    const fromSunday: Reader = { ...chinese, settings: { firstWeekday: 7 } }
    expect(formatDue(chinese, at('2026-11-25T00:00:00+08:00'))).toBe('下周二截止')
    expect(formatDue(fromSunday, at('2026-11-25T00:00:00+08:00'))).toBe('周二截止')
  })

  test('days are those of the reader’s zone, through a change of the clocks', () => {
    const berlin: Reader = {
      ...english,
      timeZone: 'Europe/Berlin',
      now: at('2026-10-25T00:30:00+02:00'),
    }
    expect(formatDue(berlin, at('2026-10-26T00:00:00+01:00'))).toBe('due today')
    expect(formatDue(berlin, at('2026-10-25T00:00:00+02:00'))).toBe('1 day late')
  })
})

describe('when work opens', () => {
  test.each<Row>([
    ['2026-11-23T00:00:00+08:00', '明天开始', 'opens tomorrow'],
    ['2026-11-27T00:00:00+08:00', '下周五开始', 'opens Friday'],
    ['2026-12-02T00:00:00+08:00', '10天后开始', 'opens in 10 days'],
    ['2027-03-01T00:00:00+08:00', '2027年3月1日开始', 'opens 1 Mar 2027'],
  ])('%s', (given, zh, en) => {
    expect([formatOpens(chinese, at(given)), formatOpens(english, at(given))]).toEqual([zh, en])
  })
})

describe('how late finished work was', () => {
  test.each<Row>([
    ['2026-11-20T09:00:00+08:00', '逾期2天完成', 'done 2 days late'],
    ['2026-11-19T00:00:01+08:00', '逾期1天完成', 'done 1 day late'],
  ])('due at the end of 18 November, done %s', (given, zh, en) => {
    const dueAt = at('2026-11-19T00:00:00+08:00')
    expect([formatDoneLate(chinese, dueAt, at(given)), formatDoneLate(english, dueAt, at(given))]).toEqual([
      zh,
      en,
    ])
  })
})

describe('how long ago', () => {
  test.each<Row>([
    ['2026-11-22T14:29:30+08:00', '刚刚', 'just now'],
    ['2026-11-22T14:25:00+08:00', '5分钟前', '5 minutes ago'],
    ['2026-11-22T12:00:00+08:00', '2小时前', '2 hours ago'],
    ['2026-11-21T14:30:00+08:00', '11月21日 周六 14:30', 'Sat 21 Nov, 14:30'],
  ])('%s', (given, zh, en) => {
    expect([formatAgo(chinese, at(given)), formatAgo(english, at(given))]).toEqual([zh, en])
  })
})

describe('windows', () => {
  test.each<[from: string, until: string, zh: string, en: string]>([
    ['2026-11-01T00:00:00+08:00', '2026-12-01T00:00:00+08:00', '11月1日 至 11月30日', '1 Nov – 30 Nov'],
    ['2026-11-22T00:00:00+08:00', '2026-11-23T00:00:00+08:00', '11月22日 周日', 'Sun 22 Nov'],
    [
      '2026-12-01T00:00:00+08:00',
      '2027-03-01T00:00:00+08:00',
      '12月1日 至 2027年2月28日',
      '1 Dec – 28 Feb 2027',
    ],
  ])('%s to %s', (from, until, zh, en) => {
    const written = [chinese, english].map((reader) => formatWindow(reader, at(from), at(until)))
    expect(written).toEqual([zh, en])
  })
})

function at(text: string): Instant {
  return parseInstant(text) ?? Number.NaN
}

function day(text: string): Day {
  return parseDate(text) ?? Number.NaN
}
