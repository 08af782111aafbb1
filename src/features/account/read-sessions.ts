import { requireOwnBrowser } from '../../domain/access.ts'
import type { Context } from '../../platform/context.ts'
import { sessionsOf, type Session } from './queries.ts'

export type OwnSession = Session & { isCurrent: boolean }

/** One's own sessions, the one that asks first. */
export async function readSessions({ actor, now, store }: Context): Promise<OwnSession[]> {
  requireOwnBrowser(actor)
  const sessions = await sessionsOf(store, actor.memberId, now)
  return sessions
    .map((session) => ({ ...session, isCurrent: session.id === actor.via.id }))
    .toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
}
