import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** What a new organisation has done so far until there are rounds to do. */
export type FirstSteps = { units: boolean; members: boolean; letIn: boolean; duties: boolean }

const selectFirstSteps = query<Record<keyof FirstSteps, 0 | 1>, { memberId: string }>(
  'organisations.first-steps',
  `SELECT
     EXISTS (SELECT 1 FROM units WHERE org_id = :org AND parent_id IS NOT NULL LIMIT 1) AS units,
     EXISTS (SELECT 1 FROM members WHERE org_id = :org AND id <> :memberId LIMIT 1) AS members,
     EXISTS (SELECT 1 FROM sign_in_links WHERE org_id = :org AND member_id <> :memberId LIMIT 1)
       OR EXISTS (SELECT 1 FROM sessions WHERE org_id = :org AND member_id <> :memberId LIMIT 1) AS letIn,
     EXISTS (SELECT 1 FROM duties WHERE org_id = :org LIMIT 1) AS duties`,
)

/** Null where all are done; `memberId` is the administrator who asks. */
export async function firstStepsOf(store: Store, memberId: string): Promise<FirstSteps | null> {
  const row = await store.first(selectFirstSteps({ memberId }))
  const steps: FirstSteps = {
    units: row?.units === 1,
    members: row?.members === 1,
    // Administrators make no duties: where there is one, somebody else has been here.
    letIn: row?.letIn === 1 || row?.duties === 1,
    duties: row?.duties === 1,
  }
  return Object.values(steps).every(Boolean) ? null : steps
}
