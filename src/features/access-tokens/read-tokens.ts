import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { invalid } from '../../domain/errors.ts'
import { parseCursor, printCursor } from '../../platform/api.ts'
import type { Context } from '../../platform/context.ts'
import { tokensBefore, type NamedToken, type TokenCursor } from './queries.ts'

/** A page of the organisation's tokens, the newest first, and the cursor of the next. */
export async function readTokens(
  { actor, now, store }: Context,
  cursor: string | undefined,
): Promise<{ tokens: NamedToken[]; next: string | null }> {
  requireAllowed(mayAdminister(actor))
  const { tokens, next } = await tokensBefore(store, now, cursorOf(cursor))
  return { tokens, next: next === null ? null : printCursor([next.createdAt, next.id]) }
}

function cursorOf(text: string | undefined): TokenCursor | null {
  if (text === undefined) return null
  const [createdAt, id] = parseCursor(text) ?? []
  if (typeof createdAt !== 'number' || typeof id !== 'string')
    throw invalid({ path: 'cursor', code: 'invalid-value' })
  return { createdAt, id }
}
