import { civilOf, type Day } from '../time/civil.ts'
import type { WorkingCalendar } from '../working-days/working-calendar.ts'
import type { Plan } from './plan.ts'
import { type PlanWarning, warning } from './plan-fault.ts'

/** The first year whose holidays may still be announced otherwise, where a plan's dates follow them. */
export function provisionalWarnings(
  { rhythm, holidays }: Omit<Plan, 'id'>,
  planned: readonly Day[],
  calendar: Pick<WorkingCalendar, 'isProvisional'>,
): PlanWarning[] {
  const followsHolidays =
    holidays !== 'keep' || (rhythm.kind === 'calendar' && typeof rhythm.days === 'string')
  if (!followsHolidays) return []
  const year = planned.map((day) => civilOf(day).year).find((each) => calendar.isProvisional(each))
  return year === undefined ? [] : [warning('provisional-days', { year })]
}
