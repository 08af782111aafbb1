import type { Instant } from '../../domain/time/zone.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'

/** `ids`: JSON array. Settled rounds are in no count, and too old for any feed: nothing else depends on them. */
type Forgotten = { ids: string; keptSince: Instant }

/** The rounds with all that was recorded in them; the batch fails where one of them was changed since it was read. */
export function forgetRounds({ ids, keptSince }: Forgotten): BoundWrite[] {
  return [
    requireForgettable({ ids, keptSince }),
    deleteAnswers({ ids }),
    deleteExcuseRequests({ ids }),
    deleteOutcomes({ ids }),
    deleteRounds({ ids }),
  ]
}

/** Changes no row where all is well. */
const requireForgettable = write<Forgotten>(
  'rounds.require-forgettable',
  `UPDATE rounds SET touched = NULL
   WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids)) AND NOT (settled = 1 AND updated_at < :keptSince)`,
)

const ofThese = `WHERE org_id = :org AND round_id IN (SELECT value FROM json_each(:ids))`
const deleteAnswers = write<{ ids: string }>('answers.forget', `DELETE FROM answers ${ofThese}`)
const deleteExcuseRequests = write<{ ids: string }>(
  'excuse-requests.forget',
  `DELETE FROM excuse_requests ${ofThese}`,
)
const deleteOutcomes = write<{ ids: string }>('outcomes.forget', `DELETE FROM outcomes ${ofThese}`)
const deleteRounds = write<{ ids: string }>(
  'rounds.forget',
  `DELETE FROM rounds WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))`,
)

/** Claims a step: where another run was quicker, its NULL watermark fails the whole batch. */
export const moveForgetting = write<{ from: Instant; ranAt: Instant; to: Instant; now: Instant }>(
  'rounds.move-forgetting',
  `INSERT INTO jobs (org_id, job, watermark, ran_at) VALUES (:org, 'forget-old', :to, :now)
   ON CONFLICT (org_id, job) DO UPDATE SET watermark = iif(watermark = :from AND ran_at = :ranAt, :to, NULL), ran_at = :now`,
)
