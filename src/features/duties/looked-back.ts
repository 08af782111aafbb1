import { sureDuration } from '../../domain/schedule/checked.ts'
import type { Plan } from '../../domain/schedule/plan.ts'
import { roughDays } from '../../domain/time/duration.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { takesTurns } from '../../domain/schedule/awaited.ts'
import { daysBehind } from './horizon.ts'
import type { Duty } from './queries.ts'
import type { WantedPast } from './queries-past.ts'

const day = 86_400_000
/** What is done later after it was due brings no other round any more. */
const longestDelay = 100

/** The rounds that the duty's rounds are planned from: those that had their turn, were done or are followed. */
export function roundsLookedBackTo({ id, plans }: Pick<Duty, 'id' | 'plans'>, now: Instant): WantedPast[] {
  return plans.flatMap((plan) => {
    const { rhythm } = plan
    if (rhythm.kind === 'follow') return [{ dutyId: rhythm.duty, since: now - daysOfLeading(plan) * day }]
    return rhythm.kind === 'interval' || takesTurns(plan) ? [{ dutyId: id, since: 0 }] : []
  })
}

/** No round that was due so long ago is followed any more. */
function daysOfLeading(plan: Plan): number {
  const { rhythm } = plan
  if (rhythm.kind !== 'follow') return 0
  const after = Math.ceil(roughDays(sureDuration(rhythm.offset))) + daysBehind(plan) + 2
  return rhythm.of === 'done' ? after + longestDelay : after
}
