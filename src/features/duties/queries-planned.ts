import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { unitsIn } from '../rounds/queries.ts'

/** A stored round, as far as planning may change it. */
export type StoredRound = {
  id: string
  planId: string | null
  plannedOn: Day
  startsAt: Instant | null
  opensAt: Instant
  dueAt: Instant
  missesAt: Instant | null
  hiddenUntil: Instant | null
  topic: string | null
  assigneeId: string | null
  ownedBy: string
  performedBy: string
  withUnits: string[]
  targetUnitId: string | null
  checklistId: string | null
  makeUp: 'allowed' | 'forbidden'
  /** somebody has touched it, or nothing is left to do about it; planning leaves it alone */
  isFixed: boolean
  isWithdrawn: boolean
}

/** A planned round that could still be taken back. */
export type UntouchedRound = { id: string; dutyId: string; planId: string; plannedOn: Day }

/** A planned round that is not due yet. */
export type RoundAhead = {
  id: string
  planId: string
  key: string
  targetId: string | null
  planned: Day
  dueAt: Instant
  /** somebody has touched it, or nothing is left to do about it */
  isFixed: boolean
}

type RoundRow = {
  id: string
  plan_id: string | null
  planned_on: number
  starts_at: number | null
  opens_at: number
  due_at: number
  misses_at: number | null
  hidden_until: number | null
  topic: string | null
  assignee_id: string | null
  owned_by: string
  performed_by: string
  with_units: string | null
  target_unit_id: string | null
  checklist_id: string | null
  make_up: 'allowed' | 'forbidden'
  fixed: number
  withdrawn: number
}
type AheadRow = {
  id: string
  plan_id: string
  occurrence_key: string
  target_id: string | null
  planned_on: number
  due_at: number
  fixed: number
}

/** More than one step or one duty has. */
const mostRounds = 20_000

const selectStored = query<RoundRow, { ids: string }>(
  'planning.stored',
  `SELECT id, plan_id, planned_on, starts_at, opens_at, due_at, misses_at, hidden_until, topic, assignee_id, owned_by,
     performed_by, with_units, target_unit_id, checklist_id, make_up, touched OR (settled AND withdrawn_at IS NULL) AS fixed, withdrawn_at IS NOT NULL AS withdrawn
   FROM rounds WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))`,
)

/** `known` lists the pairs of plan and target that these duties have now. */
const selectMisfits = query<
  { id: string; duty_id: string },
  { duties: string; now: Instant; known: string; limit: number }
>(
  'planning.misfits',
  `SELECT id, duty_id FROM rounds
   WHERE org_id = :org AND duty_id IN (SELECT value FROM json_each(:duties)) AND settled = 0 AND due_at > :now
     AND touched = 0 AND plan_id IS NOT NULL
     AND plan_id || ' ' || coalesce(target_id, '') NOT IN (SELECT value FROM json_each(:known))
   LIMIT :limit`,
)

/** What could still be taken back of what is planned on these days. */
const selectUntouched = query<
  { id: string; duty_id: string; plan_id: string; planned_on: number },
  { drafts: string; limit: number }
>(
  'planning.untouched',
  `SELECT rounds.id, rounds.duty_id, plan_id, planned_on FROM json_each(:drafts) AS draft
   JOIN rounds ON rounds.org_id = :org AND duty_id = draft.value ->> 'dutyId' AND settled = 0
     AND due_at > draft.value ->> 'dueAfter'
   WHERE touched = 0 AND plan_id IS NOT NULL
     AND planned_on BETWEEN draft.value ->> 'from' AND draft.value ->> 'to'
   LIMIT :limit`,
)

const selectAhead = query<AheadRow, { dutyId: string; now: Instant; fromOn: Day; limit: number }>(
  'planning.ahead',
  `SELECT id, plan_id, occurrence_key, target_id, planned_on, due_at, touched OR settled AS fixed FROM rounds
   WHERE org_id = :org AND duty_id = :dutyId AND settled IN (0, 1) AND due_at > :now AND planned_on >= :fromOn
     AND plan_id IS NOT NULL AND withdrawn_at IS NULL
   LIMIT :limit`,
)

