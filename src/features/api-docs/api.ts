import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http.ts'
import { describeApi, type Described } from './describe-api.ts'

let text: string | undefined

/** Open to everybody: it tells nothing of any organisation. */
export function openApiRoute(described: Described): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/openapi.json', (c) => {
    text ??= JSON.stringify(describeApi(described))
    return c.body(text, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'private, max-age=300' })
  })
}
