import { describe, expect, test } from 'vitest'
import { checkPlan } from '../../../src/domain/schedule/check-plan.ts'
import { describePlan } from '../../../src/domain/schedule/describe-plan.ts'
import { planFaultSentence, planWarningSentence } from '../../../src/domain/schedule/fault-messages.ts'
import { frequencyClass, planningHorizonDays } from '../../../src/domain/schedule/frequency.ts'
import type { CalendarRhythm } from '../../../src/domain/schedule/plan.ts'
import { provisionalWarnings } from '../../../src/domain/schedule/provisional.ts'
import { weekendsOff } from '../../../src/domain/time/working-days.ts'
import { calendarOf } from '../working-days/tables.ts'
import { day, planOf, quota, rule } from './schedule-fixtures.ts'

const named = [{ name: '开学第一周', from: day('2026-03-02'), until: day('2026-03-06') }]
const china = calendarOf('CN', { named })

function calendar(days: CalendarRhythm['days'], rest: Partial<CalendarRhythm> = {}): CalendarRhythm {
  return { kind: 'calendar', days, pick: 'each', ...rest }
}

describe('what is said of a rhythm calendar', () => {
  test.each<[CalendarRhythm, string, string]>([
    [calendar('working'), '每个工作日', 'every working day'],
    [calendar('off'), '每个休息日', 'every day off'],
    [
      calendar('holiday', { pick: 'first', shift: -1 }),
      '每个法定节假日前的最后一个工作日',
      'the last working day before each public holiday',
    ],
    [
      calendar('holiday', { pick: 'last', shift: 1 }),
      '每个法定节假日后的第一个工作日',
      'the first working day after each public holiday',
    ],
    [
      calendar('holiday', { pick: 'first', shift: -3 }),
      '每个法定节假日前的第3个工作日',
      '3 working days before each public holiday',
    ],
    [calendar({ names: ['开学第一周'] }), '“开学第一周”的每一天', 'every day of “开学第一周”'],
    [
      calendar({ names: ['开学第一周', '迎评周'] }, { pick: 'first', shift: -1 }),
      '“开学第一周”、“迎评周”的第一天前的最后一个工作日',
      'the last working day before the first day of “开学第一周” and “迎评周”',
    ],
  ])('%j', (rhythm, chinese, english) => {
    expect(describePlan(planOf(rhythm), 'zh-CN')).toBe(chinese)
    expect(describePlan(planOf(rhythm), 'en')).toBe(english)
  })

  test.each<[CalendarRhythm, string, string]>([
    [calendar('holiday', { pick: 'first', shift: 21 }), 'rhythm.shift', 'bad-shift'],
    [calendar('holiday', { pick: 'first', shift: 0.5 }), 'rhythm.shift', 'bad-shift'],
    [calendar('holiday', { shift: -1 }), 'rhythm.shift', 'shift-of-each'],
    [calendar({ names: [] }), 'rhythm.days', 'no-day-names'],
    [calendar({ names: [' '] }), 'rhythm.days', 'no-day-names'],
    [calendar({ names: Array.from({ length: 21 }, String) }), 'rhythm.days', 'too-many-day-names'],
  ])('%j is refused at %s: %s', (rhythm, path, code) => {
    const [fault] = checkPlan(planOf(rhythm)).faults
    expect(fault).toMatchObject({ path, code })
    if (fault !== undefined) expect(planFaultSentence(fault, 'zh-CN')).not.toMatch(/[{}]/)
  })

  test('days off that are skipped yield nothing', () => {
    const plan = planOf(calendar('off'), { holidays: 'skip' })
    expect(checkPlan(plan).faults).toMatchObject([{ path: 'holidays', code: 'skips-all-days' }])
  })

  test('before public holidays, where no holidays are entered, is accepted with a warning', () => {
    const eve = planOf(calendar('holiday', { pick: 'first', shift: -1 }))
    expect(checkPlan(eve, weekendsOff)).toEqual({ faults: [], warnings: [{ code: 'no-holidays' }] })
    const long = { ...eve, from: '2006-01-01' }
    expect([eve, long, planOf(calendar('working'))].map((plan) => checkPlan(plan, china).warnings)).toEqual([
      [],
      [],
      [],
    ])
  })

  test('a name that nobody gave is accepted with a warning', () => {
    const { faults, warnings } = checkPlan(planOf(calendar({ names: ['开学第一周', '考试周'] })), china)
    expect(faults).toEqual([])
    expect(warnings).toEqual([{ code: 'unknown-day-name', params: { name: '考试周' } }])
    expect(warnings.map((each) => planWarningSentence(each, 'en'))).toEqual([
      expect.stringContaining('考试周'),
    ])
  })

  test.each<[CalendarRhythm, string, number]>([
    [calendar('working'), 'daily', 60],
    [calendar('working', { pick: 'last' }), 'weekly', 400],
    [calendar('holiday', { pick: 'first', shift: -1 }), 'bimonthly', 400],
    [calendar({ names: ['开学第一周'] }), 'daily', 400],
    [calendar({ names: ['开学第一周'] }, { pick: 'first' }), 'longer', 400],
  ])('%j comes %s', (rhythm, frequency, horizon) => {
    expect(frequencyClass(planOf(rhythm))).toBe(frequency)
    expect(planningHorizonDays(planOf(rhythm))).toBe(horizon)
  })
})

describe('years that are not announced', () => {
  const planned = [day('2026-12-31'), day('2027-02-05'), day('2028-01-01')]
  test.each([
    ['days of the calendar', planOf(calendar('holiday', { pick: 'first', shift: -1 })), [2027]],
    ['dates that move', planOf(rule('FREQ=DAILY'), { holidays: 'next' }), [2027]],
    ['dates that stay', planOf(rule('FREQ=DAILY')), []],
    ['counts', planOf(quota('month')), []],
    ['the organisation’s own days', planOf(calendar({ names: ['开学第一周'] })), []],
  ])('%s', (_, plan, years) => {
    const warnings = provisionalWarnings(plan, planned, china)
    expect(warnings.map(({ params }) => params?.['year'])).toEqual(years)
  })
})
