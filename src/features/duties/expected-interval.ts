import { allDayOccurrence, type KeyedDate } from '../../domain/schedule/all-day-occurrence.ts'
import { refuseUnchecked } from '../../domain/schedule/checked.ts'
import { type EndedRound, movedForDaysOff, nextAfterInterval } from '../../domain/schedule/interval.ts'
import type { Occurrence } from '../../domain/schedule/occurrences.ts'
import { readTerms, type Terms } from '../../domain/schedule/terms.ts'
import { topicOf } from '../../domain/schedule/topics.ts'
import type { Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { ExpectedRound } from './expected-rounds.ts'
import type { PastRound } from './queries-past.ts'
import type { Planning, Run, RunTarget } from './runs.ts'
import { isSuspended } from './suspended.ts'

/** One round for each target: so long after it was last done, or by the end of its certificate. */
export function roundsAfterInterval(planning: Planning, run: Run): ExpectedRound[] {
  const { duty, past } = planning
  const own = new Set(duty.plans.filter(({ rhythm }) => rhythm.kind === 'interval').map(({ id }) => id))
  const isOwn = ({ planId }: PastRound) => planId !== null && own.has(planId)
  const byTarget = Map.groupBy(past.get(duty.id) ?? [], ({ targetId }) => targetId)
  const terms = readTerms(run.plan)
  return run.targets.flatMap((target) => {
    const rounds = byTarget.get(target.id) ?? []
    const unfinished = rounds.filter((round) => !round.isSettled && isOwn(round))
    // What is overdue or in somebody's hands is the one round, and no other comes before its end.
    if (unfinished.some(({ isFixed, dueAt }) => isFixed || dueAt <= planning.now)) return []
    const ended = rounds.filter(({ isSettled }) => isSettled)
    const occurrence = nextOccurrence(planning, run, target, {
      terms,
      ended: ended.map(endedIn(run, isOwn)),
      unfinished,
    })
    if (occurrence === null) return []
    const before = ended.findLast(({ topic }) => topic !== null)?.topic ?? null
    const topic = topicOf(run.plan, occurrence, { workingDays: target.workingDays, before })
    return [{ run, target, occurrence, topic }]
  })
}

/** Whoever did it, and for whatever plan, it is done; what was let off counts only where it was this rhythm's. */
function endedIn({ plan }: Run, isOwn: (round: PastRound) => boolean) {
  return (round: PastRound): EndedRound => {
    const letOff = isOwn(round) ? round.plannedOn : null
    return { key: round.key, countsOn: round.doneAt === null ? letOff : dayAt(round.doneAt, plan.timeZone) }
  }
}

type Known = { terms: Terms; ended: readonly EndedRound[]; unfinished: readonly PastRound[] }

function nextOccurrence(
  planning: Planning,
  { plan }: Run,
  target: RunTarget,
  { terms, ended, unfinished }: Known,
): Occurrence | null {
  if (plan.rhythm.kind !== 'interval') return refuseUnchecked(plan.rhythm.kind)
  const next = nextAfterInterval(plan.rhythm, terms, { ended, validUntil: target.validUntil })
  if (next === null) return null
  const moved = (day: Day) => movedForDaysOff(day, plan.holidays, target.workingDays)
  const stored = unfinished.find(({ key }) => key === next.key)
  const planned = possibleDay(next, moved, { planning, terms, target, stored })
  return planned === null || planned > terms.until ? null : allDayOccurrence(next, planned, terms)
}

type Situation = { planning: Planning; terms: Terms; target: RunTarget; stored: PastRound | undefined }

/** Its day or, where that is over or falls into a suspension, the first one after; null: there is none. */
function possibleDay(next: KeyedDate, moved: (day: Day) => Day, situation: Situation): Day | null {
  const { planning, terms, target, stored } = situation
  const occurrenceOn = (planned: Day) => allDayOccurrence(next, planned, terms)
  let planned = moved(next.date)
  // Without it none would ever come again. Once stored it stays on the day it was given.
  if (occurrenceOn(planned).dueAt <= planning.now) {
    planned = stored?.plannedOn ?? Math.max(moved(planning.today), planning.today)
  }
  for (const time of target.suspended.toSorted((a, b) => a.from - b.from)) {
    if (!isSuspended(occurrenceOn(planned), [time])) continue
    if (time.suspension.untilOn === null) return null
    planned = Math.max(moved(time.until + 1), time.until + 1)
  }
  return planned
}
