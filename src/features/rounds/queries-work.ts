import type { Role } from '../../domain/access.ts'
import type { Named } from '../../domain/named.ts'
import { seesAllNames, shownName, type ShownName } from '../../domain/shown-name.ts'
import type { Context } from '../../platform/context.ts'
import { query } from '../../platform/sql.ts'
import { toRound, type Round, type RoundRow } from './queries.ts'

/** A round that somebody still has to do something about, as lists of work show it: it has no outcome yet. */
export type Work = Round & { outcome: null }

export function toWork(row: RoundRow): Work {
  return { ...toRound(row), outcome: null }
}

/** What the ids in a list of work stand for, each looked up once. */
export type Names = {
  duties: ReadonlyMap<string, Named & { category: string }>
  units: ReadonlyMap<string, Named>
  assets: ReadonlyMap<string, Named>
  /** as the reader may see them called */
  members: ReadonlyMap<string, ShownName>
}

type NamedRow = { id: string; name: string; name_en: string | null }
type NamedDutyRow = NamedRow & { category: string }

const dutyNames = query<NamedDutyRow, { ids: string }>(
  'rounds.duty-names',
  `SELECT id, title AS name, title_en AS name_en, category FROM duties
   WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))`,
)
const unitNames = query<NamedRow, { ids: string }>(
  'rounds.unit-names',
  `SELECT id, name, name_en FROM units WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))`,
)
const assetNames = query<NamedRow, { ids: string }>(
  'rounds.asset-names',
  `SELECT id, name, name_en FROM assets WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))`,
)

type NamedMemberRow = NamedRow & { role: Role; is_near: 0 | 1 }

const memberNames = query<NamedMemberRow, { ids: string }>(
  'rounds.member-names',
  `SELECT id, name, name_en, role, 1 AS is_near FROM members
   WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))`,
)

/** Near: of the reader's units and those below (`own`), or of one above. */
const memberNamesByDistance = query<NamedMemberRow, { ids: string; reader: string; own: string }>(
  'rounds.member-names-by-distance',
  `WITH RECURSIVE above (id) AS (
     SELECT unit_id FROM member_units WHERE org_id = :org AND member_id = :reader
     UNION
     SELECT units.parent_id FROM above CROSS JOIN units ON units.org_id = :org AND units.id = above.id
     WHERE units.parent_id IS NOT NULL
   )
   SELECT members.id, name, name_en, role,
     members.id = :reader OR EXISTS (
       SELECT 1 FROM member_units WHERE member_units.org_id = :org AND member_units.member_id = members.id
         AND (unit_id IN (SELECT value FROM json_each(:own)) OR unit_id IN (SELECT id FROM above))
     ) AS is_near
   FROM members WHERE members.org_id = :org AND members.id IN (SELECT value FROM json_each(:ids))`,
)

type IdsToName = {
  duties: Iterable<string>
  units: Iterable<string>
  assets: Iterable<string>
  members: Iterable<string>
}

/** Whom names are looked up for. */
export type NamesReader = Pick<Context, 'actor' | 'org' | 'store'>

/** Four look-ups in one round trip. */
export async function namesOf(reader: NamesReader, ids: IdsToName): Promise<Names> {
  const [duties, units, assets, members] = await reader.store.many<
    [NamedDutyRow, NamedRow, NamedRow, NamedMemberRow]
  >([
    dutyNames({ ids: json(ids.duties) }),
    unitNames({ ids: json(ids.units) }),
    assetNames({ ids: json(ids.assets) }),
    memberQuery(reader, ids.members),
  ])
  return {
    duties: new Map(duties.map((row) => [row.id, { ...toNamed(row), category: row.category }])),
    units: byId(units),
    assets: byId(assets),
    members: shownTo(reader, members),
  }
}

/** How these people are called, by their ids. */
export async function membersShownTo(
  reader: NamesReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ShownName>> {
  return shownTo(reader, await reader.store.all(memberQuery(reader, ids)))
}

/** Who is near is found out only where it makes a difference. */
function memberQuery({ actor, org }: NamesReader, members: Iterable<string>) {
  const ids = json(members)
  if (org.settings.names.toOthers === 'full' || seesAllNames(actor)) return memberNames({ ids })
  return memberNamesByDistance({ ids, reader: actor.memberId, own: json(actor.ownUnits) })
}

function shownTo({ actor, org }: NamesReader, rows: readonly NamedMemberRow[]): Map<string, ShownName> {
  const rule = org.settings.names.toOthers
  return new Map(
    rows.map((row) => {
      const person = { ...toNamed(row), role: row.role, isNear: row.is_near === 1 }
      return [row.id, shownName(rule, actor, person)]
    }),
  )
}

type Mentions = Pick<
  Work,
  'dutyId' | 'targetKind' | 'targetId' | 'targetUnitId' | 'performedBy' | 'ownedBy' | 'assigneeId'
>

/** The ids that a list of work mentions; `units` and `members` of the page around it may be added. */
export function idsIn(
  works: readonly Mentions[],
  also: { units?: Iterable<string>; members?: Iterable<string> } = {},
): IdsToName {
  const targetsOf = (kind: Work['targetKind']) =>
    works.flatMap((work) => (work.targetKind === kind && work.targetId !== null ? [work.targetId] : []))
  return {
    duties: works.flatMap(({ dutyId }) => dutyId ?? []),
    units: [
      ...works.flatMap(({ performedBy, targetUnitId }) => [
        performedBy,
        ...(targetUnitId === null ? [] : [targetUnitId]),
      ]),
      ...(also.units ?? []),
    ],
    assets: targetsOf('asset'),
    members: [
      ...targetsOf('member'),
      ...works.flatMap(({ assigneeId }) => assigneeId ?? []),
      ...(also.members ?? []),
    ],
  }
}

function json(ids: Iterable<string>): string {
  return JSON.stringify([...new Set(ids)])
}

function byId(rows: readonly NamedRow[]): Map<string, Named> {
  return new Map(rows.map((row) => [row.id, toNamed(row)]))
}

function toNamed({ name, name_en: nameEn }: { name: string; name_en: string | null }): Named {
  return { name, nameEn }
}
