import { createRoute, z } from '@hono/zod-openapi'
import { printInstant } from '../../domain/time/zone.ts'
import { answers, apiRoutes } from '../../platform/api.ts'
import { contextOf } from '../../platform/http.ts'
import { linkAddress } from './address.ts'
import { makeLink } from './make-link.ts'
import { newLinkSchema } from './schemas.ts'

const make = createRoute({
  method: 'post',
  path: '/members/{id}/sign-in-links',
  summary: 'A link that signs the member in, once; its address is answered this once',
  request: { params: z.object({ id: z.string() }) },
  responses: answers(201, 'The link; the one made before no longer works', newLinkSchema),
})

export const signInApi = apiRoutes().openapi(make, async (c) => {
  const context = contextOf(c)
  const { secret, expiresAt } = await makeLink(context, c.req.valid('param').id)
  const url = linkAddress(c.get('config').origin, secret)
  return c.json({ url, expiresAt: printInstant(expiresAt, context.org.timeZone) }, 201)
})
