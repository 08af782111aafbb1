import type { MiddlewareHandler } from 'hono'
import { notFound } from '../domain/errors.ts'
import { contextOf, isSafe, mediaTypeOf, type AppContext, type AppEnv } from './http.ts'

const idForm =
  /^(?:unit|asset|member|duty|plan|checklist|round|feed|session|token|passkey|tablet|deputy|import|stretch)_([0-9a-z]+)_[0-9a-z]+$/

/**
 * Another organisation's id is not there: 404, wherever in path, query or body it stands, and before anything else is
 * said about the request. For routes behind `requireMember`.
 */
export const ownIdsOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { org } = contextOf(c)
  requireOwnIds(org.id, c.req.path.split('/'))
  requireOwnIds(org.id, c.req.queries())
  requireOwnIds(org.id, await bodyOf(c))
  await next()
}

function requireOwnIds(orgId: string, input: unknown): void {
  // Not recursive: a body may be nested deeper than the stack.
  const waiting = [input]
  while (waiting.length > 0) {
    const part = waiting.pop()
    if (typeof part === 'string') {
      const owner = idForm.exec(part)?.[1]
      if (owner !== undefined && owner !== orgId) throw notFound()
    } else if (typeof part === 'object' && part !== null) {
      for (const inner of Object.values(part)) waiting.push(inner)
    }
  }
}

/** Hono keeps what is read here for the handlers. What cannot be read is theirs to refuse. */
async function bodyOf(c: AppContext): Promise<unknown> {
  if (isSafe(c)) return null
  try {
    return mediaTypeOf(c) === 'application/json' ? await c.req.json() : await c.req.parseBody({ all: true })
  } catch {
    return null
  }
}