const selectLastDone = query<
  { target_id: string | null; planned_on: number },
  { dutyId: string; since: Instant; limit: number }
>(
  'planning.last-done',
  `SELECT target_id, max(planned_on) AS planned_on FROM rounds
   JOIN outcomes ON outcomes.org_id = :org AND outcomes.round_id = rounds.id AND outcomes.kind = 'done'
   WHERE rounds.org_id = :org AND duty_id = :dutyId AND settled = 1 AND due_at > :since
   GROUP BY target_id LIMIT :limit`,
)

export async function storedRounds(store: Store, ids: readonly string[]): Promise<Map<string, StoredRound>> {
  if (ids.length === 0) return new Map()
  const rows = await store.all(selectStored({ ids: JSON.stringify(ids) }))
  return new Map(rows.map((row) => [row.id, toStored(row)]))
}

/** Rounds that nobody has touched and that are still owed, planned on these days of these duties. */
export async function untouchedRoundsIn(
  store: Store,
  drafts: readonly { dutyId: string; from: Day; to: Day; dueAfter: Instant }[],
): Promise<UntouchedRound[]> {
  if (drafts.length === 0) return []
  const rows = await store.all(selectUntouched({ drafts: JSON.stringify(drafts), limit: mostRounds }))
  return rows.map((row) => ({
    id: row.id,
    dutyId: row.duty_id,
    planId: row.plan_id,
    plannedOn: row.planned_on,
  }))
}

export function pairOf(planId: string, targetId: string | null): string {
  return `${planId} ${targetId ?? ''}`
}

/** The rounds to come that nobody has touched and whose plan and target are no pair of `known`. */
export async function misfitRounds(
  store: Store,
  wanted: { duties: readonly string[]; known: readonly string[]; now: Instant },
): Promise<{ id: string; dutyId: string }[]> {
  const rows = await store.all(
    selectMisfits({
      duties: JSON.stringify(wanted.duties),
      known: JSON.stringify(wanted.known),
      now: wanted.now,
      limit: mostRounds,
    }),
  )
  return rows.map((row) => ({ id: row.id, dutyId: row.duty_id }))
}

/** Planned rounds of a duty that are not due yet, planned on `fromOn` or later. */
export async function roundsAhead(
  store: Store,
  wanted: { dutyId: string; now: Instant; fromOn: Day },
): Promise<RoundAhead[]> {
  const rows = await store.all(selectAhead({ ...wanted, limit: mostRounds }))
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    key: row.occurrence_key,
    targetId: row.target_id,
    planned: row.planned_on,
    dueAt: row.due_at,
    isFixed: row.fixed === 1,
  }))
}

/** By target, for when the last one was planned that was done, of those due since. */
export async function lastDone(
  store: Store,
  dutyId: string,
  since: Instant,
): Promise<{ targetId: string | null; planned: Day }[]> {
  const rows = await store.all(selectLastDone({ dutyId, since, limit: mostRounds }))
  return rows.map((row) => ({ targetId: row.target_id, planned: row.planned_on }))
}

function toStored(row: RoundRow): StoredRound {
  return {
    id: row.id,
    planId: row.plan_id,
    plannedOn: row.planned_on,
    startsAt: row.starts_at,
    opensAt: row.opens_at,
    dueAt: row.due_at,
    missesAt: row.misses_at,
    hiddenUntil: row.hidden_until,
    topic: row.topic,
    assigneeId: row.assignee_id,
    ownedBy: row.owned_by,
    performedBy: row.performed_by,
    withUnits: unitsIn(row.with_units),
    targetUnitId: row.target_unit_id,
    checklistId: row.checklist_id,
    makeUp: row.make_up,
    isFixed: row.fixed === 1,
    isWithdrawn: row.withdrawn === 1,
  }
}
