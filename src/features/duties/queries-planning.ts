import type { Instant } from '../../domain/time/zone.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** More units, assets or members than any hospital has. */
const mostTargets = 20_000

const selectChanged = query<{ changed: number }, { since: Instant; limit: number }>(
  'planning.targets-changed',
  `SELECT EXISTS (SELECT 1 FROM (SELECT updated_at FROM units WHERE org_id = :org LIMIT :limit) WHERE updated_at >= :since)
     OR EXISTS (SELECT 1 FROM (SELECT updated_at FROM assets WHERE org_id = :org LIMIT :limit) WHERE updated_at >= :since)
     OR EXISTS (SELECT 1 FROM (SELECT updated_at FROM members WHERE org_id = :org LIMIT :limit) WHERE updated_at >= :since)
     AS changed`,
)

const selectProgress = query<{ job: string; watermark: number; ran_at: number }>(
  'planning.progress',
  `SELECT job, watermark, ran_at FROM jobs WHERE org_id = :org AND job IN ('plan-rounds:rows', 'plan-rounds:targets', 'plan-rounds:holidays')`,
)

/** How many rows planning has written since `dayStart`, up to when it has seen changes of targets, and by which holidays. */
export async function planningProgress(
  store: Store,
  dayStart: Instant,
): Promise<{ rowsToday: number; targetsSeenAt: Instant; holidaysSeen: number | null }> {
  const rows = await store.all(selectProgress({}))
  const written = rows.find(({ job, ran_at: ranAt }) => job === 'plan-rounds:rows' && ranAt >= dayStart)
  const seen = rows.find(({ job }) => job === 'plan-rounds:targets')
  const holidays = rows.find(({ job }) => job === 'plan-rounds:holidays')
  return {
    rowsToday: written?.watermark ?? 0,
    targetsSeenAt: seen?.watermark ?? 0,
    holidaysSeen: holidays?.watermark ?? null,
  }
}

/** Whether a unit, an asset or a member was added or changed since. */
export async function haveTargetsChanged(store: Store, since: Instant): Promise<boolean> {
  const found = await store.first(selectChanged({ since, limit: mostTargets }))
  return found?.changed === 1
}
