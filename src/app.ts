import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppContext, AppEnv, Clock } from './platform/http.ts'
import { begin, bodies, refusalOf, sameOriginWrites, securityHeaders } from './platform/http.ts'
import { logFault } from './platform/log.ts'
import { faultResponse, problemResponse } from './platform/problem.ts'
import { readSession } from './platform/session.ts'
import { notFound } from './domain/errors.ts'
import { unitsApi } from './features/units/api.ts'

export type AppOptions = {
  clock: Clock
  /** where a page sends people who are not signed in */
  signInPath: string
}

/** Middleware in order, then every feature. Nothing else answers. */
export function createApp(options: AppOptions): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>()
  app.use(begin(options.clock), securityHeaders, sameOriginWrites)
  app.use('/api/*', bodies('json'), readSession)

  app.route('/api/v1', unitsApi)

  app.notFound((c) => refused(c, notFound(), options))
  app.onError((fault, c) => refused(c, fault, options))
  return app
}

function refused(c: AppContext, fault: unknown, _options: AppOptions): Response | Promise<Response> {
  const refusal = refusalOf(fault)
  if (!refusal) logFault(c, fault)
  return refusal ? problemResponse(c, refusal) : faultResponse(c)
}
