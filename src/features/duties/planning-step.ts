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
  untouchedRoundsIn,
  type PlanningWorld,
  type StoredRound,
} from './queries-planning.ts'
import { isReplaced, planningOf, type Planning, type Run } from './runs.ts'
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
type Draft = { planning: Planning; days: Days; end: Day; rounds: DraftRound[] }
/** A round that has no place any more; `plannedOn` is null where it is taken back whatever its day. */
type Stray = { id: string; dutyId: string; plannedOn: Day | null }
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
  const strays = [...(await findMisfits(store, drafts, limits)), ...(await findStrays(store, drafts))]
  const straysOf = Map.groupBy(strays, ({ dutyId }) => dutyId)
  const ids = drafts.flatMap(({ rounds }) => rounds.map(({ values }) => values.id))
  const stored = await storedBefore(store, ids, limits.withdrawn)
  const steps: PlanningStep[] = []
  let left = limits.limit
  for (const draft of drafts) {
    if (left <= 0) break
    const step = stepOf(draft, straysOf.get(draft.planning.duty.id) ?? [], stored, left)
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
  const { limit, until } = limits
  const since = firstDayStillDue(duty.plans, limits.today)
  const planning = planningOf(duty, world, { ...limits, since })
  const end = planningEnd(planning)
  const from = duty.plannedUntilOn === null ? since : duty.plannedUntilOn + 1
  const last = Math.min(end, until ?? end)
  const days = {
    from,
    to: Math.min(last, from + Math.max(1, Math.floor(limit / roundsPerDay(planning.runs)))),
  }
  const expected = days.to === last ? roundsUpTo(planning, days) : wantedRounds(planning, days)
  const rounds = expected.map((round) => ({ run: round.run, values: valuesOf(orgId, duty, round) }))
  return { planning, days, end, rounds }
}

/** `strays`: what has no place any more, of which those beyond the days that the step plans wait for the next. */
function stepOf(
  { planning, days, end, rounds }: Draft,
  strays: readonly Stray[],
  stored: ReadonlyMap<string, StoredRound>,
  limit: number,
): PlanningStep {
  const changes = rounds.filter(({ run, values }) => isToWrite(stored.get(values.id), values, run, planning))
  const taken = changes.slice(0, limit).map(({ values }) => values)
  const firstLeft = changes[limit]?.values.plannedOn ?? Infinity
  const plannedUntilOn = Math.max(days.from - 1, Math.min(days.to, firstLeft - 1))
  const leaving = strays.filter(({ plannedOn }) => plannedOn === null || plannedOn <= plannedUntilOn)
  const isAlive = ({ id }: RoundValues) => stored.get(id)?.isWithdrawn === false
  const isWhole = plannedUntilOn >= end && changes.length <= limit
  return {
    insert: taken,
    withdraw: [...leaving, ...taken.filter(isAlive)].map(({ id }) => id),
    plannedUntilOn,
    planNextOn: isWhole ? nextLook(planning, plannedUntilOn) : planning.today,
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
): Promise<Stray[]> {
  const anew = drafts.filter(({ planning }) => planning.duty.plannedUntilOn === null)
  if (anew.length === 0) return []
  const misfits = await misfitRounds(store, {
    duties: anew.map(({ planning }) => planning.duty.id),
    known: anew.flatMap(({ planning }) =>
      planning.runs.flatMap(({ plan, targets }) => targets.map(({ id }) => pairOf(plan.id, id))),
    ),
    now,
  })
  return misfits.map((misfit) => ({ ...misfit, plannedOn: null }))
}

/** What these days hold and should not: a turn that is another's now, a day that is none any more. */
async function findStrays(store: Store, drafts: readonly Draft[]): Promise<Stray[]> {
  const expected = new Set(drafts.flatMap(({ rounds }) => rounds.map(({ values }) => values.id)))
  const replaced = new Set(
    drafts.flatMap(({ planning: { duty } }) =>
      duty.plans.filter((plan) => isReplaced(plan, duty)).map(({ id }) => id),
    ),
  )
  const untouched = await untouchedRoundsIn(
    store,
    drafts.map(({ planning: { duty, now, timeZone }, days }) => ({
      dutyId: duty.id,
      ...days,
      // Nothing is due before the day begins on which it is planned.
      dueAfter: Math.max(now, startOfDay(days.from, timeZone)),
    })),
  )
  return untouched.filter(({ id, planId }) => !expected.has(id) && !replaced.has(planId))
}

/** What is wanted where these days are the last that are planned. */
export function roundsUpTo(planning: Planning, days: Days): ExpectedRound[] {
  return [...wantedRounds(planning, days), ...openingRounds(planning, days.to)]
}

/** What can still be done and is not suspended, nearest first. */
function wantedRounds(planning: Planning, days: Days): ExpectedRound[] {
  return expectedRounds(planning, days)
    .filter(
      ({ occurrence, target }) =>
        occurrence.dueAt > planning.now && !isSuspended(occurrence, target.suspended),
    )
    .toSorted((a, b) => a.occurrence.planned - b.occurrence.planned)
}

/** What opens soon, though it is planned later: a year's round is there when the year begins. */
function openingRounds(planning: Planning, after: Day): ExpectedRound[] {
  const soon = planning.today + daysOpeningSoon
  const ahead = Math.max(0, ...planning.runs.map(({ plan }) => daysOpenBefore(plan)))
  const end = startOfDay(soon + 1, planning.timeZone)
  return wantedRounds(planning, { from: after + 1, to: soon + ahead }).filter(
    ({ occurrence }) => occurrence.opensAt < end,
  )
}

function isToWrite(
  stored: StoredRound | undefined,
  values: RoundValues,
  run: Run,
  planning: Planning,
): boolean {
  if (stored === undefined) return true
  if (stored.isFixed) return false
  return stored.isWithdrawn || hasChanged(stored, values, run) || hasMoved(stored, values, run, planning)
}

/** What a plan that was replaced had planned before the new one begins stays as it is. */
function hasChanged(before: StoredRound, after: RoundValues, run: Run): boolean {
  if (before.planId !== after.planId) return before.plannedOn >= run.from
  return (
    before.topic !== after.topic ||
    before.assigneeId !== after.assigneeId ||
    before.ownedBy !== after.ownedBy ||
    before.performedBy !== after.performedBy ||
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
    assigneeId: target.assigneeId,
    checklistId: duty.checklistId,
    makeUp: duty.makeUp,
    extra: false,
    occursOn: occurrence.date,
    plannedOn: occurrence.planned,
    startsAt: occurrence.startsAt,
    opensAt: occurrence.opensAt,
    dueAt: occurrence.dueAt,
    missesAt: occurrence.missesAt,
    hiddenUntil: null,
  }
}
