import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPlan } from '../../../src/domain/schedule/check-plan.ts'
import { type Occurrence, occurrencesOf } from '../../../src/domain/schedule/occurrences.ts'
import { periodsOf } from '../../../src/domain/schedule/period.ts'
import type { Plan } from '../../../src/domain/schedule/plan.ts'
import { dayAt } from '../../../src/domain/time/zone.ts'
import { printDate, weekdayOf } from '../../../src/domain/time/civil.ts'
import { weekendsOff, type WorkingDays } from '../../../src/domain/time/working-days.ts'
import { context, day, type Draft, planOf, quota } from './schedule-fixtures.ts'

const FIRST = day('2026-01-01')
const LAST = day('2029-12-31')

// Some weeks are off as a whole.
const workingDays: WorkingDays = {
  ...weekendsOff,
  isWorking: (each) => weekdayOf(each) < 6 && Math.floor(each / 9) % 5 > 0,
}

const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 11 })
const spread = fc.constantFrom('stagger' as const, 'even' as const, 'end' as const)
const aQuota: fc.Arbitrary<Plan['rhythm']> = fc.record(
  {
    kind: fc.constant('quota' as const),
    period: fc.constantFrom('day', 'week', 'month', 'bimonth', 'quarter', 'halfyear', 'year'),
    min: fc.integer({ min: 1, max: 12 }),
    max: fc.constant(null),
    months,
    spread,
  },
  { requiredKeys: ['kind', 'period', 'min', 'max'] },
)
const aSeason: fc.Arbitrary<Plan['rhythm']> = fc.record({
  kind: fc.constant('season' as const),
  months,
  min: fc.integer({ min: 1, max: 5 }),
  max: fc.constant(null),
  spread,
})
const aRule: fc.Arbitrary<Plan['rhythm']> = fc
  .record({
    rrule: fc.constantFrom(
      'FREQ=DAILY;INTERVAL=2',
      'FREQ=DAILY;COUNT=40',
      'FREQ=WEEKLY;BYDAY=SA,SU',
      'FREQ=WEEKLY;INTERVAL=3',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      'FREQ=MONTHLY;BYDAY=1MO,-1SU',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    ),
    times: fc.uniqueArray(fc.constantFrom('00:00', '01:30', '02:30', '03:00', '16:00', '23:59'), {
      maxLength: 4,
    }),
    rdates: fc.uniqueArray(fc.constantFrom('2026-05-02', '2026-05-03T02:30', '2027-01-31')),
    exdates: fc.uniqueArray(fc.constantFrom('2026-01-31', '2026-05-02', '2026-06-06T16:00')),
  })
  .map((parts) => ({ kind: 'rule', start: '2026-01-01', ...parts }))

const duration = fc.constantFrom('P0D', 'P1D', 'PT4H', 'P10D', 'P1M', 'P1W')
const aPlan: fc.Arbitrary<Draft> = fc
  .record({
    rhythm: fc.oneof(aQuota, aSeason, aRule),
    from: fc.constantFrom('2026-01-01', '2026-02-17', '2026-07-01'),
    until: fc.constantFrom(null, '2027-05-20', '2028-02-29'),
    timeZone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London', 'Africa/Cairo'),
    holidays: fc.constantFrom('keep', 'next', 'previous', 'nearest', 'skip'),
    window: fc.record(
      {
        openBefore: duration,
        dueAfter: duration,
        missAfter: fc.oneof(duration, fc.constantFrom('next', 'never')),
      },
      { requiredKeys: [] },
    ),
    targets: fc.constant({ none: true as const }),
  })
  .filter((plan) => checkPlan(plan).faults.length === 0)

const expandDays = (plan: Draft, from: number, to: number, limit = 100_000) =>
  occurrencesOf(plan, { ...context, workingDays }, { from, to, limit })

const inRange = fc.integer({ min: FIRST - 40, max: LAST + 40 })

