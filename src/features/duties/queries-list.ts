import type { Plan } from '../../domain/schedule/plan.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query, type BoundQuery } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { hiddenColumn, type HiddenParams } from '../rounds/queries-hidden.ts'
import { plansOf, readableDuty, readPlans, type Duty } from './queries.ts'

/** Where a duty stands in the order of the list: its category, its owner, itself. */
export type DutyPlace = { category: string; ownedBy: string; id: string }

/** A duty as a list shows it. */
export type DutyInList = Pick<
  Duty,
  'id' | 'title' | 'titleEn' | 'category' | 'ownedBy' | 'performedBy' | 'closedOn'
> & {
  plans: Plan[]
  /** when its next round is due; null: none is planned */
  nextDueAt: Instant | null
}

export type DutyFilter = {
  category: string | null
  ownedBy: string | null
  performedBy: string | null
  /** whether closed ones are shown too */
  closed: boolean
}

type ListRow = {
  id: string
  title: string
  title_en: string | null
  category: string
  owned_by: string
  performed_by: string
  closed_on: number | null
  /** JSON; null where the duty is only passed over */
  plans: string | null
  next_due_at: number | null
}

type ListValues = HiddenParams & {
  own: string | null
  performer: string | null
  closed: 0 | 1
  limit: number
}

const isWanted = `(:performer IS NULL OR performed_by = :performer) AND (:closed = 1 OR closed_on IS NULL)
     AND ${readableDuty}`

const columns = `id, title, title_en, category, owned_by, performed_by, closed_on,
     CASE WHEN ${isWanted} THEN ${plansOf('duties.id')} END AS plans,
     CASE WHEN ${isWanted} THEN (
       SELECT min(due_at) FROM rounds
       WHERE org_id = :org AND duty_id = duties.id AND settled = 0 AND due_at > :now AND NOT ${hiddenColumn('rounds')}
     ) END AS next_due_at`

const selectAll = query<ListRow, ListValues & DutyPlace>(
  'duties.by-category',
  `SELECT ${columns} FROM duties
   WHERE org_id = :org AND (category, owned_by, id) > (:category, :ownedBy, :id)
   ORDER BY category, owned_by, id LIMIT :limit`,
)

const selectOfCategory = query<ListRow, ListValues & DutyPlace>(
  'duties.of-category',
  `SELECT ${columns} FROM duties
   WHERE org_id = :org AND category = :category AND (owned_by, id) > (:ownedBy, :id)
   ORDER BY owned_by, id LIMIT :limit`,
)

const selectOfOwner = query<ListRow, ListValues & { owner: string; id: string }>(
  'duties.of-owner',
  `SELECT ${columns} FROM duties WHERE org_id = :org AND owned_by = :owner AND id > :id ORDER BY id LIMIT :limit`,
)

/**
 * Duties by category, then owner; those of one owner by id. Looks through `limit` of them and answers those that fit the
 * filter and that the member may read (`own`: the member's units, null for those who see all).
 */
export async function listDuties(
  store: Store,
  filter: DutyFilter,
  wanted: {
    own: ReadonlySet<string> | null
    hidden: HiddenParams
    after: DutyPlace | null
    limit: number
  },
): Promise<{ duties: DutyInList[]; next: DutyPlace | null }> {
  const rows = await store.all(rowsAfter(filter, wanted))
  const last = rows.length === wanted.limit ? rows.at(-1) : undefined
  const duties = rows.flatMap((row) => (row.plans === null ? [] : [toDuty(row, readPlans(row.plans))]))
  return {
    duties: duties.filter((duty) => filter.category === null || duty.category === filter.category),
    next: last ? { category: last.category, ownedBy: last.owned_by, id: last.id } : null,
  }
}

function rowsAfter(
  { category, ownedBy, performedBy, closed }: DutyFilter,
  { own, hidden, after, limit }: Parameters<typeof listDuties>[2],
): BoundQuery<ListRow> {
  const place = after ?? { category: '', ownedBy: '', id: '' }
  const values: ListValues = {
    own: own && JSON.stringify([...own]),
    performer: performedBy,
    closed: closed ? 1 : 0,
    ...hidden,
    limit,
  }
  if (ownedBy !== null) return selectOfOwner({ ...values, owner: ownedBy, id: place.id })
  return category === null
    ? selectAll({ ...place, ...values })
    : selectOfCategory({ ...place, ...values, category })
}

function toDuty(row: ListRow, plans: Plan[]): DutyInList {
  return {
    id: row.id,
    title: row.title,
    titleEn: row.title_en,
    category: row.category,
    ownedBy: row.owned_by,
    performedBy: row.performed_by,
    closedOn: row.closed_on,
    plans,
    nextDueAt: row.next_due_at,
  }
}
