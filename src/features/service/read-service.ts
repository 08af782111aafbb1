import { mayReadService, requireAllowed } from '../../domain/access.ts'
import {
  jobNames,
  storageTroubles,
  troublesOf,
  type JobName,
  type Planning,
  type Trouble,
} from '../../domain/service/health.ts'
import { dayAt, startOfDay, type Instant } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { planningProgress } from '../duties/queries-planning.ts'
import { unitsNamed, type Unit } from '../units/queries.ts'
import { findHeartbeat, lastRuns, planningOfOrganisation } from './queries.ts'
import { cyclesThatTell, watchedDuties, type WatchedDuty } from './queries-duties.ts'
import { quietFeeds, type QuietFeed } from './queries-feeds.ts'
import { undoableDuties, type UndoableDuty } from './undoable-duties.ts'

export type ServiceReport = {
  troubles: Trouble[]
  /** when each job last took a step for this organisation; null: never yet */
  jobs: { job: JobName; ranAt: Instant | null }[]
  planning: Planning & { rowsToday: number }
  /** of all organisations together; null where the store does not tell */
  databaseBytes: number | null
  undoable: Some<UndoableDuty>
  neglected: Some<WatchedDuty>
  /** the units that perform what is neglected, by id */
  performers: ReadonlyMap<string, Unit>
  quietFeeds: Some<QuietFeed>
}

/** A list with an end: whoever has more to see to begins with these. */
export type Some<T> = { items: T[]; hasMore: boolean }

const mostShown = 50

/** How the service is, and what stands still in this organisation without anybody having said so. */
export async function readService(
  context: Context,
  { isUnencrypted }: { isUnencrypted: boolean },
): Promise<ServiceReport> {
  requireAllowed(mayReadService(context.actor))
  const { store, now, org } = context
  const today = dayAt(now, org.timeZone)
  const duties = await watchedDuties(store, now, today)
  const undoable = await undoableDuties(context, duties, today)
  const known = new Set(undoable.map(({ duty }) => duty.id))
  const neglected = duties
    .filter(({ id, cyclesMissed }) => cyclesMissed >= cyclesThatTell && !known.has(id))
    .toSorted((a, b) => (a.lastDoneAt ?? 0) - (b.lastDoneAt ?? 0))
  const { troubles, ...workings } = await readWorkings(context)
  const shown = some(neglected)
  return {
    troubles: [...troubles, ...(isUnencrypted ? [{ code: 'unencrypted' } as const] : [])],
    ...workings,
    undoable: some(undoable),
    neglected: shown,
    performers: await unitsNamed(
      store,
      shown.items.map(({ performedBy }) => performedBy),
    ),
    quietFeeds: some(await quietFeeds(store, now, mostShown + 1)),
  }
}

/** What can be said without looking at what the organisation does. */
async function readWorkings({ store, now, org }: Context) {
  const today = dayAt(now, org.timeZone)
  const heartbeat = await findHeartbeat(store)
  const runs = await lastRuns(store)
  const planning = await planningOfOrganisation(store, today)
  const { rowsToday } = await planningProgress(store, startOfDay(today, org.timeZone))
  const { databaseBytes } = store.usage
  const jobs = Object.fromEntries([...runs].map(([job, ranAt]) => [job, { newest: ranAt, oldest: ranAt }]))
  // What goes wrong for others is not for this organisation to see.
  const own = heartbeat && { ...heartbeat, ...planning, jobs }
  return {
    troubles: [...troublesOf(own, now, today), ...storageTroubles(databaseBytes)],
    jobs: jobNames.map((job) => ({ job, ranAt: runs.get(job) ?? null })),
    planning: { ...planning, rowsToday },
    databaseBytes,
  }
}

function some<T>(all: readonly T[]): Some<T> {
  return { items: all.slice(0, mostShown), hasMore: all.length > mostShown }
}
