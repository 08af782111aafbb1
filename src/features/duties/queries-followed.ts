import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** More than follow one another anywhere. */
const longestRow = 200

const selectFollowed = query<{ id: string }, { dutyId: string; limit: number }>(
  'duties.followed-from',
  `WITH RECURSIVE followed (id) AS (
     SELECT :dutyId
     UNION
     SELECT schedule ->> '$.rhythm.duty' FROM followed
     JOIN plans ON plans.org_id = :org AND plans.duty_id = followed.id
     WHERE schedule ->> '$.rhythm.kind' = 'follow'
     LIMIT :limit
   )
   SELECT id FROM followed WHERE :org IS NOT NULL`,
)

/** The duty, the ones it follows or has followed, those that these follow, and so on. */
export async function followedFrom(store: Store, dutyId: string): Promise<string[]> {
  const rows = await store.all(selectFollowed({ dutyId, limit: longestRow }))
  return rows.map(({ id }) => id)
}

const selectFollowers = query<
  { id: string; title: string; title_en: string | null },
  { dutyId: string; limit: number }
>(
  'duties.followers-of',
  `SELECT DISTINCT duties.id, title, title_en FROM planning_waits
   JOIN duties ON duties.org_id = :org AND duties.id = planning_waits.duty_id
   WHERE planning_waits.org_id = :org AND awaited_id = :dutyId AND planning_waits.duty_id <> :dutyId
     AND closed_on IS NULL LIMIT :limit`,
)

export type FollowingDuty = { id: string; name: string; nameEn: string | null }

const mostFollowers = 20

/** The duties whose rounds come after those of this one. */
export async function followersOf(store: Store, dutyId: string): Promise<FollowingDuty[]> {
  const rows = await store.all(selectFollowers({ dutyId, limit: mostFollowers }))
  return rows.map(({ id, title: name, title_en: nameEn }) => ({ id, name, nameEn }))
}
