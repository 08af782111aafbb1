import { expect, test } from 'vitest'
import { datesAhead } from '../../../src/domain/schedule/dates-ahead.ts'
import type { Targets } from '../../../src/domain/schedule/plan.ts'
import { printDate } from '../../../src/domain/time/civil.ts'
import { weekendsOff } from '../../../src/domain/time/working-days.ts'
import { day, planOf, quota, rule, season, type Draft } from './schedule-fixtures.ts'

const wards: Targets = { units: { tags: ['ward'] }, coverage: 'each' }

function ahead(
  plan: Draft,
  { dutyId = null, from = '2026-03-20' }: { dutyId?: string | null; from?: string },
) {
  return datesAhead(plan, { dutyId, workingDays: weekendsOff, from: day(from), limit: 4 })
}

const periodsIn = ({ occurrences }: ReturnType<typeof ahead>) =>
  new Set(occurrences.map((each) => each.dueAt)).size

test('periods have as many as they have, however few dates are asked for', () => {
  const monthly = ahead(planOf(quota('month', { min: 40, spread: 'stagger' })), {})
  expect(monthly.inPeriod).toEqual({ times: 40, isDrawn: false })
  const thrice = ahead(planOf(season([5], { min: 3, spread: 'stagger' })), {})
  expect([thrice.inPeriod?.times, periodsIn(thrice)]).toEqual([3, 4])
})

test('of a saved duty the present period is there, whichever of its days has passed', () => {
  const plan = planOf(quota('month', { spread: 'stagger' }), { targets: wards })
  const { occurrences } = ahead(plan, { dutyId: 'duty_1', from: '2026-03-31' })
  expect(printDate(occurrences[0]?.date ?? 0)).toMatch(/^2026-03/)
})

test('only a drawn day is secret; what has a day of its own is in no period', () => {
  const drawn = planOf(quota('month', { spread: 'draw' }))
  expect(ahead(drawn, { dutyId: 'duty_1' }).inPeriod).toEqual({ times: 1, isDrawn: true })
  const plans = [planOf(rule('FREQ=WEEKLY;BYDAY=TH')), planOf(quota('month', { spread: 'end' }))]
  expect(plans.map((plan) => ahead(plan, {}).inPeriod)).toEqual([null, null])
  expect(ahead(planOf(quota('month', { spread: 'stagger' })), { dutyId: 'duty_1' }).inPeriod).toBeNull()
})
