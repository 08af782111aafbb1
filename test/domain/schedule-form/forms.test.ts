import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/domain/schedule/plan.ts'
import { blankSchedule, readScheduleForm } from '../../../src/features/duties/forms-blank.ts'
import { formOf, formOfRevision, planOf, type PlanDraft } from '../../../src/features/duties/forms-plan.ts'
import type { ScheduleForm } from '../../../src/features/duties/forms.ts'
import type { Typed } from '../../../src/platform/validation.ts'

const given = { timeZone: 'Asia/Shanghai', today: '2026-03-02', firstWeekday: 1 }
const blank = blankSchedule('2026-03-02')

function rhythmOf(form: Partial<ScheduleForm>): Plan['rhythm'] | undefined {
  return planOf({ ...blank, ...form }, { ...given, kept: null })?.rhythm
}

function draft(rhythm: Plan['rhythm'], rest: Partial<PlanDraft> = {}): PlanDraft {
  return {
    from: '2026-03-02',
    until: null,
    timeZone: 'Asia/Shanghai',
    window: {},
    holidays: 'keep',
    targets: { none: true },
    rhythm,
    ...rest,
  }
}

describe('how often, the day free', () => {
  it.each<[Partial<ScheduleForm>, object]>([
    [{}, { kind: 'quota', period: 'month', min: 1, max: 1 }],
    [
      { min: '2', ceiling: 'none' },
      { kind: 'quota', period: 'month', min: 2, max: null },
    ],
    [
      { period: 'year', ceiling: 'some', max: '2' },
      { kind: 'quota', period: 'year', min: 1, max: 2 },
    ],
    [
      { period: 'quarter', spread: 'end' },
      { kind: 'quota', period: 'quarter', min: 1, max: 1, spread: 'end' },
    ],
    [
      { someMonths: 'yes', months: ['3', '9'] },
      { kind: 'quota', period: 'month', min: 1, max: 1, months: [3, 9] },
    ],
    [
      { way: 'season', months: ['3', '4', '5', '9', '10', '11'] },
      { kind: 'season', months: [3, 4, 5, 9, 10, 11], min: 1, max: 1 },
    ],
  ])('%o → %o', (form, rhythm) => {
    expect(rhythmOf(form)).toEqual(rhythm)
  })
})

