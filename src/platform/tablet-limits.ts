import type { MiddlewareHandler } from 'hono'
import { isOnTablet } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import { contextOf, isSafe, type AppEnv } from './http.ts'

const ofRounds = /^\/(?:api\/v1\/)?rounds(?:\/|$)/
const ofTheTabletItself = /^\/tablet\//

/**
 * Denies by default: a session on a shared tablet changes rounds and nothing else, whatever route there will be. For routes
 * behind `requireMember`.
 */
export const tabletsDoRounds: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { path } = c.req
  const isAllowed = isSafe(c) || ofRounds.test(path) || ofTheTabletItself.test(path)
  if (!isAllowed && isOnTablet(contextOf(c).actor)) throw new Refusal('own-browser-only')
  await next()
}
