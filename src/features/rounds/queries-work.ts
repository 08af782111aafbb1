import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { toRound, type Round, type RoundRow } from './queries.ts'

/** A round that somebody still has to do something about, as lists of work show it: it has no outcome yet. */
export type Work = Round & { outcome: null }

export function toWork(row: RoundRow): Work {
  return { ...toRound(row), outcome: null }
}

export type Named = { name: string; nameEn: string | null }

/** What the ids in a list of work stand for, each looked up once. */
export type Names = {
  duties: ReadonlyMap<string, Named & { category: string }>
  units: ReadonlyMap<string, Named>
  assets: ReadonlyMap<string, Named>
  members: ReadonlyMap<string, Named>
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
const memberNames = query<NamedRow, { ids: string }>(
  'rounds.member-names',
  `SELECT id, name, name_en FROM members WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))`,
)

type IdsToName = {
  duties: Iterable<string>
  units: Iterable<string>
  assets: Iterable<string>
  members: Iterable<string>
}

/** Four look-ups in one round trip. */
export async function namesOf(store: Store, ids: IdsToName): Promise<Names> {
  const [duties, units, assets, members] = await store.many<[NamedDutyRow, NamedRow, NamedRow, NamedRow]>([
    dutyNames({ ids: json(ids.duties) }),
    unitNames({ ids: json(ids.units) }),
    assetNames({ ids: json(ids.assets) }),
    memberNames({ ids: json(ids.members) }),
  ])
  return {
    duties: new Map(duties.map((row) => [row.id, { ...toNamed(row), category: row.category }])),
    units: byId(units),
    assets: byId(assets),
    members: byId(members),
  }
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
