import type { Plan } from '../../domain/schedule/plan.ts'
import { startOfDay, type Instant } from '../../domain/time/zone.ts'
import type { Day } from '../../domain/time/civil.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'
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
  farthestMove,
  firstDayStillDue,
  lastDayOfSome,
  nextLook,
  planningEnd,
} from './horizon.ts'
import type { Duty } from './queries.ts'
import { storedRounds, type StoredRound } from './queries-planned.ts'
import type { PlanningWorld } from './queries-planning-world.ts'
import { isToWrite, valuesOf } from './planned-values.ts'
import { planningOf, type Planning, type Run } from './runs.ts'
import { comesAfterOthers, findStrays, type Stray } from './strays.ts'
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
type Draft = {
  planning: Planning
  days: Days
  end: Day
  rounds: DraftRound[]
  /** the ids of what it may have on these days and around them, at least up to that one */
  mayHave: (furthest: Day) => ReadonlySet<string>
}
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
  const strays = await findStrays(store, drafts, limits.now)
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
  const from = beginsAnew(planning, end) ? since : (duty.plannedUntilOn ?? since) + 1
  const last = Math.min(end, until ?? end)
  const days = { from, to: Math.min(last, lastDayOfSome(planning, from, limit)) }
  const expected = days.to === last ? roundsUpTo(planning, days) : wantedRounds(planning, days)
  const rounds = expected.map((round) => ({ run: round.run, values: valuesOf(orgId, duty, round) }))
  const mayHave = (furthest: Day) => {
    const reach = farthestMove(duty.plans)
    const to = Math.max(furthest, Math.min(end, days.to + reach))
    const may = staysOrComes(planning, { from: days.from - reach, to })
    return new Set(may.map((round) => valuesOf(orgId, duty, round).id))
  }
  return { planning, days, end, rounds, mayHave }
}

/** What comes after other rounds is compared from the start at each look, for its days may have changed. */
function beginsAnew({ duty }: Planning, end: Day): boolean {
  const { plannedUntilOn } = duty
  if (plannedUntilOn === null) return true
  return plannedUntilOn >= end - 1 && comesAfterOthers(duty)
}

/** How far a step came that left something: short of the day where a duty stands that was whole yesterday. */
function underway(reached: Day, { duty }: Planning, end: Day): Day {
  return comesAfterOthers(duty) ? Math.min(reached, end - 2) : reached
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
  const reached = Math.max(days.from - 1, Math.min(days.to, firstLeft - 1))
  const isWhole = reached >= end && changes.length <= limit
  const plannedUntilOn = isWhole ? reached : underway(reached, planning, end)
  const leaving = strays.filter(({ plannedOn }) => plannedOn === null || plannedOn <= plannedUntilOn)
  const isAlive = ({ id }: RoundValues) => stored.get(id)?.isWithdrawn === false
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

/** What is wanted where these days are the last that are planned. */
export function roundsUpTo(planning: Planning, days: Days): ExpectedRound[] {
  return [...wantedRounds(planning, days), ...openingRounds(planning, days.to)]
}

/** What is wanted; and what other working days would have moved into the past, which stays where it lies. */
function staysOrComes(planning: Planning, days: Days): ExpectedRound[] {
  const overtaken = expectedRounds(planning, days).filter(
    ({ run, occurrence }) => namesItsDays(run.plan) && occurrence.dueAt <= planning.now,
  )
  return [...roundsUpTo(planning, days), ...overtaken]
}

function namesItsDays({ rhythm }: Plan): boolean {
  return rhythm.kind === 'rule' || rhythm.kind === 'calendar'
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
