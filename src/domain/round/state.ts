import type { Instant } from '../time/zone.ts'

/** What the state of a round is derived from. */
export type RoundFacts = {
  opensAt: Instant
  dueAt: Instant
  /** null: never missed, it stays overdue until someone decides */
  missesAt: Instant | null
  startedAt: Instant | null
  withdrawnAt: Instant | null
  outcome: OutcomeFacts | null
}

export type OutcomeFacts = {
  kind: 'done' | 'excused'
  performedAt: Instant
  enteredAt: Instant
  /** entered more than 24 hours after it was done (补录) */
  lateEntry: boolean
  confirmedAt: Instant | null
}

/** `late` and `made-up` are done too, after the due and after the miss time. */
export type RoundState =
  | 'planned'
  | 'open'
  | 'overdue'
  | 'missed'
  | 'done'
  | 'late'
  | 'made-up'
  | 'excused'
  | 'withdrawn'

const day = 86_400_000

/** A round started before its miss time is not missed while it runs, for 24 hours at most. */
export function effectiveMissesAt({
  missesAt,
  startedAt,
}: Pick<RoundFacts, 'missesAt' | 'startedAt'>): Instant | null {
  if (missesAt === null || startedAt === null || startedAt >= missesAt) return missesAt
  return Math.max(missesAt, startedAt + day)
}

/** When it counts as done: as stated, but a late entry that no lead has confirmed counts from when it was entered. */
export function countedAt(outcome: OutcomeFacts): Instant {
  return outcome.lateEntry && outcome.confirmedAt === null ? outcome.enteredAt : outcome.performedAt
}

export function stateOf(round: RoundFacts, now: Instant): RoundState {
  if (round.withdrawnAt !== null) return 'withdrawn'
  const missesAt = effectiveMissesAt(round)
  if (round.outcome?.kind === 'excused') return 'excused'
  if (round.outcome) {
    const at = countedAt(round.outcome)
    if (missesAt !== null && at >= missesAt) return 'made-up'
    return at >= round.dueAt ? 'late' : 'done'
  }
  if (missesAt !== null && now >= missesAt) return 'missed'
  if (now >= round.dueAt) return 'overdue'
  return now >= round.opensAt ? 'open' : 'planned'
}
