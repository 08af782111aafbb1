import type { Instant } from '../../domain/time/zone.ts'
import { actingIn, type Committer } from '../../platform/context.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'
import { endDeputiesOf } from '../deputies/repository.ts'
import { revokeFeedsOf } from '../feeds/repository.ts'
import { handOverAllRounds } from '../rounds/repository-leaving.ts'
import { deleteLinksOf } from '../sign-in/repository.ts'

/**
 * What goes with accounts, however they are closed: whatever let somebody in as these members is dead at the next request,
 * and what was theirs to do goes to `handOverTo` or back to the units. Opening the account again brings none of it back.
 */
export function writesOfClosing(
  context: Committer,
  members: readonly string[],
  handOverTo: string | null = null,
): BoundWrite[] {
  const { now, requestId } = context
  const memberIds = JSON.stringify(members)
  return [
    ...handOverAllRounds({ memberIds, handOverTo, now, doneBy: actingIn(context), requestId }),
    ...endDeputiesOf({ memberIds, now }),
    endSessionsOf({ memberIds }),
    deleteLinksOf({ memberIds }),
    revokeFeedsOf({ memberIds, now }),
    revokeTokensOf({ memberIds, now }),
    deletePasskeysOf({ memberIds }),
    deletePinsOf({ memberIds }),
  ]
}

/** Who does no rounds from now on gives back what was assigned to them; whoever of the unit comes first does it. */
export function writesOfDemotion(context: Committer, members: readonly string[]): BoundWrite[] {
  const { now, requestId } = context
  const memberIds = JSON.stringify(members)
  return handOverAllRounds({ memberIds, handOverTo: null, now, doneBy: actingIn(context), requestId })
}

const endSessionsOf = write<{ memberIds: string }>(
  'members.end-sessions',
  `DELETE FROM sessions WHERE org_id = :org AND member_id IN (SELECT value FROM json_each(:memberIds))`,
)

const revokeTokensOf = write<{ memberIds: string; now: Instant }>(
  'members.revoke-tokens',
  `UPDATE access_tokens SET revoked_at = :now WHERE org_id = :org AND made_by IN (SELECT value FROM json_each(:memberIds)) AND revoked_at IS NULL`,
)

export const deletePasskeysOf = write<{ memberIds: string }>(
  'members.delete-passkeys',
  `DELETE FROM passkeys WHERE org_id = :org AND member_id IN (SELECT value FROM json_each(:memberIds))`,
)

export const deletePinsOf = write<{ memberIds: string }>(
  'members.delete-pins',
  `DELETE FROM tablet_pins WHERE org_id = :org AND member_id IN (SELECT value FROM json_each(:memberIds))`,
)
