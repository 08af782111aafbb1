import { describe, expect, it } from 'vitest'
import { blankSchedule } from '../../../src/features/duties/forms-blank.ts'
import { formFaults } from '../../../src/features/duties/forms-checks.ts'
import { asSeenIn, fieldOf } from '../../../src/features/duties/forms-faults.ts'
import type { ScheduleForm } from '../../../src/features/duties/forms.ts'

const blank = blankSchedule('2026-03-02')

describe('what is wrong with the form itself', () => {
  it.each<[Partial<ScheduleForm>, [string, string][]]>([
    [{}, []],
    [{ min: '' }, [['min', 'required']]],
    [{ min: 'two' }, [['min', 'whole-number']]],
    [{ way: 'season' }, [['months', 'choose-one']]],
    [{ someMonths: 'yes' }, [['months', 'choose-one']]],
    [{ way: 'days', every: 'week' }, [['weekdays', 'choose-one']]],
    [{ way: 'days', every: 'day', interval: '1.5' }, [['interval', 'whole-number']]],
    [{ way: 'days', every: 'day', interval: '0' }, [['interval', 'too-small']]],
    [{ way: 'days', every: 'day', interval: '10000' }, [['interval', 'too-big']]],
    [{ way: 'days', every: 'year', yearMonth: '2', monthDay: '30' }, [['monthDay', 'no-such-day']]],
    [{ way: 'days', every: 'year', yearMonth: '2', monthDay: '29' }, []],
    [
      { way: 'days', every: 'month', monthDay: '31', someMonths: 'yes', months: ['4', '6'] },
      [['monthDay', 'no-such-day']],
    ],
    [{ way: 'days', every: 'month', monthDay: '31', someMonths: 'yes', months: ['4', '5'] }, []],
    // typed while another way was chosen, and hidden since
    [{ length: 'an hour' }, []],
    [{ way: 'rule', length: 'an hour' }, [['length', 'whole-number']]],
    [{ ceiling: 'some' }, [['max', 'required']]],
    [{ miss: 'after' }, [['missAmount', 'required']]],
    [{ dueAmount: '-1' }, [['dueAmount', 'whole-number']]],
    [{ from: '' }, [['from', 'required']]],
    [{ way: 'calendar', dayKind: 'names' }, [['dayNames', 'choose-one']]],
    [{ way: 'calendar', shiftWay: 'before' }, [['shiftBy', 'required']]],
    [{ way: 'calendar', dayKind: 'before', shiftWay: 'before' }, []],
    [{ way: 'interval', againAmount: '' }, [['againAmount', 'required']]],
    [{ way: 'interval', againAmount: '', againUnit: 'P1Y6M' }, []],
    [
      { way: 'follow', followAmount: 'x' },
      [
        ['followAmount', 'whole-number'],
        ['followDuty', 'required'],
      ],
    ],
    [{ where: 'units', coverage: 'rotate', perKind: 'some' }, [['per', 'required']]],
    [{ where: 'units', coverage: 'each', perKind: 'some' }, []],
    [{ where: 'none', coverage: 'draw', perKind: 'some' }, []],
    [{ way: 'standing', min: 'two', from: '' }, []],
  ])('%o', (form, expected) => {
    expect(formFaults({ ...blank, ...form }).map(({ path, code }) => [path, code])).toEqual(expected)
  })
})

describe('a fault of the plan stands at its field', () => {
  it.each<[Partial<ScheduleForm>, string, string, keyof ScheduleForm]>([
    [{ way: 'rule' }, 'rhythm.rrule', 'part.unknown', 'rrule'],
    [{ way: 'days' }, 'rhythm.rrule', 'value.range', 'interval'],
    [{ way: 'days' }, 'rhythm.rrule', 'rule.empty', 'every'],
    [{}, 'rhythm.start', 'bad-date', 'from'],
    [{ start: 'x' }, 'rhythm.start', 'bad-date', 'start'],
    [{}, 'rhythm.times.1', 'bad-time', 'times'],
    [{}, 'until', 'until-before-from', 'until'],
    [{}, 'window', 'empty-window', 'openAmount'],
    [{ miss: 'after' }, 'window.missAfter', 'bad-duration', 'missAmount'],
    [{ miss: 'next' }, 'window.missAfter', 'none-next', 'miss'],
    [{}, 'targets.units', 'no-targets', 'unitTags'],
    [{}, 'targets', 'no-targets', 'where'],
    [{}, 'targets.members.ids.1', 'unknown-member', 'memberRoles'],
    [{ perKind: 'some' }, 'targets.perOccurrence', 'bad-count', 'per'],
    [{ perKind: 'auto' }, 'targets.perOccurrence', 'auto-without-period', 'perKind'],
    [{}, 'targets.coverWithin', 'cannot-cover', 'cover'],
    [{}, 'rhythm.days.names.0', 'unknown-days', 'dayKind'],
    [{ dayKind: 'names' }, 'rhythm.days.names.0', 'unknown-days', 'dayNames'],
    [{}, 'rhythm.every', 'bad-duration', 'againAmount'],
    [{}, 'rhythm.duty', 'unknown-duty', 'followDuty'],
    [{}, 'rhythm.offset', 'bad-duration', 'followAmount'],
    [{}, 'topics.items.3', 'too-long', 'topics'],
    [{}, 'rhythm', 'yields-nothing', 'way'],
  ])('%o %s %s → %s', (form, path, code, field) => {
    expect(fieldOf({ ...blank, ...form }, { path, code })).toBe(field)
  })
})

it('only in a typed rule it is said which characters are wrong', () => {
  const fault = { path: 'rhythm.rrule', code: 'rule.empty', at: { start: 0, end: 35 } }
  expect(asSeenIn({ way: 'days' }, [fault])).toEqual([{ path: 'rhythm.rrule', code: 'rule.empty' }])
  expect(asSeenIn({ way: 'rule' }, [fault])).toEqual([fault])
})
