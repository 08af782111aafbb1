import type { FeedScope } from '../../domain/access.ts'
import type { Named } from '../../domain/named.ts'
import type { RoundFacts } from '../../domain/round/state.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import type { Locale } from '../../platform/i18n.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { unitsIn } from '../rounds/queries.ts'

/** A feed that somebody asks for by its address, and the stamps that its tag was made from. */
export type AskedFeed = {
  id: string
  memberId: string
  name: string
  scopeKind: FeedScope['kind']
  scopeId: string | null
  locale: Locale
  lastFetchedAt: Instant | null
  stamps: Stamps
}

/** The directory's stamp, then those of the scopes asked for, in their order; null where nothing changed yet. */
export type Stamps = readonly (number | null)[]

export const mostScopes = 4

type AskedRow = Omit<AskedFeed, 'stamps'> & Record<`stamp${0 | 1 | 2 | 3 | 4}`, number | null>

const stampColumns = `
  (SELECT stamp FROM change_stamps WHERE org_id = :org AND scope_id = :scope0) AS stamp0,
  (SELECT stamp FROM change_stamps WHERE org_id = :org AND scope_id = :scope1) AS stamp1,
  (SELECT stamp FROM change_stamps WHERE org_id = :org AND scope_id = :scope2) AS stamp2,
  (SELECT stamp FROM change_stamps WHERE org_id = :org AND scope_id = :scope3) AS stamp3,
  (SELECT stamp FROM change_stamps WHERE org_id = :org AND scope_id = :scope4) AS stamp4`

type ScopeParams = Record<`scope${0 | 1 | 2 | 3 | 4}`, string | null>

const selectAsked = query<AskedRow, { hash: string } & ScopeParams>(
  'feeds.asked',
  `SELECT id, member_id AS memberId, name, scope_kind AS scopeKind, scope_id AS scopeId, locale,
     last_fetched_at AS lastFetchedAt, ${stampColumns}
   FROM feeds WHERE org_id = :org AND token_hash = :hash AND revoked_at IS NULL`,
)

const selectStamps = query<AskedRow, ScopeParams>('feeds.stamps', `SELECT ${stampColumns}`)

const selectBranchOfUnit = query<{ id: string }, { unitId: string }>(
  'feeds.branch-of-unit',
  `WITH RECURSIVE branch (id) AS (
     SELECT :unitId
     UNION
     SELECT units.id FROM branch CROSS JOIN units ON units.org_id = :org AND units.parent_id = branch.id
   )
   SELECT id FROM branch`,
)

export type FeedRound = Omit<RoundFacts, 'outcome'> & {
  id: string
  dutyId: string | null
  title: string | null
  topic: string | null
  targetKind: 'unit' | 'asset' | 'member' | null
  targetId: string | null
  targetUnitId: string | null
  performedBy: string
  withUnits: string[]
  assigneeId: string | null
  checklistId: string | null
  plannedOn: Day
  startsAt: Instant | null
  hiddenUntil: Instant | null
  version: number
  updatedAt: Instant
  outcomeKind: 'done' | 'excused' | null
  performedAt: Instant
  enteredAt: Instant
  lateEntry: number
  confirmedAt: Instant | null
}

type FeedRoundRow = Omit<FeedRound, 'withUnits'> & { withUnits: string | null }

const roundColumns = `rounds.id, rounds.duty_id AS dutyId, title, topic, target_kind AS targetKind, target_id AS targetId,
  target_unit_id AS targetUnitId, performed_by AS performedBy, with_units AS withUnits, assignee_id AS assigneeId, checklist_id AS checklistId, planned_on AS plannedOn,
  starts_at AS startsAt, hidden_until AS hiddenUntil, opens_at AS opensAt, due_at AS dueAt, misses_at AS missesAt, started_at AS startedAt,
  withdrawn_at AS withdrawnAt, version, updated_at AS updatedAt, outcomes.kind AS outcomeKind,
  performed_at AS performedAt, entered_at AS enteredAt, late_entry AS lateEntry, confirmed_at AS confirmedAt`

const withOutcome = `LEFT JOIN outcomes ON outcomes.org_id = :org AND outcomes.round_id = rounds.id`

/** Due within the window and, if withdrawn, not for long. */
const shown = `due_at > :from AND due_at <= :until AND (withdrawn_at IS NULL OR withdrawn_at >= :withdrawnSince)`

export type FeedWindow = {
  from: Instant
  /** the start of today: where there are too many rounds, the nearest to it are taken */
  today: Instant
  until: Instant
  withdrawnSince: Instant
}

type Window = Omit<FeedWindow, 'today'> & { limit: number }

/** Far more than a calendar holds; these are not sorted by SQLite, which would count every row twice. */
const mostUnsorted = 5_000

