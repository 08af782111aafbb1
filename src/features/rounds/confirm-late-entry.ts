import { decideConfirmation } from '../../domain/round/completion.ts'
import { commit, type Context } from '../../platform/context.ts'
import { entryFor, loadRound, onRound, subjectOf } from './on-round.ts'
import type { RoundDetail } from './queries.ts'
import { confirmOutcome, touchRound } from './repository-life.ts'

/** From now on a late entry (补录) counts from when it was done. */
export async function confirmLateEntry(context: Context, input: { id: string }): Promise<RoundDetail> {
  return onRound(context, input.id, async (detail) => {
    decideConfirmation(context.actor, subjectOf(detail))
    const { id, version } = detail.round
    const confirmed = { memberId: context.actor.memberId, now: context.now }
    await commit(
      context,
      [confirmOutcome({ roundId: id, ...confirmed }), touchRound({ id, version, now: context.now })],
      [entryFor(context, detail, 'late-entry-confirmed', { after: { confirmedAt: context.now } })],
    )
    return loadRound(context, id)
  })
}
