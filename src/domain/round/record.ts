import { invalid, type FieldFault } from '../errors.ts'
import type { Instant } from '../time/zone.ts'

export const answerValues = ['yes', 'no', 'not-applicable'] as const
export type AnswerValue = (typeof answerValues)[number]

export type AnswerFacts = {
  id: string
  item: string
  value: AnswerValue
  note: string | null
  answeredAt: Instant
  enteredAt: Instant
}

/** The answer that holds, by item: the last one given, and of those given at once the last one entered. */
export function standingAnswers<A extends AnswerFacts>(answers: readonly A[]): Map<string, A> {
  const inOrder = answers.toSorted(
    (a, b) => a.answeredAt - b.answeredAt || a.enteredAt - b.enteredAt || (a.id < b.id ? -1 : 1),
  )
  return new Map(inOrder.map((answer) => [answer.item, answer]))
}

/** Answers name items of the checklist's version that the round was started with. */
export function requireKnownItems(
  answers: readonly { item: string }[],
  items: readonly { id: string }[],
): void {
  const known = new Set(items.map(({ id }) => id))
  const faults = answers.flatMap(({ item }, index) =>
    known.has(item) ? [] : [{ path: `answers.${index}.item`, code: 'unknown-item' }],
  )
  if (faults.length > 0) throw invalid(...faults)
}

/** A finished record answers every item, and a "no" says what was found. */
export function requireCompleteRecord(
  answers: readonly AnswerFacts[],
  items: readonly { id: string }[],
): void {
  const standing = standingAnswers(answers)
  const faults = items.flatMap(({ id }): FieldFault[] => {
    const answer = standing.get(id)
    if (!answer) return [{ path: `answers.${id}`, code: 'unanswered' }]
    return answer.value === 'no' && answer.note === null
      ? [{ path: `answers.${id}.note`, code: 'note-wanted' }]
      : []
  })
  if (faults.length > 0) throw invalid(...faults)
}
