import { refuseUnchecked } from '../../domain/schedule/checked.ts'
import { followingOccurrences, type LeadingRound } from '../../domain/schedule/following.ts'
import type { FollowRhythm } from '../../domain/schedule/plan.ts'
import { readTerms } from '../../domain/schedule/terms.ts'
import { topicOf } from '../../domain/schedule/topics.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { ExpectedRound } from './expected-rounds.ts'
import type { PastRound } from './queries-past.ts'
import type { Planning, Run } from './runs.ts'

/** A round for each of another duty's, so long after it, with its key and target. */
export function followingRounds({ past }: Planning, run: Run): ExpectedRound[] {
  const { plan } = run
  const { rhythm } = plan
  if (rhythm.kind !== 'follow') return refuseUnchecked(rhythm.kind)
  const terms = readTerms(plan)
  const byTarget = Map.groupBy(past.get(rhythm.duty) ?? [], ({ targetId }) => targetId)
  return run.targets.flatMap((target) => {
    const { workingDays } = target
    const followed = new Map((byTarget.get(target.id) ?? []).map((round) => [round.key, round]))
    const leading = [...followed.values()].flatMap((round) => leadingBy(rhythm, round, plan.timeZone))
    return followingOccurrences(rhythm, plan.holidays, terms, { leading, workingDays }).map((occurrence) => {
      const { topic = null, hiddenUntil = null } = followed.get(occurrence.key) ?? {}
      const own = plan.topics === undefined ? topic : topicOf(plan, occurrence, { workingDays })
      return { run, target, occurrence, topic: own, hiddenUntil }
    })
  })
}

/** What was let off took no place, and nothing follows it. */
function leadingBy({ of }: FollowRhythm, round: PastRound, timeZone: string): LeadingRound[] {
  const { key, plannedOn, doneAt, enteredAt, isSettled } = round
  if (doneAt === null) return of === 'done' || isSettled ? [] : [{ key, countsFrom: plannedOn }]
  if (of === 'planned') return [{ key, countsFrom: plannedOn }]
  return [{ key, countsFrom: dayAt(doneAt, timeZone), notBefore: dayAt(enteredAt ?? doneAt, timeZone) }]
}
