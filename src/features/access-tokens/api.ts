import { createRoute, z } from '@hono/zod-openapi'
import { printInstant } from '../../domain/time/zone.ts'
import { answers, apiRoutes, jsonBody, listOf, refusal } from '../../platform/api.ts'
import { contextOf } from '../../platform/http.ts'
import { createToken } from './create-token.ts'
import type { Token } from './queries.ts'
import { readTokens } from './read-tokens.ts'
import { revokeToken } from './revoke-token.ts'
import { createTokenSchema, newTokenSchema, tokenSchema, type TokenBody } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/tokens',
  summary: 'The access tokens, the newest first',
  request: { query: z.object({ cursor: z.string().max(200).optional() }) },
  responses: answers(200, 'Those that ended too', listOf(tokenSchema)),
})

const create = createRoute({
  method: 'post',
  path: '/tokens',
  summary: 'A new access token; it is answered this once',
  request: jsonBody(createTokenSchema),
  responses: answers(201, 'What is known of the token, and the token itself', newTokenSchema),
})

const revoke = createRoute({
  method: 'delete',
  path: '/tokens/{id}',
  summary: 'Revoke an access token: it stops working at once',
  request: { params: z.object({ id: z.string() }) },
  responses: { 204: { description: 'Revoked' }, ...refusal },
})

export const accessTokensApi = apiRoutes()
  .openapi(list, async (c) => {
    const context = contextOf(c)
    const { tokens, next } = await readTokens(context, c.req.valid('query').cursor)
    return c.json({ items: tokens.map((token) => toBody(token, context.org.timeZone)), next }, 200)
  })
  .openapi(create, async (c) => {
    const context = contextOf(c)
    const { token, secret } = await createToken(context, c.req.valid('json'))
    return c.json({ ...toBody(token, context.org.timeZone), token: secret }, 201)
  })
  .openapi(revoke, async (c) => {
    await revokeToken(contextOf(c), c.req.valid('param').id)
    return c.body(null, 204)
  })

function toBody(token: Token, timeZone: string): TokenBody {
  const { id, name, role, rights, madeBy, state, roleNow } = token
  const createdAt = printInstant(token.createdAt, timeZone)
  const expiresAt = printInstant(token.expiresAt, timeZone)
  return { id, name, role, rights, madeBy, createdAt, expiresAt, state, roleNow }
}
