import fc from 'fast-check'
import type { Pick as TargetPick, Rhythm, Targets } from '../../../src/domain/schedule/plan.ts'
import type { PlanDraft } from '../../../src/features/duties/forms-plan.ts'
import { choices } from '../../../src/features/duties/forms.ts'
import { date, ids, someMonths, tags, under } from './any-form.ts'

const duration = fc.constantFrom('P0D', 'PT0S', 'P1D', 'PT4H', 'P1DT4H', 'P2W', 'P1M', 'P1Y', 'PT90M')
const aPick: fc.Arbitrary<TargetPick> = fc
  .record({
    ids,
    tags,
    types: fc.subarray(['lift', 'lead']),
    exceptTags: tags,
    exceptIds: ids,
    under,
  })
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
      perOccurrence: fc.constantFrom(1, 2, 'auto' as const),
      coverWithin: fc.constantFrom('week' as const, 'month' as const, 'year' as const),
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
  fc.record(
    {
      kind: fc.constant('calendar' as const),
      days: fc.oneof(
        fc.constantFrom('working' as const, 'off' as const, 'holiday' as const),
        fc.record({ names: fc.subarray(['开学第一周', ' 院庆', '']) }),
      ),
      pick: fc.constantFrom(...choices.pick),
      shift: fc.integer({ min: -3, max: 3 }),
    },
    { requiredKeys: ['kind', 'days', 'pick'] },
  ),
  fc.record({
    kind: fc.constant('interval' as const),
    every: duration,
    from: fc.constantFrom(...choices.countedFrom),
  }),
  fc.record({
    kind: fc.constant('follow' as const),
    duty: fc.constant('duty_a_1'),
    of: fc.constantFrom(...choices.followOf),
    offset: duration,
  }),
) as fc.Arbitrary<Rhythm>
/** What a plan can hold, by way of the API too. */
export const aPlan: fc.Arbitrary<PlanDraft> = fc.record(
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
    topics: fc.record({
      per: fc.constantFrom('occurrence' as const, 'month' as const, 'quarter' as const),
      items: fc.subarray(['心肺复苏', '针刺伤\n处理', ' Fire', '']),
    }),
  },
  { requiredKeys: ['from', 'until', 'timeZone', 'rhythm', 'window', 'holidays', 'targets'] },
)
