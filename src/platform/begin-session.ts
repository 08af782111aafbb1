import type { AuditEntry } from './audit.ts'
import { commit } from './context.ts'
import { hashOfSecret, newId, newSecret } from './ids.ts'
import { endOfSession } from './session.ts'
import type { BoundWrite } from './sql.ts'
import { ConstraintFailed } from './store.ts'
import type { Visit } from './visit.ts'

/** What every way in writes of the session that it begins. */
export type SessionValues = {
  hash: string
  id: string
  tabletId: string | null
  userAgent: string
  now: number
  expiresAt: number
}

export type WayIn = {
  memberId: string
  /** writes the session where the proof still holds; else its `member_id` is NULL, which the table refuses */
  insert: (session: SessionValues) => BoundWrite
  /** uses the proof up, in the same transaction */
  spend: readonly BoundWrite[]
  /** what the audit trail says of it */
  entry: Pick<AuditEntry, 'unitId' | 'after'>
}

/** The secret of a new session, or null where the proof does not hold any more: somebody else was quicker. */
export async function beginSession(visit: Visit, wayIn: WayIn): Promise<string | null> {
  const { now, store, userAgent, tabletId } = visit
  const { memberId, insert, spend, entry } = wayIn
  const secret = newSecret(store.orgId)
  const session = insert({
    hash: hashOfSecret(secret),
    id: newId('session', store.orgId),
    tabletId,
    userAgent,
    now,
    expiresAt: endOfSession(tabletId, now),
  })
  try {
    await commit(
      { ...visit, actor: { memberId } },
      [session, ...spend],
      [{ ...entry, action: 'session.begun', subjectId: memberId }],
    )
  } catch (fault) {
    if (fault instanceof ConstraintFailed && fault.column === 'sessions.member_id') return null
    throw fault
  }
  return secret
}
