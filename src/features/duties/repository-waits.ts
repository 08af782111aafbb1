import type { WaitsFor } from '../../domain/schedule/awaited.ts'
import type { Day } from '../../domain/time/civil.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'

const insertWaits = write<{ dutyId: string; awaited: string }>(
  'planning.insert-waits',
  `INSERT INTO planning_waits (org_id, awaited_id, waits_for, duty_id)
   SELECT :org, value ->> 'dutyId', value ->> 'waitsFor', :dutyId FROM json_each(:awaited)
   WHERE true ON CONFLICT DO NOTHING`,
)

/** What is awake already is not written again: a duty may be followed whose rounds are ticked every minute. */
const isAsleep = `closed_on IS NULL AND (planned_until_on IS NOT NULL OR plan_next_on IS NULL OR plan_next_on > :today)`

const wake = write<{ changed: string; today: Day }>(
  'planning.wake-waiting',
  `UPDATE duties SET planned_until_on = NULL, plan_next_on = :today
   WHERE org_id = :org AND ${isAsleep} AND id IN (
     SELECT duty_id FROM json_each(:changed) AS changed
     CROSS JOIN planning_waits ON planning_waits.org_id = :org AND awaited_id = changed.value ->> 'dutyId'
       AND waits_for = changed.value ->> 'waitsFor'
   )`,
)

const mostWaiting = 10_000

const wakeAll = write<{ today: Day }>(
  'planning.wake-all-waiting',
  `UPDATE duties SET planned_until_on = NULL, plan_next_on = :today
   WHERE org_id = :org AND ${isAsleep} AND id IN (
     SELECT duty_id FROM planning_waits WHERE org_id = :org LIMIT ${mostWaiting}
   )`,
)

/** Keeps what the duty's planning waits for. */
export function noteWaits(
  dutyId: string,
  awaited: readonly { dutyId: string; waitsFor: WaitsFor }[],
): BoundWrite[] {
  return awaited.length === 0 ? [] : [insertWaits({ dutyId, awaited: JSON.stringify(awaited) })]
}

/** What changed of rounds of these duties: whatever is planned from it is planned anew, be it the duty itself. */
export function wakeWaiting(
  awaited: Iterable<string | null>,
  changed: readonly WaitsFor[],
  today: Day,
): BoundWrite[] {
  const ids = [...new Set(awaited)].filter((id) => id !== null)
  if (ids.length === 0) return []
  const pairs = ids.flatMap((dutyId) => changed.map((waitsFor) => ({ dutyId, waitsFor })))
  return [wake({ changed: JSON.stringify(pairs), today })]
}

/** Rounds of any duties changed. */
export function wakeAllWaiting(today: Day): BoundWrite {
  return wakeAll({ today })
}
