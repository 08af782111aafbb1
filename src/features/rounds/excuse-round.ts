import { decideExcuse, decideOnExcuse } from '../../domain/round/excuse.ts'
import { requireUsedReason } from '../../domain/round/excuse-reasons.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { commit, type Context } from '../../platform/context.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { wakeWaiting } from '../duties/repository-waits.ts'
import { entryFor, loadRound, onRound, subjectOf } from './on-round.ts'
import type { RoundDetail } from './queries.ts'
import {
  decideExcuseRequest,
  insertExcuseRequest,
  insertOutcome,
  settleRound,
  touchRound,
} from './repository-life.ts'
import { leaveCounts } from './repository.ts'

/** Asks that a round need not be done; who may grant it asks and grants in one. */
export async function excuseRound(
  context: Context,
  input: { id: string; code: string; reason: string },
): Promise<RoundDetail> {
  return onRound(context, input.id, async (detail) => {
    const { granted } = decideExcuse(context.actor, subjectOf(detail), context.now)
    requireUsedReason(context.org.settings.excuses, input.code)
    const { code, reason } = input
    const { actor, now } = context
    const request = insertExcuseRequest({ roundId: input.id, memberId: actor.memberId, code, reason, now })
    await commit(
      context,
      granted
        ? [request, ...grantWrites(context, detail, { code, reason, decision: null })]
        : [request, touchRound({ id: input.id, version: detail.round.version, now })],
      [entryFor(context, detail, granted ? 'excused' : 'excuse-asked', { after: { code, reason } })],
    )
    return loadRound(context, input.id)
  })
}

/** The owner grants or declines what was asked. */
export async function decideRoundExcuse(
  context: Context,
  input: { id: string; granted: boolean; reason: string | null },
): Promise<RoundDetail> {
  return onRound(context, input.id, async (detail) => {
    decideOnExcuse(context.actor, subjectOf(detail), input)
    const { actor, now } = context
    const { code, reason } = detail.excuse ?? { code: '', reason: '' }
    const declined = { roundId: input.id, granted: 0, memberId: actor.memberId, reason: input.reason, now }
    await commit(
      context,
      input.granted
        ? grantWrites(context, detail, { code, reason, decision: input.reason })
        : [decideExcuseRequest(declined), touchRound({ id: input.id, version: detail.round.version, now })],
      [
        entryFor(context, detail, input.granted ? 'excused' : 'excuse-declined', {
          before: { excuse: detail.excuse },
          after: { code, reason, decision: input.reason },
        }),
      ],
    )
    return loadRound(context, input.id)
  })
}

function grantWrites(
  { actor, now, org }: Context,
  { round }: RoundDetail,
  excuse: { code: string; reason: string; decision: string | null },
): BoundWrite[] {
  const by = { roundId: round.id, memberId: actor.memberId, now }
  return [
    decideExcuseRequest({ ...by, granted: 1, reason: excuse.decision }),
    insertOutcome({
      ...by,
      kind: 'excused',
      performedAt: now,
      lateEntry: 0,
      code: excuse.code,
      reason: excuse.reason,
      note: null,
      idempotencyKey: null,
    }),
    ...leaveCounts({ id: round.id }),
    settleRound({ id: round.id, version: round.version, checklistVersion: null, now }),
    ...wakeWaiting([round.dutyId], ['planned', 'done'], dayAt(now, org.timeZone)),
  ]
}
