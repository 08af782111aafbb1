import type { FieldFault } from '../../domain/errors.ts'
import { isWholeDuration } from './forms-amounts.ts'
import type { ScheduleForm } from './forms.ts'

type Name = keyof ScheduleForm

/** What is missing or no number, by the name of its field: what `checkPlan` could not say as plainly. */
export function formFaults(form: ScheduleForm): FieldFault[] {
  if (form.way === 'standing') return []
  return [
    ...numbersOf(form).flatMap((name) => wholeNumber(form, name)),
    ...choicesOf(form).flatMap((name) =>
      form[name].length === 0 ? [{ path: name, code: 'choose-one' }] : [],
    ),
    ...(form.from === '' ? [{ path: 'from', code: 'required' }] : []),
  ]
}

function numbersOf(form: ScheduleForm): Name[] {
  const isCounted = form.way === 'quota' || form.way === 'season'
  const isShifted = form.dayKind !== 'before' && form.dayKind !== 'after' && form.shiftWay !== ''
  const wanted: [Name, boolean][] = [
    ['min', isCounted],
    ['max', isCounted && form.ceiling === 'some'],
    ['interval', form.way === 'days'],
    ['shiftBy', form.way === 'calendar' && isShifted],
    ['againAmount', form.way === 'interval' && !isWholeDuration(form.againUnit)],
    ['followAmount', form.way === 'follow' && !isWholeDuration(form.followUnit)],
    ['missAmount', form.miss === 'after' && !isWholeDuration(form.missUnit)],
    ['per', takesTurns(form) && form.perKind === 'some'],
    ['length', form.length !== ''],
    ['openAmount', form.openAmount !== ''],
    ['dueAmount', form.dueAmount !== ''],
  ]
  return wanted.filter(([, isWanted]) => isWanted).map(([name]) => name)
}

/** Whether only some of the targets are visited each time. */
export function takesTurns({ where, coverage }: Pick<ScheduleForm, 'where' | 'coverage'>): boolean {
  return where !== 'none' && where !== 'kept' && coverage !== 'each'
}

function choicesOf(form: ScheduleForm): Name[] {
  const { way, every, someMonths, dayKind } = form
  const hasMonths = way === 'quota' || (way === 'days' && every === 'month')
  const wanted: [Name, boolean][] = [
    ['months', way === 'season' || (hasMonths && someMonths === 'yes')],
    ['weekdays', way === 'days' && every === 'week'],
    ['dayNames', way === 'calendar' && dayKind === 'names'],
    ['followDuty', way === 'follow'],
  ]
  return wanted.filter(([, isWanted]) => isWanted).map(([name]) => name)
}

function wholeNumber(form: ScheduleForm, path: Name): FieldFault[] {
  const text = String(form[path])
  if (text === '') return [{ path, code: 'required' }]
  return /^\d{1,6}$/.test(text) ? [] : [{ path, code: 'whole-number' }]
}
