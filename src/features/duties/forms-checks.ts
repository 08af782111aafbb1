import type { FieldFault } from '../../domain/errors.ts'
import { daysInMonth } from '../../domain/time/civil.ts'
import { isWholeDuration } from './forms-amounts.ts'
import type { FaultyField } from './forms-faults.ts'
import type { ScheduleForm } from './forms.ts'

/** What is missing or no number, by the name of its field: what `checkPlan` could not say as plainly. */
export function formFaults(form: ScheduleForm): FieldFault[] {
  if (form.way === 'standing') return []
  return [
    ...numbersOf(form).flatMap((name) => wholeNumber(form, name)),
    ...choicesOf(form).flatMap((name) =>
      form[name].length === 0 ? [{ path: name, code: 'choose-one' }] : [],
    ),
    ...(form.way === 'follow' && form.followDuty === '' ? [{ path: 'followDuty', code: 'required' }] : []),
    ...(form.way === 'days' ? daysFaults(form) : []),
    ...(form.from === '' ? [{ path: 'from', code: 'required' }] : []),
  ]
}

/** What the text of their rule would be refused for, said of the fields. */
function daysFaults(form: ScheduleForm): FieldFault[] {
  const isTooMany = /^\d{5,6}$/.test(form.interval)
  return [
    ...(/^0+$/.test(form.interval)
      ? [{ path: 'interval', code: 'too-small', params: { minimum: 1 } }]
      : isTooMany
        ? [{ path: 'interval', code: 'too-big', params: { maximum: LONGEST_INTERVAL } }]
        : []),
    ...(isDayOfNoMonth(form) ? [{ path: 'monthDay', code: 'no-such-day' }] : []),
  ]
}

const LONGEST_INTERVAL = 9999
const LEAP_YEAR = 2024

/** 30 February. */
function isDayOfNoMonth({ every, monthBy, monthDay, yearMonth, someMonths, months }: ScheduleForm): boolean {
  const isDate = (every === 'month' || every === 'year') && monthBy === 'date'
  const named = every === 'year' ? [yearMonth] : someMonths === 'yes' ? months : []
  const lacksDay = (month: string) => Number(monthDay) > daysInMonth(LEAP_YEAR, Number(month))
  return isDate && named.length > 0 && named.every(lacksDay)
}

function numbersOf(form: ScheduleForm): FaultyField[] {
  const isCounted = form.way === 'quota' || form.way === 'season'
  const isShifted = form.dayKind !== 'before' && form.dayKind !== 'after' && form.shiftWay !== ''
  const wanted: [FaultyField, boolean][] = [
    ['min', isCounted],
    ['max', isCounted && form.ceiling === 'some'],
    ['interval', form.way === 'days'],
    ['shiftBy', form.way === 'calendar' && isShifted],
    ['againAmount', form.way === 'interval' && !isWholeDuration(form.againUnit)],
    ['followAmount', form.way === 'follow' && !isWholeDuration(form.followUnit)],
    ['missAmount', form.miss === 'after' && !isWholeDuration(form.missUnit)],
    ['per', takesTurns(form) && form.perKind === 'some'],
    ['length', hasTimes(form) && form.length !== ''],
    ['openAmount', form.openAmount !== ''],
    ['dueAmount', form.dueAmount !== ''],
  ]
  return wanted.filter(([, isWanted]) => isWanted).map(([name]) => name)
}

function hasTimes({ way }: Pick<ScheduleForm, 'way'>): boolean {
  return way === 'days' || way === 'rule'
}

/** Whether only some of the targets are visited each time. */
export function takesTurns({ where, coverage }: Pick<ScheduleForm, 'where' | 'coverage'>): boolean {
  return where !== 'none' && where !== 'kept' && coverage !== 'each'
}

function choicesOf(form: ScheduleForm): FaultyField[] {
  const { way, every, someMonths, dayKind } = form
  const hasMonths = way === 'quota' || (way === 'days' && every === 'month')
  const wanted: [FaultyField, boolean][] = [
    ['months', way === 'season' || (hasMonths && someMonths === 'yes')],
    ['weekdays', way === 'days' && every === 'week'],
    ['dayNames', way === 'calendar' && dayKind === 'names'],
  ]
  return wanted.filter(([, isWanted]) => isWanted).map(([name]) => name)
}

function wholeNumber(form: ScheduleForm, path: FaultyField): FieldFault[] {
  const text = String(form[path])
  if (text === '') return [{ path, code: 'required' }]
  return /^\d{1,6}$/.test(text) ? [] : [{ path, code: 'whole-number' }]
}
