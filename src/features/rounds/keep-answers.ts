import { decideAnswering } from '../../domain/round/completion.ts'
import type { AuditEntry } from '../../platform/audit.ts'
import { commit, type Context } from '../../platform/context.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { entryFor, onRound, subjectOf } from './on-round.ts'
import type { RoundDetail } from './queries.ts'
import { newAnswers, recordOf, type Record } from './record-answers.ts'
import { insertAnswers, requireUnfinishedRound, startRound } from './repository-life.ts'
import type { AnswerInput } from './schemas.ts'

/** Keeps answers of a running round. The first one starts it and fixes the version of its checklist. */
export async function keepAnswers(
  context: Context,
  input: { id: string; answers: AnswerInput[] },
): Promise<Record> {
  return onRound(context, input.id, async (detail) => {
    const times = input.answers.map(({ at }) => at ?? context.now)
    const { starts } = decideAnswering(context.actor, subjectOf(detail), times, context.now)
    const record = await recordOf(context, detail.round)
    const answers = newAnswers(context, record, input.answers)
    if (answers.length === 0 || record.checklistVersion === null) return record

    const by = { memberId: context.actor.memberId, now: context.now }
    const start = starts ? startOf(context, detail, record.checklistVersion) : null
    await commit(
      context,
      [
        start?.write ?? requireUnfinishedRound({ id: input.id }),
        insertAnswers({ ...by, roundId: input.id, rows: JSON.stringify(answers), reason: null }),
      ],
      [...(start ? [start.entry] : []), entryFor(context, detail, 'answered', { after: { answers } })],
    )
    return { ...record, answers: [...record.answers, ...answers] }
  })
}

function startOf(
  context: Context,
  detail: RoundDetail,
  checklistVersion: number,
): { write: BoundWrite; entry: AuditEntry } {
  const { actor, now } = context
  const { id, version } = detail.round
  return {
    write: startRound({ id, version, memberId: actor.memberId, checklistVersion, now }),
    entry: entryFor(context, detail, 'started', { after: { startedAt: now, checklistVersion } }),
  }
}
