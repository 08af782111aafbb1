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
import {
  daysOpenBefore,
  daysOpeningSoon,
  firstDayStillDue,
  nextLook,
  planningEnd,
  roundsPerDay,
} from './horizon.ts'
import type { Duty } from './queries.ts'
import {
  misfitRounds,
  pairOf,
  storedRounds,
  type PlanningWorld,
  type StoredRound,
} from './queries-planning.ts'
import { runsOf, type Run } from './runs.ts'
import { isSuspended } from './suspended.ts'

/** What a step of planning changes of one duty, and how far that is planned then. */
export type PlanningStep = {
  insert: RoundValues[]
  /** rounds that have no place any more, and those of `insert` that are stored with other values */
  withdraw: string[]
  plannedUntilOn: Day | null
  planNextOn: Day | null
}

type Times = { now: Instant; today: Day; timeZone: string }

export type PlanningLimits = Times & {
  /** about so many rounds, of all duties together */
  limit: number
  /** plan only up to this day: a request does not do a year's work */
  until?: Day
  /** rounds that the batch withdraws before the step */
  withdrawn?: ReadonlySet<string>
}

/** A duty with what it should have in the next days. */
type Draft = { duty: Duty; runs: Run[]; days: Days; end: Day; rounds: DraftRound[] }
type DraftRound = { run: Run; values: RoundValues }

/**
 * The next step for these duties, from where the planning of each stands: the rounds nearest in time that are not stored as
 * they should be. Steps of any size, taken on any days, lead to the same rounds; where nothing is missing a step changes
 * nothing. Answers a step for each of the first duties, as many as the limit has room for.
 */
export async function planningSteps(
  store: Store,
  duties: readonly Duty[],
  world: PlanningWorld,
  limits: PlanningLimits,
): Promise<PlanningStep[]> {
  const drafts = draftsOf(store.orgId, duties, world, limits)
  const misfits = await findMisfits(store, drafts, limits)
  const ids = drafts.flatMap(({ rounds }) => rounds.map(({ values }) => values.id))
  const stored = await storedBefore(store, ids, limits.withdrawn)
  const steps: PlanningStep[] = []
  let left = limits.limit
  for (const draft of drafts) {
    if (left <= 0) break
    const step = stepOf(draft, misfits.get(draft.duty.id) ?? [], stored, { today: limits.today, limit: left })
    steps.push(step)
    left -= step.insert.length
  }
  return steps
}

async function storedBefore(
  store: Store,
  ids: readonly string[],
  withdrawn: ReadonlySet<string> = new Set(),
): Promise<ReadonlyMap<string, StoredRound>> {
  const stored = await storedRounds(store, ids)
  for (const [id, round] of stored) if (withdrawn.has(id)) stored.set(id, { ...round, isWithdrawn: true })
  return stored
}

function draftsOf(
  orgId: string,
  duties: readonly Duty[],
  world: PlanningWorld,
  limits: PlanningLimits,
): Draft[] {
  const drafts: Draft[] = []
  let left = limits.limit
  for (const duty of duties) {
    if (left <= 0) break
    const draft = draftOf(orgId, duty, world, { ...limits, limit: left })
    drafts.push(draft)
    left -= draft.rounds.length
  }
  return drafts
}

function draftOf(orgId: string, duty: Duty, world: PlanningWorld, limits: PlanningLimits): Draft {
  const { today, timeZone, limit, until } = limits
  const since = firstDayStillDue(duty.plans, today)
  const runs = runsOf(duty, world, { today, since, timeZone })
  const end = planningEnd(duty.id, runs, today)
  const from = duty.plannedUntilOn === null ? since : duty.plannedUntilOn + 1
  const last = Math.min(end, until ?? end)
  const days = { from, to: Math.min(last, from + Math.max(1, Math.floor(limit / roundsPerDay(runs)))) }
  const expected =
    days.to === last ? roundsUpTo(duty, runs, days, limits) : wantedRounds(duty, runs, days, limits.now)
  const rounds = expected.map((round) => ({ run: round.run, values: valuesOf(orgId, duty, round) }))
  return { duty, runs, days, end, rounds }
}

function stepOf(
  { duty, runs, days, end, rounds }: Draft,
  misfits: readonly string[],
  stored: ReadonlyMap<string, StoredRound>,
  { today, limit }: { today: Day; limit: number },
): PlanningStep {
  const changes = rounds.filter(({ run, values }) => isToWrite(stored.get(values.id), values, run))
  const taken = changes.slice(0, limit).map(({ values }) => values)
  const firstLeft = changes[limit]?.values.plannedOn ?? Infinity
  const plannedUntilOn = Math.max(days.from - 1, Math.min(days.to, firstLeft - 1))
  const isAlive = ({ id }: RoundValues) => stored.get(id)?.isWithdrawn === false
  const isWhole = plannedUntilOn >= end && changes.length <= limit
  return {
    insert: taken,
    withdraw: [...misfits, ...taken.filter(isAlive).map(({ id }) => id)],
    plannedUntilOn,
    planNextOn: isWhole ? nextLook(duty.id, runs, { today, end: plannedUntilOn }) : today,
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

/** Of duties that are planned anew: what was planned for a plan and target that do not belong together any more. */
async function findMisfits(
  store: Store,
  drafts: readonly Draft[],
  { now }: PlanningLimits,
): Promise<Map<string, string[]>> {
  const anew = drafts.filter(({ duty }) => duty.plannedUntilOn === null)
  if (anew.length === 0) return new Map()
  return misfitRounds(store, {
    duties: anew.map(({ duty }) => duty.id),
    known: anew.flatMap(({ runs }) =>
      runs.flatMap(({ plan, targets }) => targets.map(({ id }) => pairOf(plan.id, id))),
    ),
    now,
  })
}

/** What is wanted where these days are the last that are planned. */
export function roundsUpTo(duty: Duty, runs: readonly Run[], days: Days, limits: Times): ExpectedRound[] {
  return [...wantedRounds(duty, runs, days, limits.now), ...openingRounds(duty, runs, days.to, limits)]
}

/** What can still be done and is not suspended, nearest first. */
function wantedRounds(duty: Duty, runs: readonly Run[], days: Days, now: Instant): ExpectedRound[] {
  return expectedRounds(duty.id, runs, days)
    .filter(({ occurrence, target }) => occurrence.dueAt > now && !isSuspended(occurrence, target.suspended))
    .toSorted((a, b) => a.occurrence.planned - b.occurrence.planned)
}

/** What opens soon, though it is planned later: a year's round is there when the year begins. */
function openingRounds(duty: Duty, runs: readonly Run[], after: Day, limits: Times): ExpectedRound[] {
  const soon = limits.today + daysOpeningSoon
  const ahead = Math.max(0, ...runs.map(({ plan }) => daysOpenBefore(plan)))
  const end = startOfDay(soon + 1, limits.timeZone)
  return wantedRounds(duty, runs, { from: after + 1, to: soon + ahead }, limits.now).filter(
    ({ occurrence }) => occurrence.opensAt < end,
  )
}

function isToWrite(stored: StoredRound | undefined, values: RoundValues, run: Run): boolean {
  if (stored === undefined) return true
  return !stored.isFixed && (stored.isWithdrawn || hasChanged(stored, values, run))
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
