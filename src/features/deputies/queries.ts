import type { Role } from '../../domain/access.ts'
import type { Span } from '../../domain/leave/leave.ts'
import type { Named } from '../../domain/named.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** A leave of a member, and who stands in meanwhile. */
export type Leave = Span & {
  id: string
  memberId: string
  member: Named
  deputyId: string
  deputy: Named
  madeBy: string
  /** ended before its time */
  endedAt: Instant | null
}

type LeaveRow = {
  id: string
  member_id: string
  member_name: string
  member_name_en: string | null
  deputy_id: string
  deputy_name: string
  deputy_name_en: string | null
  from_at: number
  until_at: number
  made_by: string
  ended_at: number | null
}

/** Of one person, now and to come: a year holds no more. */
const mostLeaves = 100

const columns = `leave.id, leave.member_id, absent.name AS member_name, absent.name_en AS member_name_en, leave.deputy_id,
  deputy.name AS deputy_name, deputy.name_en AS deputy_name_en, leave.from_at, leave.until_at, leave.made_by, leave.ended_at`

const withNames = `CROSS JOIN members AS absent ON absent.org_id = :org AND absent.id = leave.member_id
  CROSS JOIN members AS deputy ON deputy.org_id = :org AND deputy.id = leave.deputy_id`

/** Neither over nor ended. */
const isAhead = `leave.ended_at IS NULL AND leave.until_at > :now`

type About = { memberId: string; now: Instant; limit: number }

const selectOfMember = query<LeaveRow, About>(
  'deputies.of-member',
  `SELECT ${columns} FROM deputies AS leave ${withNames}
   WHERE leave.org_id = :org AND leave.member_id = :memberId AND ${isAhead} ORDER BY leave.until_at LIMIT :limit`,
)

const selectOfDeputy = query<LeaveRow, About>(
  'deputies.of-deputy',
  `SELECT ${columns} FROM deputies AS leave ${withNames}
   WHERE leave.org_id = :org AND leave.deputy_id = :memberId AND ${isAhead} ORDER BY leave.until_at LIMIT :limit`,
)

const selectOne = query<LeaveRow, { id: string }>(
  'deputies.one',
  `SELECT ${columns} FROM deputies AS leave ${withNames} WHERE leave.org_id = :org AND leave.id = :id`,
)

const selectOfMembers = query<LeaveRow, { ids: string; now: Instant }>(
  'deputies.of-members',
  `SELECT ${columns} FROM json_each(:ids) AS wanted
     CROSS JOIN deputies AS leave ON leave.org_id = :org AND leave.member_id = wanted.value AND ${isAhead} ${withNames}
   ORDER BY leave.until_at`,
)

/** The member's leaves now and to come, the nearest first. */
export async function leavesOf(store: Store, memberId: string, now: Instant): Promise<Leave[]> {
  const rows = await store.all(selectOfMember({ memberId, now, limit: mostLeaves }))
  return rows.map((row) => toLeave(row))
}

/** The leaves, now and to come, for which a member stands in. */
export async function leavesStoodInFor(store: Store, memberId: string, now: Instant): Promise<Leave[]> {
  const rows = await store.all(selectOfDeputy({ memberId, now, limit: mostLeaves }))
  return rows.map((row) => toLeave(row))
}

export async function findLeave(store: Store, id: string): Promise<Leave | null> {
  const row = await store.first(selectOne({ id }))
  return row && toLeave(row)
}

/** The leaves of these members, now and to come, the nearest first. */
export async function leavesOfMembers(
  store: Store,
  memberIds: readonly string[],
  now: Instant,
): Promise<Leave[]> {
  const rows = await store.all(selectOfMembers({ ids: JSON.stringify(memberIds), now }))
  return rows.map((row) => toLeave(row))
}

function toLeave(row: LeaveRow): Leave {
  return {
    id: row.id,
    memberId: row.member_id,
    member: { name: row.member_name, nameEn: row.member_name_en },
    deputyId: row.deputy_id,
    deputy: { name: row.deputy_name, nameEn: row.deputy_name_en },
    fromAt: row.from_at,
    untilAt: row.until_at,
    madeBy: row.made_by,
    endedAt: row.ended_at,
  }
}

/** Somebody who could be made a deputy. */
export type Candidate = Named & { id: string; role: Role; unitIds: string[] }

type CandidateRow = { id: string; name: string; name_en: string | null; role: Role; unit_ids: string }

const candidateColumns = `members.id, members.name, members.name_en, members.role,
  (SELECT json_group_array(unit_id) FROM member_units
   WHERE member_units.org_id = :org AND member_units.member_id = members.id) AS unit_ids`

/** Who does rounds in the member's units or above them, and all of one rank. */
const selectCandidates = query<CandidateRow, { memberId: string; rank: Role | null; limit: number }>(
  'deputies.candidates',
  `WITH RECURSIVE near (id) AS (
     SELECT unit_id FROM member_units WHERE org_id = :org AND member_id = :memberId
     UNION
     SELECT units.parent_id FROM near CROSS JOIN units ON units.org_id = :org AND units.id = near.id
     WHERE units.parent_id IS NOT NULL
   )
   SELECT ${candidateColumns} FROM near
     CROSS JOIN member_units AS there ON there.org_id = :org AND there.unit_id = near.id
     CROSS JOIN members ON members.org_id = :org AND members.id = there.member_id
   WHERE members.closed_on IS NULL AND members.role IN ('supervisor', 'lead', 'inspector')
   UNION
   SELECT ${candidateColumns} FROM members
   WHERE members.org_id = :org AND members.role = :rank AND members.closed_on IS NULL
   LIMIT :limit`,
)

const mostCandidates = 500

/** People near a member, and for a lead or supervisor all of the same rank; without the member. */
export async function candidatesFor(
  store: Store,
  { id, role }: { id: string; role: Role },
): Promise<Candidate[]> {
  const rank = role === 'lead' || role === 'supervisor' ? role : null
  const rows = await store.all(selectCandidates({ memberId: id, rank, limit: mostCandidates }))
  return rows
    .filter((row) => row.id !== id)
    .map(({ name_en: nameEn, unit_ids, ...row }) => ({
      ...row,
      nameEn,
      unitIds: JSON.parse(unit_ids) as string[],
    }))
}
