import type { Day } from '../../domain/time/civil.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'

const insertWaits = write<{ dutyId: string; awaited: string }>(
  'planning.insert-waits',
  `INSERT INTO planning_waits (org_id, awaited_id, duty_id) SELECT :org, value, :dutyId FROM json_each(:awaited)
   WHERE true ON CONFLICT DO NOTHING`,
)

const wake = write<{ awaited: string; today: Day }>(
  'planning.wake-waiting',
  `UPDATE duties SET planned_until_on = NULL, plan_next_on = :today
   WHERE org_id = :org AND closed_on IS NULL AND id IN (
     SELECT duty_id FROM planning_waits
     WHERE org_id = :org AND awaited_id IN (SELECT value FROM json_each(:awaited))
       AND duty_id <> awaited_id
   )`,
)

const wakeAll = write<{ awaited: string; today: Day }>(
  'planning.wake-all-waiting',
  `UPDATE duties SET planned_until_on = NULL, plan_next_on = :today
   WHERE org_id = :org AND closed_on IS NULL AND id IN (
     SELECT duty_id FROM planning_waits
     WHERE org_id = :org AND awaited_id IN (SELECT value FROM json_each(:awaited))
   )`,
)

/** Keeps that the duty's planning waits for these. */
export function noteWaits(dutyId: string, awaited: readonly string[]): BoundWrite[] {
  return awaited.length === 0 ? [] : [insertWaits({ dutyId, awaited: JSON.stringify(awaited) })]
}

/** Rounds of these duties were planned or taken back: others that wait for them are planned again. */
export function wakeWaiting(awaited: readonly string[], today: Day): BoundWrite[] {
  return awaited.length === 0 ? [] : [wake({ awaited: JSON.stringify(awaited), today })]
}

/** A round of the duty was done, undone or moved: all that wait for it are planned again, be it the duty itself. */
export function wakeAfterRound(dutyId: string | null, today: Day): BoundWrite[] {
  return dutyId === null ? [] : [wakeAll({ awaited: JSON.stringify([dutyId]), today })]
}
