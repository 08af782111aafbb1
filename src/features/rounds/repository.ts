import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'
import { openAssigneeText } from './repository-leaving.ts'

/** A round as it is planned or made by hand; `rows` of the writes below are JSON arrays of these, with distinct ids. */
export type RoundValues = {
  id: string
  dutyId: string | null
  planId: string | null
  key: string
  /** of a round by hand without a duty; else null, and the duty's holds */
  title: string | null
  topic: string | null
  targetKind: 'unit' | 'asset' | 'member' | null
  targetId: string | null
  targetUnitId: string | null
  ownedBy: string
  performedBy: string
  /** units that take part beside the one that performs it */
  withUnits: readonly string[]
  assigneeId: string | null
  checklistId: string | null
  makeUp: 'allowed' | 'forbidden'
  extra: boolean
  occursOn: Day
  plannedOn: Day
  startsAt: Instant | null
  opensAt: Instant
  dueAt: Instant
  missesAt: Instant | null
  /** of a drawn round: from when those whom it inspects may see it */
  hiddenUntil: Instant | null
}

/** Unsettled rounds due up to here are counted in unit_counts, later ones in due_counts. */
export const overdueWatermarkText = `coalesce((SELECT watermark FROM jobs WHERE org_id = :org AND job = 'note-overdue'), 0)`

/** A withdrawn round that nobody has touched is revived when it is planned again; any other keeps as it is. */
const mayBeRevived = `(rounds.withdrawn_at IS NOT NULL AND rounds.touched = 0)`

/** Planning twice changes nothing. `countNewRounds` stands before it in the batch. */
export const insertRounds = write<{ rows: string; now: Instant }>(
  'rounds.insert',
  `INSERT INTO rounds (org_id, id, duty_id, plan_id, occurrence_key, title, topic, target_kind, target_id, target_unit_id,
     owned_by, performed_by, assignee_id, checklist_id, make_up, extra, occurs_on, planned_on, starts_at, opens_at, due_at,
     misses_at, hidden_until, with_units, watched, created_at, updated_at)
   SELECT :org, value ->> 'id', value ->> 'dutyId', value ->> 'planId', value ->> 'key', value ->> 'title',
     value ->> 'topic', value ->> 'targetKind', value ->> 'targetId', value ->> 'targetUnitId', value ->> 'ownedBy',
     value ->> 'performedBy', ${openAssigneeText("value ->> 'assigneeId'")}, value ->> 'checklistId', value ->> 'makeUp', value ->> 'extra',
     value ->> 'occursOn', value ->> 'plannedOn', value ->> 'startsAt', value ->> 'opensAt', value ->> 'dueAt',
     value ->> 'missesAt', value ->> 'hiddenUntil', nullif(value ->> 'withUnits', '[]'), value ->> 'dueAt' <= ${overdueWatermarkText}, :now, :now
   FROM json_each(:rows)
   WHERE true
   ON CONFLICT (org_id, id) DO UPDATE SET
     plan_id = excluded.plan_id, topic = excluded.topic, target_unit_id = excluded.target_unit_id,
     owned_by = excluded.owned_by, performed_by = excluded.performed_by, assignee_id = excluded.assignee_id, checklist_id = excluded.checklist_id,
     make_up = excluded.make_up, occurs_on = excluded.occurs_on, planned_on = excluded.planned_on,
     starts_at = excluded.starts_at, opens_at = excluded.opens_at, due_at = excluded.due_at,
     misses_at = excluded.misses_at, hidden_until = excluded.hidden_until, with_units = excluded.with_units, withdrawn_at = NULL, withdrawn_reason = NULL, settled = 0,
     watched = excluded.watched, version = version + 1, updated_at = excluded.updated_at
   WHERE ${mayBeRevived}`,
)

/** Counts exactly the rounds that `insertRounds` will insert or revive; stands before it in the batch. */
export function countNewRounds(params: { rows: string }): BoundWrite[] {
  return [countNewDue(params), countNewOverdue(params)]
}

const newRounds = `
   FROM json_each(:rows)
   WHERE NOT EXISTS (
     SELECT 1 FROM rounds WHERE org_id = :org AND id = json_each.value ->> 'id' AND NOT ${mayBeRevived}
   )`

const countNewDue = write<{ rows: string }>(
  'rounds.count-new-due',
  `INSERT INTO due_counts (org_id, due_at, unit_id, rounds)
   SELECT :org, value ->> 'dueAt' AS due_at, value ->> 'performedBy' AS unit_id, count(*) ${newRounds}
     AND value ->> 'dueAt' > ${overdueWatermarkText}
   GROUP BY due_at, unit_id
   ON CONFLICT (org_id, due_at, unit_id) DO UPDATE SET rounds = rounds + excluded.rounds`,
)

