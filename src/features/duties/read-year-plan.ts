import { seesAll, type Actor } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import { dayOf, type Day } from '../../domain/time/civil.ts'
import { dayAt, startOfDay } from '../../domain/time/zone.ts'
import { inTreeOrder, unitTree } from '../../domain/unit-tree.ts'
import { linesOf, type Line, type Tally } from '../../domain/year-plan/lines.ts'
import { placeOf } from '../../domain/year-plan/spans.ts'
import type { Context } from '../../platform/context.ts'
import { idsIn, namesOf, type Names } from '../rounds/queries-work.ts'
import { allUnits, type Unit } from '../units/queries.ts'
import { forecastYear, type Forecast } from './forecast-year.ts'
import { daysBehind, planningEnd } from './horizon.ts'
import { picksAny } from './plan-duty.ts'
import { dutiesNamed, joiningUnits, type Duty, type Suspension } from './queries.ts'
import { planningWorld } from './queries-planning-world.ts'
import { dutiesInYear, suspensionsIn, tallyRounds, type DutyInYear, type RoundTally } from './queries-year.ts'
import { planningOf, type Planning, type RunTarget } from './runs.ts'

export type YearPlanFilter = {
  year: number
  /** owns or performs */
  unit: string | null
  category: string | null
  by: 'category' | 'owner'
  /** the id of the last duty before this page */
  after: string | null
}

/** A duty's row; without lines it is standing work, or nothing of it falls into the year. */
export type YearRow = {
  duty: Duty
  lines: Line[]
  /** its rounds are counted, not shown one by one */
  perTarget: boolean
  suspensions: YearSuspension[]
}

/** `isWhole`: for its time nothing of the duty is done, whatever the target. */
export type YearSuspension = Suspension & { isWhole: boolean }

export type YearPlan = {
  rows: YearRow[]
  /** where the first row stands among all */
  start: number
  /** null: whether some of them have anything for the reader shows only on their page */
  total: number | null
  next: string | null
  units: readonly Unit[]
  names: Names
}

/** A page of the year's plan, in the order of categories or of the tree of units. */
export async function readYearPlan(
  context: Context,
  filter: YearPlanFilter,
  { limit, categories }: { limit: number; categories: readonly string[] },
): Promise<YearPlan> {
  const { store, actor } = context
  const own = seesAll(actor) ? null : actor.ownUnits
  const days = { from: dayOf(filter.year, 1, 1), to: dayOf(filter.year, 12, 31) }
  const [found, units] = await Promise.all([
    dutiesInYear(store, { own, unit: filter.unit, category: filter.category, ...days }),
    allUnits(store),
  ])
  if (filter.unit !== null) requireFound(units.find(({ id }) => id === filter.unit) ?? null)

  const sorted = inOrder(found, filter.by, { units, categories })
  const start = sorted.findIndex(({ id }) => id === filter.after) + 1
  const page = sorted.slice(start, start + limit)
  const duties = await dutiesNamed(
    store,
    page.map(({ id }) => id),
  )
  const rows = await rowsOf(context, filter, duties, days)
  return {
    rows: rows.filter((row) => isShown(row, filter, own)),
    start,
    total: sorted.every((duty) => isSurelyShown(duty, filter, own)) ? sorted.length : null,
    next: start + limit < sorted.length ? (page.at(-1)?.id ?? null) : null,
    units,
    names: await namesOf(context, namedIn(rows)),
  }
}

type Order = { units: readonly Unit[]; categories: readonly string[] }

function inOrder(duties: readonly DutyInYear[], by: YearPlanFilter['by'], order: Order): DutyInYear[] {
  const places = new Map(inTreeOrder(unitTree(order.units)).map(({ unit }, index) => [unit.id, index]))
  const place = ({ ownedBy }: DutyInYear) => places.get(ownedBy) ?? places.size
  const rank = ({ category }: DutyInYear) => order.categories.indexOf(category) + 1 || Infinity
  const byCategory = (a: DutyInYear, b: DutyInYear) =>
    compare(rank(a), rank(b)) || compare(a.category, b.category)
  const byOwner = (a: DutyInYear, b: DutyInYear) => compare(place(a), place(b))
  return duties.toSorted((a, b) => {
    const [first, second] = by === 'category' ? [byCategory, byOwner] : [byOwner, byCategory]
    return first(a, b) || second(a, b) || compare(a.id, b.id)
  })
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b)
}

/** Of what each unit checks for itself, only that which has anything for the unit that is looked at. */
function isShown({ duty, lines }: YearRow, filter: YearPlanFilter, own: ReadonlySet<string> | null): boolean {
  return lines.length > 0 || isSurelyShown(duty, filter, own)
}

function isSurelyShown(
  { ownedBy, performedBy }: Pick<Duty, 'ownedBy' | 'performedBy'>,
  { unit }: YearPlanFilter,
  own: ReadonlySet<string> | null,
): boolean {
  if (performedBy !== 'target') return true
  if (unit !== null) return ownedBy === unit
  return own === null || own.has(ownedBy)
}

type Days = { from: Day; to: Day }

