import { describe, expect, test } from 'vitest'
import type { HolidayRule } from '../../../src/domain/schedule/plan.ts'
import { calendarOf } from '../working-days/tables.ts'
import { expand, keysAndDays, planOf, quota, rule } from './schedule-fixtures.ts'

const china = calendarOf('CN')

describe('a holiday that swallows a month’s last working days', () => {
  // Spring Festival 2025 began on 28 January; National Day 2026 begins on 1 October.
  test.each<[HolidayRule, string, string]>([
    ['keep', '2025-01-31', '2026-10-01'],
    ['next', '2025-02-05', '2026-10-08'],
    ['previous', '2025-01-27', '2026-09-30'],
    ['nearest', '2025-01-27', '2026-09-30'],
  ])('%s', (holidays, january, october) => {
    const monthly = (date: number, start: string) =>
      planOf(rule(`FREQ=MONTHLY;BYMONTHDAY=${date}`, { start }), { from: start, holidays })
    const find = (plan: ReturnType<typeof planOf>, key: string) =>
      keysAndDays(expand(plan, '2025-01-01', '2026-12-31', { workingDays: china })).find((each) =>
        each.startsWith(key),
      )
    expect(find(monthly(31, '2025-01-01'), '20250131')).toBe(`20250131 ${january}`)
    expect(find(monthly(1, '2026-01-01'), '20261001')).toBe(`20261001 ${october}`)
  })

  test('a monthly count ends before it', () => {
    const plan = planOf(quota('month'), { from: '2025-01-01' })
    expect(keysAndDays(expand(plan, '2025-01-01', '2025-02-28', { workingDays: china }))).toEqual([
      '2025-M01/1 2025-01-27',
      '2025-M02/1 2025-02-28',
    ])
  })

  test('counts take make-up Saturdays for working days', () => {
    const weekly = planOf(quota('week'))
    expect(keysAndDays(expand(weekly, '2026-02-09', '2026-03-01', { workingDays: china }))).toEqual([
      '2026-W07/1 2026-02-14',
      '2026-W08/1 2026-02-22',
      '2026-W09/1 2026-02-28',
    ])
  })

  test('even and staggered counts keep off holidays', () => {
    for (const spread of ['even', 'stagger'] as const) {
      const plan = planOf(quota('month', { min: 4, spread }))
      const found = expand(plan, '2026-01-01', '2026-12-31', { workingDays: china })
      expect(found).toHaveLength(48)
      // Parts that lie within Spring Festival or National Day have no working day.
      const off = found.filter((each) => !china.isWorking(each.planned))
      expect(off.map(({ key }) => key)).toEqual(['2026-M02/3', '2026-M10/1'])
    }
  })
})
