import { parseDuration, roughDays } from '../time/duration.ts'
import { parseTime } from '../time/zone.ts'
import type { Plan, Rhythm, RuleRhythm } from './plan.ts'
import { fault, type PlanFault } from './plan-fault.ts'

const MOST_DAYS = 366

export function checkWindow({ rhythm, window }: Omit<Plan, 'id'>): PlanFault[] {
  const { openBefore, dueAfter, missAfter } = window
  const faults = [
    ...(openBefore === undefined ? [] : checkDuration('window.openBefore', openBefore)),
    ...(dueAfter === undefined ? [] : checkDuration('window.dueAfter', dueAfter)),
    ...(missAfter === undefined || missAfter === 'next' || missAfter === 'never'
      ? []
      : checkDuration('window.missAfter', missAfter)),
  ]
  if (faults.length > 0) return faults
  return isEmpty(rhythm, window) ? [fault('window', 'empty-window')] : []
}

function isEmpty(rhythm: Rhythm, window: Plan['window']): boolean {
  if (rhythm.kind === 'rule') return isRuleWindowEmpty(rhythm, window)
  return (rhythm.kind === 'quota' || rhythm.kind === 'season') && isQuotaWindowEmpty(window)
}

export function checkDuration(path: string, text: string, most = MOST_DAYS): PlanFault[] {
  const duration = parseDuration(text)
  if (duration === null) return [fault(path, 'bad-duration', { text })]
  return roughDays(duration) > most ? [fault(path, 'duration-too-long', { most })] : []
}

/** It opens at the period's end and is due there. */
function isQuotaWindowEmpty({ openBefore, dueAfter }: Plan['window']): boolean {
  return openBefore !== undefined && isNothing(openBefore) && (dueAfter === undefined || isNothing(dueAfter))
}

/** It opens at its time, or at a midnight that is its time, and is due then. All-day windows hold their day. */
function isRuleWindowEmpty(rhythm: RuleRhythm, { openBefore, dueAfter }: Plan['window']): boolean {
  if (dueAfter === undefined || !isNothing(dueAfter)) return false
  const times = rhythm.times ?? []
  const added = (rhythm.rdates ?? []).flatMap((date) => date.split('T')[1] ?? [])
  const seconds = [...times, ...added].map(parseTime)
  if (openBefore !== undefined) return seconds.length > 0 && isNothing(openBefore)
  return times.length > 1 || seconds.includes(0)
}

function isNothing(text: string): boolean {
  const duration = parseDuration(text)
  return duration !== null && duration.months === 0 && duration.days === 0 && duration.milliseconds === 0
}
