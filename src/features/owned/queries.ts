import type { Named } from '../../domain/named.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { missedColumn } from '../rounds/queries.ts'
import { hiddenColumn, type HiddenParams } from '../rounds/queries-hidden.ts'

export type OwnedDuty = Named & { id: string; category: string; ownedBy: string; performedBy: string }

type DutyRow = {
  id: string
  title: string
  title_en: string | null
  category: string
  owned_by: string
  performed_by: string
}

const selectDuties = query<DutyRow, { unit: string; after: string; limit: number }>(
  'owned.duties',
  `SELECT id, title, title_en, category, owned_by, performed_by FROM duties
   WHERE org_id = :org AND owned_by = :unit AND id > :after AND closed_on IS NULL ORDER BY id LIMIT :limit`,
)

/** What a unit owns, by id. */
export async function dutiesOwnedBy(
  store: Store,
  { unit, after, limit }: { unit: string; after: string; limit: number },
): Promise<OwnedDuty[]> {
  const rows = await store.all(selectDuties({ unit, after, limit }))
  return rows.map(({ title, title_en, owned_by, performed_by, ...row }) => ({
    ...row,
    name: title,
    nameEn: title_en,
    ownedBy: owned_by,
    performedBy: performed_by,
  }))
}

// One step to each next owner: as many rows as there are owners, however many duties.
const selectOwners = query<{ unit: string }>(
  'owned.owners',
  `WITH RECURSIVE owners (unit) AS (
     SELECT (
       SELECT owned_by FROM duties INDEXED BY duties_owner WHERE org_id = :org ORDER BY owned_by LIMIT 1
     )
     UNION ALL
     SELECT (
       SELECT owned_by FROM duties INDEXED BY duties_owner
       WHERE org_id = :org AND owned_by > owners.unit ORDER BY owned_by LIMIT 1
     )
     FROM owners WHERE owners.unit IS NOT NULL
   )
   SELECT unit FROM owners WHERE unit IS NOT NULL`,
)

/** The units that own any duty. */
export async function owners(store: Store): Promise<string[]> {
  const rows = await store.all(selectOwners({}))
  return rows.map(({ unit }) => unit)
}

const shown = `org_id = :org AND duty_id = wanted.value AND NOT ${hiddenColumn('rounds')}`

/** The due time of the period in hand, and of the one before it; null where there is none. */
const periods = `
  SELECT wanted.value AS duty_id,
    min(
      coalesce((SELECT due_at FROM rounds WHERE ${shown} AND settled = 0
        AND due_at > :now ORDER BY due_at LIMIT 1), 8640000000000000),
      coalesce((SELECT due_at FROM rounds WHERE ${shown} AND settled = 1
        AND due_at > :now AND withdrawn_at IS NULL ORDER BY due_at LIMIT 1), 8640000000000000)
    ) AS due_at,
    max(
      coalesce((SELECT due_at FROM rounds WHERE ${shown} AND settled = 0
        AND due_at <= :now ORDER BY due_at DESC LIMIT 1), 0),
      coalesce((SELECT due_at FROM rounds WHERE ${shown} AND settled = 1
        AND due_at <= :now AND withdrawn_at IS NULL ORDER BY due_at DESC LIMIT 1), 0)
    ) AS last_due_at
  FROM json_each(:ids) AS wanted`

type PeriodRow = { duty_id: string; due_at: number; last_due_at: number }

const selectPeriods = query<PeriodRow, HiddenParams & { ids: string }>('owned.periods', periods)

export type DutyPeriods = { dueAt: Instant | null; lastDueAt: Instant | null }

export async function periodsOfDuty(
  store: Store,
  dutyId: string,
  hidden: HiddenParams,
): Promise<DutyPeriods> {
  const row = await store.first(selectPeriods({ ids: JSON.stringify([dutyId]), ...hidden }))
  return { dueAt: dueOf(row?.due_at), lastDueAt: row && row.last_due_at > 0 ? row.last_due_at : null }
}

function dueOf(dueAt: number | undefined): Instant | null {
  return dueAt === undefined || dueAt >= 8_640_000_000_000_000 ? null : dueAt
}

/** How the period in hand stands, and what is left over from earlier ones. */
export type DutyProgress = {
  dueAt: Instant | null
  done: number
  excused: number
  open: number
  planned: number
  overdue: number
  missed: number
}

type CurrentRow = {
  duty_id: string
  due_at: number
  done: number
  excused: number
  open: number
  planned: number
}

const selectCurrent = query<CurrentRow, HiddenParams & { ids: string }>(
  'owned.current',
  `SELECT period.duty_id, period.due_at, count(iif(outcomes.kind = 'done', 1, NULL)) AS done,
     count(iif(outcomes.kind = 'excused', 1, NULL)) AS excused,
     count(iif(outcomes.kind IS NULL AND rounds.opens_at <= :now, 1, NULL)) AS open,
     count(iif(outcomes.kind IS NULL AND rounds.opens_at > :now, 1, NULL)) AS planned
   FROM (${periods}) AS period
   CROSS JOIN rounds ON rounds.org_id = :org AND rounds.duty_id = period.duty_id AND rounds.settled IN (0, 1)
     AND rounds.due_at = period.due_at AND rounds.withdrawn_at IS NULL AND NOT ${hiddenColumn('rounds')}
   LEFT JOIN outcomes ON outcomes.org_id = :org AND outcomes.round_id = rounds.id
   GROUP BY period.duty_id, period.due_at`,
)

type LateRow = { duty_id: string; overdue: number; missed: number }

const isMissed = missedColumn('rounds')

const selectLate = query<LateRow, { ids: string; now: number }>(
  'owned.late',
  `SELECT rounds.duty_id, count(iif(${isMissed}, NULL, 1)) AS overdue, count(iif(${isMissed}, 1, NULL)) AS missed
   FROM json_each(:ids) AS wanted
   CROSS JOIN rounds ON rounds.org_id = :org AND rounds.duty_id = wanted.value AND rounds.settled = 0
     AND rounds.due_at <= :now
   GROUP BY rounds.duty_id`,
)

/** Counted from the rounds of the period, of these duties only. */
export async function progressOfDuties(
  store: Store,
  dutyIds: readonly string[],
  hidden: HiddenParams,
): Promise<Map<string, DutyProgress>> {
  const ids = JSON.stringify(dutyIds)
  const [current, late] = await store.many<[CurrentRow, LateRow]>([
    selectCurrent({ ids, ...hidden }),
    selectLate({ ids, now: hidden.now }),
  ])
  const progress = new Map<string, DutyProgress>()
  const none = { dueAt: null, done: 0, excused: 0, open: 0, planned: 0, overdue: 0, missed: 0 }
  for (const { duty_id: id, due_at: dueAt, ...counts } of current) {
    progress.set(id, { ...none, dueAt: dueOf(dueAt), ...counts })
  }
  for (const { duty_id: id, ...counts } of late) progress.set(id, { ...none, ...progress.get(id), ...counts })
  return progress
}
