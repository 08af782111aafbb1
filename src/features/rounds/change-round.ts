import { doesRounds, mayDoRound, maySteerRound, requireAllowed } from '../../domain/access.ts'
import { decideHandOver, decideMove, type RoundTimes } from '../../domain/round/change.ts'
import { invalid } from '../../domain/errors.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { AuditEntry } from '../../platform/audit.ts'
import { commit, type Context } from '../../platform/context.ts'
import { wakeWaiting } from '../duties/repository-waits.ts'
import { requireMentioned } from './mentioned.ts'
import { entryFor, onSeenRound, subjectOf } from './on-round.ts'
import { findRound, type RoundDetail } from './queries.ts'
import { moveRound } from './repository-life.ts'
import { enterCounts, leaveCounts } from './repository.ts'
import type { ChangeRoundInput } from './schemas.ts'

type Hands = { assigneeId: string | null; performedBy: string }

/** Moves a round (改期, 延期), hands it over (转交), or both. */
export async function changeRound(
  context: Context,
  input: ChangeRoundInput & { id: string; version: number },
): Promise<RoundDetail> {
  return onSeenRound(context, input, async (detail) => {
    requireAllowed(mayDoRound(context.actor, detail.round) || maySteerRound(context.actor, detail.round))
    if (asksForNothing(input)) throw invalid({ path: '', code: 'nothing-to-change' })
    const times = movedTimes(context, detail, input)
    const hands = await newHands(context, detail, input)
    const entries = changeEntries(context, detail, { times, hands, reason: input.reason ?? null })
    if (entries.length === 0) return detail
    const { id, version } = detail.round
    const isPostponed = times.dueAt !== detail.round.dueAt
    const postponeReason = isPostponed ? (input.reason ?? null) : detail.round.postponeReason
    await commit(
      context,
      [
        ...leaveCounts({ id }),
        moveRound({ ...times, ...hands, postponeReason, id, version, now: context.now }),
        ...enterCounts({ id }),
        ...wakeWaiting([detail.round.dutyId], ['planned'], dayAt(context.now, context.org.timeZone)),
      ],
      entries,
    )
    return changedRound(context, detail)
  })
}

function asksForNothing({ planned, dueAt, assigneeId, performedBy }: ChangeRoundInput): boolean {
  return [planned, dueAt, assigneeId, performedBy].every((wanted) => wanted === undefined)
}

/** Also to somebody who has just handed it to a unit that is not theirs. */
async function changedRound({ store }: Context, before: RoundDetail): Promise<RoundDetail> {
  return (await findRound(store, before.round.id)) ?? before
}

function movedTimes(context: Context, detail: RoundDetail, input: ChangeRoundInput): RoundTimes {
  const { planned: plannedOn, dueAt, reason } = input
  if (plannedOn === undefined && dueAt === undefined) return detail.round
  const move = { plannedOn, dueAt, reason }
  return decideMove(context.actor, subjectOf(detail), move, context.now, context.org.timeZone)
}

async function newHands(context: Context, detail: RoundDetail, input: ChangeRoundInput): Promise<Hands> {
  const { assigneeId, performedBy } = detail.round
  if (input.assigneeId === undefined && input.performedBy === undefined) return { assigneeId, performedBy }
  decideHandOver(context.actor, subjectOf(detail))
  const { assigneeId: assignee } = await requireMentioned(context, {
    assigneeId: input.assigneeId,
    performedBy: input.performedBy,
  })
  if (assignee && (assignee.role === null || !doesRounds(assignee.role))) {
    throw invalid({ path: 'assigneeId', code: 'not-a-performer' })
  }
  return {
    assigneeId: input.assigneeId === undefined ? assigneeId : input.assigneeId,
    performedBy: input.performedBy ?? performedBy,
  }
}

type Changes = { times: RoundTimes; hands: Hands; reason: string | null }

function changeEntries(
  context: Context,
  detail: RoundDetail,
  { times, hands, reason }: Changes,
): AuditEntry[] {
  const { plannedOn, startsAt, dueAt, missesAt, assigneeId, performedBy } = detail.round
  const entries: AuditEntry[] = []
  if (times.dueAt !== dueAt || times.plannedOn !== plannedOn) {
    const action = times.dueAt === dueAt ? 'moved' : 'postponed'
    const { plannedOn: newDay, startsAt: newStart, dueAt: newDue, missesAt: newMiss } = times
    entries.push(
      entryFor(context, detail, action, {
        before: { plannedOn, startsAt, dueAt, missesAt },
        after: { plannedOn: newDay, startsAt: newStart, dueAt: newDue, missesAt: newMiss, reason },
      }),
    )
  }
  if (hands.assigneeId !== assigneeId || hands.performedBy !== performedBy) {
    entries.push(
      entryFor(context, detail, 'handed-over', { before: { assigneeId, performedBy }, after: hands }),
    )
  }
  return entries
}
