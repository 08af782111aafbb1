import { invalid, Refusal } from '../../domain/errors.ts'
import type { AuditEntry } from '../../platform/audit.ts'
import { commit, type Context } from '../../platform/context.ts'
import type { BoundWrite } from '../../platform/sql.ts'
import { ConstraintFailed } from '../../platform/store.ts'

/** Commits a change to one member. What only the table can know is refused in words. */
export async function keepMember(
  context: Context,
  writes: readonly BoundWrite[],
  entry: AuditEntry,
): Promise<void> {
  try {
    await commit(context, writes, [entry])
  } catch (fault) {
    if (!(fault instanceof ConstraintFailed)) throw fault
    if (fault.column === 'members.role') throw new Refusal('last-admin')
    if (fault.column === 'members.code') throw invalid({ path: 'code', code: 'staff-number-taken' })
    throw fault
  }
}
