import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dayOf, parseDate, printDate, weekdayOf } from '../../../src/domain/time/civil.ts'
import { countries } from '../../../src/domain/working-days/countries.ts'
import { closedOn, workingCalendar } from '../../../src/domain/working-days/working-calendar.ts'
import { calendarOf, fileOf } from './tables.ts'

const day = (text: string) => parseDate(text) ?? Number.NaN

describe('China', () => {
  const china = calendarOf('CN')

  test.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    '%s is a weekend that is worked for a holiday',
    (date) => {
      expect(weekdayOf(day(date))).toBeGreaterThan(5)
      expect(china.dayOn(day(date))).toMatchObject({ isWorking: true, reason: 'make-up' })
      expect(china.isWorking(day(date))).toBe(true)
      expect(china.isHoliday(day(date))).toBe(false)
    },
  )

  test('2026 has no others, and 248 working days', () => {
    const days = daysOfYear(2026)
    expect(days.filter((each) => china.dayOn(each).reason === 'make-up')).toHaveLength(6)
    expect(days.filter((each) => china.isWorking(each))).toHaveLength(248)
  })

  test.each([
    ['2026-01-01', '2026-01-03', '元旦'],
    ['2026-02-15', '2026-02-23', '春节'],
    ['2026-04-04', '2026-04-06', '清明节'],
    ['2026-05-01', '2026-05-05', '劳动节'],
    ['2026-06-19', '2026-06-21', '端午节'],
    ['2026-09-25', '2026-09-27', '中秋节'],
    ['2026-10-01', '2026-10-07', '国庆节'],
    ['2025-10-06', '2025-10-06', '中秋节'],
  ])('%s to %s is %s', (first, last, name) => {
    for (let each = day(first); each <= day(last); each += 1) {
      expect(china.dayOn(each)).toMatchObject({ isWorking: false, reason: 'holiday' })
      expect(china.dayOn(each).names?.[0]).toBe(name)
    }
  })

  test('is official up to the last announced year', () => {
    expect([2015, 2025, 2026, 2027, 2040, 2041].map((year) => china.isProvisional(year))).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ])
    expect(china.isProvisional(2014)).toBe(true)
  })

  // As the Hong Kong Observatory tells them; the calendar that Node brings is a day late in 2027.
  test.each([
    ['2027-02-06', '2027-06-09', '2027-09-15'],
    ['2028-01-26', '2028-05-28', '2028-10-03'],
    ['2029-02-13', '2029-06-16', '2029-09-22'],
    ['2030-02-03', '2030-06-05', '2030-09-12'],
    ['2033-01-31', '2033-06-01', '2033-09-08'],
    ['2034-02-19', '2034-06-20', '2034-09-27'],
    ['2035-02-08', '2035-06-10', '2035-09-16'],
  ])(
    'provisionally the days of the law: New Year %s, Dragon Boat %s, Mid-autumn %s',
    (spring, boat, moon) => {
      const year = spring.slice(0, 4)
      const eve = day(spring) - 1
      const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((date) =>
        day(`${year}-${date}`),
      )
      const expected = [...fixed, eve, eve + 1, eve + 2, eve + 3, day(boat), day(moon)]
      const found = daysOfYear(Number(year)).filter((each) => china.isHoliday(each))
      const qingming = found.filter((each) => ['04-04', '04-05'].includes(printDate(each).slice(5)))
      expect(qingming).toHaveLength(1)
      expect(found).toEqual([...new Set([...expected, ...qingming])].toSorted((a, b) => a - b))
    },
  )
})

function daysOfYear(year: number): number[] {
  return Array.from({ length: 365 }, (_, index) => dayOf(year, 1, 1) + index)
}

