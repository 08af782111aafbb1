import { requireOwnBrowser } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import { commit, type Context } from '../../platform/context.ts'
import { sessionsOf } from './queries.ts'
import { deleteSession, deleteSessions } from './repository.ts'

/** Ends one of one's own sessions, this one or another. Whose it is not, to them it is not there. */
export async function endSession(context: Context, id: string): Promise<void> {
  const { actor, now, store } = context
  requireOwnBrowser(actor)
  const { memberId } = actor
  const { begunBy, device } = requireFound(
    (await sessionsOf(store, memberId, now)).find((session) => session.id === id),
  )
  await commit(
    context,
    [deleteSession({ memberId, id })],
    [{ action: 'session.ended', subjectId: memberId, before: { begunBy, device } }],
  )
}

/** Ends all of one's own sessions but this one, or this one too. */
export async function endSessions(context: Context, which: 'others' | 'all'): Promise<void> {
  const { actor, now, store } = context
  requireOwnBrowser(actor)
  const keptId = which === 'others' ? actor.via.id : ''
  const ended = (await sessionsOf(store, actor.memberId, now)).filter(({ id }) => id !== keptId)
  if (ended.length === 0) return
  await commit(
    context,
    [deleteSessions({ memberId: actor.memberId, keptId })],
    [{ action: 'sessions.ended', subjectId: actor.memberId, before: { sessions: ended.length } }],
  )
}
