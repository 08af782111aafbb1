import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http.ts'
import { madeText } from '../../platform/openapi/made-text.ts'

/** Open to everybody: it tells nothing of any organisation. */
export const openApiRoute = new Hono<AppEnv>().get('/openapi.json', async (c) => {
  const { body } = await madeText('openapi.json', c.env)
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'private, max-age=300' }
  return new Response(body, { headers })
})
