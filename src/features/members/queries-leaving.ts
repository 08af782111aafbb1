import type { Role } from '../../domain/access.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** What is counted is counted so far: whoever has more sees that it is more. */
export const mostCounted = 200

/** Unsettled rounds that are assigned to a member, by their duty or, without one, their title. */
export type OwedRounds = {
  dutyId: string | null
  title: string
  titleEn: string | null
  rounds: number
  firstDueAt: Instant
}

type OwedRow = {
  duty_id: string | null
  title: string | null
  title_en: string | null
  rounds: number
  first_due_at: number
}

const selectOwed = query<OwedRow, { memberId: string; limit: number }>(
  'members.leaving-rounds',
  `SELECT owed.duty_id, coalesce(duties.title, owed.title) AS title, duties.title_en, count(*) AS rounds,
     min(owed.due_at) AS first_due_at
   FROM (
       SELECT duty_id, title, due_at FROM rounds
       WHERE org_id = :org AND assignee_id = :memberId AND settled = 0 ORDER BY due_at, id LIMIT :limit
     ) AS owed
     LEFT JOIN duties ON duties.org_id = :org AND duties.id = owed.duty_id
   GROUP BY owed.duty_id, owed.title ORDER BY first_due_at`,
)

/** What lets somebody in as the member, or acts in the member's name. */
export type Secrets = {
  sessions: number
  signInLink: number
  passkeys: number
  pins: number
  tokens: number
}

const selectSecrets = query<Secrets, { memberId: string; now: Instant; limit: number }>(
  'members.leaving-secrets',
  `SELECT
     (SELECT count(*) FROM (SELECT 1 FROM sessions WHERE org_id = :org AND member_id = :memberId AND expires_at > :now
        LIMIT :limit)) AS sessions,
     (SELECT count(*) FROM sign_in_links WHERE org_id = :org AND member_id = :memberId AND expires_at > :now) AS signInLink,
     (SELECT count(*) FROM (SELECT 1 FROM passkeys WHERE org_id = :org AND member_id = :memberId LIMIT :limit)) AS passkeys,
     (SELECT count(*) FROM (SELECT 1 FROM tablet_pins WHERE org_id = :org AND member_id = :memberId LIMIT :limit)) AS pins,
     (SELECT count(*) FROM (SELECT 1 FROM access_tokens WHERE org_id = :org AND made_by = :memberId AND revoked_at IS NULL
        AND expires_at > :now LIMIT :limit)) AS tokens`,
)

type UnitPerson = { id: string; role: Role; unitId: string }

/** More than work in one branch of a hospital. */
const mostPeople = 3000

const selectPeople = query<UnitPerson, { units: string; limit: number }>(
  'members.leaving-people-of-units',
  `SELECT members.id, members.role, there.unit_id AS unitId
   FROM json_each(:units) AS unit
     CROSS JOIN member_units AS there ON there.org_id = :org AND there.unit_id = unit.value
     CROSS JOIN members ON members.org_id = :org AND members.id = there.member_id
   WHERE members.closed_on IS NULL AND members.role IN ('lead', 'inspector')
   LIMIT :limit`,
)

const selectReasons = query<{ reasons: number }, { units: string; limit: number }>(
  'members.leaving-miss-reasons',
  `SELECT count(*) AS reasons FROM (
     SELECT 1 FROM json_each(:units) AS unit
       CROSS JOIN rounds ON rounds.org_id = :org AND rounds.owned_by = unit.value AND rounds.miss_reason IS NOT NULL
         AND rounds.miss_acknowledged_at IS NULL
     LIMIT :limit
   )`,
)

const selectOtherAdmin = query<{ id: string }, { memberId: string }>(
  'members.leaving-other-admin',
  `SELECT id FROM members WHERE org_id = :org AND role = 'admin' AND closed_on IS NULL AND id <> :memberId LIMIT 1`,
)

/** What is assigned to a member and not settled, what is due first above; `isMore`: only the first two hundred are counted. */
export async function owedRounds(
  store: Store,
  memberId: string,
): Promise<{ groups: OwedRounds[]; count: number; isMore: boolean }> {
  const rows = await store.all(selectOwed({ memberId, limit: mostCounted + 1 }))
  const count = rows.reduce((sum, { rounds }) => sum + rounds, 0)
  const groups = rows.map(
    ({ duty_id: dutyId, title, title_en: titleEn, rounds, first_due_at: firstDueAt }) => ({
      dutyId,
      title: title ?? '',
      titleEn,
      rounds,
      firstDueAt,
    }),
  )
  return { groups, count: Math.min(count, mostCounted), isMore: count > mostCounted }
}

export async function secretsOf(store: Store, memberId: string, now: Instant): Promise<Secrets> {
  const row = await store.first(selectSecrets({ memberId, now, limit: mostCounted }))
  return row ?? { sessions: 0, signInLink: 0, passkeys: 0, pins: 0, tokens: 0 }
}

/** Leads and inspectors who belong to these units, once for each unit. */
export async function performersOfUnits(store: Store, units: readonly string[]): Promise<UnitPerson[]> {
  return store.all(selectPeople({ units: JSON.stringify(units), limit: mostPeople }))
}

/** Reasons of misses that wait for the word of these units. */
export async function missReasonsFor(store: Store, units: readonly string[]): Promise<number> {
  const row = await store.first(selectReasons({ units: JSON.stringify(units), limit: mostCounted }))
  return row?.reasons ?? 0
}

export async function hasOtherAdmin(store: Store, memberId: string): Promise<boolean> {
  return (await store.first(selectOtherAdmin({ memberId }))) !== null
}
