import type { Day } from '../../domain/time/civil.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { write } from '../../platform/sql.ts'

/** A quota's period, the target whose rounds of it are counted, and how many there may be. */
type Room = {
  dutyId: string
  targetId: string | null
  id: string
  first: Day
  last: Day
  dueAfter: Instant
  dueUntil: Instant
  max: number
}

/**
 * Stands behind the write of a further round: fails the batch where the period now has more than it takes, planned or by hand,
 * that are done or to be done.
 */
export const requireRoom = write<Room>(
  'rounds.require-room',
  `UPDATE duties SET updated_at = iif((
     SELECT count(*) FROM rounds LEFT JOIN outcomes ON outcomes.org_id = :org AND outcomes.round_id = rounds.id
     WHERE rounds.org_id = :org AND rounds.duty_id = :dutyId AND rounds.settled IN (0, 1)
       AND rounds.due_at > :dueAfter AND rounds.due_at <= :dueUntil AND rounds.target_id IS :targetId
       AND (rounds.occurrence_key LIKE :id || '/%' OR (rounds.extra = 1 AND rounds.occurs_on BETWEEN :first AND :last))
       AND rounds.withdrawn_at IS NULL AND outcomes.kind IS NOT 'excused'
   ) <= :max, updated_at, NULL)
   WHERE org_id = :org AND id = :dutyId`,
)