const countNewOverdue = write<{ rows: string }>(
  'rounds.count-new-overdue',
  `INSERT INTO unit_counts (org_id, unit_id, overdue)
   SELECT :org, value ->> 'performedBy' AS unit_id, count(*) ${newRounds}
     AND value ->> 'dueAt' <= ${overdueWatermarkText}
   GROUP BY unit_id
   ON CONFLICT (org_id, unit_id) DO UPDATE SET overdue = overdue + excluded.overdue`,
)

/** Of these ids, what nobody has touched. `countWithdrawnRounds` stands before it in the batch. */
export const withdrawRounds = write<{ ids: string; reason: string; now: Instant }>(
  'rounds.withdraw',
  `UPDATE rounds SET withdrawn_at = :now, withdrawn_reason = :reason, settled = 1, watched = 0, version = version + 1,
     updated_at = :now
   WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids)) AND touched = 0 AND withdrawn_at IS NULL`,
)

/** Takes exactly the rounds that `withdrawRounds` will withdraw out of the counts; stands before it in the batch. */
export function countWithdrawnRounds(params: { ids: string }): BoundWrite[] {
  return [uncountWithdrawnDue(params), uncountWithdrawnOverdue(params)]
}

const uncountWithdrawnDue = write<{ ids: string }>(
  'rounds.uncount-withdrawn-due',
  dueCountsText('-', `touched = 0 AND id IN (SELECT value FROM json_each(:ids))`),
)
const uncountWithdrawnOverdue = write<{ ids: string }>(
  'rounds.uncount-withdrawn-overdue',
  overdueCountsText('-', `touched = 0 AND id IN (SELECT value FROM json_each(:ids))`),
)

/** Takes one round out of the counts, if it is in them: before the write that settles or moves it. */
export function leaveCounts(params: { id: string }): BoundWrite[] {
  return [leaveDueCounts(params), leaveOverdueCounts(params)]
}

/** Puts one round into the counts, if it is unsettled: after the write that unsettled or moved it. */
export function enterCounts(params: { id: string }): BoundWrite[] {
  return [enterDueCounts(params), enterOverdueCounts(params)]
}

const leaveDueCounts = write<{ id: string }>('rounds.leave-due-counts', dueCountsText('-', `id = :id`))
const leaveOverdueCounts = write<{ id: string }>(
  'rounds.leave-overdue-counts',
  overdueCountsText('-', `id = :id`),
)
const enterDueCounts = write<{ id: string }>('rounds.enter-due-counts', dueCountsText('+', `id = :id`))
const enterOverdueCounts = write<{ id: string }>(
  'rounds.enter-overdue-counts',
  overdueCountsText('+', `id = :id`),
)

/** As `leaveCounts`, for several at once. */
export function leaveCountsOf(params: { ids: string }): BoundWrite[] {
  return [leaveDueCountsOf(params), leaveOverdueCountsOf(params)]
}

/** As `enterCounts`, for several at once. */
export function enterCountsOf(params: { ids: string }): BoundWrite[] {
  return [enterDueCountsOf(params), enterOverdueCountsOf(params)]
}

const ofSeveral = `id IN (SELECT value FROM json_each(:ids))`
const leaveDueCountsOf = write<{ ids: string }>('rounds.leave-due-counts-of', dueCountsText('-', ofSeveral))
const leaveOverdueCountsOf = write<{ ids: string }>(
  'rounds.leave-overdue-counts-of',
  overdueCountsText('-', ofSeveral),
)
const enterDueCountsOf = write<{ ids: string }>('rounds.enter-due-counts-of', dueCountsText('+', ofSeveral))
const enterOverdueCountsOf = write<{ ids: string }>(
  'rounds.enter-overdue-counts-of',
  overdueCountsText('+', ofSeveral),
)

function dueCountsText(sign: '+' | '-', which: string): string {
  return `INSERT INTO due_counts (org_id, due_at, unit_id, rounds)
   SELECT :org, due_at, performed_by, ${sign} count(*) FROM rounds
   WHERE org_id = :org AND ${which} AND settled = 0 AND due_at > ${overdueWatermarkText}
   GROUP BY due_at, performed_by
   ON CONFLICT (org_id, due_at, unit_id) DO UPDATE SET rounds = rounds + excluded.rounds`
}

function overdueCountsText(sign: '+' | '-', which: string): string {
  return `INSERT INTO unit_counts (org_id, unit_id, overdue)
   SELECT :org, performed_by, ${sign} count(*) FROM rounds
   WHERE org_id = :org AND ${which} AND settled = 0 AND due_at <= ${overdueWatermarkText}
   GROUP BY performed_by
   ON CONFLICT (org_id, unit_id) DO UPDATE SET overdue = overdue + excluded.overdue`
}
