import { Hono } from 'hono'
import china from '../../holidays/CN.json' with { type: 'json' }
import { createApp } from '../../src/app.ts'
import type { AppEnv } from '../../src/platform/http.ts'
import { newUsage } from '../../src/platform/store.ts'
import { benchRoutes } from './routes.ts'

/** The service as it is deployed; each answer says what it cost the store. */
const service = createApp({ clock: () => Date.now(), signInPath: '/sign-in' })

const app = new Hono<AppEnv>()
app.route('/bench', benchRoutes)
app.all('*', async (c) => {
  const usage = newUsage()
  const answer = await service.fetch(c.req.raw, { ...c.env, usage }, c.executionCtx)
  const counted = new Response(answer.body, answer)
  counted.headers.set('X-Statements', String(usage.statements))
  counted.headers.set('X-Rows-Read', String(usage.rowsRead))
  counted.headers.set('X-Rows-Written', String(usage.rowsWritten))
  return counted
})

/** Served without assets, it has the one file that the demo reads of them. */
const holidays = { fetch: () => Promise.resolve(Response.json(china)) }

export default {
  fetch: (request: Request, env: Partial<AppEnv['Bindings']>, execution: ExecutionContext) =>
    app.fetch(request, { ASSETS: holidays, ...env }, execution),
}
