import { dayAt } from '../../domain/time/zone.ts'
import type { AuditEntry } from '../../platform/audit.ts'
import { commit, type Context } from '../../platform/context.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { replanByCalendar } from '../duties/repository.ts'

/** Keeps a change of the working days; what nobody has touched of the rounds to come is planned by it again. */
export async function commitDays(
  context: Context,
  writes: readonly BoundWrite[],
  entry: AuditEntry,
): Promise<void> {
  const today = dayAt(context.now, context.org.timeZone)
  await commit(context, [...writes, replanByCalendar({ today })], [entry])
}
