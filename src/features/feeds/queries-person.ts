import type { Actor, Right, Role } from '../../domain/access.ts'
import type { Span } from '../../domain/leave/leave.ts'
import type { Instant } from '../../domain/time/zone.ts'
import {
  organisationColumns,
  organisationOf,
  type Organisation,
  type OrganisationRow,
} from '../../platform/organisation.ts'
import { ownPlaces, placesOf, type Places } from '../../platform/own-units.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

type PersonRow = OrganisationRow & {
  role: Role
  rights: string
  places: string | null
  leaves: string
}

const selectPerson = query<PersonRow, { memberId: string; wantsUnits: 0 | 1; now: Instant }>(
  'feeds.person',
  `SELECT members.role, members.rights, ${organisationColumns},
     CASE WHEN :wantsUnits OR members.role = 'lead' THEN ${ownPlaces('false')} END AS places, (
       SELECT json_group_array(json_object('memberId', member_id, 'fromAt', from_at, 'untilAt', until_at)) FROM deputies
       WHERE deputies.org_id = :org AND deputy_id = members.id AND ended_at IS NULL AND until_at > :now
     ) AS leaves
   FROM members JOIN organisations ON organisations.id = :org
   WHERE members.org_id = :org AND members.id = :memberId AND members.closed_on IS NULL`,
)

/** Whose feed it is, or whom it is about. */
export type Person = Pick<Actor, 'role' | 'rights'> & {
  org: Organisation
  /** of somebody who is no lead only where they were asked for */
  places: Places
  /** now and to come, for which they stand in */
  leaves: readonly (Span & { memberId: string })[]
}

/** Null where the member is closed. */
export async function findPerson(
  store: Store,
  memberId: string,
  { wantsUnits, now }: { wantsUnits: boolean; now: Instant },
): Promise<Person | null> {
  const row = await store.first(selectPerson({ memberId, wantsUnits: wantsUnits ? 1 : 0, now }))
  if (!row) return null
  return {
    role: row.role,
    rights: JSON.parse(row.rights) as Right[],
    org: organisationOf(store.orgId, row),
    places: placesOf(row.places ?? '[]'),
    leaves: JSON.parse(row.leaves) as Person['leaves'],
  }
}
