import { commit, type Context } from '../../platform/context.ts'
import { endSession } from '../../platform/session.ts'

export async function signOut(context: Context, secret: string): Promise<void> {
  const { memberId } = context.actor
  await commit(context, [endSession(secret)], [{ action: 'session.ended', subjectId: memberId }])
}
