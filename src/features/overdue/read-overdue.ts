import { seesAll } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { suspensionsOf, type Suspension } from '../duties/queries.ts'
import { roundCursorAfter, type RoundCursor } from '../rounds/queries-lists.ts'
import { workItems, type WorkItem } from '../rounds/queries-quotas.ts'
import { idsIn, namesOf, type Names, type Work } from '../rounds/queries-work.ts'
import { allUnits, findUnit } from '../units/queries.ts'
import {
  oldestOverdue,
  overdueCounts,
  overdueOfUnit,
  ownedOverdueElsewhere,
  perhapsBehind,
  type Narrowing,
} from './queries.ts'

export type OverdueFilter = {
  unit: string | null
  category: string
  state: Narrowing['state'] | 'behind'
  after: RoundCursor | null
}

/** What one performing unit owes. */
export type UnitGroup = {
  unit: string
  items: readonly WorkItem[]
  /** how much is overdue there in all; null where only a part was asked for */
  total: number | null
}

export type Overdue = {
  groups: readonly UnitGroup[]
  names: Names
  /** the units to choose among */
  units: readonly string[]
  total: number
  /** of one unit's list */
  next: RoundCursor | null
  /** what is suspended today of the units and duties shown, by their ids */
  suspended: ReadonlyMap<string, Suspension>
}

const perUnit = 5
const perPage = 50
const mostOwned = 100
const mostBehind = 100

/** What is overdue, or missed without a reason yet, by performing unit; or the quotas that are behind. */
export async function readOverdue(context: Context, filter: OverdueFilter): Promise<Overdue> {
  const { actor, store } = context
  const own = seesAll(actor) ? null : [...actor.ownUnits]
  if (filter.unit !== null) requireFound(await findUnit(store, filter.unit))
  const found = await (filter.state === 'behind'
    ? behindBy(context, own, filter)
    : overdueBy(context, own, { ...filter, state: filter.state }))
  return { ...found, suspended: await suspendedAmong(context, found.groups) }
}

async function suspendedAmong(
  { store, now, org }: Context,
  groups: readonly UnitGroup[],
): Promise<ReadonlyMap<string, Suspension>> {
  const today = dayAt(now, org.timeZone)
  const works = groups.flatMap(({ items }) => items.map(({ work }) => work))
  const ids = new Set([...groups.map(({ unit }) => unit), ...works.flatMap(({ dutyId }) => dutyId ?? [])])
  const found = await suspensionsOf(store, [...ids], today)
  const running = [...found.values()].flat().filter(({ fromOn }) => fromOn <= today)
  return new Map(running.map((suspension) => [suspension.subjectId, suspension]))
}

type LateFilter = OverdueFilter & Narrowing
type Found = Omit<Overdue, 'suspended'>

async function overdueBy(context: Context, own: string[] | null, filter: LateFilter): Promise<Found> {
  const { store, now } = context
  const counts = await overdueCounts(store, own, now)
  const here = await worksHere(context, own, counts, filter)
  const elsewhere = await worksElsewhere(context, own, filter)
  const shown = [...here, ...elsewhere.filter(({ performedBy }) => [null, performedBy].includes(filter.unit))]

  const owing = new Set([...counts.keys(), ...elsewhere.map(({ performedBy }) => performedBy)])
  const units = [...(filter.unit === null ? owing : owing.add(filter.unit))]
  const isNarrowed = filter.state !== '' || filter.category !== ''
  return {
    groups: grouped(
      shown.map((work) => ({ work, quota: null, isBehind: false })),
      (unit) => (isNarrowed ? null : (counts.get(unit) ?? null)),
    ),
    names: await namesOf(context, idsIn(shown, { units })),
    units,
    total: [...counts.values()].reduce((sum, count) => sum + count, 0),
    next: filter.unit === null ? null : roundCursorAfter(here, perPage),
  }
}

/** What is overdue in the units that the reader may see: a page of the chosen one, or the oldest of each. */
async function worksHere(
  { store, now }: Context,
  own: string[] | null,
  counts: ReadonlyMap<string, number>,
  { unit, state, category, after }: LateFilter,
): Promise<Work[]> {
  const wanted = { state, category, now }
  if (unit === null) return oldestOverdue(store, { ...wanted, units: counts.keys(), limit: perUnit })
  if (own !== null && !own.includes(unit)) return []
  return overdueOfUnit(store, { ...wanted, unit, after, limit: perPage })
}

/** What a lead's units own and other units have left undone. */
async function worksElsewhere(
  { actor, store, now }: Context,
  own: string[] | null,
  { state, category }: LateFilter,
): Promise<Work[]> {
  if (own === null || actor.role !== 'lead') return []
  return ownedOverdueElsewhere(store, { state, category, units: own, now, limit: mostOwned })
}

async function behindBy(context: Context, own: string[] | null, filter: OverdueFilter): Promise<Found> {
  const { store, now, org } = context
  const units = own ?? (await allUnits(store)).filter(({ closedOn }) => closedOn === null).map(({ id }) => id)
  const searched = filter.unit === null ? units : units.filter((unit) => unit === filter.unit)
  const today = dayAt(now, org.timeZone)
  const works = await perhapsBehind(store, { units: searched, now, today, limit: mostBehind })
  const items = (await workItems(context, works)).filter(({ isBehind }) => isBehind)
  const names = await namesOf(context, idsIn(works, { units }))
  const inCategory = items.filter(({ work }) => isInCategory(names, work, filter.category))
  return { groups: grouped(inCategory, () => null), names, units, total: inCategory.length, next: null }
}

function isInCategory(names: Names, work: Work, category: string): boolean {
  return category === '' || (work.dutyId !== null && names.duties.get(work.dutyId)?.category === category)
}

/** The units that wait longest first. */
function grouped(items: readonly WorkItem[], totalOf: (unit: string) => number | null): UnitGroup[] {
  const oldestFirst = items.toSorted((a, b) => a.work.dueAt - b.work.dueAt)
  const byUnit = Map.groupBy(oldestFirst, ({ work }) => work.performedBy)
  return [...byUnit].map(([unit, ofUnit]) => ({ unit, items: ofUnit, total: totalOf(unit) }))
}
