import { mayDoRound, mayGrantForRound, requireAllowed, type Actor } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Instant } from '../time/zone.ts'
import { stateOf } from './state.ts'
import type { RoundSubject } from './subject.ts'

/** Its performer says why it was missed, also where it was made up since; until the owner has acknowledged it. */
export function decideMissReason(actor: Actor, round: RoundSubject, now: Instant): void {
  requireAllowed(mayDoRound(actor, round))
  if (!['missed', 'made-up'].includes(stateOf(round, now))) throw new Refusal('not-missed')
  if (round.missAcknowledgedAt !== null) throw new Refusal('already-acknowledged')
}

export function decideMissAcknowledgement(actor: Actor, round: RoundSubject): void {
  requireAllowed(mayGrantForRound(actor, round))
  if (round.missReason === null) throw new Refusal('no-miss-reason')
  if (round.missAcknowledgedAt !== null) throw new Refusal('already-acknowledged')
}