const selectOfUnits = query<FeedRoundRow, Window & { units: string }>(
  'feeds.rounds-of-units',
  `SELECT ${roundColumns} FROM json_each(:units) AS unit
     CROSS JOIN rounds ON rounds.org_id = :org AND performed_by = unit.value AND settled IN (0, 1) ${withOutcome}
   WHERE ${shown} LIMIT :limit`,
)

const selectUnassigned = query<FeedRoundRow, Window & { units: string }>(
  'feeds.rounds-unassigned',
  `SELECT ${roundColumns} FROM json_each(:units) AS unit
     CROSS JOIN rounds ON rounds.org_id = :org AND performed_by = unit.value AND settled IN (0, 1) ${withOutcome}
   WHERE assignee_id IS NULL AND ${shown} LIMIT :limit`,
)

/** Of duties that others perform; `unassigned` 1: those that are assigned to nobody alone. */
const selectJoint = query<FeedRoundRow, Window & { units: string; unassigned: 0 | 1 }>(
  'feeds.rounds-joint',
  `SELECT ${roundColumns} FROM json_each(:units) AS unit
     CROSS JOIN joint_duties AS joint ON joint.org_id = :org AND joint.unit_id = unit.value
     CROSS JOIN rounds ON rounds.org_id = :org AND rounds.duty_id = joint.duty_id AND settled IN (0, 1) ${withOutcome}
   WHERE (:unassigned = 0 OR assignee_id IS NULL) AND ${shown} LIMIT :limit`,
)

const selectOfAssignee = query<FeedRoundRow, Window & { memberId: string }>(
  'feeds.rounds-of-assignee',
  `SELECT ${roundColumns} FROM rounds ${withOutcome}
   WHERE rounds.org_id = :org AND assignee_id = :memberId AND settled IN (0, 1) AND ${shown} LIMIT :limit`,
)

const selectOfDuty = query<FeedRoundRow, Window & { dutyId: string }>(
  'feeds.rounds-of-duty',
  `SELECT ${roundColumns} FROM rounds ${withOutcome}
   WHERE rounds.org_id = :org AND duty_id = :dutyId AND settled IN (0, 1) AND ${shown} LIMIT :limit`,
)

/** `units` null: the whole organisation; `assignees` null: whoever they are assigned to. */
type Wide = FeedWindow & { limit: number; units: string | null; assignees: string | null }

const amongMany = `(:units IS NULL OR assignee_id IN (SELECT value FROM json_each(:assignees))
  OR ((:assignees IS NULL OR assignee_id IS NULL) AND (performed_by IN (SELECT value FROM json_each(:units))
    OR EXISTS (
      SELECT 1 FROM json_each(with_units) AS joined WHERE joined.value IN (SELECT value FROM json_each(:units))
    ))))`

const selectComing = query<FeedRoundRow, Wide>(
  'feeds.rounds-coming',
  `SELECT ${roundColumns} FROM rounds ${withOutcome}
   WHERE rounds.org_id = :org AND due_at > :today AND ${shown} AND ${amongMany}
   ORDER BY due_at, rounds.id LIMIT :limit`,
)

const selectPast = query<FeedRoundRow, Wide>(
  'feeds.rounds-past',
  `SELECT ${roundColumns} FROM rounds ${withOutcome}
   WHERE rounds.org_id = :org AND due_at <= :today AND ${shown} AND ${amongMany}
   ORDER BY due_at DESC, rounds.id DESC LIMIT :limit`,
)

const selectRound = query<FeedRoundRow & { ownedBy: string }, { id: string }>(
  'feeds.round',
  `SELECT ${roundColumns}, owned_by AS ownedBy FROM rounds ${withOutcome}
   WHERE rounds.org_id = :org AND rounds.id = :id`,
)

export type NamedThing = Named & { id: string; category: string | null }

const selectUnitNames = namesOf('units', 'name')
const selectAssetNames = namesOf('assets', 'name')
const selectChecklistNames = namesOf('checklists', 'title')
const selectDutyNames = namesOf('duties', 'title')

function namesOf(table: 'units' | 'assets' | 'checklists' | 'duties', column: 'name' | 'title') {
  return query<NamedThing, { ids: string }>(
    `feeds.names-of-${table}`,
    `SELECT named.id, named.${column} AS name, named.${column}_en AS nameEn,
       ${table === 'duties' ? 'named.category' : 'NULL'} AS category
     FROM json_each(:ids) AS wanted CROSS JOIN ${table} AS named ON named.org_id = :org AND named.id = wanted.value`,
  )
}

/** Null where no feed that works has this address; `scopes`: those that the tag names, at most four. */
export async function findAskedFeed(
  store: Store,
  hash: string,
  scopes: readonly string[],
): Promise<AskedFeed | null> {
  const row = await store.first(selectAsked({ hash, ...scopeParams(scopes) }))
  if (!row) return null
  const { id, memberId, name, scopeKind, scopeId, locale, lastFetchedAt } = row
  return { id, memberId, name, scopeKind, scopeId, locale, lastFetchedAt, stamps: stampsOf(row, scopes) }
}

