import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarRhythm, HolidayRule } from '../../../src/domain/schedule/plan.ts'
import { closedOn } from '../../../src/domain/working-days/working-calendar.ts'
import { calendarOf } from '../working-days/tables.ts'
import { day, expand, keysAndDays, planOf, windowOf } from './schedule-fixtures.ts'

const named = [
  { name: '开学第一周', from: day('2026-03-02'), until: day('2026-03-06') },
  { name: '开学第一周', from: day('2026-08-31'), until: day('2026-09-04') },
  { name: '迎评周', from: day('2026-09-03'), until: day('2026-09-05') },
]
const china = calendarOf('CN', { named })

function calendar(days: CalendarRhythm['days'], rest: Partial<CalendarRhythm> = {}): CalendarRhythm {
  return { kind: 'calendar', days, pick: 'each', ...rest }
}

function planned(rhythm: CalendarRhythm, from: string, to: string): string[] {
  return keysAndDays(expand(planOf(rhythm), from, to, { workingDays: china }))
}

describe('rhythm calendar in China 2026', () => {
  const beforeHoliday = calendar('holiday', { pick: 'first', shift: -1 })

  test('the last working day before each public holiday, whatever is made up', () => {
    expect(planned(beforeHoliday, '2026-01-01', '2026-12-30')).toEqual([
      '20260215 2026-02-14',
      '20260404 2026-04-03',
      '20260501 2026-04-30',
      '20260619 2026-06-18',
      '20260925 2026-09-24',
      '20261001 2026-09-30',
    ])
  })

  test('in 2025 Mid-autumn lies within the week of National Day: one holiday', () => {
    const plan = planOf(beforeHoliday, { from: '2025-01-01' })
    const found = keysAndDays(expand(plan, '2025-09-01', '2025-10-31', { workingDays: china }))
    expect(found).toEqual(['20251001 2025-09-30'])
  })

  test.each<[string, CalendarRhythm, string, string, string[]]>([
    [
      'each working day, make-up Saturday included',
      calendar('working'),
      '2026-10-07',
      '2026-10-12',
      ['20261008 2026-10-08', '20261009 2026-10-09', '20261010 2026-10-10', '20261012 2026-10-12'],
    ],
    [
      'first working day after each break',
      calendar('working', { pick: 'first' }),
      '2026-02-09',
      '2026-03-02',
      ['20260209 2026-02-09', '20260224 2026-02-24', '20260302 2026-03-02'],
    ],
    [
      'last working day before each break: not the Friday before a make-up Saturday',
      calendar('working', { pick: 'last' }),
      '2026-02-09',
      '2026-03-06',
      ['20260214 2026-02-14', '20260228 2026-02-28', '20260306 2026-03-06'],
    ],
    [
      'each day off',
      calendar('off'),
      '2026-01-01',
      '2026-01-10',
      ['20260101 2026-01-01', '20260102 2026-01-02', '20260103 2026-01-03', '20260110 2026-01-10'],
    ],
    [
      'first of the days off',
      calendar('off', { pick: 'first' }),
      '2026-09-19',
      '2026-10-08',
      ['20260919 2026-09-19', '20260925 2026-09-25', '20261001 2026-10-01'],
    ],
    [
      'last of the days off',
      calendar('off', { pick: 'last' }),
      '2026-09-19',
      '2026-10-08',
      ['20260919 2026-09-19', '20260927 2026-09-27', '20261007 2026-10-07'],
    ],
    [
      'each day of a holiday, with its weekend',
      calendar('holiday'),
      '2026-04-01',
      '2026-04-30',
      ['20260404 2026-04-04', '20260405 2026-04-05', '20260406 2026-04-06'],
    ],
    [
      'first day of a holiday',
      calendar('holiday', { pick: 'first' }),
      '2026-09-01',
      '2026-10-31',
      ['20260925 2026-09-25', '20261001 2026-10-01'],
    ],
    [
      'a range that begins within a holiday',
      calendar('holiday', { pick: 'first' }),
      '2026-10-03',
      '2026-10-31',
      [],
    ],
    [
      'the first working day after a holiday',
      calendar('holiday', { pick: 'last', shift: 1 }),
      '2026-02-20',
      '2026-04-30',
      ['20260223 2026-02-24', '20260406 2026-04-07'],
    ],
    [
      'three working days before',
      calendar('holiday', { pick: 'first', shift: -3 }),
      '2026-02-01',
      '2026-02-28',
      ['20260215 2026-02-12'],
    ],
    [
      'each of the organisation’s own days',
      calendar({ names: ['开学第一周'] }),
      '2026-03-01',
      '2026-03-31',
      [
        '20260302 2026-03-02',
        '20260303 2026-03-03',
        '20260304 2026-03-04',
        '20260305 2026-03-05',
        '20260306 2026-03-06',
      ],
    ],
    [
      'of two names that overlap no day twice',
      calendar({ names: ['迎评周', '开学第一周'] }),
      '2026-09-02',
      '2026-09-30',
      ['20260902 2026-09-02', '20260903 2026-09-03', '20260904 2026-09-04', '20260905 2026-09-05'],
    ],
    [
      'the first of each stretch',
      calendar({ names: ['开学第一周'] }, { pick: 'first' }),
      '2026-01-01',
      '2026-12-31',
      ['20260302 2026-03-02', '20260831 2026-08-31'],
    ],
    [
      'the working day before a stretch',
      calendar({ names: ['开学第一周'] }, { pick: 'first', shift: -1 }),
      '2026-01-01',
      '2026-12-31',
      ['20260302 2026-02-28', '20260831 2026-08-28'],
    ],
    ['a name that nobody gave', calendar({ names: ['考试周'] }), '2026-01-01', '2026-12-31', []],
  ])('%s', (_, rhythm, from, to, expected) => {
    expect(planned(rhythm, from, to)).toEqual(expected)
  })

  test('validity bounds the day itself, not the holiday that it comes before', () => {
    const dates = (rest: { from?: string; until?: string }) =>
      keysAndDays(expand(planOf(beforeHoliday, rest), '2026-09-01', '2026-10-31', { workingDays: china }))
    expect(dates({ from: '2026-10-01' })).toEqual([])
    expect(dates({ until: '2026-09-30' })).toEqual(['20260925 2026-09-24', '20261001 2026-09-30'])
  })

  test('own days that fall on days off follow the rule for holidays', () => {
    const dates = (holidays: HolidayRule) =>
      keysAndDays(
        expand(
          planOf(calendar({ names: ['迎评周'] }, { pick: 'last' }), { holidays }),
          '2026-09-01',
          '2026-09-30',
          {
            workingDays: china,
          },
        ),
      )
    expect(dates('keep')).toEqual(['20260905 2026-09-05'])
    expect(dates('next')).toEqual(['20260905 2026-09-07'])
    expect(dates('skip')).toEqual([])
  })

  test('the round is of its own day, due at its end; missed when the next one opens', () => {
    const plan = planOf(beforeHoliday, { window: { openBefore: 'P2D', missAfter: 'next' } })
    const [round] = expand(plan, '2026-09-01', '2026-09-26', { workingDays: china })
    expect(round?.date).toBe(day('2026-09-24'))
    expect(windowOf(plan, round)).toEqual([
      '2026-09-22T00:00:00+08:00',
      '2026-09-25T00:00:00+08:00',
      '2026-09-28T00:00:00+08:00',
    ])
  })

  test('a day more off before a holiday belongs to it', () => {
    const corrections = [{ day: day('2026-09-30'), isWorking: false, name: '院庆' }]
    const corrected = calendarOf('CN', { corrections })
    const dates = keysAndDays(
      expand(planOf(beforeHoliday), '2026-09-28', '2026-10-31', { workingDays: corrected }),
    )
    expect(dates).toEqual(['20260930 2026-09-29'])
  })

  test('a closed ward: the working day before is the ward’s own', () => {
    const ward = closedOn(china, [{ from: day('2026-09-28'), until: day('2026-09-30') }])
    const dates = keysAndDays(
      expand(planOf(beforeHoliday), '2026-09-20', '2026-10-31', { workingDays: ward }),
    )
    // With its closure Mid-autumn and National Day are one stretch of days off.
    expect(dates).toEqual(['20260925 2026-09-24'])
  })

  test('where nobody ever works nothing hangs', () => {
    const never = closedOn(china, [{ from: day('2000-01-01'), until: day('2100-01-01') }])
    const found = expand(planOf(beforeHoliday), '2026-01-01', '2026-12-31', { workingDays: never })
    expect(found.length).toBeLessThan(3)
    expect(expand(planOf(calendar('working')), '2026-01-01', '2026-12-31', { workingDays: never })).toEqual(
      [],
    )
  })
})

