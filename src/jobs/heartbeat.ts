import { dayAt, type Instant } from '../domain/time/zone.ts'
import { lookOverAll } from '../features/service/queries.ts'
import { noteHeartbeat } from '../features/service/repository.ts'
import type { Store } from '../platform/store.ts'

/** Keeps what there is to say of all organisations in one row, so that asking how the service is costs one. */
export async function beat(
  store: Store,
  organisations: readonly { id: string; createdAt: Instant }[],
  now: Instant,
): Promise<void> {
  const found = await lookOverAll(store, organisations, dayAt(now, 'UTC'))
  await store.batch([noteHeartbeat({ at: now, ...found })])
}