describe('on fixed days', () => {
  it.each<[Partial<ScheduleForm>, string]>([
    [{ every: 'day' }, 'FREQ=DAILY'],
    [{ every: 'week', weekdays: ['TH', 'MO'] }, 'FREQ=WEEKLY;BYDAY=MO,TH'],
    [{ every: 'week', interval: '2', weekdays: ['FR'] }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    [{ every: 'month', monthDay: '15' }, 'FREQ=MONTHLY;BYMONTHDAY=15'],
    [{ every: 'month', monthDay: '-1' }, 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    [{ every: 'month', monthBy: 'nth' }, 'FREQ=MONTHLY;BYDAY=1MO'],
    [{ every: 'month', monthBy: 'nth', nth: '-1', weekday: 'FR' }, 'FREQ=MONTHLY;BYDAY=-1FR'],
    [
      { every: 'month', monthBy: 'nth', nth: '-1', weekday: 'working' },
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    ],
    [
      { every: 'month', monthDay: '5', someMonths: 'yes', months: ['9', '3'] },
      'FREQ=MONTHLY;BYMONTH=3,9;BYMONTHDAY=5',
    ],
    [{ every: 'month', interval: '3', monthDay: '1' }, 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1'],
    [{ every: 'year', yearMonth: '5', monthDay: '12' }, 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=12'],
    [
      { every: 'year', yearMonth: '11', monthBy: 'nth', nth: '2', weekday: 'MO' },
      'FREQ=YEARLY;BYMONTH=11;BYDAY=2MO',
    ],
  ])('%o → %s, and back', (form, rrule) => {
    const rhythm = rhythmOf({ way: 'days', ...form })
    expect(rhythm).toEqual({ kind: 'rule', start: '2026-03-02', rrule })
    if (rhythm === undefined) throw new Error('no rhythm')
    const again = formOf(draft(rhythm), given)
    expect(again.way).toBe('days')
    expect(planOf(again, { ...given, kept: null })?.rhythm).toEqual(rhythm)
  })

  it.each([
    ['08:00', ['08:00']],
    ['8:00，16:00、0:00', ['08:00', '16:00', '00:00']],
    ['8：30; 25:00', ['08:30', '25:00']],
  ])('the times %s', (times, expected) => {
    expect(rhythmOf({ way: 'days', every: 'day', times })).toMatchObject({ times: expected })
  })

  it('single dates are read as people write them', () => {
    const extraDates = '2026/5/2，2026年10月1日、2026.5.3; 2026-05-04 2026-05-05T08:00, 五一'
    expect(rhythmOf({ way: 'days', every: 'day', extraDates, exceptDates: '2026/6/1' })).toMatchObject({
      rdates: ['2026-05-02', '2026-10-01', '2026-05-03', '2026-05-04', '2026-05-05T08:00', '五一'],
      exdates: ['2026-06-01'],
    })
  })

  it.each([
    ['30', 'PT30M'],
    ['60', 'PT1H'],
    ['90', 'PT1H30M'],
  ])('%s minutes long: %s', (length, expected) => {
    expect(rhythmOf({ way: 'days', every: 'day', length })).toMatchObject({ length: expected })
  })
})

describe('on days of the calendar, after an interval, behind another duty', () => {
  it.each<[Partial<ScheduleForm>, object]>([
    [{ way: 'calendar' }, { kind: 'calendar', days: 'working', pick: 'each' }],
    [
      { way: 'calendar', dayKind: 'before' },
      { kind: 'calendar', days: 'holiday', pick: 'first', shift: -1 },
    ],
    [
      { way: 'calendar', dayKind: 'after', pick: 'each', shiftWay: 'before', shiftBy: '5' },
      { kind: 'calendar', days: 'holiday', pick: 'last', shift: 1 },
    ],
    [
      {
        way: 'calendar',
        dayKind: 'names',
        dayNames: ['开学第一周'],
        pick: 'first',
        shiftWay: 'before',
        shiftBy: '3',
      },
      { kind: 'calendar', days: { names: ['开学第一周'] }, pick: 'first', shift: -3 },
    ],
    [
      { way: 'interval', againAmount: '6' },
      { kind: 'interval', every: 'P6M', from: 'done' },
    ],
    [
      { way: 'interval', countedFrom: 'expiry', againAmount: '1', againUnit: 'Y' },
      { kind: 'interval', every: 'P1Y', from: 'expiry' },
    ],
    [
      { way: 'follow', followDuty: 'duty_a_1', followOf: 'done' },
      { kind: 'follow', duty: 'duty_a_1', of: 'done', offset: 'P7D' },
    ],
  ])('%o → %o', (form, rhythm) => {
    expect(rhythmOf(form)).toEqual(rhythm)
  })
})

describe('what no choice of days can say is shown as its rule', () => {
  it.each([
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=TH,MO',
    'FREQ=MONTHLY;BYDAY=5MO',
    'FREQ=MONTHLY;BYDAY=1MO,3MO',
    'FREQ=MONTHLY;BYMONTH=9,3;BYMONTHDAY=5',
    'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=5',
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    'FREQ=DAILY;COUNT=10',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'freq=daily',
    'nonsense',
  ])('%s', (rrule) => {
    const plan = draft({ kind: 'rule', start: '2026-03-02', rrule })
    const form = formOf(plan, given)
    expect(form).toMatchObject({ way: 'rule', rrule })
    expect(planOf(form, { ...given, kept: null })).toEqual(plan)
  })
})

describe('what no field can say comes from the plan that is replaced', () => {
  it.each<[string, PlanDraft, Partial<ScheduleForm>]>([
    [
      'a length in days',
      draft({ kind: 'rule', start: '2026-03-02', rrule: 'FREQ=DAILY', length: 'P1D' }),
      { way: 'kept' },
    ],
    [
      'a number of targets where all are visited',
      draft(
        { kind: 'quota', period: 'week', min: 1, max: 1 },
        { targets: { units: { tags: ['ward'] }, coverage: 'each', perOccurrence: 2 } },
      ),
      { way: 'quota', where: 'kept' },
    ],
    [
      'units and assets at once',
      draft(
        { kind: 'quota', period: 'week', min: 1, max: 1 },
        { targets: { units: { tags: ['ward'] }, assets: { types: ['lift'] }, coverage: 'each' } },
      ),
      { where: 'kept' },
    ],
    [
      'a topic of two lines',
      draft(
        { kind: 'quota', period: 'month', min: 1, max: 1 },
        { topics: { per: 'month', items: ['手卫生\n洗手', '职业防护'] } },
      ),
      { topicsPer: 'kept' },
    ],
    [
      'a duration of several units',
      draft({ kind: 'quota', period: 'month', min: 1, max: 1 }, { window: { dueAfter: 'P1DT4H' } }),
      { dueAmount: '', dueUnit: 'P1DT4H' },
    ],
  ])('%s', (_, plan, expected) => {
    const form = formOf(plan, given)
    expect(form).toMatchObject(expected)
    expect(planOf(form, { ...given, kept: plan })).toEqual(plan)
  })
})

describe('the form of a plan that is to hold from another day', () => {
  const today = '2026-05-06'
  const fromJanuary = (rrule: string) =>
    draft({ kind: 'rule', start: '2026-01-01', rrule }, { from: '2026-01-01' })

  it.each<[string, PlanDraft | null, Partial<ScheduleForm>]>([
    ['every Monday counts from nowhere', fromJanuary('FREQ=WEEKLY;BYDAY=MO'), { from: today, start: '' }],
    [
      'every other Monday stays the same Mondays',
      fromJanuary('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'),
      { from: today, start: '2026-01-01' },
    ],
    ['so does a typed rule', fromJanuary('FREQ=DAILY;COUNT=300'), { from: today, start: '2026-01-01' }],
    [
      'one that has not begun keeps its first day',
      draft({ kind: 'quota', period: 'month', min: 1, max: 1 }, { from: '2026-07-01' }),
      { from: '2026-07-01' },
    ],
    ['standing work gets once a month', null, { way: 'quota', period: 'month', from: today }],
  ])('%s', (_, plan, expected) => {
    expect(formOfRevision(plan, { ...given, today })).toMatchObject(expected)
  })
})

describe('what a browser sends', () => {
  it.each<[Typed, Partial<ScheduleForm>]>([
    [
      { way: 'rule', rrule: ' FREQ=DAILY ' },
      { way: 'rule', rrule: 'FREQ=DAILY' },
    ],
    [
      { way: 'sometimes', where: 'everywhere' },
      { way: 'quota', where: 'none' },
    ],
    [
      { months: '3', unitTags: ['ward', ''] },
      { months: ['3'], unitTags: ['ward'] },
    ],
    [{ min: ['2', '3'] }, { min: '2' }],
  ])('%o', (typed, expected) => {
    expect(readScheduleForm(typed)).toMatchObject(expected)
  })
})

describe('the first day of the week', () => {
  it.each([
    [7, '2', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=SU'],
    [6, '3', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR;WKST=SA'],
    [1, '2', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR'],
    [7, '1', 'FREQ=WEEKLY;BYDAY=MO,FR'],
  ])(
    '%s, every %s weeks: a new rule says it where it makes a difference',
    (firstWeekday, interval, rrule) => {
      const form: ScheduleForm = {
        ...blankSchedule('2026-03-02', firstWeekday),
        way: 'days',
        every: 'week',
        interval,
        weekdays: ['MO', 'FR'],
      }
      expect(planOf(form, { timeZone: 'Asia/Shanghai', kept: null })?.rhythm).toMatchObject({ rrule })
    },
  )

  it('of a plan that exists stays as it is', () => {
    const rrule = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR'
    const plan = draft({ kind: 'rule', start: '2026-01-01', rrule })
    const form = formOf(plan, { ...given, firstWeekday: 7 })
    expect(planOf(form, { ...given, kept: null })?.rhythm).toMatchObject({ rrule })
  })
})
