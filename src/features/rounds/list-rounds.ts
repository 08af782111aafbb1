import { mayReadRound, seesAll } from '../../domain/access.ts'
import { invalid } from '../../domain/errors.ts'
import { stateOf, type RoundState } from '../../domain/round/state.ts'
import { startOfDay } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import {
  parseRoundCursor,
  roundCursorAfter,
  roundsOfAssignee,
  roundsOfDuty,
  roundsOfOrganisation,
  roundsOfOwners,
  roundsOfPerformers,
  type RoundCursor,
  type RoundRange,
  type RoundSummary,
} from './queries-lists.ts'
import { hiddenFrom } from './queries-hidden.ts'
import type { ListRoundsInput } from './schemas.ts'

export type RoundPage = { rounds: RoundSummary[]; next: RoundCursor | null }

/**
 * Rounds by due time that the actor may read. One filter chooses the index that is walked, the others only let through: a page
 * may come out short, and the list ends where `next` is null.
 */
export async function listRounds(context: Context, input: ListRoundsInput): Promise<RoundPage> {
  const walked = await walk(context, input, rangeOf(context, input))
  return {
    rounds: walked.filter((summary) => isWanted(context, input, summary)),
    next: roundCursorAfter(
      walked.map(({ round }) => round),
      input.limit,
    ),
  }
}

function walk(
  { store, actor, now }: Context,
  { unit, duty, ownedBy, performedBy, assignee }: ListRoundsInput,
  asked: Omit<RoundRange, 'hidden'>,
): Promise<RoundSummary[]> {
  const range = { ...asked, hidden: hiddenFrom(actor, now) }
  if (assignee !== undefined) return roundsOfAssignee(store, assignee, range)
  if (performedBy !== undefined) return roundsOfPerformers(store, [performedBy], range)
  if (duty !== undefined) return roundsOfDuty(store, duty, range)
  if (ownedBy !== undefined) return roundsOfOwners(store, [ownedBy], range)
  if (unit !== undefined || seesAll(actor)) return roundsOfOrganisation(store, range)
  return roundsOfPerformers(store, [...actor.ownUnits], range)
}

function isWanted(
  { actor, now }: Context,
  { state, unit, duty, ownedBy, performedBy, assignee }: ListRoundsInput,
  { round, outcome }: RoundSummary,
): boolean {
  return (
    mayReadRound(actor, round, now) &&
    (state === undefined || stateOf({ ...round, outcome }, now) === state) &&
    (unit === undefined || round.performedBy === unit || round.targetUnitId === unit) &&
    (duty === undefined || round.dutyId === duty) &&
    (ownedBy === undefined || round.ownedBy === ownedBy) &&
    (performedBy === undefined || round.performedBy === performedBy) &&
    (assignee === undefined || round.assigneeId === assignee)
  )
}

/** Due on a day means: by the end of it, which is the start of the next. */
function rangeOf(
  context: Context,
  { state, from, to, cursor, limit }: ListRoundsInput,
): Omit<RoundRange, 'hidden'> {
  const { timeZone } = context.org
  const first = from === undefined ? 0 : startOfDay(from, timeZone) + 1
  const end = to === undefined ? Infinity : startOfDay(to + 1, timeZone) + 1
  const span = state === undefined ? { from: 0, before: Infinity } : spanOf(state, context.now)
  const settled = state === undefined ? undefined : settledIn[state]
  const before = Math.min(end, span.before)
  return {
    ...(settled !== undefined && { settled }),
    ...(before !== Infinity && { before }),
    from: Math.max(first, span.from),
    after: cursor === undefined ? null : cursorOf(cursor),
    limit,
  }
}

/** A missed round is settled once it has its reason. */
const settledIn: Record<RoundState, boolean | undefined> = {
  planned: false,
  open: false,
  overdue: false,
  missed: undefined,
  done: true,
  late: true,
  'made-up': true,
  excused: true,
  withdrawn: true,
}

function spanOf(state: RoundState, now: number): { from: number; before: number } {
  if (state === 'planned' || state === 'open') return { from: now + 1, before: Infinity }
  if (state === 'overdue' || state === 'missed') return { from: 0, before: now + 1 }
  return { from: 0, before: Infinity }
}

function cursorOf(text: string): RoundCursor {
  const cursor = parseRoundCursor(text)
  if (cursor === null) throw invalid({ path: 'cursor', code: 'invalid-value' })
  return cursor
}
