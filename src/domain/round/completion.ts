import { mayDoRound, maySteerRound, requireAllowed, type Actor } from '../access.ts'
import { invalid, Refusal } from '../errors.ts'
import type { Instant } from '../time/zone.ts'
import { effectiveMissesAt } from './state.ts'
import { day, minute, requireUnfinished, type RoundSubject } from './subject.ts'

/** Clocks of phones may run ahead of the server's by so much. */
const clockTolerance = 5 * minute
const undoByAuthor = 15 * minute

/** Whether it may be ticked off as done at `performedAt`; `lateEntry`: entered more than 24 hours after (补录). */
export function decideCompletion(
  actor: Actor,
  round: RoundSubject,
  performedAt: Instant,
  now: Instant,
): { lateEntry: boolean } {
  requireAllowed(mayDoRound(actor, round))
  requireUnfinished(round)
  requireInPast(performedAt, now)
  if (Math.min(now, performedAt) < round.opensAt) throw notOpenYet(round)
  requireDoableAt(round, performedAt)
  return { lateEntry: now - performedAt > day }
}

/** Whether answers may be kept in the running record; the first one starts the round. */
export function decideAnswering(
  actor: Actor,
  round: RoundSubject,
  answeredAt: readonly Instant[],
  now: Instant,
): { starts: boolean } {
  requireAllowed(mayDoRound(actor, round))
  requireUnfinished(round)
  for (const at of answeredAt) requireInPast(at, now)
  if (now < round.opensAt) throw notOpenYet(round)
  requireDoableAt(round, now)
  return { starts: round.startedAt === null }
}

function requireInPast(at: Instant, now: Instant): void {
  if (at > now + clockTolerance) throw new Refusal('in-the-future')
}

function notOpenYet({ opensAt }: RoundSubject): Refusal {
  return new Refusal('not-open-yet', { params: { at: opensAt } })
}

function requireDoableAt(round: RoundSubject, at: Instant): void {
  const missesAt = effectiveMissesAt(round)
  if (missesAt !== null && at >= missesAt && round.makeUp === 'forbidden')
    throw new Refusal('make-up-forbidden')
}

/** Undo takes back a tick that should not be there: its author soon, a lead or supervisor later, with a reason. */
export function decideUndo(actor: Actor, round: RoundSubject, reason: string | null, now: Instant): void {
  requireAllowed(mayDoRound(actor, round) || maySteerRound(actor, round))
  const outcome = requireDone(round)
  const isAuthor = outcome.memberId === actor.memberId
  if (isAuthor && now - outcome.enteredAt <= undoByAuthor) return
  if (!maySteerRound(actor, round)) throw new Refusal(isAuthor ? 'undo-too-late' : 'not-allowed')
  if (reason === null) throw invalid({ path: 'reason', code: 'required' })
}

/** Correction mends a wrong answer and keeps the time of completion: its author within 24 hours, a lead later. */
export function decideCorrection(actor: Actor, round: RoundSubject, now: Instant): void {
  requireAllowed(mayDoRound(actor, round) || maySteerRound(actor, round))
  const outcome = requireDone(round)
  if (maySteerRound(actor, round)) return
  requireAllowed(outcome.memberId === actor.memberId)
  if (now - outcome.enteredAt > day) throw new Refusal('correction-too-late')
}

/** A late entry counts from when it was done once a lead or supervisor, other than its author, confirms it. */
export function decideConfirmation(actor: Actor, round: RoundSubject): void {
  requireAllowed(maySteerRound(actor, round))
  const outcome = requireDone(round)
  if (!outcome.lateEntry) throw new Refusal('no-late-entry')
  if (outcome.confirmedAt !== null) throw new Refusal('already-confirmed')
  requireAllowed(outcome.memberId !== actor.memberId)
}

function requireDone({ outcome }: RoundSubject): NonNullable<RoundSubject['outcome']> {
  if (outcome?.kind !== 'done') throw new Refusal('not-done')
  return outcome
}
