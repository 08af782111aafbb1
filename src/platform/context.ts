import type { Actor, Via } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import type { Lottery } from '../domain/schedule/draw.ts'
import type { Instant } from '../domain/time/zone.ts'
import { auditWrites, type AuditEntry } from './audit.ts'
import { countCommit } from './change-stamps.ts'
import type { HolidayTables } from './holiday-tables.ts'
import type { Locale } from './i18n.ts'
import type { Organisation } from './organisation.ts'
import type { BoundWrite } from './sql.ts'
import { ConstraintFailed, type Store } from './store.ts'

/** What a verb works with; built once a request (or a job's step) and never of Hono's making. */
export type Context = {
  org: Organisation
  actor: Actor
  now: Instant
  locale: Locale
  requestId: string
  store: Store
  holidays: HolidayTables
  /** null: the deployment has no secret to draw by */
  lottery: Lottery | null
}

/** What a job works with: the service itself acts. */
export type JobContext = Omit<Context, 'actor' | 'locale'>

/** What `commit` asks of a context; nobody acts where the service itself does. */
export type Committer = Pick<Context, 'now' | 'requestId' | 'store'> & {
  actor?: Pick<Actor, 'memberId'> & { via?: Via }
}

/**
 * Keeps the writes and their audit entries in one transaction. Answers how many rows each write changed.
 * A NOT NULL `version` that failed means that somebody else was quicker: 412.
 */
export async function commit(
  context: Committer,
  writes: readonly BoundWrite[],
  entries: readonly AuditEntry[],
): Promise<number[]> {
  const stamp = { at: context.now, memberId: actingIn(context), requestId: context.requestId }
  const audit = auditWrites(entries, stamp)
  try {
    const [, ...changed] = await context.store.batch([countCommit({}), ...writes, ...audit])
    return changed
  } catch (fault) {
    if (fault instanceof ConstraintFailed && fault.kind === 'not-null' && fault.column.endsWith('.version')) {
      throw new Refusal('stale-version')
    }
    throw fault
  }
}

/** Whom the audit trail names: a program by its token, which names its maker. */
export function actingIn({ actor }: Committer): string | null {
  if (!actor) return null
  return actor.via?.kind === 'token' ? actor.via.id : actor.memberId
}