/** The unit itself and all below it. */
export async function branchOfUnit(store: Store, unitId: string): Promise<string[]> {
  const rows = await store.all(selectBranchOfUnit({ unitId }))
  return rows.map(({ id }) => id)
}

/** Whose rounds a feed shows. */
export type RoundsOf =
  | { kind: 'units'; units: readonly string[] }
  /** assigned to these, or to nobody in the units */
  | {
      kind: 'member'
      assignees: readonly string[]
      units: readonly string[]
    }
  | { kind: 'duty'; dutyId: string }
  | { kind: 'organisation' }

/**
 * Rounds and stamps of one instant, so that a tag never claims more than its text shows. At most `limit` rounds, the
 * nearest to today; `omitted` says that there are more, `turns` when hidden ones come to light.
 */
export async function readRounds(
  store: Store,
  wanted: RoundsOf,
  window: FeedWindow,
  scopes: readonly string[],
  { limit, isHidden }: { limit: number; isHidden: (round: FeedRound) => boolean },
): Promise<{ rounds: FeedRound[]; omitted: number; stamps: Stamps; turns: Instant[] }> {
  const [stamps, ...found] = await store.many<[AskedRow, ...FeedRoundRow[]]>([
    selectStamps(scopeParams(scopes)),
    ...roundQueries(wanted, window, limit + 1),
  ])
  const row = stamps[0]
  const distance = ({ dueAt }: FeedRound) => Math.abs(dueAt - window.today)
  const all = [...new Map(found.flat().map((row) => [row.id, toFeedRound(row)])).values()]
  const rounds = all
    .filter((round) => !isHidden(round))
    .toSorted((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1))
  return {
    rounds: rounds.slice(0, limit),
    omitted: Math.max(0, rounds.length - limit),
    stamps: row ? stampsOf(row, scopes) : [],
    turns: all.flatMap(({ hiddenUntil }) => hiddenUntil ?? []),
  }
}

function roundQueries(wanted: RoundsOf, { today, ...window }: FeedWindow, limit: number) {
  const narrow = { ...window, limit: mostUnsorted }
  if (wanted.kind === 'duty') return [selectOfDuty({ ...narrow, dutyId: wanted.dutyId })]

  const units = wanted.kind === 'organisation' ? null : JSON.stringify(wanted.units)
  const assignees = wanted.kind === 'member' ? wanted.assignees : null
  if (units === null || (wanted.kind !== 'organisation' && wanted.units.length > mostScopes)) {
    const wide = { ...window, today, limit, units, assignees: assignees && JSON.stringify(assignees) }
    return [selectComing(wide), selectPast(wide)]
  }
  const joined = selectJoint({ ...narrow, units, unassigned: assignees === null ? 0 : 1 })
  if (assignees === null) return [selectOfUnits({ ...narrow, units }), joined]
  return [
    selectUnassigned({ ...narrow, units }),
    joined,
    ...assignees.map((memberId) => selectOfAssignee({ ...narrow, memberId })),
  ]
}

/** One round as a feed would show it, with what the right to read it depends on. */
export async function findFeedRound(store: Store, id: string) {
  const row = await store.first(selectRound({ id }))
  return row && toFeedRound(row)
}

function toFeedRound<Row extends FeedRoundRow>(row: Row) {
  return { ...row, withUnits: unitsIn(row.withUnits) }
}

/** Units, assets, checklists and duties that these rounds name, each once, by id. */
export async function namesIn(store: Store, rounds: readonly FeedRound[]): Promise<Map<string, NamedThing>> {
  const idsOf = (pick: (round: FeedRound) => (string | null)[]) =>
    JSON.stringify([...new Set(rounds.flatMap((round) => pick(round)).filter((id) => id !== null))])
  const named = await store.many<[NamedThing, NamedThing, NamedThing, NamedThing]>([
    selectUnitNames({ ids: idsOf((round) => [round.performedBy, round.targetUnitId]) }),
    selectAssetNames({ ids: idsOf((round) => [round.targetKind === 'asset' ? round.targetId : null]) }),
    selectChecklistNames({ ids: idsOf((round) => [round.checklistId]) }),
    selectDutyNames({ ids: idsOf((round) => [round.dutyId]) }),
  ])
  return new Map(named.flat().map((one) => [one.id, one]))
}

function scopeParams(scopes: readonly string[]): ScopeParams {
  const [scope1 = null, scope2 = null, scope3 = null, scope4 = null] = scopes
  return { scope0: scopes.length > 0 ? 'directory' : null, scope1, scope2, scope3, scope4 }
}

function stampsOf(row: AskedRow, scopes: readonly string[]): Stamps {
  return [row.stamp0, row.stamp1, row.stamp2, row.stamp3, row.stamp4].slice(0, scopes.length + 1)
}
