import { Hono } from 'hono'
import { createApp } from '../app.ts'
import type { AppEnv } from '../platform/http.ts'
import { demoClock } from './clock.ts'
import { demoRoutes } from './routes.tsx'

/** The service as it is deployed, with `/demo` in front of it. */
const service = createApp({ clock: demoClock, signInPath: '/demo' })

const app = new Hono<AppEnv>()
app.route('/demo', demoRoutes)
app.all('*', (c) => service.fetch(c.req.raw, c.env, c.executionCtx))

export default { fetch: app.fetch }
