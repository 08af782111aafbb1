import { createRoute, z } from '@hono/zod-openapi'
import { printCode } from '../../domain/sign-in-code.ts'
import { printInstant } from '../../domain/time/zone.ts'
import { answers, apiRoutes } from '../../platform/api.ts'
import { contextOf } from '../../platform/http.ts'
import { codeAddress, linkAddress } from './address.ts'
import { keyToTell } from './organisation-key.ts'
import { makeCode, makeLink } from './make-link.ts'
import { newCodeSchema, newLinkSchema } from './schemas.ts'

const params = z.object({ id: z.string() })

const newLink = createRoute({
  method: 'post',
  path: '/members/{id}/sign-in-links',
  summary: 'A link that signs the member in, once; its address is answered this once',
  request: { params },
  responses: answers(201, 'The link; what was made before no longer works', newLinkSchema),
})

const newCode = createRoute({
  method: 'post',
  path: '/members/{id}/sign-in-codes',
  summary: 'A code that signs the member in, once, to be read out to them; it is answered this once',
  request: { params },
  responses: answers(201, 'The code; what was made before no longer works', newCodeSchema),
})

export const signInApi = apiRoutes()
  .openapi(newLink, async (c) => {
    const context = contextOf(c)
    const { secret, expiresAt } = await makeLink(context, c.req.valid('param').id)
    const url = linkAddress(c.get('config').origin, secret)
    return c.json({ url, expiresAt: printInstant(expiresAt, context.org.timeZone) }, 201)
  })
  .openapi(newCode, async (c) => {
    const context = contextOf(c)
    const { code, expiresAt } = await makeCode(context, c.req.valid('param').id)
    const address = codeAddress(c.get('config').origin, await keyToTell(context.store))
    const body = { code: printCode(code), expiresAt: printInstant(expiresAt, context.org.timeZone), address }
    return c.json(body, 201)
  })
