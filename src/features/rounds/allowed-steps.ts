import { mayGrantForRound } from '../../domain/access.ts'
import { Refusal } from '../../domain/errors.ts'
import { decideHandOver, decideMove } from '../../domain/round/change.ts'
import {
  decideCompletion,
  decideConfirmation,
  decideCorrection,
  decideUndo,
} from '../../domain/round/completion.ts'
import { decideExcuse, decideOnExcuse } from '../../domain/round/excuse.ts'
import { decideMissAcknowledgement, decideMissReason } from '../../domain/round/miss.ts'
import { quotaKeyOf } from '../../domain/round/quota-progress.ts'
import type { Context } from '../../platform/context.ts'
import { subjectOf } from './on-round.ts'
import type { RoundDetail } from './queries.ts'

/** What the reader may do with a round now: exactly what the verbs would not refuse. */
export type AllowedSteps = {
  complete: boolean
  undo: 'freely' | 'with-reason' | null
  correct: boolean
  excuse: 'ask' | 'grant' | null
  decideExcuse: boolean
  move: boolean
  postpone: boolean
  handOver: boolean
  explainMiss: boolean
  acknowledgeMiss: boolean
  confirm: boolean
}

export function allowedSteps({ actor, now, org }: Context, detail: RoundDetail): AllowedSteps {
  const round = subjectOf(detail)
  const move = isAllowed(() => decideMove(actor, round, {}, now, org.timeZone))
  const undo = (reason: string | null) => isAllowed(() => decideUndo(actor, round, reason, now))
  const asksOrGrants = mayGrantForRound(actor, round) ? 'grant' : 'ask'
  return {
    complete: isAllowed(() => decideCompletion(actor, round, now, now)),
    undo: undo(null) ? 'freely' : undo('any') ? 'with-reason' : null,
    correct: isAllowed(() => decideCorrection(actor, round, now)),
    excuse: isAllowed(() => decideExcuse(actor, round, now)) ? asksOrGrants : null,
    decideExcuse: isAllowed(() => decideOnExcuse(actor, round, { granted: true, reason: null })),
    move,
    postpone: move && mayGrantForRound(actor, round) && quotaKeyOf(round.key) === null,
    handOver: isAllowed(() => decideHandOver(actor, round)),
    explainMiss: isAllowed(() => decideMissReason(actor, round, now)),
    acknowledgeMiss: isAllowed(() => decideMissAcknowledgement(actor, round)),
    confirm: isAllowed(() => decideConfirmation(actor, round)),
  }
}

function isAllowed(decide: () => unknown): boolean {
  try {
    decide()
    return true
  } catch (fault) {
    if (fault instanceof Refusal) return false
    throw fault
  }
}
