import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { hasLongWindow, outcomeColumn, toOutcome, toRound, usualWindow, type RoundRow } from './queries.ts'
import { hiddenColumn, type HiddenParams } from './queries-hidden.ts'
import type { RoundCursor, RoundSummary } from './queries-lists.ts'

type SummaryRow = RoundRow & { outcome: string | null }

/** Days on which rounds are planned, and where in the order of due times a page begins. */
export type PlannedRange = {
  first: Day
  last: Day
  /** the start of the first day */
  start: Instant
  after: RoundCursor | null
  /** for whom hidden ones are passed over */
  hidden: HiddenParams
  limit: number
}

type RangeValues = HiddenParams & { first: Day; last: Day; afterDue: number; afterId: string; limit: number }

const summary = `SELECT rounds.*, ${outcomeColumn} AS outcome FROM rounds`
const beyondCursor = `(due_at, id) > (:afterDue, :afterId)`
const isLoose = `duty_id IS NOT NULL AND (plan_id IS NULL OR first_due_at IS NOT NULL)`
const inPeriod = `withdrawn_at IS NULL AND NOT ${hiddenColumn('rounds')} AND iif(:period IS NULL, planned_on BETWEEN :first AND :last,
     substr(occurrence_key, 1, instr(occurrence_key, '/') - 1) = :period)`

const ofDuty = (settled: 0 | 1) =>
  `${summary} WHERE org_id = :org AND duty_id = :dutyId AND settled = ${settled} AND ${beyondCursor} AND due_at <= :until
     AND ${inPeriod}`

/** As the year plan finds them: what is due long after its planned day stands in an index of its own (decision 023). */
const selectOfDuty = query<
  SummaryRow,
  RangeValues & { dutyId: string; period: string | null; until: Instant }
>(
  'rounds.of-duty-by-day',
  `${ofDuty(0)} UNION ALL ${ofDuty(1)}
   UNION ALL ${summary} INDEXED BY rounds_loose WHERE org_id = :org AND duty_id = :dutyId AND ${isLoose}
     AND due_at > :until AND ${beyondCursor} AND ${inPeriod}
   ORDER BY due_at, id LIMIT :limit`,
)

const owed = `settled = 0 AND NOT ${hiddenColumn('rounds')} AND planned_on BETWEEN :first AND :last AND ${beyondCursor}`

const selectOfUnit = query<SummaryRow, RangeValues & { unit: string; until: Instant }>(
  'rounds.of-unit-by-day',
  `${summary} WHERE org_id = :org AND performed_by = :unit AND ${owed} AND due_at <= :until
   UNION ALL ${summary} INDEXED BY rounds_long WHERE org_id = :org AND performed_by = :unit AND ${owed}
     AND ${hasLongWindow} AND opens_at < :until AND due_at > :until
   ORDER BY due_at, id LIMIT :limit`,
)

/** A duty's rounds that are planned on these days, or all of one period; `until`: none but loose ones are due later. */
export async function dutyRoundsByDay(
  store: Store,
  wanted: PlannedRange & { dutyId: string; period: string | null; until: Instant },
): Promise<RoundSummary[]> {
  const { dutyId, period, until } = wanted
  const rows = await store.all(selectOfDuty({ ...valuesOf(wanted), dutyId, period, until }))
  return rows.map(toSummary)
}

/** What a unit has still to do of what is planned on these days; `end`: the last day's. */
export async function unitRoundsByDay(
  store: Store,
  wanted: PlannedRange & { unit: string; end: Instant },
): Promise<RoundSummary[]> {
  const { unit, end } = wanted
  const rows = await store.all(selectOfUnit({ ...valuesOf(wanted), unit, until: end + usualWindow }))
  return rows.map(toSummary)
}

function valuesOf({ first, last, start, after, hidden, limit }: PlannedRange): RangeValues {
  const [afterDue, afterId] = after ?? [start, '']
  return { ...hidden, first, last, afterDue, afterId, limit }
}

function toSummary(row: SummaryRow): RoundSummary {
  return { round: toRound(row), outcome: toOutcome(row.outcome) }
}
