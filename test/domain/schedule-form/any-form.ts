import fc from 'fast-check'
import { blankSchedule } from '../../../src/features/duties/forms-blank.ts'
import {
  choices,
  monthDays,
  months,
  nths,
  nthWeekdays,
  timeUnits,
  weekdays,
  type ScheduleForm,
} from '../../../src/features/duties/forms.ts'

const amount = fc.integer({ min: 0, max: 400 }).map(String)
const positive = fc.integer({ min: 1, max: 9 }).map(String)
const timeUnit = fc.constantFrom(...timeUnits)
export const someMonths = fc.subarray([...months], { minLength: 1 })
export const date = fc.constantFrom('2025-01-01', '2026-04-05', '2026-12-31')
const times = fc.subarray(['00:00', '08:00', '16:30'])
export const ids = fc.subarray(['unit_a_1', 'unit_a_2', 'unit_a_3'])
export const tags = fc.subarray(['ward', 'clinical', 'high-risk'])

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

const calendar = fc
  .oneof(
    fc.record({ dayKind: fc.constantFrom('before' as const, 'after' as const) }),
    both(
      fc.oneof(
        fc.record({ dayKind: fc.constantFrom('working' as const, 'off' as const, 'holiday' as const) }),
        fc.record({
          dayKind: fc.constant('names' as const),
          dayNames: fc.subarray(['开学第一周', ' 院庆'], { minLength: 1 }),
        }),
      ),
      fc.record({ pick: fc.constantFrom(...choices.pick) }),
      fc.oneof(
        fc.constant({}),
        fc.record({ shiftWay: fc.constantFrom('before' as const, 'after' as const), shiftBy: positive }),
      ),
    ),
  )
  .filter((form) => !isBesideHoliday(form))
  .map((form) => ({ way: 'calendar' as const, ...form }))
const interval = fc.oneof(
  fc.record({
    way: fc.constant('interval' as const),
    countedFrom: fc.constantFrom(...choices.countedFrom),
    againAmount: amount,
    againUnit: timeUnit,
  }),
  fc.constant({ way: 'interval' as const, againAmount: '', againUnit: 'P1Y6M' }),
)
const follow = fc.record({
  way: fc.constant('follow' as const),
  followDuty: fc.constantFrom('duty_a_1', 'duty_a_2'),
  followOf: fc.constantFrom(...choices.followOf),
  followAmount: amount,
  followUnit: timeUnit,
})

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
const coverage = fc.oneof(
  fc.constant({}),
  both(
    fc.record({
      coverage: fc.constantFrom('rotate' as const, 'draw' as const),
      cover: fc.constantFrom(...choices.cover),
    }),
    fc.oneof(
      fc.record({ perKind: fc.constantFrom('one' as const, 'auto' as const) }),
      fc.record({ perKind: fc.constant('some' as const), per: positive }),
    ),
  ),
)
export const under = fc.constantFrom('', 'unit_a_9')
const targets = fc.oneof(
  fc.constant({}),
  both(
    fc.record({
      where: fc.constant('units' as const),
      unitTags: tags,
      unitIds: ids,
      unitUnder: under,
      exceptUnitTags: tags,
      exceptUnits: ids,
    }),
    coverage,
  ),
  both(
    fc.record({
      where: fc.constant('assets' as const),
      assetTypes: fc.subarray(['lift', 'fire-panel']),
      assetTags: tags,
      assetIds: ids,
      assetUnder: under,
      exceptAssetTags: tags,
      exceptAssets: ids,
    }),
    coverage,
  ),
  both(
    fc.record({
      where: fc.constant('members' as const),
      memberRoles: fc.subarray(['lead', 'inspector']),
      memberTags: tags,
      memberIds: ids,
      memberUnder: under,
      exceptMemberTags: tags,
      exceptMembers: ids,
    }),
    coverage,
  ),
)
const topics = fc.oneof(
  fc.constant({}),
  fc.record({
    topicsPer: fc.constantFrom('occurrence' as const, 'month' as const, 'quarter' as const),
    topics: fc
      .subarray(['心肺复苏', '针刺伤 处理', 'Fire'])
      .filter((each) => each.length > 0)
      .map((each) => each.join('\n')),
  }),
)
const terms = fc.record({
  from: date,
  until: fc.constantFrom('', '2027-12-31'),
  timeZone: fc.constantFrom('', 'Europe/London'),
  holidays: fc.constantFrom(...choices.holidays),
})

/** What a person can say in the form. */
export const aForm: fc.Arbitrary<ScheduleForm> = fc.oneof(
  both(
    fc.oneof(quota, season, days, typedRule, calendar, interval, follow),
    opens,
    dues,
    misses,
    targets,
    topics,
    terms,
  ).map((form) => ({
    ...blankSchedule('2026-03-02'),
    ...form,
  })),
  date.map((from) => ({ ...blankSchedule(from), way: 'standing' as const })),
)

/** What the form calls the working day before or after a public holiday. */
function isBesideHoliday({ dayKind, pick, shiftWay, shiftBy }: Partial<ScheduleForm>): boolean {
  const isFirst = pick === 'first' && shiftWay === 'before'
  const isLast = pick === 'last' && shiftWay === 'after'
  return dayKind === 'holiday' && shiftBy === '1' && (isFirst || isLast)
}

/** One value of each, in one form. */
function both(...parts: fc.Arbitrary<Partial<ScheduleForm>>[]): fc.Arbitrary<Partial<ScheduleForm>> {
  return fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Partial<ScheduleForm>)
}
