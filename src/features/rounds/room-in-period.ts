import { invalid, type Refusal } from '../../domain/errors.ts'
import { periodAround } from '../../domain/schedule/period.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import type { Day } from '../../domain/time/civil.ts'
import { startOfDay } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { countInPeriod } from './queries-by-hand.ts'
import { requireRoom } from './repository-by-hand.ts'

type Wanted = { dutyId: string; targetId: string | null; plannedOn: Day; plan: Plan | null }

/** The room that is left by the last write of a batch, and what is said where there is none. */
export type Room = { write: BoundWrite; full: Refusal }

/**
 * Beyond `min`, a quota takes rounds by hand up to its `max`; excused and withdrawn ones leave their place free. Refused where
 * it is full already; of two that want the last place at once, the batch of one fails by `write`. Null: there is no limit.
 */
export async function roomInPeriod({ store }: Context, wanted: Wanted): Promise<Room | null> {
  const { plan, plannedOn, ...round } = wanted
  if (plan === null) return null
  const { rhythm, timeZone } = plan
  if ((rhythm.kind !== 'quota' && rhythm.kind !== 'season') || rhythm.max === null) return null
  const { max } = rhythm
  const period = periodAround(rhythm, plannedOn)
  if (period === null) return null
  const dueAfter = startOfDay(period.first, timeZone)
  const end = startOfDay(period.last + 1, timeZone)
  const counted = { ...round, ...period, dueAfter, dueUntil: end + longestDelay }
  const full = invalid({ path: 'dutyId', code: 'quota-full', params: { max } })
  if ((await countInPeriod(store, counted)) >= max) throw full
  return { write: requireRoom({ ...counted, max }), full }
}

/** How long after its period a quota's round may still be due. */
const longestDelay = 31 * 86_400_000
