import { write } from '../../platform/sql.ts'
import { countedInPeriod, type InPeriod } from './queries-by-hand.ts'

/** Stands behind the write of a further round: fails the batch where its quota's period now has more than it takes. */
export const requireRoom = write<InPeriod & { max: number }>(
  'rounds.require-room',
  `UPDATE duties SET updated_at = iif((${countedInPeriod}) <= :max, updated_at, NULL)
   WHERE org_id = :org AND id = :dutyId`,
)
