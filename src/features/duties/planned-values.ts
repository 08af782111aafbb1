import { drawsDates, isDrawn } from '../../domain/schedule/draw.ts'
import type { Occurrence } from '../../domain/schedule/occurrences.ts'
import { topicOf } from '../../domain/schedule/topics.ts'
import { startOfDay, type Instant } from '../../domain/time/zone.ts'
import { derivedId } from '../../platform/ids.ts'
import type { RoundValues } from '../rounds/repository.ts'
import { takesTurns } from '../../domain/schedule/awaited.ts'
import type { ExpectedRound } from './expected-rounds.ts'
import { joiningUnits, type Duty } from './queries.ts'
import type { StoredRound } from './queries-planned.ts'
import { isReplaced, type Planning, type Run } from './runs.ts'
import { isMissedIn } from './suspended.ts'

/** Whether a round is not stored as it should be, and planning may change that. */
export function isToWrite(
  stored: StoredRound | undefined,
  values: RoundValues,
  run: Run,
  planning: Planning,
): boolean {
  if (stored === undefined) return true
  if (stored.isFixed) return false
  if (stored.isWithdrawn || hasMoved(stored, values, run, planning)) return true
  return stored.planId === values.planId ? hasChanged(stored, values) : isTakenOver(stored, run, planning)
}

/** What a plan that was replaced had planned before the new one begins stays as it is, if it held on any day. */
function isTakenOver(before: StoredRound, run: Run, { runs }: Planning): boolean {
  return before.plannedOn >= run.from || runs.every(({ plan }) => plan.id !== before.planId)
}

function hasChanged(before: StoredRound, after: RoundValues): boolean {
  return (
    before.topic !== after.topic ||
    before.assigneeId !== after.assigneeId ||
    before.ownedBy !== after.ownedBy ||
    before.performedBy !== after.performedBy ||
    before.withUnits.join() !== after.withUnits.join() ||
    before.targetUnitId !== after.targetUnitId ||
    before.checklistId !== after.checklistId ||
    before.makeUp !== after.makeUp
  )
}

/** Another working-day calendar, or what it is counted from, has given it other times. What lies behind us stays. */
function hasMoved(
  before: StoredRound,
  after: RoundValues,
  { plan }: Run,
  { duty, today }: Planning,
): boolean {
  if (before.planId !== after.planId || isReplaced(plan, duty)) return false
  if (before.plannedOn < today || after.plannedOn < today) return false
  return (
    before.plannedOn !== after.plannedOn ||
    before.startsAt !== after.startsAt ||
    before.opensAt !== after.opensAt ||
    before.dueAt !== after.dueAt ||
    before.missesAt !== after.missesAt ||
    before.hiddenUntil !== after.hiddenUntil
  )
}

/** A round that is expected, as it is stored. */
export function valuesOf(orgId: string, duty: Duty, expected: ExpectedRound): RoundValues {
  const { run, target, occurrence } = expected
  return {
    id: derivedId('round', orgId, [duty.id, occurrence.key, target.id]),
    dutyId: duty.id,
    planId: run.plan.id,
    key: occurrence.key,
    title: null,
    topic: expected.topic === undefined ? ownTopic(expected) : expected.topic,
    targetKind: target.kind,
    targetId: target.id,
    targetUnitId: target.unitId,
    ownedBy: duty.ownedBy,
    performedBy: target.performedBy,
    withUnits: joiningUnits(duty, target.performedBy),
    assigneeId: target.assigneeId,
    checklistId: duty.checklistId,
    makeUp: duty.makeUp,
    extra: false,
    occursOn: occurrence.date,
    plannedOn: occurrence.planned,
    startsAt: occurrence.startsAt,
    opensAt: occurrence.opensAt,
    dueAt: occurrence.dueAt,
    missesAt: isMissedIn(occurrence, target.suspended) ? null : occurrence.missesAt,
    hiddenUntil: expected.hiddenUntil ?? hiddenUntil(run, occurrence),
  }
}

/** Targets that take turns share the occurrences of the run. */
function ownTopic({ run, target, occurrence }: ExpectedRound): string | null {
  const { workingDays } = takesTurns(run.plan) ? run : target
  return topicOf(run.plan, occurrence, { workingDays })
}

/** A drawn target shows when the round opens, a drawn date when the day comes, be the window open before. */
function hiddenUntil({ plan }: Run, { opensAt, planned }: Occurrence): Instant | null {
  if (drawsDates(plan)) return Math.max(opensAt, startOfDay(planned, plan.timeZone))
  return isDrawn(plan) ? opensAt : null
}
