import { seesAll, type Actor } from '../../domain/access.ts'
import type { RoundState } from '../../domain/round/state.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { hiddenColumn, hiddenFrom, type HiddenParams } from '../rounds/queries-hidden.ts'
import { joinedOutcome, stateText } from '../rounds/queries-state.ts'
import { readableDuty, toSuspension, type Suspension } from './queries.ts'

/** A duty, as far as its place in the sheet depends on it. */
export type DutyInYear = { id: string; category: string; ownedBy: string; performedBy: string }

type DutyRow = { id: string; category: string; owned_by: string; performed_by: string }

/** More than any organisation has. */
const mostDuties = 3000

type DutiesWanted = {
  own: ReadonlySet<string> | null
  /** owns or performs it, or may be one of those that each check themselves */
  unit: string | null
  category: string | null
  /** what was closed before, or has plans but none that holds on any of these days, is left out */
  from: Day
  to: Day
}

const selectDuties = query<
  DutyRow,
  { own: string | null; unit: string | null; category: string | null; from: Day; to: Day; limit: number }
>(
  'duties.year-duties',
  `SELECT id, category, owned_by, performed_by FROM duties
   WHERE org_id = :org AND (closed_on IS NULL OR closed_on > :from) AND (:category IS NULL OR category = :category)
     AND (:unit IS NULL OR owned_by = :unit OR performed_by IN (:unit, 'target')) AND ${readableDuty}
     AND coalesce((
       SELECT max(from_on <= :to AND coalesce(until_on >= :from, 1)) FROM plans
       WHERE plans.org_id = :org AND plans.duty_id = duties.id
     ), 1)
   ORDER BY id LIMIT :limit`,
)

/** Rounds of one duty that share their plan, period, month and state. */
export type RoundTally = {
  dutyId: string
  /** null: made by hand */
  planId: string | null
  /** as `Placed` has it */
  period: string | null
  plannedIn: { year: number; month: number }
  state: Exclude<RoundState, 'withdrawn'>
  count: number
  /** one of them */
  round: string
}

type TallyRow = {
  duty_id: string
  plan_id: string | null
  period: string | null
  planned_in: string
  state: RoundTally['state']
  count: number
  round: string
}

type TallyValues = HiddenParams & {
  duties: string
  from: Instant
  own: string | null
  ownsToo: 0 | 1
  mine: string
  unit: string | null
}

/** The rounds that the reader may read, as `mayReadRound` has it, of the unit that is asked for. */
const isCounted = `withdrawn_at IS NULL AND NOT ${hiddenColumn('rounds')}
     AND (:unit IS NULL OR performed_by = :unit OR owned_by = :unit)
     AND (:own IS NULL OR assignee_id IN (SELECT value FROM json_each(:mine)) OR performed_by IN (SELECT value FROM json_each(:own))
       OR target_unit_id IN (SELECT value FROM json_each(:own))
       OR EXISTS (SELECT 1 FROM json_each(with_units) AS joined WHERE joined.value IN (SELECT value FROM json_each(:own)))
       OR (:ownsToo = 1 AND owned_by IN (SELECT value FROM json_each(:own))))`

const counted = `rounds.id, rounds.duty_id, rounds.plan_id,
     iif(occurrence_key GLOB '????/*' OR occurrence_key GLOB '????-[MBQHS]*',
       substr(occurrence_key, 1, instr(occurrence_key, '/') - 1), NULL) AS period,
     strftime('%Y-%m', planned_on * 86400, 'unixepoch') AS planned_in, ${stateText} AS state`

/** A duty's rounds of the year are due within its longest window, but for those that `rounds_loose` knows. */
const selectTallies = query<TallyRow, TallyValues>(
  'duties.year-tallies',
  `SELECT duty_id, plan_id, period, planned_in, state, count(*) AS count, min(id) AS round FROM (
     SELECT ${counted} FROM json_each(:duties) AS wanted
     CROSS JOIN rounds ON rounds.org_id = :org AND rounds.duty_id = wanted.value ->> 'id' AND rounds.settled IN (0, 1)
       AND rounds.due_at > :from AND rounds.due_at <= wanted.value ->> 'until'
     ${joinedOutcome}
     WHERE ${isCounted}
     UNION ALL
     SELECT ${counted} FROM json_each(:duties) AS wanted
     CROSS JOIN rounds INDEXED BY rounds_loose ON rounds.org_id = :org AND rounds.duty_id = wanted.value ->> 'id'
       AND rounds.due_at > wanted.value ->> 'until'
     ${joinedOutcome}
     WHERE rounds.duty_id IS NOT NULL AND (rounds.plan_id IS NULL OR rounds.first_due_at IS NOT NULL) AND ${isCounted}
   ) GROUP BY duty_id, plan_id, period, planned_in, state`,
)

const selectSuspensions = query<
  { subject_id: string; from_on: number; until_on: number | null; reason: string },
  { from: Day; to: Day; limit: number }
>(
  'duties.year-suspensions',
  `SELECT subject_id, from_on, until_on, reason FROM suspensions
   WHERE org_id = :org AND from_on <= :to AND (until_on IS NULL OR (until_on >= :from AND until_on >= from_on))
   LIMIT :limit`,
)

/** Whatever was or is suspended on some of these days, the earliest first. */
export async function suspensionsIn(store: Store, days: { from: Day; to: Day }): Promise<Suspension[]> {
  const rows = await store.all(selectSuspensions({ ...days, limit: mostDuties }))
  return rows.map(toSuspension).toSorted((a, b) => a.fromOn - b.fromOn)
}

export async function dutiesInYear(store: Store, { own, ...wanted }: DutiesWanted): Promise<DutyInYear[]> {
  const values = { ...wanted, own: own && JSON.stringify([...own]), limit: mostDuties }
  const rows = await store.all(selectDuties(values))
  return rows.map(({ id, category, owned_by: ownedBy, performed_by: performedBy }) => ({
    id,
    category,
    ownedBy,
    performedBy,
  }))
}

/** What has become of the rounds of these duties that are due after `from`, each up to its own `until`. */
export async function tallyRounds(
  store: Store,
  wanted: {
    duties: readonly { id: string; until: Instant }[]
    from: Instant
    now: Instant
    actor: Actor
    unit: string | null
  },
): Promise<Map<string, RoundTally[]>> {
  const { duties, from, now, actor, unit } = wanted
  const rows = await store.all(
    selectTallies({
      duties: JSON.stringify(duties),
      from,
      own: seesAll(actor) ? null : JSON.stringify([...actor.ownUnits]),
      ownsToo: actor.role === 'lead' ? 1 : 0,
      mine: JSON.stringify([actor.memberId, ...actor.standsInFor]),
      unit,
      ...hiddenFrom(actor, now),
    }),
  )
  return Map.groupBy(rows.map(toTally), ({ dutyId }) => dutyId)
}

function toTally(row: TallyRow): RoundTally {
  const [year, month] = row.planned_in.split('-')
  return {
    dutyId: row.duty_id,
    planId: row.plan_id,
    period: row.period,
    plannedIn: { year: Number(year), month: Number(month) },
    state: row.state,
    count: row.count,
    round: row.round,
  }
}
