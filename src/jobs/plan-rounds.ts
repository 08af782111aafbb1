import { Refusal } from '../domain/errors.ts'
import { dayAt, startOfDay, type Instant } from '../domain/time/zone.ts'
import { planDuties, roundsAtOnce } from '../features/duties/plan-duty.ts'
import { dutiesToPlan, type Duty } from '../features/duties/queries.ts'
import { haveTargetsChanged, planningProgress } from '../features/duties/queries-planning.ts'
import {
  noteHolidaysSeen,
  notePlanningRun,
  noteRowsWritten,
  noteTargetsSeen,
  replanByCalendar,
  replanTargeted,
} from '../features/duties/repository.ts'
import { commit, type JobContext } from '../platform/context.ts'

/** Index entries, counts and change stamps included. */
const rowsOfOneRound = 6
/** Each takes up to two statements; a step stays under 24. */
const dutiesAtOnce = 4
/** Units and assets are looked through so often. */
const lookAtTargetsEvery = 10 * 60_000
/** A change may be kept so much later than the time it bears. */
const longestRequest = 60_000

/**
 * One step: plans duties that are due for it, nearest first, within the rows that may be written a day. It works from what
 * each duty has stored as planned, so a lost run is caught up and one that fires twice changes nothing.
 */
export async function planRounds(
  context: JobContext,
  asOf: Instant,
  allowance: number,
): Promise<{ done: boolean; handled: number }> {
  const { store, org } = context
  const today = dayAt(asOf, org.timeZone)
  const dayStart = startOfDay(today, org.timeZone)
  const { rowsToday, targetsSeenAt, holidaysSeen } = await planningProgress(store, dayStart)
  if (asOf - targetsSeenAt >= lookAtTargetsEvery) {
    await lookAround(context, asOf, { targetsSeenAt, holidaysSeen })
    return { done: false, handled: 0 }
  }

  const limit = Math.min(roundsAtOnce, Math.floor((allowance - rowsToday) / rowsOfOneRound))
  const duties = limit > 0 ? await dutiesToPlan(store, today, dutiesAtOnce) : []
  const before = store.usage.rowsWritten
  const handled = await planTogether({ ...context, now: asOf }, duties, limit)
  const rows = store.usage.rowsWritten - before
  await store.batch([notePlanningRun(asOf), ...(rows === 0 ? [] : [noteRowsWritten(rows, dayStart, asOf)])])
  return { done: duties.length === 0, handled }
}

/** Nothing, where somebody changed one of them meanwhile or another run took the same step: the next step reads again. */
async function planTogether(context: JobContext, duties: readonly Duty[], limit: number): Promise<number> {
  if (duties.length === 0) return 0
  try {
    return (await planDuties(context, duties, limit)).planned
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'stale-version') return 0
    throw fault
  }
}

/**
 * A unit or asset that was added, closed, moved or tagged changes the targets: duties that pick any are planned anew. So are
 * those that keep to working days when a release brings other holidays, such as the announcement of the coming year.
 */
async function lookAround(
  context: JobContext,
  asOf: Instant,
  seen: { targetsSeenAt: Instant; holidaysSeen: number | null },
): Promise<void> {
  const { store, org, holidays } = context
  const today = dayAt(asOf, org.timeZone)
  const haveChanged = await haveTargetsChanged(store, seen.targetsSeenAt - longestRequest)
  const { country } = org.settings.workingDays
  const version = country === null ? 0 : (await holidays(country)).version
  const areOther = seen.holidaysSeen !== null && seen.holidaysSeen !== version
  const writes = [
    ...(haveChanged ? [replanTargeted({ today })] : []),
    ...(areOther ? [replanByCalendar({ today })] : []),
    noteTargetsSeen(asOf),
    ...(seen.holidaysSeen === version ? [] : [noteHolidaysSeen(version, asOf)]),
  ]
  await commit(context, writes, [])
}
