import type { Heartbeat } from '../../domain/service/health.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'

const putHeartbeat = write<{ now: number; found: string }>(
  'service.note-heartbeat',
  `INSERT INTO jobs (org_id, job, watermark, ran_at, found) VALUES (:org, 'run-jobs', :now, :now, :found)
   ON CONFLICT (org_id, job) DO UPDATE SET watermark = :now, ran_at = :now, found = :found`,
)

/** For the store of the service itself. One row: the free plan gives 100,000 a day, and a day has 1,440 minutes. */
export function noteHeartbeat({ at, ...found }: Heartbeat): BoundWrite {
  return putHeartbeat({ now: at, found: JSON.stringify(found) })
}
