import type { Day } from '../time/civil.ts'
import type { Duration } from '../time/duration.ts'
import { LAST_DAY, sureDate, sureDuration } from './checked.ts'
import { defaultMissAfter, openBeforeOf } from './frequency.ts'
import type { Plan } from './plan.ts'

/** What rules, quotas and seasons have in common, read from its texts. */
export type Terms = {
  timeZone: string
  from: Day
  /** of a plan without end: the last day of the calendar */
  until: Day
  openBefore: Duration | null
  dueAfter: Duration | null
  missAfter: Duration | 'next' | 'never'
}

/** Throws on a plan that `checkPlan` refuses. */
export function readTerms(plan: Omit<Plan, 'id'>): Terms {
  const { dueAfter, missAfter = defaultMissAfter(plan) } = plan.window
  const openBefore = openBeforeOf(plan)
  return {
    timeZone: plan.timeZone,
    from: sureDate(plan.from),
    until: plan.until === null ? LAST_DAY : sureDate(plan.until),
    openBefore: openBefore === null ? null : sureDuration(openBefore),
    dueAfter: dueAfter === undefined ? null : sureDuration(dueAfter),
    missAfter: missAfter === 'next' || missAfter === 'never' ? missAfter : sureDuration(missAfter),
  }
}
