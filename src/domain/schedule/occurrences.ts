import { followExpander } from './following.ts'
import { intervalExpander } from './interval.ts'
import type { DayRange, ExpandContext, Expander, Occurrence } from './occurrence.ts'
import type { Plan } from './plan.ts'
import { calendarExpander } from './calendar-occurrences.ts'
import { quotaExpander } from './quota-occurrences.ts'
import { ruleExpander } from './rule-occurrences.ts'
import { readTerms } from './terms.ts'

export type { ExpandContext, Occurrence } from './occurrence.ts'

/**
 * The occurrences whose planned date lies in from..to, in order of planned date, then key; at most `limit`.
 * `next` is the key of the first one left out, or null. Throws on a plan that `checkPlan` refuses.
 */
export function occurrencesOf(
  plan: Omit<Plan, 'id'>,
  context: ExpandContext,
  range: DayRange & { limit: number },
): { occurrences: Occurrence[]; next: string | null } {
  const occurrences: Occurrence[] = []
  for (const occurrence of expanderOf(plan)(context, range)) {
    if (occurrence.planned > range.to) break
    if (occurrence.planned < range.from) continue
    if (occurrences.length === range.limit) return { occurrences, next: occurrence.key }
    occurrences.push(occurrence)
  }
  return { occurrences, next: null }
}

// A plan is read once for all its targets; plans are values and never change.
const expanders = new WeakMap<Omit<Plan, 'id'>, Expander>()

function expanderOf(plan: Omit<Plan, 'id'>): Expander {
  const known = expanders.get(plan)
  if (known !== undefined) return known
  const expander = makeExpander(plan)
  expanders.set(plan, expander)
  return expander
}

function makeExpander(plan: Omit<Plan, 'id'>): Expander {
  const { rhythm } = plan
  switch (rhythm.kind) {
    case 'rule':
      return ruleExpander(rhythm, plan.holidays, readTerms(plan))
    case 'quota':
    case 'season':
      return quotaExpander(rhythm, plan.holidays, readTerms(plan))
    case 'calendar':
      return calendarExpander(rhythm, plan.holidays, readTerms(plan))
    case 'interval':
      return intervalExpander(rhythm, plan.holidays, readTerms(plan))
    case 'follow':
      return followExpander(rhythm, plan.holidays, readTerms(plan))
  }
}
