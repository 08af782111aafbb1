import type { RoundScope } from '../../domain/access.ts'
import type { OutcomeFacts, RoundFacts } from '../../domain/round/state.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

export type Round = Omit<RoundFacts, 'outcome'> &
  RoundScope & {
    id: string
    dutyId: string | null
    planId: string | null
    /** of the occurrence, within the duty */
    key: string
    /** of a round by hand without a duty; else null, and the duty's holds */
    title: string | null
    topic: string | null
    targetKind: 'unit' | 'asset' | 'member' | null
    checklistId: string | null
    /** null until the round is started or done */
    checklistVersion: number | null
    makeUp: 'allowed' | 'forbidden'
    /** beyond what its quota asks for; in no rate */
    extra: boolean
    occursOn: Day
    plannedOn: Day
    startsAt: Instant | null
    /** before it was postponed */
    firstDueAt: Instant | null
    postponeReason: string | null
    startedBy: string | null
    withdrawnReason: string | null
    missNotedAt: Instant | null
    missReason: string | null
    missReasonBy: string | null
    missReasonAt: Instant | null
    missAcknowledgedBy: string | null
    missAcknowledgedAt: Instant | null
    touched: boolean
    settled: boolean
    watched: boolean
    createdAt: Instant
    version: number
  }

export type Outcome = OutcomeFacts & {
  /** who did it, or who granted the excuse */
  memberId: string
  confirmedBy: string | null
  code: string | null
  reason: string | null
  note: string | null
  idempotencyKey: string | null
}

/** The last request to be excused; `granted` is null while it waits. */
export type ExcuseRequest = {
  memberId: string
  askedAt: Instant
  code: string
  reason: string
  granted: boolean | null
  decidedBy: string | null
  decidedAt: Instant | null
  decisionReason: string | null
}

export type RoundDetail = {
  round: Round
  outcome: (Outcome & { memberName: string; memberNameEn: string | null }) | null
  excuse: ExcuseRequest | null
  duty: {
    title: string
    titleEn: string | null
    kind: string
    category: string
    closedOn: Day | null
    withUnits: string[]
  } | null
}

export type RoundRow = {
  id: string
  duty_id: string | null
  plan_id: string | null
  occurrence_key: string
  title: string | null
  topic: string | null
  target_kind: Round['targetKind']
  target_id: string | null
  target_unit_id: string | null
  owned_by: string
  performed_by: string
  /** JSON; null: no other unit takes part */
  with_units: string | null
  assignee_id: string | null
  checklist_id: string | null
  checklist_version: number | null
  make_up: Round['makeUp']
  extra: number
  occurs_on: number
  planned_on: number
  starts_at: number | null
  opens_at: number
  due_at: number
  misses_at: number | null
  hidden_until: number | null
  first_due_at: number | null
  postpone_reason: string | null
  started_at: number | null
  started_by: string | null
  withdrawn_at: number | null
  withdrawn_reason: string | null
  miss_noted_at: number | null
  miss_reason: string | null
  miss_reason_by: string | null
  miss_reason_at: number | null
  miss_acknowledged_by: string | null
  miss_acknowledged_at: number | null
  touched: number
  settled: number
  watched: number
  created_at: number
  version: number
}

/** An object as JSON text, or null. */
type Json = string | null

const outcomeFields = `'kind', outcomes.kind, 'memberId', outcomes.member_id, 'performedAt', outcomes.performed_at,
  'enteredAt', outcomes.entered_at, 'lateEntry', json(iif(outcomes.late_entry, 'true', 'false')),
  'confirmedBy', outcomes.confirmed_by, 'confirmedAt', outcomes.confirmed_at, 'code', outcomes.code,
  'reason', outcomes.reason, 'note', outcomes.note, 'idempotencyKey', outcomes.idempotency_key`

/** The outcome of the round in hand as JSON, for a SELECT FROM rounds; null where there is none. */
export const outcomeColumn = `(
  SELECT json_object(${outcomeFields}) FROM outcomes WHERE outcomes.org_id = :org AND outcomes.round_id = rounds.id
)`

/**
 * Whether the round is missed at `:now`, as `effectiveMissesAt` has it: past its miss time, and not running since before it.
 * `round` is the name that the statement has for it.
 */
export function missedColumn(round: string): string {
  return `(${round}.misses_at IS NOT NULL AND ${round}.misses_at <= :now AND (${round}.started_at IS NULL
    OR ${round}.started_at >= ${round}.misses_at OR ${round}.started_at + 86400000 <= :now))`
}

/** Rounds with a longer window stand in the partial index `rounds_long`, which names the same length (decision 004). */
export const usualWindow = 32 * 86_400_000
export const hasLongWindow = `rounds.due_at - rounds.opens_at > ${usualWindow}`

