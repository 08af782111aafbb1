import { decideMissAcknowledgement, decideMissReason } from '../../domain/round/miss.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import { wakeWaiting } from '../duties/repository-waits.ts'
import { entryFor, loadRound, onRound, subjectOf } from './on-round.ts'
import type { RoundDetail } from './queries.ts'
import { acknowledgeMiss, explainMiss } from './repository-life.ts'
import { leaveCounts } from './repository.ts'

/** The performer says why a round was missed. */
export async function explainRoundMiss(
  context: Context,
  input: { id: string; reason: string },
): Promise<RoundDetail> {
  return onRound(context, input.id, async (detail) => {
    decideMissReason(context.actor, subjectOf(detail), context.now)
    const { id, version, missReason, missNotedAt, dueAt, missesAt } = detail.round
    const { actor, now, org } = context
    // Where the job has not come by yet, the miss is noted here.
    const missed =
      missNotedAt === null ? [entryFor(context, detail, 'missed', { after: { dueAt, missesAt } })] : []
    await commit(
      context,
      [
        ...leaveCounts({ id }),
        explainMiss({ id, version, reason: input.reason, memberId: actor.memberId, now }),
        ...wakeWaiting([detail.round.dutyId], ['planned', 'done'], dayAt(now, org.timeZone)),
      ],
      [
        ...missed,
        entryFor(context, detail, 'miss-explained', {
          before: { missReason },
          after: { missReason: input.reason },
        }),
      ],
    )
    return loadRound(context, id)
  })
}

/** The owner has read why. */
export async function acknowledgeRoundMiss(context: Context, input: { id: string }): Promise<RoundDetail> {
  return onRound(context, input.id, async (detail) => {
    decideMissAcknowledgement(context.actor, subjectOf(detail))
    const { id, version, missReason } = detail.round
    await commit(
      context,
      [acknowledgeMiss({ id, version, memberId: context.actor.memberId, now: context.now })],
      [entryFor(context, detail, 'miss-acknowledged', { after: { missReason } })],
    )
    return loadRound(context, id)
  })
}
