import type { Window } from '../../domain/schedule/plan.ts'
import { timeUnits, type ScheduleForm } from './forms.ts'

/** An amount and its unit as an ISO 8601 duration; '' where no amount is given. */
export function durationOf(amount: string, unit: string): string {
  if (isWholeDuration(unit)) return unit
  if (amount === '') return ''
  return unit === 'H' ? `PT${amount}H` : `P${amount}${unit}`
}

/** An amount and its unit; of a duration that mixes units, no amount and the whole text. */
export function amountOf(text: string | undefined): [amount: string, unit: string] {
  if (text === undefined) return ['', 'D']
  const [, hours] = /^PT(\d+)H$/.exec(text) ?? []
  if (hours !== undefined) return [hours, 'H']
  const [, amount, unit] = /^P(\d+)([DWMY])$/.exec(text) ?? []
  return amount === undefined || unit === undefined ? ['', text] : [amount, unit]
}

export function isWholeDuration(unit: string): boolean {
  return !timeUnits.some((each) => each === unit)
}

export function windowOf(form: ScheduleForm): Window {
  const openBefore = durationOf(form.openAmount, form.openUnit)
  const dueAfter = durationOf(form.dueAmount, form.dueUnit)
  const missAfter = form.miss === 'after' ? durationOf(form.missAmount, form.missUnit) : form.miss
  return {
    ...(openBefore !== '' && { openBefore }),
    ...(dueAfter !== '' && { dueAfter }),
    ...(missAfter !== '' && { missAfter }),
  }
}

export function formOfWindow({ openBefore, dueAfter, missAfter }: Window): Partial<ScheduleForm> {
  const [openAmount, openUnit] = amountOf(openBefore)
  const [dueAmount, dueUnit] = amountOf(dueAfter)
  if (missAfter === undefined || missAfter === 'next' || missAfter === 'never') {
    return { openAmount, openUnit, dueAmount, dueUnit, miss: missAfter ?? '' }
  }
  const [missAmount, missUnit] = amountOf(missAfter)
  return { openAmount, openUnit, dueAmount, dueUnit, miss: 'after', missAmount, missUnit }
}
