import { mayGrantForRound, requireAllowed, type Actor } from '../access.ts'
import { invalid, Refusal } from '../errors.ts'
import type { Day } from '../time/civil.ts'
import { dayAt, lastDayBefore, toInstant, toWall, type Instant } from '../time/zone.ts'
import { decideMove, type RoundTimes } from './change.ts'
import { quotaKeyOf } from './quota-progress.ts'
import type { RoundSubject } from './subject.ts'

/** All to one day, or each by so many days, back where they are fewer than none. */
export type MoveTo = { to: Day } | { by: number }

/**
 * What becomes of one of several rounds that are moved at once. Within its window it is planned anew; past its due time it is
 * postponed, with a reason, as long as it stood before its due time; before its opening (ahead of a survey) it opens
 * earlier by as much, which the owner grants too. The rounds of a quota stay in their period.
 */
export function decideMoveOfSeveral(
  actor: Actor,
  round: RoundSubject,
  { moveTo, reason }: { moveTo: MoveTo; reason: string | null },
  now: Instant,
  timeZone: string,
): RoundTimes {
  const plannedOn = 'to' in moveTo ? moveTo.to : round.plannedOn + moveTo.by
  const days = plannedOn - round.plannedOn
  const times = decideMove(actor, round, {}, now, timeZone)
  if (round.startedAt !== null) throw new Refusal('round-in-progress')
  if (days === 0) throw new Refusal('already-planned-then')
  const isOfQuota = quotaKeyOf(round.key) !== null
  if (plannedOn > lastDayBefore(round.dueAt, timeZone)) {
    if (isOfQuota) throw new Refusal('outside-period')
    requireAllowed(mayGrantForRound(actor, round))
    if (reason === null) throw invalid({ path: 'reason', code: 'reason-to-postpone' })
    const dueAt = shifted(times.dueAt, days, timeZone)
    return decideMove(actor, round, { plannedOn, dueAt, reason }, now, timeZone)
  }
  if (plannedOn >= dayAt(round.opensAt, timeZone))
    return decideMove(actor, round, { plannedOn }, now, timeZone)
  if (isOfQuota) throw new Refusal('outside-period')
  if (plannedOn < dayAt(now, timeZone)) throw invalid({ path: 'to', code: 'in-the-past' })
  requireAllowed(mayGrantForRound(actor, round))
  const opensAt = shifted(times.opensAt, days, timeZone)
  return decideMove(actor, { ...round, opensAt }, { plannedOn }, now, timeZone)
}

/** At the same time of day so many days later. */
function shifted(at: Instant, days: number, timeZone: string): Instant {
  const { day, second } = toWall(at, timeZone)
  return toInstant(day + days, second, timeZone)
}
