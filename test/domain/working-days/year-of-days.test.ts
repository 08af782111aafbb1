import { describe, expect, test } from 'vitest'
import { parseDate, printDate } from '../../../src/domain/time/civil.ts'
import { unitDays } from '../../../src/domain/working-days/unit-days.ts'
import { daysOfYear, holidaysIn } from '../../../src/domain/working-days/year-of-days.ts'
import { calendarOf } from './tables.ts'

const day = (text: string) => parseDate(text) ?? Number.NaN

function printed(year: number, calendar = calendarOf('CN')): string[] {
  return holidaysIn(daysOfYear(calendar, year)).map(({ names, from, until, madeUp }) =>
    [
      names[0],
      printDate(from).slice(5),
      printDate(until).slice(5),
      ...madeUp.map((each) => printDate(each).slice(5)),
    ].join(' '),
  )
}

describe('a year as people speak of it', () => {
  test('each weekend that is worked stands beside its holiday', () => {
    expect(printed(2026)).toEqual([
      '元旦 01-01 01-03 01-04',
      '春节 02-15 02-23 02-14 02-28',
      '清明节 04-04 04-06',
      '劳动节 05-01 05-05 05-09',
      '端午节 06-19 06-21',
      '中秋节 09-25 09-27',
      '国庆节 10-01 10-07 09-20 10-10',
    ])
  })

  test('two holidays in one week are two names', () => {
    expect(printed(2025).filter((each) => / 10-/.test(each))).toEqual([
      '国庆节 10-01 10-05 09-28',
      '中秋节 10-06 10-06',
      '国庆节 10-07 10-08 10-11',
    ])
  })

  test('a day off that the organisation set with a name is one', () => {
    const corrections = [
      { day: day('2026-06-12'), isWorking: false, name: '院庆' },
      { day: day('2026-06-15'), isWorking: false, name: null },
    ]
    expect(printed(2026, calendarOf('CN', { corrections }))).toContain('院庆 06-12 06-12')
    expect(printed(2026, calendarOf('CN', { corrections }))).toHaveLength(8)
  })

  test('a leap year has all its days', () => {
    expect(daysOfYear(calendarOf('DE'), 2028)).toHaveLength(366)
  })
})

describe('the days of units', () => {
  const parents = new Map([
    ['hospital', null],
    ['surgery', 'hospital'],
    ['ward1', 'surgery'],
    ['ward2', 'hospital'],
  ])
  const closures = [{ unitId: 'surgery', from: day('2026-08-03'), until: day('2026-08-07') }]
  const china = calendarOf('CN')

  test('a closure is of the unit and all below it', () => {
    const daysOf = unitDays(china, closures, parents)
    const monday = day('2026-08-03')
    expect(
      ['surgery', 'ward1', 'ward2', 'hospital', null].map((unit) => daysOf(unit).isWorking(monday)),
    ).toEqual([false, false, true, true, true])
  })

  test('units that are closed alike share their days, so that what is worked out from them is kept', () => {
    const daysOf = unitDays(china, closures, parents)
    expect(daysOf('ward1')).toBe(daysOf('surgery'))
    expect(daysOf('ward2')).toBe(daysOf(null))
    expect(unitDays(china, [], parents)('ward1')).toBe(china)
  })

  test('units in a circle end', () => {
    const circle = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ])
    expect(unitDays(china, closures, circle)('a').isWorking(day('2026-08-03'))).toBe(true)
  })
})
