import { decideCorrection } from '../../domain/round/completion.ts'
import { requireCompleteRecord, standingAnswers } from '../../domain/round/record.ts'
import { commit, type Context } from '../../platform/context.ts'
import { entryFor, onRound, subjectOf } from './on-round.ts'
import { newAnswers, recordOf, type Record } from './record-answers.ts'
import { insertAnswers, touchRound } from './repository-life.ts'
import type { CorrectInput } from './schemas.ts'

/** Mends wrong answers of a finished record: the old ones stay legible, the time of completion stays as it is. */
export async function correctRecord(context: Context, input: CorrectInput & { id: string }): Promise<Record> {
  return onRound(context, input.id, async (detail) => {
    decideCorrection(context.actor, subjectOf(detail), context.now)
    const record = await recordOf(context, detail.round)
    const answers = newAnswers(context, record, input.answers, input.reason)
    if (answers.length === 0) return record
    const corrected = { ...record, answers: [...record.answers, ...answers] }
    requireCompleteRecord(corrected.answers, record.items)

    const { id, version } = detail.round
    const by = { memberId: context.actor.memberId, reason: input.reason, now: context.now }
    const before = standingAnswers(record.answers)
    await commit(
      context,
      [
        insertAnswers({ ...by, roundId: id, rows: JSON.stringify(answers) }),
        touchRound({ id, version, now: context.now }),
      ],
      [
        entryFor(context, detail, 'corrected', {
          before: { answers: answers.map(({ item }) => before.get(item) ?? null) },
          after: { answers, reason: input.reason },
        }),
      ],
    )
    return corrected
  })
}
