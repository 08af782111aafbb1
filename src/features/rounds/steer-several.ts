import {
  doesRounds,
  mayGrantForRound,
  mayReadRound,
  requireAllowed,
  requireReadable,
} from '../../domain/access.ts'
import { invalid, notFound, Refusal } from '../../domain/errors.ts'
import { decideHandOver, type RoundTimes } from '../../domain/round/change.ts'
import { decideExcuse } from '../../domain/round/excuse.ts'
import { requireUsedReason } from '../../domain/round/excuse-reasons.ts'
import { decideMoveOfSeveral, type MoveTo } from '../../domain/round/move-several.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { wakeWaiting } from '../duties/repository-waits.ts'
import { requireMentioned } from './mentioned.ts'
import { entryFor, mostTries, wasOvertaken } from './on-round.ts'
import { roundsWithIds, type SubjectRound } from './queries-several.ts'
import {
  handOverRounds,
  insertExcuses,
  insertGrantedRequests,
  moveRounds,
  settleRounds,
} from './repository-several.ts'
import { enterCountsOf, leaveCountsOf } from './repository.ts'
import type {
  ExcuseSeveralInput,
  HandOverSeveralInput,
  MoveSeenInput,
  MoveSeveralInput,
} from './several-schemas.ts'

/** Each round is decided on its own: what is refused keeps none of the others. */
export type SeveralDone = {
  done: readonly SubjectRound[]
  refused: readonly { round: SubjectRound; refusal: Refusal }[]
}

/** Rounds that the actor may read; where one of them is not there, none is. */
export async function loadSeveral(context: Context, ids: readonly string[]): Promise<SubjectRound[]> {
  const rounds = await roundsWithIds(context.store, ids)
  if (rounds.length < new Set(ids).size) throw notFound()
  for (const round of rounds) requireReadable(mayReadRound(context.actor, round, context.now))
  return rounds
}

/** To one member, one unit, or both. */
export async function handOverSeveral(context: Context, input: HandOverSeveralInput): Promise<SeveralDone> {
  const { ids, assigneeId, performedBy } = input
  if (assigneeId === null && performedBy === null) throw invalid({ path: 'assigneeId', code: 'required' })
  const { assigneeId: assignee } = await requireMentioned(context, { assigneeId, performedBy })
  if (assignee && (assignee.role === null || !doesRounds(assignee.role))) {
    throw invalid({ path: 'assigneeId', code: 'not-a-performer' })
  }
  return onSeveral(context, ids, {
    decide: (round) => decideHandOver(context.actor, round),
    entryOf: (round) => ({
      action: 'handed-over',
      before: { assigneeId: round.assigneeId, performedBy: round.performedBy },
      after: { assigneeId, performedBy: performedBy ?? round.performedBy },
    }),
    writesFor: (rows, accepted) => [
      ...leaveCountsOf({ ids: accepted }),
      handOverRounds({ rows, assigneeId, performedBy, now: context.now }),
      ...enterCountsOf({ ids: accepted }),
    ],
  })
}

/** Excused at once by who may grant it, for one reason. */
export async function excuseSeveral(context: Context, input: ExcuseSeveralInput): Promise<SeveralDone> {
  const { ids, code, reason } = input
  const { actor, now, org } = context
  const { memberId } = actor
  requireUsedReason(context.org.settings.excuses, code)
  return onSeveral(context, ids, {
    decide: (round) => {
      requireAllowed(mayGrantForRound(actor, round))
      decideExcuse(actor, round, now)
    },
    entryOf: () => ({ action: 'excused', after: { code, reason } }),
    writesFor: (rows, accepted, excused) => [
      insertGrantedRequests({ ids: accepted, memberId, code, reason, now }),
      insertExcuses({ ids: accepted, memberId, code, reason, now }),
      ...leaveCountsOf({ ids: accepted }),
      settleRounds({ rows, now }),
      ...wakeWaiting(
        excused.map(({ dutyId }) => dutyId),
        ['planned', 'done'],
        dayAt(now, org.timeZone),
      ),
    ],
  })
}

/**
 * All to one day, or each by so many days; the keys stay, so that planning never makes them a second time. What has changed
 * since it was looked at stays: a second click moves nothing farther.
 */
