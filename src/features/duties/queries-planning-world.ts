import type { Lottery } from '../../domain/schedule/draw.ts'
import type { TargetAsset, TargetMember, TargetUnit, World } from '../../domain/schedule/targets.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { WorkingDays } from '../../domain/time/working-days.ts'
import { inTreeOrder, unitTree } from '../../domain/unit-tree.ts'
import { unitDays } from '../../domain/working-days/unit-days.ts'
import type { Context } from '../../platform/context.ts'
import { query } from '../../platform/sql.ts'
import { readDays } from '../working-days/queries.ts'
import { pastRounds, type PastRound, type WantedPast } from './queries-past.ts'
import { toSuspension, type Suspension } from './queries.ts'

/** What planning a duty depends on besides the duty. */
export type PlanningWorld = World & {
  suspensions: readonly Suspension[]
  /** the rounds of duties that later rounds are planned from, by duty */
  past: ReadonlyMap<string, readonly PastRound[]>
  /** when their certificates end, of assets that have one */
  validUntil: ReadonlyMap<string, Day>
  /** the working days of a unit; null: those of the whole organisation */
  workingDaysOf(unitId: string | null): WorkingDays
  /** null: what is drawn stays secret */
  lottery: Lottery | null
}

/** Of what there may be much, only what is asked for is read. */
export type WantedWorld = {
  assets: boolean
  members: boolean
  suspensionsSince: Day
  /** the rounds that others are planned from */
  past: readonly WantedPast[]
}

type UnitRow = {
  id: string
  parent_id: string | null
  sort_order: number
  tags: string
  closed_on: number | null
}
type MemberRow = { id: string; role: string; units: string; closed_on: number | null }
type AssetRow = {
  id: string
  unit_id: string
  type: string
  tags: string
  valid_until_on: number | null
  closed_on: number | null
}
type SuspensionRow = { subject_id: string; from_on: number; until_on: number | null; reason: string }
/** More than any hospital has. */
const most = { units: 2000, assets: 20_000, members: 20_000, suspensions: 10_000 }

const selectUnits = query<UnitRow, { limit: number }>(
  'planning.units',
  `SELECT id, parent_id, sort_order, tags, closed_on FROM units WHERE org_id = :org ORDER BY id LIMIT :limit`,
)

const selectAssets = query<AssetRow, { limit: number }>(
  'planning.assets',
  `SELECT id, unit_id, type, tags, valid_until_on, closed_on FROM assets WHERE org_id = :org ORDER BY id LIMIT :limit`,
)

const selectMembers = query<MemberRow, { limit: number }>(
  'planning.members',
  `SELECT id, role, closed_on,
     (SELECT json_group_array(unit_id) FROM member_units WHERE org_id = :org AND member_id = members.id) AS units
   FROM members WHERE org_id = :org ORDER BY id LIMIT :limit`,
)

/** Also those that ended lately: what was withdrawn for them stays so when a duty is planned anew. */
const selectSuspensions = query<SuspensionRow, { since: Day; limit: number }>(
  'planning.suspensions',
  `SELECT subject_id, from_on, until_on, reason FROM suspensions
   WHERE org_id = :org AND (until_on IS NULL OR (until_on >= from_on AND until_on >= :since)) LIMIT :limit`,
)

/** What working days are read from. */
export type DaysContext = Pick<Context, 'store' | 'org' | 'holidays'>

/** Units are in the order in which pages list them, assets and members in that of their units, then of their ids. */
export async function planningWorld(context: DaysContext, wanted: WantedWorld): Promise<PlanningWorld> {
  const { store } = context
  const [units, assets, members, suspensions] = await store.many<
    [UnitRow, AssetRow, MemberRow, SuspensionRow]
  >([
    selectUnits({ limit: most.units }),
    selectAssets({ limit: wanted.assets ? most.assets : 0 }),
    selectMembers({ limit: wanted.members ? most.members : 0 }),
    selectSuspensions({ since: wanted.suspensionsSince, limit: most.suspensions }),
  ])
  const { calendar, closures } = await readDays(context)
  const parents = new Map(units.map(({ id, parent_id: parent }) => [id, parent]))
  const inOrder = inTreeOrder(unitTree(inOrderOfPages(units))).map(({ unit }) => unit)
  const places = new Map(inOrder.map(({ id }, place) => [id, place]))
  const placeOf = (unitId: string | undefined) => places.get(unitId ?? '') ?? inOrder.length
  return {
    units: inOrder,
    assets: assets.map(toAsset).toSorted((a, b) => placeOf(a.unitId) - placeOf(b.unitId)),
    members: members.map(toMember).toSorted((a, b) => placeOf(a.unitIds[0]) - placeOf(b.unitIds[0])),
    lottery: null,
    suspensions: suspensions.map(toSuspension),
    past: await pastRounds(store, wanted.past),
    validUntil: new Map(assets.flatMap(({ id, valid_until_on: day }) => (day === null ? [] : [[id, day]]))),
    workingDaysOf: unitDays(calendar, closures, parents),
  }
}

/** Siblings as pages list them. */
function inOrderOfPages(units: readonly UnitRow[]): TargetUnit[] {
  return units.toSorted((a, b) => a.sort_order - b.sort_order || (a.id < b.id ? -1 : 1)).map(toUnit)
}

function toUnit(row: UnitRow): TargetUnit {
  const tags = JSON.parse(row.tags) as string[]
  return { id: row.id, parentId: row.parent_id, tags, closedOn: row.closed_on }
}

function toAsset(row: AssetRow): TargetAsset {
  const tags = JSON.parse(row.tags) as string[]
  return { id: row.id, unitId: row.unit_id, type: row.type, tags, closedOn: row.closed_on }
}

function toMember(row: MemberRow): TargetMember {
  return { id: row.id, type: row.role, unitIds: JSON.parse(row.units) as string[], closedOn: row.closed_on }
}
