import { mayDoRound, mayGrantForRound, requireAllowed, type Actor } from '../access.ts'
import { invalid, Refusal } from '../errors.ts'
import type { Instant } from '../time/zone.ts'
import { requireNotMissed, requireUnfinished, type RoundSubject } from './subject.ts'

/** Why a round need not be done. */
export const excuseCodes = [
  'out-of-service',
  'in-use',
  'area-closed',
  'not-applicable',
  'instruction',
] as const
export type ExcuseCode = (typeof excuseCodes)[number]

/** Who may grant asks and grants in one. A miss is not excused after the event: it wants its reason. */
export function decideExcuse(actor: Actor, round: RoundSubject, now: Instant): { granted: boolean } {
  const granted = mayGrantForRound(actor, round)
  requireAllowed(granted || mayDoRound(actor, round))
  requireUnfinished(round)
  requireNotMissed(round, now)
  if (isExcusePending(round)) throw new Refusal('excuse-pending')
  return { granted }
}

/** What was asked in time may be granted after the miss time. To decline takes a reason. */
export function decideOnExcuse(
  actor: Actor,
  round: RoundSubject,
  decision: { granted: boolean; reason: string | null },
): void {
  requireAllowed(mayGrantForRound(actor, round))
  requireUnfinished(round)
  if (!isExcusePending(round)) throw new Refusal('no-excuse-pending')
  if (!decision.granted && decision.reason === null) throw invalid({ path: 'reason', code: 'required' })
}

export function isExcusePending({ excuse }: Pick<RoundSubject, 'excuse'>): boolean {
  return excuse !== null && excuse.granted === null
}
