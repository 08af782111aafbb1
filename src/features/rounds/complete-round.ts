import { decideCompletion } from '../../domain/round/completion.ts'
import { isExcusePending } from '../../domain/round/excuse.ts'
import { dayAt, type Instant } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { wakeWaiting } from '../duties/repository-waits.ts'
import { entryFor, loadRound, onRound, subjectOf } from './on-round.ts'
import type { Answer, RoundDetail } from './queries.ts'
import { finishingAnswers, recordOf } from './record-answers.ts'
import {
  decideExcuseRequest,
  insertAnswers,
  insertOutcome,
  revealRound,
  settleRound,
} from './repository-life.ts'
import { leaveCounts } from './repository.ts'
import type { CompleteInput } from './schemas.ts'

/** Ticks a round off. Of several at once one wins; the others learn who did it and when. A repeat answers the same. */
export async function completeRound(
  context: Context,
  input: CompleteInput & { id: string; idempotencyKey: string | null },
): Promise<RoundDetail> {
  return onRound(context, input.id, async (detail) => {
    if (isRepeat(context, detail, input.idempotencyKey)) return detail
    const performedAt = input.performedAt ?? context.now
    const { lateEntry } = decideCompletion(context.actor, subjectOf(detail), performedAt, context.now)
    const record = await recordOf(context, detail.round)
    const answers = finishingAnswers(context, record, input.answers ?? [])
    const done = { performedAt, lateEntry, note: input.note ?? null, idempotencyKey: input.idempotencyKey }

    await commit(
      context,
      [
        ...outcomeWrites(context, detail, done),
        ...answerWrites(context, detail, answers),
        ...leaveCounts({ id: detail.round.id }),
        settleRound({
          id: detail.round.id,
          version: detail.round.version,
          checklistVersion: record.checklistVersion,
          now: context.now,
        }),
        ...(detail.round.hiddenUntil === null ? [] : [revealRound({ id: detail.round.id })]),
        ...wakeWaiting([detail.round.dutyId], ['done'], dayAt(context.now, context.org.timeZone)),
      ],
      [entryFor(context, detail, 'completed', { after: { ...done, enteredAt: context.now, answers } })],
    )
    return loadRound(context, input.id)
  })
}

function isRepeat({ actor }: Context, { outcome }: RoundDetail, key: string | null): boolean {
  return key !== null && outcome?.idempotencyKey === key && outcome.memberId === actor.memberId
}

type Done = { performedAt: Instant; lateEntry: boolean; note: string | null; idempotencyKey: string | null }

/** A request to be excused that still waits has come to nothing: the round was done. */
function outcomeWrites(context: Context, detail: RoundDetail, done: Done): BoundWrite[] {
  const by = { roundId: detail.round.id, memberId: context.actor.memberId, now: context.now }
  const outcome = {
    ...done,
    kind: 'done',
    lateEntry: Number(done.lateEntry),
    code: null,
    reason: null,
  } as const
  return [
    insertOutcome({ ...by, ...outcome }),
    ...(isExcusePending(detail) ? [decideExcuseRequest({ ...by, granted: 0, reason: null })] : []),
  ]
}

function answerWrites(context: Context, { round }: RoundDetail, answers: readonly Answer[]): BoundWrite[] {
  if (answers.length === 0) return []
  const by = { roundId: round.id, memberId: context.actor.memberId, now: context.now }
  return [insertAnswers({ ...by, rows: JSON.stringify(answers), reason: null })]
}
