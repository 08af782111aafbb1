import { invalid, type Refusal } from '../../domain/errors.ts'
import { periodAround } from '../../domain/schedule/period.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import type { Day } from '../../domain/time/civil.ts'
import { startOfDay } from '../../domain/time/zone.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { requireRoom } from './repository-by-hand.ts'

type Wanted = { dutyId: string; targetId: string | null; plannedOn: Day; plan: Plan }

/** What fails where there is no room, so that of two who want the last place one gets it; and what is said then. */
export type Room = { write: BoundWrite; full: Refusal }

/**
 * Beyond `min`, a quota takes rounds by hand up to its `max`; excused and withdrawn ones leave their place free. Null: there is
 * no limit.
 */
export function roomInPeriod({ plan, plannedOn, ...round }: Wanted): Room | null {
  const { rhythm, timeZone } = plan
  if ((rhythm.kind !== 'quota' && rhythm.kind !== 'season') || rhythm.max === null) return null
  const { max } = rhythm
  const period = periodAround(rhythm, plannedOn)
  if (period === null) return null
  const dueAfter = startOfDay(period.first, timeZone)
  const dueUntil = startOfDay(period.last + 1, timeZone) + longestDelay
  return {
    write: requireRoom({ ...round, ...period, dueAfter, dueUntil, max }),
    full: invalid({ path: 'dutyId', code: 'quota-full', params: { max } }),
  }
}

/** How long after its period a quota's round may still be due. */
const longestDelay = 31 * 86_400_000
