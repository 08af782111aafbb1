import type { Instant } from '../../domain/time/zone.ts'
import { query, write } from '../../platform/sql.ts'
import { storeFor } from '../../platform/store.ts'
import { DEMO_ORG } from '../state.ts'

const pastRoundsOfBigDemo = 1_000_000

/** 52 weeks: every round keeps its weekday. */
const daysOfYear = 364
const day = 86_400_000

type Year = { from: Instant; to: Instant }
type Copy = Year & { year: number; days: number; shift: number }

const countSettled = query<{ rounds: number }, Year>(
  'demo.count-settled',
  `SELECT count(*) AS rounds FROM rounds
   WHERE org_id = :org AND due_at > :from AND due_at <= :to AND settled = 1 AND withdrawn_at IS NULL`,
)

/** An id keeps its form: it loses three of its twenty characters and ends with the number of the year. */
const copyOf = (id: string) => `substr(${id}, 1, 11) || substr(${id}, 15) || printf('%03d', :year)`
const settledRounds = `
   FROM rounds WHERE org_id = :org AND due_at > :from AND due_at <= :to AND settled = 1 AND withdrawn_at IS NULL`

const copyRounds = write<Copy>(
  'demo.copy-rounds',
  `INSERT INTO rounds (org_id, id, duty_id, plan_id, occurrence_key, target_kind, target_id, target_unit_id, owned_by,
     performed_by, checklist_id, checklist_version, make_up, occurs_on, planned_on, starts_at, opens_at, due_at, misses_at,
     started_at, started_by, miss_noted_at, miss_reason, miss_reason_by, miss_reason_at, touched, settled, created_at,
     version, updated_at)
   SELECT org_id, ${copyOf('id')}, duty_id, plan_id, occurrence_key, target_kind, target_id, target_unit_id, owned_by,
     performed_by, checklist_id, checklist_version, make_up, occurs_on - :days, planned_on - :days, starts_at - :shift,
     opens_at - :shift, due_at - :shift, misses_at - :shift, started_at - :shift, started_by, miss_noted_at - :shift,
     miss_reason, miss_reason_by, miss_reason_at - :shift, touched, settled, created_at - :shift, version,
     updated_at - :shift
   ${settledRounds}`,
)

const copyOutcomes = write<Copy>(
  'demo.copy-outcomes',
  `INSERT INTO outcomes (org_id, round_id, kind, member_id, performed_at, entered_at, late_entry, confirmed_by,
     confirmed_at, code, reason, note)
   SELECT org_id, ${copyOf('round_id')}, kind, member_id, performed_at - :shift,
     entered_at - :shift, late_entry, confirmed_by, confirmed_at - :shift, code, reason, note
   FROM outcomes WHERE org_id = :org AND round_id IN (SELECT id ${settledRounds})`,
)

/**
 * Lives the last year of the demo once more, `year` years earlier: settled rounds and their outcomes, inside SQLite. What is
 * settled is in no counter. Answers whether a million rounds are there.
 */
export async function repeatYear(
  database: D1Database,
  now: Instant,
  year: number,
): Promise<{ done: boolean }> {
  const store = storeFor(database, DEMO_ORG)
  const lastYear = { from: now - daysOfYear * day, to: now }
  const settled = await store.first(countSettled(lastYear))
  const days = year * daysOfYear
  const copy = { ...lastYear, year, days, shift: days * day }
  await store.batch([copyRounds(copy), copyOutcomes(copy)])
  return { done: (year + 1) * (settled?.rounds ?? Infinity) >= pastRoundsOfBigDemo }
}