describe('occurrences of any plan', () => {
  test('a range cut anywhere yields what it yields at once', () => {
    fc.assert(
      fc.property(aPlan, fc.array(inRange, { maxLength: 5 }), (plan, cuts) => {
        const whole = expandDays(plan, FIRST - 40, LAST + 40).occurrences
        const starts = [FIRST - 40, ...cuts.toSorted((a, b) => a - b)]
        const pieces = starts.flatMap(
          (start, index) => expandDays({ ...plan }, start, (starts[index + 1] ?? LAST + 41) - 1).occurrences,
        )
        expect(pieces).toEqual(whole)
      }),
      { numRuns: 150 },
    )
  })

  test('page after page yields what it yields at once', () => {
    fc.assert(
      fc.property(aPlan, fc.integer({ min: 1, max: 50 }), (plan, limit) => {
        const whole = expandDays(plan, FIRST, LAST).occurrences
        const page = expandDays(plan, FIRST, LAST, limit)
        expect(page.occurrences).toEqual(whole.slice(0, limit))
        expect(page.next).toBe(whole[limit]?.key ?? null)
      }),
      { numRuns: 100 },
    )
  })

  test('keys are unique, order is by planned date then key, and opensAt < dueAt ≤ missesAt', () => {
    fc.assert(
      fc.property(aPlan, (plan) => {
        const { occurrences } = expandDays(plan, FIRST - 40, LAST + 40)
        expect(new Set(occurrences.map(({ key }) => key)).size).toBe(occurrences.length)
        expect(occurrences).toEqual(occurrences.toSorted(byPlannedThenKey))
        for (const { opensAt, dueAt, missesAt } of occurrences) {
          expect(opensAt).toBeLessThan(dueAt)
          expect(missesAt ?? Infinity).toBeGreaterThanOrEqual(dueAt)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('a quota’s rounds are planned between their opening and their due time, min in each whole period', () => {
    const aKeptQuota = fc.record({ rhythm: fc.oneof(aQuota, aSeason), plan: aPlan })
    fc.assert(
      fc.property(aKeptQuota, ({ rhythm, plan: { window, timeZone } }) => {
        if (rhythm.kind !== 'quota' && rhythm.kind !== 'season') return
        const plan = planOf(rhythm, { window, timeZone })
        fc.pre(checkPlan(plan).faults.length === 0)
        const { occurrences } = expandDays(plan, FIRST - 400, day('2027-12-31') + 400)
        for (const { planned, opensAt, dueAt } of occurrences) {
          expect(planned).toBeGreaterThanOrEqual(dayAt(opensAt, timeZone))
          expect(planned).toBeLessThanOrEqual(dayAt(dueAt - 1, timeZone))
        }
        const periods = periodsOf(rhythm)
        const wholeYear = periods.indexOf(day('2027-01-01'))
        const period = periods.at(wholeYear)
        const isCounting =
          rhythm.kind === 'season' ||
          monthsOf(period).some((month) => !rhythm.months || rhythm.months.includes(month))
        const ofPeriod = occurrences.filter(({ key }) => key.startsWith(`${period.id}/`))
        if (period.first >= FIRST) expect(ofPeriod).toHaveLength(isCounting ? rhythm.min : 0)
      }),
      { numRuns: 150 },
    )
  })

  test('stagger lies in its part', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 8 }), (targetId, min) => {
        const plan = planOf(quota('month', { min, spread: 'stagger' }))
        const range = { from: day('2026-03-01'), to: day('2026-03-31'), limit: 100 }
        const { occurrences } = occurrencesOf(plan, { ...context, targetId }, range)
        expect(occurrences).toHaveLength(min)
        for (const [index, { planned }] of occurrences.entries()) {
          const dayOfMonth = planned - range.from + 1
          expect(dayOfMonth).toBeGreaterThan(Math.floor((index * 31) / min))
          expect(dayOfMonth).toBeLessThanOrEqual(Math.floor(((index + 1) * 31) / min))
        }
      }),
      { numRuns: 100 },
    )
  })
})

function monthsOf({ first, last }: { first: number; last: number }): number[] {
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return days.map((each) => Number(printDate(each).slice(5, 7)))
}

function byPlannedThenKey(a: Occurrence, b: Occurrence): number {
  return a.planned - b.planned || (a.key < b.key ? -1 : 1)
}