describe('other countries', () => {
  test('there are twenty besides China, and a table of each', () => {
    expect(countries.length).toBeGreaterThan(20)
    const files = readdirSync(join(import.meta.dirname, '../../../holidays')).toSorted()
    expect(files).toEqual(countries.map((country) => `${country}.json`).toSorted())
    for (const country of countries) expect(fileOf(country).country).toBe(country)
  })

  test.each(countries)('%s: every year from 2015 to 2040 has holidays with names', (country) => {
    const { names, years } = fileOf(country)
    expect(Object.keys(years)).toHaveLength(26)
    for (const year of Object.values(years)) expect(year.off.length).toBeGreaterThan(1)
    expect(names.every(([own]) => own !== '')).toBe(true)
  })

  // From the announcements of these governments.
  test.each([
    ['DE', '2026-04-06', 'Ostermontag', 'Easter Monday'],
    ['US', '2026-07-03', 'Independence Day', undefined],
    ['GB', '2026-12-28', 'Boxing Day', undefined],
    ['JP', '2026-09-22', '国民の休日', "Citizens' Holiday"],
    ['SG', '2026-02-17', 'Chinese New Year', undefined],
    ['FR', '2026-07-14', 'Fête Nationale de la France', 'Bastille Day'],
  ] as const)('%s: %s is %s', (country, date, own, english) => {
    const calendar = calendarOf(country)
    expect(calendar.isWorking(day(date))).toBe(false)
    const names = calendar.dayOn(day(date)).names
    expect(names?.[0]).toBe(own)
    if (english !== undefined) expect(names?.[1]).toBe(english)
  })

  test('rules hold for every year of the table', () => {
    expect(calendarOf('DE').isProvisional(2040)).toBe(false)
    expect(calendarOf('DE').isProvisional(2041)).toBe(true)
  })
})

describe('the organisation’s own word', () => {
  const source = {
    weekend: [5, 6],
    table: null,
    corrections: [
      { day: day('2026-03-06'), isWorking: true, name: null },
      { day: day('2026-03-10'), isWorking: false, name: '院庆' },
    ],
    named: [
      { name: '开学第一周', from: day('2026-09-01'), until: day('2026-09-07') },
      { name: '开学第一周', from: day('2026-02-23'), until: day('2026-02-27') },
    ],
  }
  const calendar = workingCalendar(source)

  test.each([
    ['2026-03-05', true, false],
    ['2026-03-06', true, false],
    ['2026-03-07', false, false],
    ['2026-03-08', true, false],
    ['2026-03-10', false, true],
    ['2026-03-13', false, false],
  ])('%s: worked %s, a holiday %s', (date, isWorking, isHoliday) => {
    expect([calendar.isWorking(day(date)), calendar.isHoliday(day(date))]).toEqual([isWorking, isHoliday])
    expect(calendar.dayOn(day(date)).isWorking).toBe(isWorking)
  })

  test('goes before the country’s table', () => {
    const corrections = [
      { day: day('2026-10-01'), isWorking: true, name: null },
      { day: day('2026-10-10'), isWorking: false, name: null },
    ]
    const china = calendarOf('CN', { corrections })
    expect(china.isWorking(day('2026-10-01'))).toBe(true)
    expect(china.isHoliday(day('2026-10-01'))).toBe(false)
    expect(china.isWorking(day('2026-10-10'))).toBe(false)
  })

  test('its named days are in order; other names have none', () => {
    expect(calendar.stretchesNamed('开学第一周').map(({ from }) => printDate(from))).toEqual([
      '2026-02-23',
      '2026-09-01',
    ])
    expect(calendar.stretchesNamed('考试周')).toEqual([])
  })

  test('without weekend every day is worked', () => {
    const always = workingCalendar({ weekend: [], table: null, corrections: [], named: [] })
    expect([0, 1, 2, 3, 4, 5, 6].every((offset) => always.isWorking(day('2026-03-02') + offset))).toBe(true)
    expect(always.isProvisional(2030)).toBe(false)
  })

  test('a closed ward works on no day of its closure, and it is no holiday', () => {
    const ward = closedOn(calendar, [{ from: day('2026-08-03'), until: day('2026-08-09') }])
    expect(ward.isWorking(day('2026-08-02'))).toBe(true)
    expect(ward.isWorking(day('2026-08-03'))).toBe(false)
    expect(ward.isWorking(day('2026-08-09'))).toBe(false)
    expect(ward.isHoliday(day('2026-08-05'))).toBe(false)
    expect(closedOn(calendar, [])).toBe(calendar)
  })
})
