import type { Instant } from '../../domain/time/zone.ts'
import { query, type BoundWrite } from '../../platform/sql.ts'
import { storeFor, type Store } from '../../platform/store.ts'
import { checklists } from '../hospital/checklists.ts'
import { doneNotes, excuseReasons, lateEntryRemarks, missReasons } from '../hospital/reasons.ts'
import { DEMO_ORG } from '../state.ts'
import { fateOf, type Fate, type PastRound } from './fates.ts'
import { chance, idOfSlug, oneOf } from './ids.ts'
import { performersByUnit, type Performers } from './performers.ts'
import {
  insertPastAnswers,
  insertPastAudit,
  insertPastOutcomes,
  recountPast,
  settlePastRounds,
} from './past-writes.ts'

type Row = Record<string, string | number | null>

/** Everything that happened, in rows; the audit's in the order of time. */
type Past = { outcomes: Row[]; rounds: Row[]; answers: Row[]; audit: (Row & { at: number })[] }

const selectOpenedRounds = query<
  PastRound & { owned_by: string },
  { now: number; limit: number; after: string }
>(
  'demo.opened-rounds',
  `SELECT id, duty_id, owned_by, performed_by, planned_on, starts_at, opens_at, due_at, misses_at, make_up, checklist_id
   FROM rounds WHERE org_id = :org AND id > :after AND opens_at < :now AND settled = 0 ORDER BY id LIMIT :limit`,
)

const rowsAtOnce = 1000
/** answers are kept for what people still look at */
const answersFor = 40 * 86_400_000

/** Tells the fate of every round that has opened by now and leaves the counters as they must be. */
export async function writePast(database: D1Database, now: Instant): Promise<void> {
  const past: Past = { outcomes: [], rounds: [], answers: [], audit: [] }
  const performers = performersByUnit()
  for (const round of await openedRounds(database, now))
    tell(past, round, fateOf(round, now), performers, now)
  past.audit.sort((a, b) => a.at - b.at)

  for (const [rows, bind] of [
    [past.outcomes, insertPastOutcomes],
    [past.rounds, settlePastRounds],
    [past.answers, insertPastAnswers],
    [past.audit, insertPastAudit],
  ] as const) {
    for (const chunk of chunksOf(rows)) await storeOf(database).batch([bind({ rows: JSON.stringify(chunk) })])
  }
  const recounts: BoundWrite[] = recountPast.map((recount) => recount({ now }))
  await storeOf(database).batch(recounts)
}

async function openedRounds(database: D1Database, now: Instant) {
  const rounds: (PastRound & { owned_by: string })[] = []
  for (let after = ''; ;) {
    const page = await storeOf(database).all(selectOpenedRounds({ now, limit: rowsAtOnce, after }))
    rounds.push(...page)
    const last = page.at(-1)
    if (!last || page.length < rowsAtOnce) return rounds
    after = last.id
  }
}

function tell(
  past: Past,
  round: PastRound & { owned_by: string },
  fate: Fate,
  performers: Performers,
  now: Instant,
) {
  if (!fate) return
  const performer = performers.of(round.performed_by, round.id)
  const owner = performers.leadOf(round.owned_by)
  switch (fate.kind) {
    case 'excused':
      return tellExcused(past, round, fate.at, owner)
    case 'done':
      return tellDone(past, round, fate, performer, owner, now)
    case 'missed':
      return tellMissed(past, round, fate, performer, owner, now)
  }
}

function tellExcused(past: Past, round: PastRound, at: Instant, owner: string): void {
  const excuse = oneOf(excuseReasons, 'excuse', round.id)
  past.outcomes.push({
    roundId: round.id,
    kind: 'excused',
    memberId: owner,
    performedAt: at,
    enteredAt: at,
    lateEntry: 0,
    code: excuse.code,
    reason: excuse.text['zh-CN'],
  })
  past.rounds.push({ id: round.id, settled: 1, updatedAt: at })
  past.audit.push(entry('round.excused', round, owner, at, { code: excuse.code }))
}

