import { invalid } from '../../domain/errors.ts'
import { periodsOf, type CalendarPeriod } from '../../domain/schedule/period.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import type { Day } from '../../domain/time/civil.ts'
import { startOfDay } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { countInPeriod } from './queries-by-hand.ts'

type Wanted = { dutyId: string; targetId: string | null; plannedOn: Day; plan: Plan | null }

/** Beyond `min`, a quota takes rounds by hand up to its `max`; excused and withdrawn ones leave their place free. */
export async function requireRoomInPeriod({ store }: Context, wanted: Wanted): Promise<void> {
  const { plan, plannedOn, ...round } = wanted
  if (plan === null) return
  const { rhythm, timeZone } = plan
  if ((rhythm.kind !== 'quota' && rhythm.kind !== 'season') || rhythm.max === null) return
  const { max } = rhythm
  const period = periodAround(rhythm, plannedOn)
  if (period === null) return
  const dueAfter = startOfDay(period.first, timeZone)
  const end = startOfDay(period.last + 1, timeZone)
  const taken = await countInPeriod(store, { ...round, period, dueAfter, dueUntil: end + longestDelay })
  if (taken >= max) throw invalid({ path: 'dutyId', code: 'quota-full', params: { max } })
}

/** How long after its period a quota's round may still be due. */
const longestDelay = 31 * 86_400_000

/** Null between two seasons. */
function periodAround(rhythm: Parameters<typeof periodsOf>[0], day: Day): CalendarPeriod | null {
  const periods = periodsOf(rhythm)
  const period = periods.at(periods.indexOf(day))
  return period.first <= day ? period : null
}