const selectRound = query<RoundRow & { outcome: Json; excuse: Json; duty: Json }, { id: string }>(
  'rounds.one',
  `SELECT rounds.*,
     (SELECT json_object(${outcomeFields}, 'memberName', members.name, 'memberNameEn', members.name_en)
      FROM outcomes JOIN members ON members.org_id = :org AND members.id = outcomes.member_id
      WHERE outcomes.org_id = :org AND outcomes.round_id = rounds.id) AS outcome,
     (SELECT json_object('memberId', member_id, 'askedAt', asked_at, 'code', code, 'reason', reason,
        'granted', json(CASE granted WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END), 'decidedBy', decided_by,
        'decidedAt', decided_at, 'decisionReason', decision_reason)
      FROM excuse_requests WHERE org_id = :org AND round_id = rounds.id ORDER BY asked_at DESC LIMIT 1) AS excuse,
     (SELECT json_object('title', duties.title, 'titleEn', title_en, 'kind', kind, 'category', category,
        'closedOn', closed_on, 'withUnits', json(with_units))
      FROM duties WHERE duties.org_id = :org AND duties.id = rounds.duty_id) AS duty
   FROM rounds WHERE org_id = :org AND id = :id`,
)

export async function findRound(store: Store, id: string): Promise<RoundDetail | null> {
  const row = await store.first(selectRound({ id }))
  if (!row) return null
  return {
    round: toRound(row),
    outcome: parsed<RoundDetail['outcome']>(row.outcome),
    excuse: parsed<ExcuseRequest>(row.excuse),
    duty: parsed<RoundDetail['duty']>(row.duty),
  }
}

export function toOutcome(json: Json): Outcome | null {
  return parsed<Outcome>(json)
}

function parsed<T>(json: Json): T | null {
  return json === null ? null : (JSON.parse(json) as T)
}

export function toRound(row: RoundRow): Round {
  return {
    id: row.id,
    dutyId: row.duty_id,
    planId: row.plan_id,
    key: row.occurrence_key,
    title: row.title,
    topic: row.topic,
    targetKind: row.target_kind,
    targetId: row.target_id,
    targetUnitId: row.target_unit_id,
    ownedBy: row.owned_by,
    performedBy: row.performed_by,
    withUnits: unitsIn(row.with_units),
    assigneeId: row.assignee_id,
    checklistId: row.checklist_id,
    checklistVersion: row.checklist_version,
    makeUp: row.make_up,
    extra: row.extra === 1,
    occursOn: row.occurs_on,
    plannedOn: row.planned_on,
    startsAt: row.starts_at,
    opensAt: row.opens_at,
    dueAt: row.due_at,
    missesAt: row.misses_at,
    hiddenUntil: row.hidden_until,
    firstDueAt: row.first_due_at,
    postponeReason: row.postpone_reason,
    startedAt: row.started_at,
    startedBy: row.started_by,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
    missNotedAt: row.miss_noted_at,
    missReason: row.miss_reason,
    missReasonBy: row.miss_reason_by,
    missReasonAt: row.miss_reason_at,
    missAcknowledgedBy: row.miss_acknowledged_by,
    missAcknowledgedAt: row.miss_acknowledged_at,
    touched: row.touched === 1,
    settled: row.settled === 1,
    watched: row.watched === 1,
    createdAt: row.created_at,
    version: row.version,
  }
}

/** The units in a column `with_units`. */
export function unitsIn(json: Json): string[] {
  return parsed<string[]>(json) ?? []
}

export type Answer = {
  /** made by the client, so that a repeat is ignored */
  id: string
  item: string
  value: 'yes' | 'no' | 'not-applicable'
  note: string | null
  answeredAt: Instant
  enteredAt: Instant
  memberId: string
  /** of a correction */
  reason: string | null
}

type AnswerRow = {
  id: string
  item: string
  value: Answer['value']
  note: string | null
  answered_at: number
  entered_at: number
  member_id: string
  reason: string | null
}

/** A list of eighty items, corrected a few times over. */
const mostAnswers = 2000

const selectAnswers = query<AnswerRow, { id: string; limit: number }>(
  'rounds.answers',
  `SELECT id, item, value, note, answered_at, entered_at, member_id, reason FROM answers
   WHERE org_id = :org AND round_id = :id ORDER BY answered_at, entered_at, id LIMIT :limit`,
)

/** Every answer ever given in the round, oldest first: the last one of an item holds. */
export async function answersOf(store: Store, roundId: string): Promise<Answer[]> {
  const rows = await store.all(selectAnswers({ id: roundId, limit: mostAnswers }))
  return rows.map(({ answered_at: answeredAt, entered_at: enteredAt, member_id: memberId, ...rest }) => ({
    ...rest,
    answeredAt,
    enteredAt,
    memberId,
  }))
}
