import type { Instant } from '../domain/time/zone.ts'
import { isSafe, type AppContext } from './http.ts'
import { logFault } from './log.ts'
import { write } from './sql.ts'
import type { Store } from './store.ts'

const anHour = 3_600_000

const stampUse = write<{ hash: string; now: Instant; before: Instant }>(
  'session.stamp-use',
  `UPDATE sessions SET used_at = :now WHERE org_id = :org AND token_hash = :hash AND used_at <= :before`,
)

/**
 * When a session was last in use, to the hour. A GET writes nothing: where an hour has passed its page asks to note it
 * (`POST /account/seen`), and any other request that writes does so by itself.
 */
export function noteUse(c: AppContext, store: Store, session: { hash: string; usedAt: Instant }): void {
  const now = c.get('now')
  const before = now - anHour
  if (session.usedAt > before) return
  c.set('isUseToNote', true)
  if (isSafe(c)) return
  const stamped = store.batch([stampUse({ hash: session.hash, now, before })])
  c.executionCtx.waitUntil(stamped.catch((fault: unknown) => logFault(c, fault)))
}
