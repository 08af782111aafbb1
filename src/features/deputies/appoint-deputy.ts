import {
  mayAppointDeputy,
  mayNameDeputy,
  mayReadMember,
  requireAllowed,
  requireReadable,
} from '../../domain/access.ts'
import { invalid, Refusal, requireFound } from '../../domain/errors.ts'
import { decideDeputy, type Span } from '../../domain/leave/leave.ts'
import { commit, type Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { ConstraintFailed } from '../../platform/store.ts'
import { findMember, type Member } from '../members/queries.ts'
import { findLeave, leavesOf, leavesStoodInFor, type Leave } from './queries.ts'
import { insertDeputy } from './repository.ts'
import type { NewDeputyInput } from './schemas.ts'

/** From the first day of a leave to its last, what is assigned to a member is the deputy's to do as well. */
export async function appointDeputy(
  context: Context,
  input: NewDeputyInput & { memberId: string },
): Promise<Leave> {
  const absent = await memberOnLeave(context, input.memberId)
  const deputy = await findMember(context.store, input.deputyId)
  if (!deputy || deputy.closedOn !== null || !mayNameDeputy(context.actor, absent, deputy)) {
    throw invalid({ path: 'deputyId', code: 'unknown-member' })
  }
  const span = await decidedSpan(context, { absent, deputy, input })
  const id = newId('deputy', context.store.orgId)
  await keep(context, { id, memberId: absent.id, deputyId: deputy.id, ...span })
  return requireFound(await findLeave(context.store, id))
}

/** Whose leave the actor may enter; a member whose name is not the actor's to read is not there. */
export async function memberOnLeave({ actor, store }: Context, id: string): Promise<Member> {
  const member = requireFound(await findMember(store, id))
  requireReadable(mayReadMember(actor, member))
  requireAllowed(mayAppointDeputy(actor, member))
  if (member.closedOn !== null) throw new Refusal('member-closed')
  return member
}

async function decidedSpan(
  { store, now, org }: Context,
  { absent, deputy, input }: { absent: Member; deputy: Member; input: NewDeputyInput },
): Promise<Span> {
  const [leaves, leavesOfDeputy, standingIn] = await Promise.all([
    leavesOf(store, absent.id, now),
    leavesOf(store, deputy.id, now),
    leavesStoodInFor(store, deputy.id, now),
  ])
  const days = { fromOn: input.from, untilOn: input.until }
  return decideDeputy({ absent, deputy, ...days, leaves, leavesOfDeputy, standingIn }, now, org.timeZone)
}

type Appointed = Span & { id: string; memberId: string; deputyId: string }

/** What happened since the decision the table refuses: somebody was closed, or given a deputy by somebody else. */
async function keep(context: Context, appointed: Appointed): Promise<void> {
  const { actor, now } = context
  const { memberId, deputyId, fromAt, untilAt } = appointed
  const entry = { action: 'deputy.appointed', subjectId: memberId, after: { deputyId, fromAt, untilAt } }
  try {
    await commit(context, [insertDeputy({ ...appointed, madeBy: actor.memberId, now })], [entry])
  } catch (fault) {
    if (!(fault instanceof ConstraintFailed)) throw fault
    if (fault.column === 'deputies.member_id') throw new Refusal('member-closed')
    if (fault.column === 'deputies.deputy_id') throw invalid({ path: 'deputyId', code: 'unknown-member' })
    if (fault.column === 'deputies.made_by') throw invalid({ path: 'from', code: 'leave-overlaps' })
    throw fault
  }
}
