import { startOfDay, type Instant } from '../../domain/time/zone.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
import { derivedId } from '../../platform/ids.ts'
import {
  countNewRounds,
  countWithdrawnRounds,
  insertRounds,
  withdrawRounds,
  type RoundValues,
} from '../rounds/repository.ts'
import { expectedRounds, type Days, type ExpectedRound } from './expected-rounds.ts'
import { daysOpenBefore, firstDayStillDue, nextLook, planningEnd, roundsPerDay } from './horizon.ts'
import type { Duty } from './queries.ts'
import { misfits, storedRounds, type PlanningWorld, type StoredRound } from './queries-planning.ts'
import { runsOf, type Run } from './runs.ts'
import { isSuspended } from './suspended.ts'

/** What one step of planning changes, and how far the duty is planned then. */
export type PlanningStep = {
  insert: RoundValues[]
  /** rounds that have no place any more, and those of `insert` that are stored with other values */
  withdraw: string[]
  plannedUntilOn: Day | null
  planNextOn: Day | null
}

export type PlanningLimits = {
  now: Instant
  today: Day
  timeZone: string
  /** at most so many rounds */
  limit: number
  /** plan only up to this day, and what opens up to it: a request does not do a year's work */
  until?: Day
}

/**
 * The next step for a duty, from where its planning stands: the rounds nearest in time that are not stored as they should
 * be. Steps of any size, taken on any days, lead to the same rounds; where nothing is missing a step changes nothing.
 */
export async function planningStep(
  store: Store,
  duty: Duty,
  world: PlanningWorld,
  limits: PlanningLimits,
): Promise<PlanningStep> {
  const { today, timeZone, limit } = limits
  const since = firstDayStillDue(duty.plans, today)
  const runs = runsOf(duty, world, { today, since, timeZone })
  const beginsAnew = duty.plannedUntilOn === null
  const withdraw = beginsAnew ? await findMisfits(store, duty, runs, limits) : []
  if (withdraw.length === limit) return { insert: [], withdraw, plannedUntilOn: null, planNextOn: today }

  const end = planningEnd(duty.id, runs, today)
  const from = duty.plannedUntilOn === null ? since : duty.plannedUntilOn + 1
  const to = Math.min(end, limits.until ?? end, from + Math.max(1, Math.floor(limit / roundsPerDay(runs))))
  const changes = await changedRounds(store, duty, wantedRounds(duty, runs, { from, to }, limits))

  const firstLeft = changes[limit]
  const reached = firstLeft === undefined ? to : Math.min(to, firstLeft.values.plannedOn - 1)
  const plannedUntilOn = Math.max(from - 1, reached)
  const taken = changes.slice(0, limit)
  return {
    insert: taken.map(({ values }) => values),
    withdraw: [...withdraw, ...taken.filter(({ isStored }) => isStored).map(({ values }) => values.id)],
    plannedUntilOn,
    planNextOn: plannedUntilOn < end ? today : nextLook(duty.id, runs, { today, end: plannedUntilOn }),
  }
}

/** The writes of several steps: one statement a table. */
export function planningWrites(steps: readonly PlanningStep[], now: Instant): BoundWrite[] {
  const insert = steps.flatMap((step) => step.insert)
  const withdraw = steps.flatMap((step) => step.withdraw)
  const rows = JSON.stringify(insert)
  return [
    ...withdrawals(withdraw, 'replanned', now),
    ...(insert.length === 0 ? [] : [...countNewRounds({ rows }), insertRounds({ rows, now })]),
  ]
}

export type WithdrawalReason = 'replanned' | 'revised' | 'suspended' | 'closed'

/** Withdraws what nobody has touched of these rounds. */
export function withdrawals(
  roundIds: readonly string[],
  reason: WithdrawalReason,
  now: Instant,
): BoundWrite[] {
  if (roundIds.length === 0) return []
  const ids = JSON.stringify(roundIds)
  return [...countWithdrawnRounds({ ids }), withdrawRounds({ ids, reason, now })]
}

async function findMisfits(store: Store, duty: Duty, runs: readonly Run[], { now, limit }: PlanningLimits) {
  const known = runs.flatMap(({ plan, targets }) => targets.map(({ id }) => `${plan.id} ${id ?? ''}`))
  return misfits(store, { dutyId: duty.id, now, known, limit })
}

/** What can still be done and is not suspended, nearest first. */
function wantedRounds(duty: Duty, runs: readonly Run[], days: Days, limits: PlanningLimits): ExpectedRound[] {
  return [...expectedRounds(duty.id, runs, days), ...openingRounds(duty, runs, days, limits)]
    .filter(({ occurrence, target }) => {
      return occurrence.dueAt > limits.now && !isSuspended(occurrence, target.suspended)
    })
    .toSorted((a, b) => a.occurrence.planned - b.occurrence.planned)
}

/** Rounds that open within the days of a limited step, though they are planned after them. */
function openingRounds(duty: Duty, runs: readonly Run[], { to }: Days, { until, timeZone }: PlanningLimits) {
  if (until === undefined || to < until) return []
  const ahead = Math.max(0, ...runs.map(({ plan }) => daysOpenBefore(plan)))
  const end = startOfDay(until + 1, timeZone)
  return expectedRounds(duty.id, runs, { from: until + 1, to: until + ahead }).filter(
    ({ occurrence }) => occurrence.opensAt < end,
  )
}

type Change = { values: RoundValues; isStored: boolean }

async function changedRounds(store: Store, duty: Duty, wanted: readonly ExpectedRound[]): Promise<Change[]> {
  const rounds = wanted.map((round) => ({ round, values: valuesOf(store.orgId, duty, round) }))
  const stored = await storedRounds(
    store,
    rounds.map(({ values }) => values.id),
  )
  return rounds.flatMap(({ round, values }): Change[] => {
    const before = stored.get(values.id)
    if (before === undefined) return [{ values, isStored: false }]
    if (before.isFixed) return []
    if (before.isWithdrawn) return [{ values, isStored: false }]
    return hasChanged(before, values, round.run) ? [{ values, isStored: true }] : []
  })
}

/** What a plan that was replaced had planned before the new one begins stays as it is. */
function hasChanged(before: StoredRound, after: RoundValues, run: Run): boolean {
  if (before.planId !== after.planId) return before.plannedOn >= run.from
  return (
    before.ownedBy !== after.ownedBy ||
    before.performedBy !== after.performedBy ||
    before.targetUnitId !== after.targetUnitId ||
    before.checklistId !== after.checklistId ||
    before.makeUp !== after.makeUp
  )
}

function valuesOf(orgId: string, duty: Duty, { run, target, occurrence }: ExpectedRound): RoundValues {
  return {
    id: derivedId('round', orgId, [duty.id, occurrence.key, target.id]),
    dutyId: duty.id,
    planId: run.plan.id,
    key: occurrence.key,
    title: null,
    topic: null,
    targetKind: target.kind,
    targetId: target.id,
    targetUnitId: target.unitId,
    ownedBy: duty.ownedBy,
    performedBy: target.performedBy,
    assigneeId: null,
    checklistId: duty.checklistId,
    makeUp: duty.makeUp,
    extra: false,
    occursOn: occurrence.date,
    plannedOn: occurrence.planned,
    startsAt: occurrence.startsAt,
    opensAt: occurrence.opensAt,
    dueAt: occurrence.dueAt,
    missesAt: occurrence.missesAt,
  }
}
