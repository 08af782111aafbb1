import { decideUndo } from '../../domain/round/completion.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { wakeWaiting } from '../duties/repository-waits.ts'
import { entryFor, loadRound, onRound, subjectOf } from './on-round.ts'
import type { RoundDetail } from './queries.ts'
import { deleteOutcome, unsettleRound } from './repository-life.ts'
import { enterCounts } from './repository.ts'

/** Takes back a tick that should not be there. The audit entry keeps the outcome that goes. */
export async function undoCompletion(
  context: Context,
  input: { id: string; reason: string | null },
): Promise<RoundDetail> {
  return onRound(context, input.id, async (detail) => {
    decideUndo(context.actor, subjectOf(detail), input.reason, context.now)
    const { id, version } = detail.round
    await commit(
      context,
      [
        deleteOutcome({ roundId: id }),
        unsettleRound({ id, version, now: context.now }),
        ...enterCounts({ id }),
        ...wakeWaiting([detail.round.dutyId], ['done'], dayAt(context.now, context.org.timeZone)),
      ],
      [
        entryFor(context, detail, 'completion-undone', {
          before: { outcome: detail.outcome },
          after: { outcome: null, reason: input.reason },
        }),
      ],
    )
    return loadRound(context, id)
  })
}
