import {
  doesRounds,
  mayGrantForRound,
  mayReadRound,
  requireAllowed,
  requireReadable,
} from '../../domain/access.ts'
import { invalid, notFound, Refusal } from '../../domain/errors.ts'
import { decideHandOver } from '../../domain/round/change.ts'
import { decideExcuse } from '../../domain/round/excuse.ts'
import { requireUsedReason } from '../../domain/round/excuse-reasons.ts'
import { commit, type Context } from '../../platform/context.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { requireMentioned } from './mentioned.ts'
import { entryFor, mostTries, wasOvertaken } from './on-round.ts'
import { roundsWithIds, type SubjectRound } from './queries-several.ts'
import { handOverRounds, insertExcuses, insertGrantedRequests, settleRounds } from './repository-several.ts'
import { enterCountsOf, leaveCountsOf } from './repository.ts'
import type { ExcuseSeveralInput, HandOverSeveralInput } from './several-schemas.ts'

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
  const { actor, now } = context
  const { memberId } = actor
  requireUsedReason(context.org.settings.excuses, code)
  return onSeveral(context, ids, {
    decide: (round) => {
      requireAllowed(mayGrantForRound(actor, round))
      decideExcuse(actor, round, now)
    },
    entryOf: () => ({ action: 'excused', after: { code, reason } }),
    writesFor: (rows, accepted) => [
      insertGrantedRequests({ ids: accepted, memberId, code, reason, now }),
      insertExcuses({ ids: accepted, memberId, code, reason, now }),
      ...leaveCountsOf({ ids: accepted }),
      settleRounds({ rows, now }),
    ],
  })
}

type Step = {
  /** throws a refusal where this round cannot take it */
  decide(round: SubjectRound): void
  entryOf(round: SubjectRound): { action: string; before?: object; after: object }
  /** `rows` with their versions, `accepted` the ids alone */
  writesFor(rows: string, accepted: string): BoundWrite[]
}

/** One batch for all that are accepted; where somebody was quicker with one of them, all are decided anew. */
async function onSeveral(context: Context, ids: readonly string[], step: Step): Promise<SeveralDone> {
  for (let tries = 1; ; tries += 1) {
    const rounds = await loadSeveral(context, ids)
    const decided = rounds.map((round) => ({ round, refusal: refusalOf(() => step.decide(round)) }))
    const done = decided.flatMap(({ round, refusal }) => (refusal === null ? [round] : []))
    const refused = decided.flatMap(({ round, refusal }) => (refusal === null ? [] : [{ round, refusal }]))
    if (done.length === 0) return { done, refused }
    const rows = JSON.stringify(done.map(({ id, version }) => ({ id, version })))
    const accepted = JSON.stringify(done.map(({ id }) => id))
    const entries = done.map((round) => {
      const { action, ...change } = step.entryOf(round)
      return entryFor(context, { round }, action, change)
    })
    try {
      await commit(context, step.writesFor(rows, accepted), entries)
      return { done, refused }
    } catch (fault) {
      if (!wasOvertaken(fault) || tries === mostTries) throw fault
    }
  }
}

function refusalOf(decide: () => void): Refusal | null {
  try {
    decide()
    return null
  } catch (fault) {
    if (fault instanceof Refusal) return fault
    throw fault
  }
}
