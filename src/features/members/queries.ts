import type { Right, Role } from '../../domain/access.ts'
import type { Day } from '../../domain/time/civil.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

export type Member = {
  id: string
  /** the staff number */
  code: string | null
  name: string
  nameEn: string | null
  role: Role
  rights: Right[]
  unitIds: string[]
  closedOn: Day | null
  version: number
}

type MemberRow = {
  id: string
  code: string | null
  name: string
  name_en: string | null
  role: Role
  rights: string
  unit_ids: string
  closed_on: number | null
  version: number
}

const columns = `members.id, code, name, name_en, role, rights, closed_on, version,
  (SELECT json_group_array(unit_id) FROM member_units
   WHERE member_units.org_id = :org AND member_units.member_id = members.id) AS unit_ids`

const selectMember = query<MemberRow, { id: string }>(
  'members.one',
  `SELECT ${columns} FROM members WHERE org_id = :org AND id = :id`,
)

const selectAll = query<MemberRow, { after: string; limit: number }>(
  'members.all',
  `SELECT ${columns} FROM members WHERE org_id = :org AND id > :after ORDER BY id LIMIT :limit`,
)

const selectOfUnits = query<MemberRow, { units: string; after: string; limit: number }>(
  'members.of-units',
  `SELECT ${columns}
   FROM member_units AS own JOIN members ON members.org_id = :org AND members.id = own.member_id
   WHERE own.org_id = :org AND own.unit_id IN (SELECT value FROM json_each(:units)) AND own.member_id > :after
   GROUP BY own.member_id ORDER BY own.member_id LIMIT :limit`,
)

/** From how it begins to just behind the last text that begins so. */
const selectNamed = query<
  MemberRow,
  { start: string; end: string; units: string | null; after: string; limit: number }
>(
  'members.named',
  `WITH found (id) AS (
     SELECT id FROM members WHERE org_id = :org AND name >= :start AND name < :end
     UNION
     SELECT id FROM members WHERE org_id = :org AND name_en >= :start COLLATE NOCASE AND name_en < :end COLLATE NOCASE
     UNION
     SELECT id FROM members WHERE org_id = :org AND code >= :start AND code < :end
   )
   SELECT ${columns} FROM found CROSS JOIN members ON members.org_id = :org AND members.id = found.id
   WHERE found.id > :after AND (:units IS NULL OR EXISTS (
     SELECT 1 FROM member_units AS own WHERE own.org_id = :org AND own.member_id = found.id
       AND own.unit_id IN (SELECT value FROM json_each(:units))
   ))
   ORDER BY found.id LIMIT :limit`,
)

const selectOfUnit = query<
  Pick<MemberRow, 'id' | 'name' | 'name_en' | 'role'>,
  { unitId: string; limit: number }
>(
  'members.of-unit',
  `SELECT members.id, members.name, members.name_en, members.role
   FROM member_units JOIN members ON members.org_id = :org AND members.id = member_units.member_id
   WHERE member_units.org_id = :org AND member_units.unit_id = :unitId AND members.closed_on IS NULL
   ORDER BY member_units.member_id LIMIT :limit`,
)

export type UnitMember = Pick<Member, 'id' | 'name' | 'nameEn' | 'role'>

export type MemberPage = { members: Member[]; next: string | null }

export async function findMember(store: Store, id: string): Promise<Member | null> {
  const row = await store.first(selectMember({ id }))
  return row && toMember(row)
}

/** Of these units or (null) all; everybody, or whose name or staff number begins so. */
export type MemberFilter = { units: readonly string[] | null; search?: string | null }

/** Members by id; `after` and `next` are ids. */
export async function listMembers(
  store: Store,
  filter: MemberFilter,
  { after, limit }: { after: string | null; limit: number },
): Promise<MemberPage> {
  const rows = await store.all(selection(filter, { after: after ?? '', limit: limit + 1 }))
  const members = rows.slice(0, limit).map((row) => toMember(row))
  return { members, next: rows.length > limit ? (members.at(-1)?.id ?? null) : null }
}

function selection({ units, search = null }: MemberFilter, page: { after: string; limit: number }) {
  const ofUnits = units && JSON.stringify(units)
  if (search !== null)
    return selectNamed({ ...page, start: search, end: `${search}\u{10ffff}`, units: ofUnits })
  return ofUnits === null ? selectAll(page) : selectOfUnits({ ...page, units: ofUnits })
}

/** Who belongs to the unit itself and still works here. */
export async function membersOfUnit(store: Store, unitId: string, limit: number): Promise<UnitMember[]> {
  const rows = await store.all(selectOfUnit({ unitId, limit }))
  return rows.map(({ name_en: nameEn, ...row }) => ({ ...row, nameEn }))
}

function toMember(row: MemberRow): Member {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    role: row.role,
    rights: JSON.parse(row.rights) as Right[],
    unitIds: JSON.parse(row.unit_ids) as string[],
    closedOn: row.closed_on,
    version: row.version,
  }
}
