import { expect, test } from 'vitest'
import { monthsAhead } from '../../../src/domain/library/months-ahead.ts'
import type { Plan, Rhythm, Targets } from '../../../src/domain/schedule/plan.ts'
import { weekendsOff } from '../../../src/domain/time/working-days.ts'
import { day, planOf, quota, rule } from '../schedule/schedule-fixtures.ts'

const wards: Targets = { units: { tags: ['ward'] }, coverage: 'each' }
const inTurn: Targets = { units: { tags: ['ward'] }, coverage: 'rotate', perOccurrence: 2 }
const allWithinQuarter: Targets = {
  ...inTurn,
  perOccurrence: 'auto',
  coverWithin: 'quarter',
}

const table: [string, Rhythm, Targets, number[]][] = [
  ['a meeting each month', quota('month'), { none: true }, [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
  ['each of five wards a quarter', quota('quarter'), wards, [0, 0, 0, 5, 0, 0, 5, 0, 0, 5, 0, 0]],
  [
    'Thursdays, two wards at a time',
    rule('FREQ=WEEKLY;BYDAY=TH'),
    inTurn,
    [2, 10, 8, 8, 10, 8, 8, 10, 8, 10, 8, 8],
  ],
  [
    'every ward within a quarter, monthly',
    quota('month'),
    allWithinQuarter,
    [0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
  ],
]

test.each(table)('%s, from the 20th of March 2026 on', (_, rhythm, targets, expected) => {
  const plan: Omit<Plan, 'id'> = planOf(rhythm, { from: '2026-03-20', targets })
  const count = monthsAhead(day('2026-03-20'), { workingDays: weekendsOff, countOf: () => 5 })
  expect(count([plan])).toEqual(expected)
})

test('several plans, and the same one twice', () => {
  const plan = planOf(quota('month'), { from: '2026-01-01' })
  const count = monthsAhead(day('2026-01-01'), { workingDays: weekendsOff, countOf: () => 0 })
  expect([count([plan])[0], count([plan, plan])[0]]).toEqual([1, 2])
})
