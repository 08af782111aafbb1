import { civilOf, type Day } from '../time/civil.ts'
import type { WorkingDays } from '../time/working-days.ts'
import { firstDayOf, ordinalOf, periodOf } from './ordinals.ts'
import type { Occurrence } from './occurrence.ts'
import type { Plan, Topics } from './plan.ts'

type Topical = Omit<Plan, 'id'>

const IN_A_YEAR = { month: 12, quarter: 4 } as const

/**
 * What a round of the plan is about; null: the plan has no topics. `before`: the topic of the round that one of an interval
 * is counted from. Which item it is follows from the plan and the round alone, so that it never changes.
 */
export function topicOf(
  plan: Topical,
  occurrence: Pick<Occurrence, 'key' | 'date'>,
  { workingDays, before = null }: { workingDays: WorkingDays; before?: string | null },
): string | null {
  const { topics, rhythm } = plan
  if (topics === undefined) return null
  if (topics.per !== 'occurrence') return itemAt(topics, calendarIndex(plan, topics, topics.per, occurrence))
  if (rhythm.kind === 'interval') return itemAt(topics, topics.items.lastIndexOf(before ?? '') + 1)
  return itemAt(topics, ordinalOf(plan, occurrence, workingDays))
}

function itemAt({ items }: Topics, index: number): string | null {
  const count = items.length
  return items[((index % count) + count) % count] ?? null
}

/** Where a year takes the items a whole number of times, the year begins with the first; else the plan's first round does. */
function calendarIndex(
  plan: Topical,
  { items }: Topics,
  per: 'month' | 'quarter',
  occurrence: Pick<Occurrence, 'key' | 'date'>,
): number {
  const index = indexIn(per, dayThatCounts(plan, occurrence))
  return IN_A_YEAR[per] % items.length === 0 ? index : index - indexIn(per, firstDayOf(plan))
}

/** A round of a period counts there, also where it is planned after its end. */
function dayThatCounts(plan: Topical, occurrence: Pick<Occurrence, 'key' | 'date'>): Day {
  const period = periodOf(plan, occurrence)
  return period === null ? occurrence.date : Math.min(Math.max(occurrence.date, period.first), period.last)
}

/** Months or quarters since January of the year 0. */
function indexIn(per: 'month' | 'quarter', day: Day): number {
  const { year, month } = civilOf(day)
  const inYear = IN_A_YEAR[per]
  return year * inYear + Math.floor(((month - 1) * inYear) / 12)
}
