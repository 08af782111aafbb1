import type { Plan } from '../../domain/schedule/plan.ts'
import { printDate, type Day } from '../../domain/time/civil.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

export type DutyKind = 'check' | 'monitoring' | 'meeting' | 'training' | 'exam' | 'report' | 'drill' | 'other'

/** What a duty answers to: `clause` of `standard`, quoted in `text` where somebody took the trouble. */
export type Reference = {
  standard: string
  version?: string | undefined
  clause: string
  text?: string | undefined
}

export type Duty = {
  id: string
  title: string
  titleEn: string | null
  kind: DutyKind
  category: string
  ownedBy: string
  /** a unit, or 'target': every inspected unit checks itself */
  performedBy: string
  withUnits: string[]
  /** in their order of precedence; closed ones stay, so that history stays true */
  plans: Plan[]
  makeUp: 'allowed' | 'forbidden'
  checklistId: string | null
  references: Reference[]
  closedOn: Day | null
  /** rounds planned up to this day are stored; null: the planner begins anew */
  plannedUntilOn: Day | null
  planNextOn: Day | null
  version: number
}

/** Of a duty, a unit or an asset. */
export type Suspension = { subjectId: string; fromOn: Day; untilOn: Day | null; reason: string }

type DutyRow = {
  id: string
  title: string
  title_en: string | null
  kind: DutyKind
  category: string
  owned_by: string
  performed_by: string
  with_units: string
  make_up: 'allowed' | 'forbidden'
  checklist_id: string | null
  standard_references: string
  closed_on: number | null
  planned_until_on: number | null
  plan_next_on: number | null
  version: number
  /** JSON of `PlanRow`s */
  plans: string
}

type PlanRow = {
  id: string
  position: number
  from_on: number
  until_on: number | null
  schedule: Omit<Plan, 'id' | 'from' | 'until'>
}

type SuspensionRow = { subject_id: string; from_on: number; until_on: number | null; reason: string }

/** All plans of a duty as one value of a SELECT, to be read by `readPlans`; `duty` is the column with its id. */
export const plansOf = (duty: string) => `(
    SELECT json_group_array(json_object('id', id, 'position', position, 'from_on', from_on, 'until_on', until_on,
      'schedule', json(schedule)))
    FROM plans WHERE plans.org_id = :org AND plans.duty_id = ${duty}
  )`

const columns = `id, title, title_en, kind, category, owned_by, performed_by, with_units, make_up, checklist_id,
  standard_references, closed_on, planned_until_on, plan_next_on, version, ${plansOf('duties.id')} AS plans`

const selectDuties = query<DutyRow, { ids: string }>(
  'duties.named',
  `SELECT ${columns} FROM duties WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))`,
)

/** What a member may read, as a condition on `duties`: `:own` are the member's units, null for those who see all. */
export const readableDuty = `(:own IS NULL OR performed_by = 'target'
       OR owned_by IN (SELECT value FROM json_each(:own)) OR performed_by IN (SELECT value FROM json_each(:own))
       OR EXISTS (
         SELECT 1 FROM json_each(with_units) AS helper
         WHERE helper.value IN (SELECT value FROM json_each(:own))
       ))`

const selectReadable = query<
  DutyRow,
  { own: string | null; ownedBy: string | null; after: string; limit: number }
>(
  'duties.readable',
  `SELECT ${columns} FROM duties
   WHERE org_id = :org AND id > :after AND (:ownedBy IS NULL OR owned_by = :ownedBy)
     AND ${readableDuty}
   ORDER BY id LIMIT :limit`,
)

const selectToPlan = query<DutyRow, { today: Day; limit: number }>(
  'duties.to-plan',
  `SELECT ${columns} FROM duties WHERE org_id = :org AND plan_next_on <= :today
   ORDER BY planned_until_on, id LIMIT :limit`,
)

const selectExisting = query<{ id: string }, { ids: string }>(
  'duties.existing-ids',
  `SELECT id FROM units WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))
   UNION ALL SELECT id FROM assets WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))
   UNION ALL SELECT id FROM members WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))
   UNION ALL SELECT id FROM checklists WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))
   UNION ALL SELECT id FROM duties WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))`,
)

