import type { Instant } from '../../domain/time/zone.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'

type NewDeputy = {
  id: string
  memberId: string
  deputyId: string
  fromAt: Instant
  untilAt: Instant
  madeBy: string
  now: Instant
}

/**
 * The batch fails where, since the decision, one of the two was closed (`member_id` or `deputy_id` is NULL) or the member
 * was given another deputy for the same time (`made_by` is).
 */
export const insertDeputy = write<NewDeputy>(
  'deputies.insert',
  `INSERT INTO deputies (org_id, id, member_id, deputy_id, from_at, until_at, made_by, created_at)
   VALUES (:org, :id,
     (SELECT id FROM members WHERE org_id = :org AND id = :memberId AND closed_on IS NULL),
     (SELECT id FROM members WHERE org_id = :org AND id = :deputyId AND closed_on IS NULL),
     :fromAt, :untilAt,
     iif(EXISTS (
       SELECT 1 FROM deputies
       WHERE org_id = :org AND member_id = :memberId AND ended_at IS NULL AND until_at > :fromAt AND from_at < :untilAt
     ), NULL, :madeBy),
     :now)`,
)

/** Fails the batch where somebody else was quicker: `made_by` is NULL then. */
export const endDeputy = write<{ id: string; now: Instant }>(
  'deputies.end',
  `UPDATE deputies SET made_by = iif(ended_at IS NULL, made_by, NULL), ended_at = :now
   WHERE org_id = :org AND id = :id`,
)

/** Whoever stands in for the members, and whomever they stand in for. */
export function endDeputiesOf(params: { memberIds: string; now: Instant }): BoundWrite[] {
  return [endDeputiesFor(params), endStandingIn(params)]
}

const endDeputiesFor = write<{ memberIds: string; now: Instant }>(
  'deputies.end-for-member',
  `UPDATE deputies SET ended_at = :now
   WHERE org_id = :org AND member_id IN (SELECT value FROM json_each(:memberIds)) AND ended_at IS NULL AND until_at > :now`,
)

const endStandingIn = write<{ memberIds: string; now: Instant }>(
  'deputies.end-of-deputy',
  `UPDATE deputies SET ended_at = :now
   WHERE org_id = :org AND deputy_id IN (SELECT value FROM json_each(:memberIds)) AND ended_at IS NULL AND until_at > :now`,
)