describe('any calendar', () => {
  const rhythms = fc.record({
    kind: fc.constant('calendar' as const),
    days: fc.constantFrom<CalendarRhythm['days']>('working', 'off', 'holiday', {
      names: ['开学第一周', '迎评周'],
    }),
    pick: fc.constantFrom<CalendarRhythm['pick']>('first', 'last'),
    shift: fc.integer({ min: -20, max: 20 }),
  })
  const corrections = fc.uniqueArray(
    fc.record({
      day: fc.integer({ min: day('2026-01-01'), max: day('2026-12-31') }),
      isWorking: fc.boolean(),
      name: fc.constant(null),
    }),
    { maxLength: 40, selector: (each) => each.day },
  )
  const moves = fc.constantFrom<HolidayRule>('keep', 'next', 'previous', 'nearest', 'skip')

  test('keys are unique, and moving keeps their order', () => {
    fc.assert(
      fc.property(rhythms, corrections, moves, (rhythm, corrected, holidays) => {
        const workingDays = calendarOf('CN', { named, corrections: corrected })
        const found = expand(planOf(rhythm, { holidays }), '2026-01-01', '2027-12-31', { workingDays })
        const keys = found.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys).toEqual(keys.toSorted())
        const days = found.map((each) => each.planned)
        expect(days).toEqual(days.toSorted((a, b) => a - b))
      }),
      { numRuns: 60 },
    )
  })

  test('any two ranges side by side give what one gives', () => {
    fc.assert(
      fc.property(rhythms, moves, fc.integer({ min: 1, max: 700 }), (rhythm, holidays, cut) => {
        const plan = planOf(rhythm, { holidays })
        const dates = (from: number, to: number) =>
          keysAndDays(expand(plan, textOf(from), textOf(to), { workingDays: china }))
        const [from, to] = [day('2026-01-01'), day('2027-12-31')]
        expect([...dates(from, from + cut), ...dates(from + cut + 1, to)]).toEqual(dates(from, to))
      }),
      { numRuns: 60 },
    )
  })
})

function textOf(each: number): string {
  return new Date(each * 86_400_000).toISOString().slice(0, 10)
}
