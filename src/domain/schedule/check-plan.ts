import { type Day, dayOf, parseDate } from '../time/civil.ts'
import type { WorkingDays } from '../time/working-days.ts'
import { isTimeZone } from '../time/zone.ts'
import { checkRhythm } from './check-rhythm.ts'
import { checkTargets } from './check-targets.ts'
import { checkTopics } from './check-topics.ts'
import { checkWindow } from './check-window.ts'
import { checkYield } from './check-yield.ts'
import { isDrawn } from './draw.ts'
import type { Plan } from './plan.ts'
import { fault, type PlanFault, type PlanWarning, warning } from './plan-fault.ts'

export type { PlanFault, PlanWarning } from './plan-fault.ts'

const FIRST_YEAR = 1900
const LAST_YEAR = 2200

/**
 * Everything that is wrong with a plan and, where nothing is, what may surprise. Only checked plans are expanded. Whether the
 * organisation knows the days that the plan names is only said where its working days are given.
 */
export function checkPlan(
  plan: Omit<Plan, 'id'>,
  workingDays?: WorkingDays,
): { faults: PlanFault[]; warnings: PlanWarning[] } {
  const faults = [
    ...checkZone(plan),
    ...checkValidity(plan),
    ...checkRhythm(plan),
    ...checkWindow(plan),
    ...checkTargets(plan),
    ...checkTopics(plan),
  ]
  // What it yields can only be asked of a plan that can be read.
  if (faults.length > 0) return { faults, warnings: [] }
  const { faults: found, warnings } = checkYield(plan, workingDays)
  const isSecret = found.length === 0 && isDrawn(plan)
  return { faults: found, warnings: isSecret ? [...warnings, warning('drawn')] : warnings }
}

function checkZone({ timeZone }: Omit<Plan, 'id'>): PlanFault[] {
  return isTimeZone(timeZone) ? [] : [fault('timeZone', 'unknown-zone', { zone: timeZone })]
}

function checkValidity({ from, until }: Omit<Plan, 'id'>): PlanFault[] {
  const faults = [...checkDay('from', from), ...(until === null ? [] : checkDay('until', until))]
  if (faults.length > 0 || until === null || until >= from) return faults
  return [fault('until', 'until-before-from', { from, until })]
}

function checkDay(path: string, text: string): PlanFault[] {
  const day = parseDate(text)
  if (day === null) return [fault(path, 'bad-date', { text })]
  return isInRange(day) ? [] : [fault(path, 'date-out-of-range', { first: FIRST_YEAR, last: LAST_YEAR })]
}

function isInRange(day: Day): boolean {
  return day >= dayOf(FIRST_YEAR, 1, 1) && day <= dayOf(LAST_YEAR, 12, 31)
}
