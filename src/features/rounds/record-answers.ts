import { requireCompleteRecord, requireKnownItems } from '../../domain/round/record.ts'
import type { Context } from '../../platform/context.ts'
import { findChecklistVersion, type ChecklistItem } from '../checklists/queries.ts'
import { answersOf, type Answer, type Round } from './queries.ts'
import type { AnswerInput } from './schemas.ts'

export type Record = { checklistVersion: number | null; items: ChecklistItem[]; answers: Answer[] }

/** The items of a round's checklist, in the version it was started with or the current one, and what was answered so far. */
export async function recordOf({ store }: Context, round: Round): Promise<Record> {
  const checklist =
    round.checklistId === null
      ? null
      : await findChecklistVersion(store, round.checklistId, round.checklistVersion)
  return {
    checklistVersion: checklist?.version ?? null,
    items: checklist?.items ?? [],
    answers: checklist ? await answersOf(store, round.id) : [],
  }
}

/** Those of the answers that were not kept yet; a repeated id is ignored. */
export function newAnswers(
  context: Context,
  record: Record,
  given: readonly AnswerInput[],
  reason: string | null = null,
): Answer[] {
  requireKnownItems(given, record.items)
  const known = new Set(record.answers.map(({ id }) => id))
  return given
    .filter(({ id }) => !known.has(id))
    .map(({ at, note, ...answer }) => ({
      ...answer,
      note: note ?? null,
      answeredAt: at ?? context.now,
      enteredAt: context.now,
      memberId: context.actor.memberId,
      reason,
    }))
}

/** As `newAnswers`, where the record must be complete with them. */
export function finishingAnswers(context: Context, record: Record, given: readonly AnswerInput[]): Answer[] {
  const added = newAnswers(context, record, given)
  requireCompleteRecord([...record.answers, ...added], record.items)
  return added
}
