import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { parseDate, printDate } from '../../../src/domain/time/civil.ts'
import { importedDays } from '../../../src/domain/working-days/day-import.ts'
import { readIcs, readIcsFile, type CalendarFile } from '../../../src/domain/working-days/read-ics.ts'
import { calendarOf } from './tables.ts'

const day = (text: string) => parseDate(text) ?? Number.NaN

function file(...events: string[][]): string {
  const blocks = events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:本院节假日', ...blocks, 'END:VCALENDAR', ''].join(
    '\r\n',
  )
}

function read(text: string): CalendarFile {
  const answer = readIcs(text)
  if (typeof answer === 'string') throw new Error(answer)
  return answer
}

/** Of a file of which each character stands for a byte. */
function readBytes(text: string): CalendarFile {
  const answer = readIcsFile(Uint8Array.from(text, (character) => character.charCodeAt(0)))
  if (typeof answer === 'string') throw new Error(answer)
  return answer
}

function printed({ events }: CalendarFile): string[] {
  return events.map(
    ({ from, until, name, isWorking }) =>
      `${printDate(from)} ${printDate(until)} ${name}${isWorking ? ' worked' : ''}`,
  )
}

describe('whole days', () => {
  test.each<[string, string[], string[]]>([
    [
      'the end is exclusive',
      ['DTSTART;VALUE=DATE:20260217', 'DTEND;VALUE=DATE:20260220', 'SUMMARY:春节'],
      ['2026-02-17 2026-02-19 春节'],
    ],
    [
      'without an end it is one day',
      ['DTSTART;VALUE=DATE:20260404', 'SUMMARY:清明节'],
      ['2026-04-04 2026-04-04 清明节'],
    ],
    [
      'an end on the same day is one day',
      ['DTSTART;VALUE=DATE:20260404', 'DTEND;VALUE=DATE:20260404'],
      ['2026-04-04 2026-04-04 '],
    ],
    ['a duration', ['DTSTART;VALUE=DATE:20260501', 'DURATION:P1W', 'SUMMARY:x'], ['2026-05-01 2026-05-07 x']],
    ['a date without saying that it is one', ['DTSTART:20260501', 'SUMMARY:x'], ['2026-05-01 2026-05-01 x']],
    [
      'escaped and folded text',
      ['DTSTART;VALUE=DATE:20260501', 'SUMMARY;LANGUAGE=en:Labour\\, or\r\n  May\\; Day'],
      ['2026-05-01 2026-05-01 Labour, or May; Day'],
    ],
    [
      'a colon within a quoted parameter',
      ['DTSTART;X-A="b:c";VALUE=DATE:20260501', 'SUMMARY:x'],
      ['2026-05-01 2026-05-01 x'],
    ],
    [
      'a working day by its mark',
      ['DTSTART;VALUE=DATE:20260214', 'SUMMARY:春节(班)'],
      ['2026-02-14 2026-02-14 春节 worked'],
    ],
    [
      'a working day by Apple’s mark',
      ['DTSTART;VALUE=DATE:20260214', 'SUMMARY:x', 'X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY'],
      ['2026-02-14 2026-02-14 x worked'],
    ],
    [
      'a name that turns the writing round',
      ['DTSTART;VALUE=DATE:20260501', 'SUMMARY:a\u202Eb'],
      ['2026-05-01 2026-05-01 ab'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(printed(read(file(lines)))).toEqual(expected)
  })

  test('what is no whole day is counted', () => {
    const { events, skipped, name } = read(
      file(
        [
          'DTSTART;VALUE=DATE:20260501',
          'SUMMARY:x',
          'BEGIN:VALARM',
          'TRIGGER:-P1D',
          'DTSTART:20260101',
          'END:VALARM',
        ],
        ['DTSTART:20260501T090000Z', 'DTEND:20260501T100000Z'],
        ['DTSTART;TZID=Asia/Shanghai:20260501T000000', 'DTEND;TZID=Asia/Shanghai:20260502T000000'],
        ['DTSTART;VALUE=DATE-TIME:20260501T090000Z', 'DTEND;VALUE=DATE-TIME:20260501T100000Z'],
        ['DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY'],
        ['DTSTART;VALUE=DATE:20260501', 'STATUS:CANCELLED'],
        ['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20261231'],
      ),
    )
    expect(events).toHaveLength(1)
    expect(skipped).toEqual({ timed: 3, repeating: 1, cancelled: 1, tooLong: 1 })
    expect(name).toBe('本院节假日')
  })

  test('a make-up day is one in a file saved in GBK too', () => {
    const madeUp = ['DTSTART;VALUE=DATE:20270320', 'SUMMARY:\xd4\xba\xc7\xec\xa3\xa8\xb0\xe0\xa3\xa9']
    expect(
      printed(
        readBytes(`BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${madeUp.join('\r\n')}\r\nEND:VEVENT\r\nEND:VCALENDAR`),
      ),
    ).toEqual(['2027-03-20 2027-03-20 院庆 worked'])
  })

  test('a line may be folded within a character', () => {
    const folded = file(['DTSTART;VALUE=DATE:20270315', 'SUMMARY:院庆'])
    const bytes = Array.from(new TextEncoder().encode(folded), (byte) => String.fromCharCode(byte)).join('')
    expect(printed(readBytes(bytes.replace('SUMMARY:\xe9\x99', 'SUMMARY:\xe9\r\n \x99')))).toEqual([
      '2027-03-15 2027-03-15 院庆',
    ])
  })

  test('what is said twice is offered once', () => {
    const once = ['DTSTART;VALUE=DATE:20270315', 'SUMMARY:院庆']
    expect(printed(read(file(once, ['UID:other', ...once])))).toEqual(['2027-03-15 2027-03-15 院庆'])
  })

  test('China’s calendar, as its package publishes it, says nothing new', () => {
    const path = createRequire(import.meta.url).resolve('chinese-days/dist/holidays.ics')
    const { events } = read(readFileSync(path, 'utf8'))
    const days = importedDays(events, {
      calendar: calendarOf('CN'),
      corrections: [],
      since: day('2025-01-01'),
    })
    expect(days.length).toBeGreaterThan(60)
    expect(days.filter(({ state }) => state !== 'known')).toEqual([])
    expect(days.filter(({ isWorking }) => isWorking).map((each) => printDate(each.day))).toContain(
      '2026-10-10',
    )
  })
})

describe('bad files', () => {
  const good = ['DTSTART;VALUE=DATE:20260501', 'SUMMARY:x']
  test.each<[string, string, string]>([
    ['nothing', '', 'not-a-calendar'],
    ['a page', '<!doctype html><title>Sign in</title>', 'not-a-calendar'],
    ['a spreadsheet', 'PK\u0003\u0004\u0000\u0000', 'not-a-calendar'],
    ['a file cut short', file(good).slice(0, -30), 'not-a-calendar'],
    ['an event within an event', file(['BEGIN:VEVENT', ...good]), 'not-a-calendar'],
    ['a day that does not exist', file(['DTSTART;VALUE=DATE:20260230']), 'bad-calendar-date'],
    ['no day', file(['SUMMARY:x']), 'bad-calendar-date'],
    [
      'an end before the beginning',
      file(['DTSTART;VALUE=DATE:20260502', 'DTEND;VALUE=DATE:20260501']),
      'bad-calendar-date',
    ],
    ['a strange duration', file(['DTSTART;VALUE=DATE:20260502', 'DURATION:P1Y']), 'bad-calendar-date'],
    ['no event', file(), 'calendar-of-nothing'],
    ['only events with times', file(['DTSTART:20260501T090000Z']), 'calendar-of-nothing'],
    ['too many events', file(...Array.from({ length: 1001 }, () => good)), 'calendar-too-big'],
    ['too much text', `${file(good)}${' '.repeat(500_000)}`, 'calendar-too-big'],
  ])('%s', (_, text, fault) => {
    expect(readIcs(text)).toBe(fault)
  })

  test('hostile lines take no time', () => {
    const started = performance.now()
    readIcs(file([`DTSTART;${'a="b'.repeat(50_000)}`, ...good]))
    readIcs(file([`SUMMARY:${'\\'.repeat(200_000)}`, ...good]))
    readIcs('BEGIN:VCALENDAR\r\n'.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('what an import would change', () => {
  const event = (from: string, until: string, isWorking = false) => ({
    from: day(from),
    until: day(until),
    name: 'x',
    isWorking,
  })

  test('new days, days that are so already, and days set by hand', () => {
    const corrections = [{ day: day('2026-10-09'), isWorking: true, name: null, source: null }]
    const calendar = calendarOf('CN', { corrections })
    const days = importedDays([event('2026-10-07', '2026-10-09'), event('2026-10-11', '2026-10-11', true)], {
      calendar,
      corrections,
      since: day('2026-01-01'),
    })
    expect(days.map(({ day: each, state }) => `${printDate(each)} ${state}`)).toEqual([
      '2026-10-07 known',
      '2026-10-08 new',
      '2026-10-09 kept',
      '2026-10-11 new',
    ])
  })

  test('past days are left out; of two events on a day the worked one counts', () => {
    const days = importedDays([event('2026-05-01', '2026-05-03', true), event('2026-05-02', '2026-05-04')], {
      calendar: calendarOf('CN'),
      corrections: [],
      since: day('2026-05-02'),
    })
    expect(days.map((each) => `${printDate(each.day)} ${each.isWorking}`)).toEqual([
      '2026-05-02 true',
      '2026-05-03 true',
      '2026-05-04 false',
    ])
  })
})
