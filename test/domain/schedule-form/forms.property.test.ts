import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pick as TargetPick, Rhythm, Targets } from '../../../src/domain/schedule/plan.ts'
import { formOf, planOf, type PlanDraft } from '../../../src/features/duties/forms-plan.ts'
import {
  blankSchedule,
  choices,
  monthDays,
  months,
  nths,
  nthWeekdays,
  readScheduleForm,
  weekdays,
  type ScheduleForm,
} from '../../../src/features/duties/forms.ts'

const given = { timeZone: 'Asia/Shanghai', today: '2026-03-02', firstWeekday: 1 }

describe('form → plan → form', () => {
  it('is the identity for what the form can say', () => {
    fc.assert(
      fc.property(aForm, (form) => {
        const plan = planOf(form, { ...given, kept: null })
        expect(formOf(plan, { ...given, today: form.from })).toEqual(form)
      }),
      { numRuns: 1000 },
    )
  })

  it('so it is by way of a browser', () => {
    fc.assert(
      fc.property(aForm, (form) => {
        expect(readScheduleForm(form)).toEqual(form)
      }),
    )
  })
})

describe('plan → form → plan', () => {
  it('loses nothing of any plan', () => {
    fc.assert(
      fc.property(aPlan, (plan) => {
        expect(planOf(formOf(plan, given), { ...given, kept: plan })).toEqual(plan)
      }),
      { numRuns: 1000 },
    )
  })
})

const amount = fc.integer({ min: 0, max: 400 }).map(String)
const timeUnit = fc.constantFrom('H', 'D', 'W', 'M')
const someMonths = fc.subarray([...months], { minLength: 1 })
const date = fc.constantFrom('2025-01-01', '2026-04-05', '2026-12-31')
const times = fc.subarray(['00:00', '08:00', '16:30'])
const ids = fc.subarray(['unit_a_1', 'unit_a_2', 'unit_a_3'])
const tags = fc.subarray(['ward', 'clinical', 'high-risk'])

const counts = fc
  .record({
    min: fc.integer({ min: 1, max: 9 }),
    ceiling: fc.constantFrom(...choices.ceiling),
    more: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ min, ceiling, more }) => ({
    min: String(min),
    ceiling,
    max: ceiling === 'some' ? String(min + more) : '',
  }))
const spread = fc.record({ spread: fc.constantFrom(...choices.spread) })
const inMonths = fc.oneof(
  fc.constant({}),
  someMonths.map((months) => ({ someMonths: 'yes' as const, months })),
)
const quota = both(counts, spread, inMonths, fc.record({ period: fc.constantFrom(...choices.period) }))
const season = both(counts, spread, fc.record({ way: fc.constant('season' as const), months: someMonths }))

const monthly = fc.oneof(
  fc.record({ monthDay: fc.constantFrom(...monthDays) }),
  fc.record({
    monthBy: fc.constant('nth' as const),
    nth: fc.constantFrom(...nths),
    weekday: fc.constantFrom(...nthWeekdays),
  }),
)
const ofRule = fc.record({
  times: times.map((each) => each.join(', ')),
  length: fc.oneof(fc.constant(''), fc.integer({ min: 1, max: 600 }).map(String)),
  start: fc.oneof(fc.constant(''), fc.constant('2024-02-29')),
  extraDates: fc.constantFrom('', '2026-05-02', '2026-05-02, 2026-06-03T08:00'),
  exceptDates: fc.constantFrom('', '2026-05-02'),
})
const dayWays = fc.oneof(
  fc.record({ every: fc.constant('day' as const) }),
  fc.record({ every: fc.constant('week' as const), weekdays: fc.subarray([...weekdays], { minLength: 1 }) }),
  fc.record({
    every: fc.constant('week' as const),
    interval: fc.integer({ min: 2, max: 12 }).map(String),
    weekdays: fc.subarray([...weekdays], { minLength: 1 }),
    weekStart: fc.constantFrom(...weekdays),
  }),
  both(fc.record({ every: fc.constant('month' as const) }), monthly, inMonths),
  both(fc.record({ every: fc.constant('year' as const), yearMonth: fc.constantFrom(...months) }), monthly),
)
const days = both(
  fc.record({ way: fc.constant('days' as const), interval: fc.integer({ min: 1, max: 12 }).map(String) }),
  dayWays,
  ofRule,
)
const typedRule = both(
  fc.record({
    way: fc.constant('rule' as const),
    rrule: fc.constantFrom(
      'FREQ=DAILY;COUNT=3',
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      'FREQ=YEARLY',
      'typo',
    ),
  }),
  ofRule,
)

