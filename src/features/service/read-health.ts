import { storageTroubles, troublesOf, type Heartbeat, type Trouble } from '../../domain/service/health.ts'
import { dayAt, type Instant } from '../../domain/time/zone.ts'
import type { Store } from '../../platform/store.ts'
import { findHeartbeat } from './queries.ts'

export type Health = { heartbeat: Heartbeat | null; troubles: Trouble[] }

/** How the service as a whole is: one row, of which nothing belongs to an organisation. */
export async function readHealth(store: Store, now: Instant): Promise<Health> {
  const heartbeat = await findHeartbeat(store)
  const troubles = [
    ...troublesOf(heartbeat, now, dayAt(now, 'UTC')),
    ...storageTroubles(store.usage.databaseBytes),
  ]
  return { heartbeat, troubles }
}