function tellDone(
  past: Past,
  round: PastRound,
  { performedAt, enteredAt }: { performedAt: Instant; enteredAt: Instant },
  performer: string,
  owner: string,
  now: Instant,
): void {
  const lateEntry = enteredAt - performedAt > 86_400_000
  const confirmedAt = enteredAt + 5 * 3_600_000
  const confirmed = lateEntry && confirmedAt < now && chance('confirms', round.id) < 0.8
  past.outcomes.push({
    roundId: round.id,
    kind: 'done',
    memberId: performer,
    performedAt,
    enteredAt,
    lateEntry: lateEntry ? 1 : 0,
    confirmedBy: confirmed ? owner : null,
    confirmedAt: confirmed ? confirmedAt : null,
    note: noteOf(round, lateEntry),
  })
  past.rounds.push({
    id: round.id,
    settled: 1,
    startedAt: performedAt,
    startedBy: performer,
    updatedAt: confirmed ? confirmedAt : enteredAt,
  })
  past.audit.push(entry('round.completed', round, performer, enteredAt, { performedAt }))
  if (confirmed) past.audit.push(entry('round.late-entry-confirmed', round, owner, confirmedAt, {}))
  if (enteredAt > now - answersFor) tellAnswers(past, round, performer, enteredAt)
}

function noteOf(round: PastRound, lateEntry: boolean): string | null {
  if (lateEntry) return oneOf(lateEntryRemarks, 'remark', round.id)['zh-CN']
  return chance('note', round.id) < 0.12 ? oneOf(doneNotes, 'note', round.id)['zh-CN'] : null
}

function tellMissed(
  past: Past,
  round: PastRound,
  fate: { at: Instant; explained: Instant | null; madeUp: Instant | null },
  performer: string,
  owner: string,
  now: Instant,
): void {
  if (fate.madeUp !== null) {
    tellDone(past, round, { performedAt: fate.madeUp, enteredAt: fate.madeUp }, performer, owner, now)
    past.rounds.pop()
  }
  const acknowledgedAt = fate.explained === null ? null : fate.explained + 9 * 3_600_000
  const acknowledged =
    acknowledgedAt !== null && acknowledgedAt < now && chance('acknowledges', round.id) < 0.7
  past.rounds.push({
    id: round.id,
    settled: fate.explained === null && fate.madeUp === null ? 0 : 1,
    missNotedAt: fate.at,
    startedAt: fate.madeUp,
    startedBy: fate.madeUp === null ? null : performer,
    missReason: fate.explained === null ? null : oneOf(missReasons, 'reason', round.id)['zh-CN'],
    missReasonBy: fate.explained === null ? null : performer,
    missReasonAt: fate.explained,
    missAcknowledgedBy: acknowledged ? owner : null,
    missAcknowledgedAt: acknowledged ? acknowledgedAt : null,
    updatedAt: Math.max(fate.at, fate.explained ?? 0, fate.madeUp ?? 0, acknowledged ? acknowledgedAt : 0),
  })
  past.audit.push(entry('round.missed', round, null, fate.at, {}))
  if (fate.explained !== null)
    past.audit.push(entry('round.miss-explained', round, performer, fate.explained, {}))
  if (acknowledged) past.audit.push(entry('round.miss-acknowledged', round, owner, acknowledgedAt, {}))
}

const itemsOfChecklist = new Map(checklists.map(({ slug, items }) => [idOfSlug('checklist', slug), items]))

function tellAnswers(past: Past, round: PastRound, performer: string, at: Instant): void {
  for (const item of itemsOfChecklist.get(round.checklist_id ?? '') ?? []) {
    const roll = chance('answer', round.id, item.slug)
    const value = roll < 0.03 ? 'no' : roll < 0.07 ? 'not-applicable' : 'yes'
    const note = value === 'no' ? oneOf(doneNotes, 'finding', round.id, item.slug)['zh-CN'] : null
    past.answers.push({
      roundId: round.id,
      id: `demo-${item.slug}`,
      item: item.slug,
      value,
      note,
      at,
      memberId: performer,
    })
  }
}

function entry(action: string, round: PastRound, memberId: string | null, at: Instant, after: object) {
  return {
    action,
    subjectId: round.id,
    unitId: round.performed_by,
    memberId,
    at,
    after: JSON.stringify(after),
  }
}

function* chunksOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce)
}

/** A fresh store each time: the filler is many invocations in one. */
function storeOf(database: D1Database): Store {
  return storeFor(database, DEMO_ORG)
}