const opens = fc.oneof(fc.constant({}), fc.record({ openAmount: amount, openUnit: timeUnit }))
const dues = fc.oneof(
  fc.constant({}),
  fc.record({ dueAmount: amount, dueUnit: timeUnit }),
  fc.constant({ dueUnit: 'P1DT4H' }),
)
const misses = fc.oneof(
  fc.record({ miss: fc.constantFrom('' as const, 'next' as const, 'never' as const) }),
  fc.record({ miss: fc.constant('after' as const), missAmount: amount, missUnit: timeUnit }),
)
const targets = fc.oneof(
  fc.constant({}),
  fc.record({
    where: fc.constant('units' as const),
    unitTags: tags,
    unitIds: ids,
    unitUnder: fc.constantFrom('', 'unit_a_9'),
    exceptUnitTags: tags,
    exceptUnits: ids,
  }),
  fc.record({
    where: fc.constant('assets' as const),
    assetTypes: fc.subarray(['lift', 'fire-panel']),
    assetTags: tags,
    assetIds: ids,
    assetUnder: fc.constantFrom('', 'unit_a_9'),
    exceptAssetTags: tags,
    exceptAssets: ids,
  }),
)
const terms = fc.record({
  from: date,
  until: fc.constantFrom('', '2027-12-31'),
  timeZone: fc.constantFrom('', 'Europe/London'),
  holidays: fc.constantFrom(...choices.holidays),
})

const aForm: fc.Arbitrary<ScheduleForm> = fc.oneof(
  both(fc.oneof(quota, season, days, typedRule), opens, dues, misses, targets, terms).map((form) => ({
    ...blankSchedule('2026-03-02'),
    ...form,
  })),
  date.map((from) => ({ ...blankSchedule(from), way: 'standing' as const })),
)

const duration = fc.constantFrom('P0D', 'PT0S', 'P1D', 'PT4H', 'P1DT4H', 'P2W', 'P1M', 'P1Y', 'PT90M')
const aPick: fc.Arbitrary<TargetPick> = fc
  .record({ ids, tags, exceptTags: tags, exceptIds: ids, under: fc.constantFrom('', 'unit_a_9') })
  .map(({ under, ...lists }) => ({
    ...Object.fromEntries(Object.entries(lists).filter(([, each]) => each.length > 0)),
    ...(under !== '' && { under }),
  }))
const someTargets: fc.Arbitrary<Targets> = fc.oneof(
  fc.constant({ none: true as const }),
  fc.record(
    {
      units: aPick,
      assets: aPick,
      members: aPick,
      coverage: fc.constantFrom('each' as const, 'rotate' as const, 'draw' as const),
      perOccurrence: fc.constantFrom(2, 'auto' as const),
      coverWithin: fc.constantFrom('month' as const, 'year' as const),
    },
    { requiredKeys: ['coverage'] },
  ),
)
const monthNumbers = someMonths.map((each) => each.map(Number))
const numbered = {
  min: fc.integer({ min: 1, max: 9 }),
  max: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 9 })),
  spread: fc.constantFrom('even' as const, 'end' as const, 'draw' as const),
}
const aRhythm = fc.oneof(
  fc.record(
    {
      kind: fc.constant('quota' as const),
      period: fc.constantFrom(...choices.period),
      ...numbered,
      months: monthNumbers,
    },
    { requiredKeys: ['kind', 'period', 'min', 'max'] },
  ),
  fc.record(
    { kind: fc.constant('season' as const), months: monthNumbers, ...numbered },
    { requiredKeys: ['kind', 'months', 'min', 'max'] },
  ),
  fc.record(
    {
      kind: fc.constant('rule' as const),
      start: date,
      rrule: fc.constantFrom(
        'FREQ=DAILY',
        'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
        'FREQ=MONTHLY;BYDAY=-1FR',
        'FREQ=MONTHLY;BYMONTH=3,9;BYMONTHDAY=-1',
        'FREQ=MONTHLY;BYDAY=1MO,3MO',
        'FREQ=YEARLY;BYMONTH=6;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
        'FREQ=WEEKLY;BYDAY=SA,SU;UNTIL=20281231',
      ),
      times: fc.subarray(['00:00', '08:00', '16:30'], { minLength: 1 }),
      length: fc.constantFrom('PT30M', 'PT1H30M', 'PT8H', 'P1D', 'P1DT2H'),
      rdates: fc.constant(['2026-05-02', '2026-06-03T08:00']),
      exdates: fc.constant(['2026-05-02']),
    },
    { requiredKeys: ['kind', 'start', 'rrule'] },
  ),
  fc.constant<Rhythm>({ kind: 'calendar', days: { names: ['开学第一周'] }, pick: 'first', shift: -1 }),
  fc.constant<Rhythm>({ kind: 'interval', every: 'P1Y', from: 'expiry' }),
  fc.constant<Rhythm>({ kind: 'follow', duty: 'duty_a_1', of: 'done', offset: 'P7D' }),
) as fc.Arbitrary<Rhythm>
const aPlan: fc.Arbitrary<PlanDraft> = fc.record(
  {
    from: date,
    until: fc.constantFrom(null, '2027-12-31'),
    timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/London'),
    rhythm: aRhythm,
    window: fc.record(
      {
        openBefore: duration,
        dueAfter: duration,
        missAfter: fc.oneof(duration, fc.constantFrom('next', 'never')),
      },
      { requiredKeys: [] },
    ),
    holidays: fc.constantFrom(...choices.holidays),
    targets: someTargets,
    topics: fc.constant({ per: 'month' as const, items: ['手卫生'] }),
  },
  { requiredKeys: ['from', 'until', 'timeZone', 'rhythm', 'window', 'holidays', 'targets'] },
)

/** One value of each, in one form. */
function both(...parts: fc.Arbitrary<Partial<ScheduleForm>>[]): fc.Arbitrary<Partial<ScheduleForm>> {
  return fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Partial<ScheduleForm>)
}