export async function moveSeveral(context: Context, input: MoveSeenInput): Promise<SeveralDone> {
  const { actor, now, org } = context
  const wanted = wantedMove(input)
  const { reason } = wanted
  const seen = new Map(input.ids.map((id, index) => [id, input.versions[index]]))
  return onSeveral(context, input.ids, {
    decide: (round) => {
      if (round.version !== seen.get(round.id)) throw new Refusal('stale-version')
      return decideMoveOfSeveral(actor, round, wanted, now, org.timeZone)
    },
    entryOf: (round, times) => ({
      action: times.dueAt === round.dueAt ? 'moved' : 'postponed',
      before: timesIn(round),
      after: { ...timesIn(times), reason },
    }),
    writesFor: (rows, accepted, moved) => [
      ...leaveCountsOf({ ids: accepted }),
      moveRounds({ rows, reason, now }),
      ...enterCountsOf({ ids: accepted }),
      ...wakeWaiting(
        moved.map(({ dutyId }) => dutyId),
        ['planned'],
        dayAt(now, org.timeZone),
      ),
    ],
  })
}

/** What moving them would do to each, without doing it. */
export async function previewMove(context: Context, input: MoveSeveralInput): Promise<MovePreview[]> {
  const { actor, now, org } = context
  const wanted = wantedMove(input)
  const rounds = await loadSeveral(context, input.ids)
  return rounds.map((round) => {
    const { decided, refusal } = tryTo(() => decideMoveOfSeveral(actor, round, wanted, now, org.timeZone))
    return { round, times: decided, refusal }
  })
}

export type MovePreview = { round: SubjectRound; times: RoundTimes | null; refusal: Refusal | null }

function wantedMove({ to, by, reason }: MoveSeveralInput): { moveTo: MoveTo; reason: string | null } {
  if (to !== null && by !== null) throw invalid({ path: 'by', code: 'day-or-days' })
  const moveTo = to !== null ? { to } : by !== null ? { by } : null
  if (moveTo === null) throw invalid({ path: 'to', code: 'required' })
  return { moveTo, reason: reason || null }
}

function timesIn({ plannedOn, startsAt, opensAt, dueAt, missesAt }: RoundTimes) {
  return { plannedOn, startsAt, opensAt, dueAt, missesAt }
}

type Step<Decided> = {
  /** throws a refusal where this round cannot take it; what it answers goes into the round's row of `rows` */
  decide: (round: SubjectRound) => Decided
  entryOf: (round: SubjectRound, decided: Decided) => { action: string; before?: object; after: object }
  /** `rows` with their versions, `accepted` the ids alone */
  writesFor: (rows: string, accepted: string, rounds: readonly SubjectRound[]) => BoundWrite[]
}

/** One batch for all that are accepted; where somebody was quicker with one of them, all are decided anew. */
async function onSeveral<Decided extends object | void>(
  context: Context,
  ids: readonly string[],
  step: Step<Decided>,
): Promise<SeveralDone> {
  for (let tries = 1; ; tries += 1) {
    const rounds = await loadSeveral(context, ids)
    const tried = rounds.map((round) => ({ round, ...tryTo(() => step.decide(round)) }))
    const taken = tried.flatMap((each) => (each.refusal === null ? [each] : []))
    const refused = tried.flatMap(({ round, refusal }) => (refusal === null ? [] : [{ round, refusal }]))
    const done = taken.map(({ round }) => round)
    if (done.length === 0) return { done, refused }
    const rows = JSON.stringify(
      taken.map(({ round: { id, version }, decided }) => ({ ...decided, id, version })),
    )
    const accepted = JSON.stringify(done.map(({ id }) => id))
    const entries = taken.map(({ round, decided }) => {
      const { action, ...change } = step.entryOf(round, decided)
      return entryFor(context, { round }, action, change)
    })
    try {
      await commit(context, step.writesFor(rows, accepted, done), entries)
      return { done, refused }
    } catch (fault) {
      if (!wasOvertaken(fault) || tries === mostTries) throw fault
    }
  }
}

type Tried<Decided> = { decided: Decided; refusal: null } | { decided: null; refusal: Refusal }

function tryTo<Decided>(decide: () => Decided): Tried<Decided> {
  try {
    return { decided: decide(), refusal: null }
  } catch (fault) {
    if (fault instanceof Refusal) return { decided: null, refusal: fault }
    throw fault
  }
}