async function rowsOf(
  context: Context,
  filter: YearPlanFilter,
  duties: readonly Duty[],
  days: Days,
): Promise<YearRow[]> {
  const { store, actor, now, org } = context
  const { unit } = filter
  const [plannings, tallies] = await Promise.all([
    planningsOf(context, duties, days),
    tallyRounds(store, {
      duties: duties.map(({ id, plans }) => ({
        id,
        until: startOfDay(days.to + 1 + Math.max(0, ...plans.map(daysBehind)), org.timeZone),
      })),
      from: startOfDay(days.from, org.timeZone),
      now,
      actor,
      unit,
    }),
  ])
  return plannings.map((planning) => {
    const isWanted = (target: RunTarget) => isReaders(actor, unit, planning.duty, target)
    return rowOf(planning, tallies.get(planning.duty.id) ?? [], { year: filter.year, isWanted })
  })
}

/** As planning sees these duties, with all that was suspended in the year. Assets are read only where they matter. */
async function planningsOf(context: Context, duties: readonly Duty[], days: Days): Promise<Planning[]> {
  const { store, now, org } = context
  const today = dayAt(now, org.timeZone)
  const suspensions = await suspensionsIn(store, days)
  const isAsset = ({ subjectId }: Suspension) => subjectId.startsWith('asset_')
  const foretold = duties.filter(({ plannedUntilOn }) => (plannedUntilOn ?? today) < days.to)
  const looked = (suspensions.some(isAsset) ? duties : foretold).flatMap(({ plans }) => plans)
  const world = await planningWorld(context, {
    assets: picksAny(looked, 'assets'),
    members: picksAny(looked, 'members'),
    suspensionsSince: days.from,
    past: [],
  })
  const at = { now, today, since: days.from, timeZone: org.timeZone }
  return duties.map((duty) => planningOf(duty, { ...world, suspensions }, at))
}

/** As `mayReadRound` and the filter have it of a round that there will be. */
function isReaders(actor: Actor, unit: string | null, duty: Duty, target: RunTarget): boolean {
  const { ownedBy } = duty
  const { unitId, performedBy } = target
  if (unit !== null && unit !== performedBy && unit !== ownedBy) return false
  if (
    seesAll(actor) ||
    [performedBy, ...joiningUnits(duty, performedBy)].some((one) => actor.ownUnits.has(one))
  )
    return true
  if (unitId !== null && actor.ownUnits.has(unitId)) return true
  return actor.role === 'lead' && actor.ownUnits.has(ownedBy)
}

type Looked = { year: number; isWanted: (target: RunTarget) => boolean }

function rowOf(planning: Planning, stored: readonly RoundTally[], looked: Looked): YearRow {
  const { duty } = planning
  const storedUntil = duty.closedOn !== null ? Infinity : (duty.plannedUntilOn ?? planningEnd(planning))
  const forecasts = forecastYear(planning, { ...looked, storedUntil })
  const tallies = [
    ...stored.flatMap((tally) => placed(tally, duty, looked.year)),
    ...forecasts.flatMap((forecast) => foretold(forecast, stored)),
  ]
  return {
    duty,
    lines: linesOf(tallies),
    perTarget: duty.plans.some(({ targets }) => !('none' in targets)),
    suspensions: suspensionsOfRow(planning, looked),
  }
}

function placed(tally: RoundTally, { plans }: Duty, year: number): Tally[] {
  const plan = plans.find(({ id }) => id === tally.planId)
  const place = placeOf(plan?.rhythm ?? null, tally, year)
  if (place === null) return []
  const { period, state, count, round } = tally
  return [
    {
      ...place,
      period,
      counts: { [state]: count },
      isExtra: tally.planId === null,
      round: count === 1 ? round : null,
    },
  ]
}

/** Of a period, part of which is stored, what is still to come. */
function foretold({ planId, count, ...place }: Forecast, stored: readonly RoundTally[]): Tally[] {
  const { period } = place
  const own = stored.filter((tally) => period !== null && tally.period === period && tally.planId === planId)
  const left = count - own.reduce((sum, tally) => sum + tally.count, 0)
  return left > 0 ? [{ ...place, counts: { forecast: left }, isExtra: false, round: null }] : []
}

function suspensionsOfRow({ duty, runs }: Planning, { isWanted }: Looked): YearSuspension[] {
  const targets = runs.flatMap((run) => run.targets.filter(isWanted))
  const all = new Set(targets.flatMap(({ suspended }) => suspended.map(({ suspension }) => suspension)))
  return [...all].map((suspension) => ({
    ...suspension,
    isWhole:
      suspension.subjectId === duty.id ||
      targets.every(({ suspended }) => suspended.some((time) => time.suspension === suspension)),
  }))
}

function namedIn(rows: readonly YearRow[]) {
  const subjects = rows.flatMap(({ suspensions }) => suspensions.map(({ subjectId }) => subjectId))
  const performers = rows.flatMap(({ duty }) => [duty.ownedBy, duty.performedBy])
  const ofKind = (kind: string) => subjects.filter((id) => id.startsWith(`${kind}_`))
  const named = idsIn([], { units: [...performers, ...ofKind('unit')] })
  return { ...named, assets: ofKind('asset') }
}
