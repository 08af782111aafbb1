import type { Named } from '../../domain/named.ts'
import { stateOf } from '../../domain/round/state.ts'
import { printDate } from '../../domain/time/civil.ts'
import { printInstant, type Instant } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import type { Outcome, Round, RoundDetail } from './queries.ts'
import type { RoundSummary } from './queries-lists.ts'
import { namesOf } from './queries-work.ts'
import type { Record } from './record-answers.ts'
import type { RecordBody, RoundBody, RoundSummaryBody } from './schemas.ts'

type Titled = Named | null | undefined

export function roundBody(context: Context, { round, outcome, excuse, duty }: RoundDetail): RoundBody {
  const titled = duty && { name: duty.title, nameEn: duty.titleEn }
  return {
    ...summaryBody(context, { round, outcome }, titled),
    excuse: excuse && {
      ...excuse,
      askedAt: printInstant(excuse.askedAt, context.org.timeZone),
      decidedAt: printed(context, excuse.decidedAt),
    },
  }
}

/** The bodies of a list; the title of each duty is looked up once. */
export async function summaryBodies(
  context: Context,
  rounds: readonly RoundSummary[],
): Promise<RoundSummaryBody[]> {
  const dutyIds = rounds.flatMap(({ round }) => round.dutyId ?? [])
  const { duties } = await namesOf(context, { duties: dutyIds, units: [], assets: [], members: [] })
  return rounds.map((summary) => summaryBody(context, summary, duties.get(summary.round.dutyId ?? '')))
}

function summaryBody(context: Context, { round, outcome }: RoundSummary, duty: Titled): RoundSummaryBody {
  const at = (instant: Instant) => printInstant(instant, context.org.timeZone)
  const perhapsAt = (instant: Instant | null) => printed(context, instant)
  return {
    id: round.id,
    dutyId: round.dutyId,
    key: round.key,
    title: duty?.name ?? round.title ?? '',
    titleEn: duty?.nameEn ?? null,
    topic: round.topic,
    state: stateOf({ ...round, outcome }, context.now),
    planned: printDate(round.plannedOn),
    startsAt: perhapsAt(round.startsAt),
    opensAt: at(round.opensAt),
    dueAt: at(round.dueAt),
    missesAt: perhapsAt(round.missesAt),
    firstDueAt: perhapsAt(round.firstDueAt),
    postponeReason: round.postponeReason,
    ownedBy: round.ownedBy,
    performedBy: round.performedBy,
    assigneeId: round.assigneeId,
    targetKind: round.targetKind,
    targetId: round.targetId,
    targetUnitId: round.targetUnitId,
    checklistId: round.checklistId,
    checklistVersion: round.checklistVersion,
    makeUp: round.makeUp,
    extra: round.extra,
    startedAt: perhapsAt(round.startedAt),
    startedBy: round.startedBy,
    withdrawnAt: perhapsAt(round.withdrawnAt),
    withdrawnReason: round.withdrawnReason,
    missReason: missReasonBody(context, round),
    outcome: outcome && outcomeBody(context, outcome),
    version: round.version,
  }
}

function outcomeBody(context: Context, outcome: Outcome): RoundSummaryBody['outcome'] {
  const { kind, memberId, lateEntry, confirmedBy, code, reason, note } = outcome
  return {
    kind,
    memberId,
    lateEntry,
    confirmedBy,
    code,
    reason,
    note,
    performedAt: printInstant(outcome.performedAt, context.org.timeZone),
    enteredAt: printInstant(outcome.enteredAt, context.org.timeZone),
    confirmedAt: printed(context, outcome.confirmedAt),
  }
}

function missReasonBody(context: Context, round: Round): RoundSummaryBody['missReason'] {
  if (round.missReason === null) return null
  return {
    reason: round.missReason,
    memberId: round.missReasonBy,
    at: printed(context, round.missReasonAt),
    acknowledgedBy: round.missAcknowledgedBy,
    acknowledgedAt: printed(context, round.missAcknowledgedAt),
  }
}

export function recordBody(context: Context, { checklistVersion, items, answers }: Record): RecordBody {
  return {
    checklistVersion,
    items: items.map((item) => ({ ...item, help: item.help ?? null, helpEn: item.helpEn ?? null })),
    answers: answers.map(({ id, item, value, note, answeredAt, memberId, reason }) => ({
      id,
      item,
      value,
      note,
      at: printInstant(answeredAt, context.org.timeZone),
      memberId,
      reason,
    })),
  }
}

function printed({ org }: Context, instant: Instant | null): string | null {
  return instant === null ? null : printInstant(instant, org.timeZone)
}
