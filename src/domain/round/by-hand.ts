import { mayMakeRoundFor, requireAllowed, type Actor } from '../access.ts'
import { invalid, Refusal } from '../errors.ts'
import type { Day } from '../time/civil.ts'
import { dayAt, startOfDay, type Instant } from '../time/zone.ts'

export type RoundByHand = {
  ownedBy: string
  performedBy: string
  plannedOn: Day
  /** null: the end of the planned day */
  dueAt: Instant | null
  dutyClosed: boolean
}

/** A round made by hand (临时检查) is open all its day and never missed: it stays overdue until someone decides. */
export function decideByHand(
  actor: Actor,
  round: RoundByHand,
  now: Instant,
  timeZone: string,
): { opensAt: Instant; dueAt: Instant; missesAt: null } {
  requireAllowed(mayMakeRoundFor(actor, round))
  if (round.dutyClosed) throw new Refusal('duty-closed')
  if (round.plannedOn < dayAt(now, timeZone)) throw invalid({ path: 'planned', code: 'in-the-past' })
  const opensAt = startOfDay(round.plannedOn, timeZone)
  const dueAt = round.dueAt ?? startOfDay(round.plannedOn + 1, timeZone)
  if (dueAt <= Math.max(opensAt, now)) throw invalid({ path: 'dueAt', code: 'end-before-start' })
  return { opensAt, dueAt, missesAt: null }
}
