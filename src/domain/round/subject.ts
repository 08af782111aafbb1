import type { RoundScope } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Day } from '../time/civil.ts'
import type { Instant } from '../time/zone.ts'
import { stateOf, type OutcomeFacts, type RoundFacts } from './state.ts'

/** What the decisions about a round depend on. */
export type RoundSubject = Omit<RoundFacts, 'outcome'> &
  RoundScope & {
    key: string
    makeUp: 'allowed' | 'forbidden'
    plannedOn: Day
    startsAt: Instant | null
    firstDueAt: Instant | null
    missReason: string | null
    missAcknowledgedAt: Instant | null
    outcome: (OutcomeFacts & { memberId: string }) | null
    /** the last request to be excused; `granted` is null while it waits */
    excuse: { askedAt: Instant; granted: boolean | null } | null
  }

export const minute = 60_000
export const day = 86_400_000

/** The round still waits for somebody: neither withdrawn nor done nor excused. It may be missed. */
export function requireUnfinished(round: Pick<RoundSubject, 'withdrawnAt' | 'outcome'>): void {
  if (round.withdrawnAt !== null) throw new Refusal('round-withdrawn')
  if (round.outcome === null) return
  const { kind, memberId, performedAt } = round.outcome
  const code = kind === 'done' ? 'already-done' : 'already-excused'
  throw new Refusal(code, { params: { memberId, at: performedAt } })
}

/** A miss stays one: it is made up or explained, not moved or excused away. */
export function requireNotMissed(round: RoundSubject, now: Instant): void {
  if (stateOf(round, now) === 'missed') throw new Refusal('already-missed')
}
