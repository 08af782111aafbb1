import { isHiddenFrom, type Actor } from '../../domain/access.ts'
import type { Instant } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { hasLongWindow, usualWindow, type RoundRow } from '../rounds/queries.ts'
import { hiddenColumn, hiddenFrom, type HiddenParams } from '../rounds/queries-hidden.ts'
import { toWork, type Work } from '../rounds/queries-work.ts'

/** More than anybody can do in a week; the rest is reached through the lists. */
const mostRounds = 300

type Horizon = { units: string; memberId: string; opensBefore: number; nearlyDue: number; limit: number }

/** Whatever opens before an instant and has a window of at most 32 days is due within 32 days of it. */
const selectOfUsualWindow = query<RoundRow, Horizon>(
  'today.of-usual-window',
  `SELECT rounds.*
   FROM json_each(:units) AS own
   CROSS JOIN rounds ON rounds.org_id = :org AND rounds.performed_by = own.value AND rounds.settled = 0
     AND rounds.due_at <= :nearlyDue
   WHERE rounds.opens_at < :opensBefore AND (rounds.assignee_id IS NULL OR rounds.assignee_id = :memberId)
   ORDER BY rounds.due_at, rounds.id LIMIT :limit`,
)

const selectOfLongWindow = query<RoundRow, Horizon>(
  'today.of-long-window',
  `SELECT rounds.*
   FROM json_each(:units) AS own
   CROSS JOIN rounds INDEXED BY rounds_long ON rounds.org_id = :org AND rounds.performed_by = own.value AND rounds.settled = 0
     AND ${hasLongWindow} AND rounds.opens_at < :opensBefore
   WHERE rounds.due_at > :nearlyDue AND (rounds.assignee_id IS NULL OR rounds.assignee_id = :memberId)
   ORDER BY rounds.due_at, rounds.id LIMIT :limit`,
)

/** What was handed to the member by name, in whatever unit. */
const selectAssigned = query<RoundRow, { memberId: string; opensBefore: number; limit: number }>(
  'today.assigned',
  `SELECT rounds.* FROM rounds
   WHERE org_id = :org AND assignee_id = :memberId AND settled = 0 AND opens_at < :opensBefore
   ORDER BY due_at, id LIMIT :limit`,
)

/** Of duties that these units join, in usual and in long windows. */
const selectJoint = query<RoundRow, Horizon>(
  'today.joint',
  `SELECT rounds.*
   FROM json_each(:units) AS own
   CROSS JOIN joint_duties ON joint_duties.org_id = :org AND joint_duties.unit_id = own.value
   CROSS JOIN rounds ON rounds.org_id = :org AND rounds.duty_id = joint_duties.duty_id AND rounds.settled = 0
     AND rounds.due_at <= :nearlyDue
   WHERE rounds.opens_at < :opensBefore AND (rounds.assignee_id IS NULL OR rounds.assignee_id = :memberId)
   ORDER BY rounds.due_at, rounds.id LIMIT :limit`,
)

const selectJointOfLongWindow = query<RoundRow, Horizon>(
  'today.joint-of-long-window',
  `SELECT rounds.*
   FROM json_each(:units) AS own
   CROSS JOIN joint_duties ON joint_duties.org_id = :org AND joint_duties.unit_id = own.value
   CROSS JOIN duties ON duties.org_id = :org AND duties.id = joint_duties.duty_id
   CROSS JOIN rounds INDEXED BY rounds_long ON rounds.org_id = :org AND rounds.performed_by = duties.performed_by
     AND rounds.settled = 0 AND ${hasLongWindow} AND rounds.opens_at < :opensBefore
   WHERE rounds.duty_id = duties.id AND rounds.due_at > :nearlyDue
     AND (rounds.assignee_id IS NULL OR rounds.assignee_id = :memberId)
   ORDER BY rounds.due_at, rounds.id LIMIT :limit`,
)

/** The first round of each unit that is due later. */
const selectNext = query<RoundRow, HiddenParams & { units: string; memberId: string; limit: number }>(
  'today.next',
  `SELECT rounds.*
   FROM (SELECT value FROM json_each(:units) LIMIT :limit) AS own
   CROSS JOIN rounds ON rounds.org_id = :org AND rounds.id = (
     SELECT later.id FROM rounds AS later
     WHERE later.org_id = :org AND later.performed_by = own.value AND later.settled = 0 AND later.due_at > :now
       AND (later.assignee_id IS NULL OR later.assignee_id = :memberId) AND NOT ${hiddenColumn('later')}
     ORDER BY later.due_at, later.id LIMIT 1
   )`,
)

export type Mine = { units: readonly string[]; opensBefore: Instant }

/** What is assigned to the actor, or to nobody in these units, and opens before an instant; by due time. */
export async function workOf(
  { actor, store, now }: Pick<Context, 'actor' | 'store' | 'now'>,
  { units, opensBefore }: Mine,
): Promise<Work[]> {
  const { memberId, standsInFor } = actor
  const horizon = {
    units: JSON.stringify(units),
    memberId,
    opensBefore,
    nearlyDue: opensBefore + usualWindow,
    limit: mostRounds,
  }
  const assignees = [memberId, ...standsInFor]
  const found = await store.many<RoundRow[]>([
    selectOfUsualWindow(horizon),
    selectOfLongWindow(horizon),
    selectJoint(horizon),
    selectJointOfLongWindow(horizon),
    ...assignees.map((assignee) => selectAssigned({ memberId: assignee, opensBefore, limit: mostRounds })),
  ])
  const byId = new Map(found.flat().map((row) => [row.id, toWork(row)]))
  const visible = [...byId.values()].filter((work) => !isHiddenFrom(actor, work, now))
  return visible.toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
}

/** What is due next in any of these units, or null where nothing is planned. */
export async function nextWorkOf(
  store: Store,
  { actor, units, now }: { actor: Actor; units: readonly string[]; now: Instant },
): Promise<Work | null> {
  const { memberId } = actor
  const rows = await store.all(
    selectNext({ units: JSON.stringify(units), memberId, limit: 50, ...hiddenFrom(actor, now) }),
  )
  const first = rows.toSorted((a, b) => a.due_at - b.due_at)[0]
  return first === undefined ? null : toWork(first)
}
