import { mayDoRound, mayGrantForRound, maySteerRound, requireAllowed, type Actor } from '../access.ts'
import { invalid } from '../errors.ts'
import type { Day } from '../time/civil.ts'
import { dayAt, lastDayBefore, startOfDay, toInstant, toWall, type Instant } from '../time/zone.ts'
import { quotaKeyOf } from './quota-progress.ts'
import { requireNotMissed, requireUnfinished, type RoundSubject } from './subject.ts'

export type RoundTimes = Pick<
  RoundSubject,
  'plannedOn' | 'startsAt' | 'opensAt' | 'dueAt' | 'missesAt' | 'firstDueAt' | 'hiddenUntil'
>

export type Move = {
  plannedOn?: Day | undefined
  dueAt?: Instant | undefined
  reason?: string | null | undefined
}

/** A new planned date inside the window (改期) is the performer's; a later due time (延期) the owner grants, with a reason. */
export function decideMove(
  actor: Actor,
  round: RoundSubject,
  move: Move,
  now: Instant,
  timeZone: string,
): RoundTimes {
  const isPostponed = move.dueAt !== undefined && move.dueAt !== round.dueAt
  requireAllowed(
    isPostponed ? mayGrantForRound(actor, round) : mayDoRound(actor, round) || maySteerRound(actor, round),
  )
  requireUnfinished(round)
  requireNotMissed(round, now)
  const postponed = isPostponed ? postpone(round, move) : round
  return plan(postponed, move.plannedOn ?? round.plannedOn, now, timeZone)
}

/** The first due time is kept; the miss time moves along. */
function postpone(round: RoundSubject, { dueAt = round.dueAt, reason = null }: Move): RoundTimes {
  if (quotaKeyOf(round.key) !== null) throw invalid({ path: 'dueAt', code: 'quota-due-fixed' })
  if (dueAt < round.dueAt) throw invalid({ path: 'dueAt', code: 'due-brought-forward' })
  if (reason === null) throw invalid({ path: 'reason', code: 'required' })
  return {
    ...timesOf(round),
    dueAt,
    missesAt: round.missesAt === null ? null : round.missesAt + (dueAt - round.dueAt),
    firstDueAt: round.firstDueAt ?? round.dueAt,
  }
}

function plan(times: RoundTimes, plannedOn: Day, now: Instant, timeZone: string): RoundTimes {
  if (plannedOn === times.plannedOn) return timesOf(times)
  if (plannedOn < dayAt(now, timeZone)) throw invalid({ path: 'planned', code: 'in-the-past' })
  const startsAt =
    times.startsAt === null ? null : toInstant(plannedOn, toWall(times.startsAt, timeZone).second, timeZone)
  const isInside =
    plannedOn >= dayAt(times.opensAt, timeZone) &&
    plannedOn <= lastDayBefore(times.dueAt, timeZone) &&
    (startsAt ?? times.opensAt) < times.dueAt
  if (!isInside) throw invalid({ path: 'planned', code: 'outside-window' })
  return { ...timesOf(times), plannedOn, startsAt, hiddenUntil: hiddenUntilDay(times, plannedOn, timeZone) }
}

/** A drawn day that is moved stays a secret until the day comes; a round that shows from its opening shows then as before. */
function hiddenUntilDay(
  { hiddenUntil, opensAt }: RoundTimes,
  plannedOn: Day,
  timeZone: string,
): Instant | null {
  if (hiddenUntil === null || hiddenUntil <= opensAt) return hiddenUntil
  return Math.max(opensAt, startOfDay(plannedOn, timeZone))
}

function timesOf(times: RoundTimes): RoundTimes {
  const { plannedOn, startsAt, opensAt, dueAt, missesAt, firstDueAt, hiddenUntil } = times
  return { plannedOn, startsAt, opensAt, dueAt, missesAt, firstDueAt, hiddenUntil }
}

/** To another member or unit, without touching the rest; a missed round too, to be made up. */
export function decideHandOver(actor: Actor, round: RoundSubject): void {
  requireAllowed(maySteerRound(actor, round))
  requireUnfinished(round)
}