const selectSuspensions = query<SuspensionRow, { ids: string; today: Day }>(
  'duties.suspensions-of',
  `SELECT subject_id, from_on, until_on, reason FROM suspensions
   WHERE org_id = :org AND subject_id IN (SELECT value FROM json_each(:ids))
     AND (until_on IS NULL OR (until_on >= :today AND until_on >= from_on))
   ORDER BY subject_id, from_on`,
)

/** Those that take part in a duty's rounds. What each unit checks for itself has helpers, but nobody who joins it. */
export function joiningUnits({ performedBy, withUnits }: Duty, performer: string): string[] {
  return performedBy === 'target' ? [] : withUnits.filter((unit) => unit !== performer)
}

export async function findDuty(store: Store, id: string): Promise<Duty | null> {
  const [duty] = await dutiesNamed(store, [id])
  return duty ?? null
}

/** Those of these ids that exist, in the order of the ids. */
export async function dutiesNamed(store: Store, ids: readonly string[]): Promise<Duty[]> {
  const rows = await store.all(selectDuties({ ids: JSON.stringify(ids) }))
  const duties = new Map(rows.map((row) => [row.id, toDuty(row)]))
  return ids.flatMap((id) => duties.get(id) ?? [])
}

/** What a member may read, by id: `own` are the member's units, null for those who see all. */
export async function readableDuties(
  store: Store,
  wanted: { own: ReadonlySet<string> | null; ownedBy: string | null; after: string; limit: number },
): Promise<Duty[]> {
  const own = wanted.own && JSON.stringify([...wanted.own])
  const rows = await store.all(selectReadable({ ...wanted, own }))
  return rows.map(toDuty)
}

/** The duties that the planner should look at today, those planned least far first. */
export async function dutiesToPlan(store: Store, today: Day, limit: number): Promise<Duty[]> {
  const rows = await store.all(selectToPlan({ today, limit }))
  return rows.map(toDuty)
}

/** Those of these ids that duties, units, assets, members and checklists have. */
export async function existingIds(store: Store, ids: Iterable<string>): Promise<Set<string>> {
  const rows = await store.all(selectExisting({ ids: JSON.stringify([...new Set(ids)]) }))
  return new Set(rows.map(({ id }) => id))
}

/** The suspensions of these duties, units or assets that are not over, the earliest first. */
export async function suspensionsOf(
  store: Store,
  ids: readonly string[],
  today: Day,
): Promise<Map<string, Suspension[]>> {
  const rows = await store.all(selectSuspensions({ ids: JSON.stringify(ids), today }))
  return Map.groupBy(rows.map(toSuspension), ({ subjectId }) => subjectId)
}

export function toSuspension(row: SuspensionRow): Suspension {
  return { subjectId: row.subject_id, fromOn: row.from_on, untilOn: row.until_on, reason: row.reason }
}

function toDuty(row: DutyRow): Duty {
  return {
    id: row.id,
    title: row.title,
    titleEn: row.title_en,
    kind: row.kind,
    category: row.category,
    ownedBy: row.owned_by,
    performedBy: row.performed_by,
    withUnits: JSON.parse(row.with_units) as string[],
    plans: readPlans(row.plans),
    makeUp: row.make_up,
    checklistId: row.checklist_id,
    references: JSON.parse(row.standard_references) as Reference[],
    closedOn: row.closed_on,
    plannedUntilOn: row.planned_until_on,
    planNextOn: row.plan_next_on,
    version: row.version,
  }
}

/** What `plansOf` selected, in their order of precedence. */
export function readPlans(json: string): Plan[] {
  return (JSON.parse(json) as PlanRow[]).toSorted(byPosition).map(toPlan)
}

/** A plan and those that took its place have one position, in order of time. */
function byPosition(a: PlanRow, b: PlanRow): number {
  return a.position - b.position || a.from_on - b.from_on || (a.id < b.id ? -1 : 1)
}

function toPlan({ id, from_on: from, until_on: until, schedule }: PlanRow): Plan {
  return { id, from: printDate(from), until: until === null ? null : printDate(until), ...schedule }
}
