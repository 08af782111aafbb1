import { mayReadMember, mayReadMemberRole, requireAllowed, requireReadable } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import type { Context } from '../../platform/context.ts'
import { findMember } from '../members/queries.ts'
import { leavesOf, leavesStoodInFor, type Leave } from './queries.ts'

export type Deputies = {
  /** leaves of the member, now and to come, the nearest first */
  leaves: readonly Leave[]
  /** leaves of others for which the member stands in */
  standsIn: readonly Leave[]
}

/** For the member, their lead and those who see all; a colleague learns who to ask from the round itself. */
export async function readDeputies({ actor, store, now }: Context, memberId: string): Promise<Deputies> {
  const member = requireFound(await findMember(store, memberId))
  requireReadable(mayReadMember(actor, member))
  requireAllowed(mayReadMemberRole(actor, member))
  return {
    leaves: await leavesOf(store, memberId, now),
    standsIn: await leavesStoodInFor(store, memberId, now),
  }
}
