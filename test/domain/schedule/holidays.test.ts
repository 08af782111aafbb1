import { describe, expect, test } from 'vitest'
import type { HolidayRule } from '../../../src/domain/schedule/plan.ts'
import { weekdayOf } from '../../../src/domain/time/civil.ts'
import { weekendsOff, type WorkingDays } from '../../../src/domain/time/working-days.ts'
import { day, expand, keysAndDays, planOf, rule, windowOf } from './schedule-fixtures.ts'

describe('holidays', () => {
  // Off: weekends and 1 to 3 January; Sunday 4 January is made up for.
  const holidays = ['2026-01-01', '2026-01-02', '2026-01-03'].map(day)
  const workingDays: WorkingDays = {
    ...weekendsOff,
    isWorking: (each) => each === day('2026-01-04') || (weekdayOf(each) < 6 && !holidays.includes(each)),
  }
  const table: [HolidayRule, string[]][] = [
    ['keep', ['20260101 2026-01-01', '20260102 2026-01-02', '20260103 2026-01-03', '20260104 2026-01-04']],
    ['next', ['20260101 2026-01-04', '20260102 2026-01-04', '20260103 2026-01-04', '20260104 2026-01-04']],
    [
      'previous',
      ['20260101 2025-12-31', '20260102 2025-12-31', '20260103 2025-12-31', '20260104 2026-01-04'],
    ],
    ['nearest', ['20260101 2025-12-31', '20260102 2025-12-31', '20260103 2026-01-04', '20260104 2026-01-04']],
    ['skip', ['20260104 2026-01-04']],
  ]
  test.each(table)('%s: the key stays the rule’s own date', (holidayRule, expected) => {
    const plan = planOf(rule('FREQ=DAILY;COUNT=4'), { holidays: holidayRule })
    expect(keysAndDays(expand(plan, '2025-12-01', '2026-12-31', { workingDays }))).toEqual(expected)
  })

  test('nearest prefers the earlier on a tie', () => {
    const plan = planOf(rule('FREQ=DAILY', { start: '2026-01-18' }), { holidays: 'nearest' })
    const onlyFridaysAndTuesdays: WorkingDays = {
      ...weekendsOff,
      isWorking: (each) => [5, 2].includes(weekdayOf(each)),
    }
    // Sunday 18 January lies as far from Friday as from Tuesday.
    expect(
      keysAndDays(expand(plan, '2026-01-16', '2026-01-19', { workingDays: onlyFridaysAndTuesdays })),
    ).toEqual(['20260118 2026-01-16'])
  })

  test('the due time moves with the date', () => {
    const plan = planOf(rule('FREQ=DAILY;COUNT=1'), { holidays: 'next', window: { dueAfter: 'P1D' } })
    const [moved] = expand(plan, '2026-01-01', '2026-01-31', { workingDays })
    expect(moved?.date).toBe(day('2026-01-01'))
    expect(windowOf(plan, moved).slice(0, 2)).toEqual([
      '2026-01-04T00:00:00+08:00',
      '2026-01-06T00:00:00+08:00',
    ])
  })

  test('a date is found where it moved to, not where it was', () => {
    const plan = planOf(rule('FREQ=MONTHLY;BYMONTHDAY=31'), { holidays: 'next' })
    expect(keysAndDays(expand(plan, '2026-02-01', '2026-02-28'))).toEqual(['20260131 2026-02-02'])
    expect(expand(plan, '2026-01-31', '2026-01-31')).toEqual([])
  })

  test('a calendar without working days moves nothing', () => {
    const plan = planOf(rule('FREQ=DAILY;COUNT=1'), { holidays: 'next' })
    const none: WorkingDays = { ...weekendsOff, isWorking: () => false }
    expect(keysAndDays(expand(plan, '2026-01-01', '2026-01-31', { workingDays: none }))).toEqual([
      '20260101 2026-01-01',
    ])
  })
})
