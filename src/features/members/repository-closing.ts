import type { Instant } from '../../domain/time/zone.ts'
import { actingIn, type Committer } from '../../platform/context.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'
import { endDeputiesOf } from '../deputies/repository.ts'
import { revokeFeedsOf } from '../feeds/repository.ts'
import { handOverAllRounds } from '../rounds/repository-leaving.ts'
import { deleteLinkOf } from '../sign-in/repository.ts'

/**
 * What goes with an account, however it is closed: whatever let somebody in as this member is dead at the next request,
 * and what was theirs to do goes to `handOverTo` or back to the units. Opening the account again brings none of it back.
 */
export function writesOfClosing(
  context: Committer,
  memberId: string,
  handOverTo: string | null = null,
): BoundWrite[] {
  const { now, requestId } = context
  return [
    ...handOverAllRounds({ memberId, handOverTo, now, doneBy: actingIn(context), requestId }),
    ...endDeputiesOf({ memberId, now }),
    endSessionsOf({ memberId }),
    deleteLinkOf({ memberId }),
    revokeFeedsOf({ memberId, now }),
    revokeTokensOf({ memberId, now }),
    deletePasskeysOf({ memberId }),
    deletePinsOf({ memberId }),
  ]
}

const endSessionsOf = write<{ memberId: string }>(
  'members.end-sessions',
  `DELETE FROM sessions WHERE org_id = :org AND member_id = :memberId`,
)

const revokeTokensOf = write<{ memberId: string; now: Instant }>(
  'members.revoke-tokens',
  `UPDATE access_tokens SET revoked_at = :now WHERE org_id = :org AND made_by = :memberId AND revoked_at IS NULL`,
)

const deletePasskeysOf = write<{ memberId: string }>(
  'members.delete-passkeys',
  `DELETE FROM passkeys WHERE org_id = :org AND member_id = :memberId`,
)

const deletePinsOf = write<{ memberId: string }>(
  'members.delete-pins',
  `DELETE FROM tablet_pins WHERE org_id = :org AND member_id = :memberId`,
)
