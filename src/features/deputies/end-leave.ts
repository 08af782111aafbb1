import { notFound, Refusal } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import { ConstraintFailed } from '../../platform/store.ts'
import { memberOnLeave } from './appoint-deputy.ts'
import { findLeave } from './queries.ts'
import { endDeputy } from './repository.ts'

/** Back before the time, or not gone at all: from the next request on the deputy stands in no more. */
export async function endLeave(context: Context, input: { memberId: string; id: string }): Promise<void> {
  const member = await memberOnLeave(context, input.memberId)
  const leave = await findLeave(context.store, input.id)
  if (leave?.memberId !== member.id) throw notFound()
  if (leave.endedAt !== null || leave.untilAt <= context.now) throw new Refusal('leave-over')

  const { id, deputyId, fromAt, untilAt } = leave
  const before = { deputyId, fromAt, untilAt }
  try {
    await commit(
      context,
      [endDeputy({ id, now: context.now })],
      [{ action: 'deputy.ended', subjectId: member.id, before, after: { ...before, endedAt: context.now } }],
    )
  } catch (fault) {
    if (fault instanceof ConstraintFailed && fault.column === 'deputies.made_by')
      throw new Refusal('leave-over')
    throw fault
  }
}
