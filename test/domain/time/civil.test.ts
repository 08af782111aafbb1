import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  civilOf,
  dayOf,
  daysInMonth,
  isoWeekOf,
  mondayOfIsoWeek,
  parseDate,
  printDate,
  weekdayOf,
} from '../../../src/domain/time/civil.ts'
import { weekendsOff } from '../../../src/domain/time/working-days.ts'

const anyDay = fc.integer({ min: dayOf(1, 1, 1), max: dayOf(9999, 12, 31) })
const date = (text: string): number => parseDate(text) ?? Number.NaN

describe('civil days', () => {
  test('agree with Date.UTC on every day of 1900 to 2200', () => {
    const first = Date.UTC(1900, 0, 1) / 86_400_000
    const last = Date.UTC(2200, 11, 31) / 86_400_000
    const wrong: number[] = []
    for (let day = first; day <= last; day += 1) {
      const expected = new Date(day * 86_400_000)
      const civil = civilOf(day)
      const agrees =
        civil.year === expected.getUTCFullYear() &&
        civil.month === expected.getUTCMonth() + 1 &&
        civil.day === expected.getUTCDate() &&
        weekdayOf(day) % 7 === expected.getUTCDay() &&
        dayOf(civil.year, civil.month, civil.day) === day
      if (!agrees) wrong.push(day)
    }
    expect(wrong).toEqual([])
  })

  test('printing and parsing are inverse', () => {
    fc.assert(fc.property(anyDay, (day) => parseDate(printDate(day)) === day))
  })

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    ' 2026-01-01',
    '2026-01-01\n',
    '2026-01-01T00:00',
    '+2026-01-01',
    '２０２６-01-01',
    '',
  ])('%j is not a date', (text) => {
    expect(parseDate(text)).toBeNull()
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
    ['2026-01-05', -2400, '1826-01-05'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(printDate(addMonths(date(from), months))).toBe(to)
  })

  test.each([
    ['2026-01-01', 2026, 1],
    ['2025-12-29', 2026, 1],
    ['2026-12-31', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2021-01-01', 2020, 53],
    ['2024-12-30', 2025, 1],
  ])('%s lies in ISO week %i-W%i', (text, year, week) => {
    expect(isoWeekOf(date(text))).toEqual({ year, week })
  })

  test('the Monday of a week lies in that week', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, week } = isoWeekOf(day)
        expect(mondayOfIsoWeek(year, week)).toBe(day - weekdayOf(day) + 1)
      }),
    )
  })

  test.each([
    [2026, 2, 28],
    [2024, 2, 29],
    [2000, 2, 29],
    [2100, 2, 28],
    [2026, 4, 30],
    [2026, 12, 31],
  ])('%i-%i has %i days', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days)
  })

  test('without a calendar of holidays, Saturday and Sunday are off', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((offset) => weekendsOff.isWorking(date('2026-01-05') + offset))
    expect(week).toEqual([true, true, true, true, true, false, false])
  })
})
