import { actsFor, mayReadRound, requireReadable } from '../../domain/access.ts'
import { notFound, Refusal } from '../../domain/errors.ts'
import type { RoundSubject } from '../../domain/round/subject.ts'
import { printDate } from '../../domain/time/civil.ts'
import { printInstant, printTime, toWall, type Instant } from '../../domain/time/zone.ts'
import type { AuditEntry } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { printShownName } from '../../platform/role-messages.ts'
import { ConstraintFailed } from '../../platform/store.ts'
import { membersShownTo } from './queries-work.ts'
import { findRound, type Round, type RoundDetail } from './queries.ts'

/** A round that the actor may read; any other is not there. */
export async function loadRound(context: Context, id: string): Promise<RoundDetail> {
  const detail = await findRound(context.store, id)
  if (!detail) throw notFound()
  requireReadable(mayReadRound(context.actor, detail.round, context.now))
  return detail
}

export function subjectOf({ round, outcome, excuse }: RoundDetail): RoundSubject {
  return { ...round, outcome, excuse }
}

/** How often a verb reads again and decides anew because somebody else was quicker. */
export const mostTries = 3

/**
 * Runs a verb on a round as it is now. Where somebody else changed the round between reading and writing, the batch has kept
 * nothing: the verb decides anew on what is there then, so that it either succeeds or says who did what and when.
 */
export async function onRound<T>(
  context: Context,
  id: string,
  attempt: (detail: RoundDetail) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const detail = await loadRound(context, id)
    try {
      return await attempt(detail)
    } catch (fault) {
      if (!wasOvertaken(fault)) throw await explained(context, detail, fault)
      if (tries === mostTries) throw new Refusal('stale-version')
    }
  }
}

/** Runs a verb on the round that the caller has seen, by its `If-Match`; a round that changed since is a stale version. */
export async function onSeenRound<T>(
  context: Context,
  { id, version }: { id: string; version: number },
  attempt: (detail: RoundDetail) => Promise<T>,
): Promise<T> {
  const detail = await loadRound(context, id)
  try {
    if (detail.round.version !== version) throw new Refusal('stale-version')
    return await attempt(detail)
  } catch (fault) {
    throw await explained(context, detail, fault)
  }
}

export function wasOvertaken(fault: unknown): boolean {
  return fault instanceof ConstraintFailed || (fault instanceof Refusal && fault.code === 'stale-version')
}

/** Says who and when, where the decision knew only ids and instants. */
async function explained(
  context: Context,
  { outcome, round }: RoundDetail,
  fault: unknown,
): Promise<unknown> {
  if (!(fault instanceof Refusal)) return fault
  switch (fault.code) {
    case 'already-done':
    case 'already-excused': {
      if (!outcome) return fault
      const shown = (await membersShownTo(context, [outcome.memberId])).get(outcome.memberId)
      const who = shown === undefined ? '' : printShownName(context.locale, shown)
      const params = { who, memberId: outcome.memberId, ...whenOf(context, outcome.performedAt) }
      return new Refusal(fault.code, { params })
    }
    case 'not-open-yet':
      return new Refusal(fault.code, { params: whenOf(context, round.opensAt) })
    default:
      return fault
  }
}

/** `when` as a clock on the wall shows it, `at` for programs. */
function whenOf({ org }: Context, instant: Instant): { when: string; at: string } {
  const wall = toWall(instant, org.timeZone)
  return {
    when: `${printDate(wall.day)} ${printTime(wall.second)}`,
    at: printInstant(instant, org.timeZone),
  }
}

/** An entry of the audit trail, which says so where somebody on leave was stood in for. */
export function entryFor(
  { actor }: Context,
  { round }: { round: Pick<Round, 'id' | 'performedBy' | 'assigneeId'> },
  action: string,
  change: { before?: unknown; after?: object },
): AuditEntry {
  const onBehalfOf = actsFor(actor, round)
  const after = onBehalfOf === null ? change.after : { ...change.after, onBehalfOf }
  return { action: `round.${action}`, subjectId: round.id, unitId: round.performedBy, ...change, after }
}
