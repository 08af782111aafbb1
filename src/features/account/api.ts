import { createRoute, z } from '@hono/zod-openapi'
import { printInstant } from '../../domain/time/zone.ts'
import { answers, apiRoutes, listOf, refusal } from '../../platform/api.ts'
import { contextOf } from '../../platform/http.ts'
import { endSession, endSessions } from './end-session.ts'
import { readSessions, type OwnSession } from './read-sessions.ts'
import { sessionSchema, type SessionBody } from './schemas.ts'
import { signOutMember } from './sign-out-member.ts'

const params = z.object({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/sessions',
  summary: 'Where you are signed in',
  responses: answers(200, 'Your sessions, this one first', listOf(sessionSchema)),
})

const end = createRoute({
  method: 'delete',
  path: '/sessions/{id}',
  summary: 'End one of your sessions',
  request: { params },
  responses: { 204: { description: 'Ended' }, ...refusal },
})

const endOthers = createRoute({
  method: 'delete',
  path: '/sessions',
  summary: 'End all your sessions but this one',
  responses: { 204: { description: 'Ended' }, ...refusal },
})

const endOfMember = createRoute({
  method: 'delete',
  path: '/members/{id}/sessions',
  summary: 'Sign a member out everywhere; passkeys, PINs, and a link or code that waits for them go too',
  request: { params },
  responses: { 204: { description: 'Ended' }, ...refusal },
})

export const accountApi = apiRoutes()
  .openapi(list, async (c) => {
    const context = contextOf(c)
    const sessions = await readSessions(context)
    return c.json({ items: sessions.map((one) => toBody(one, context.org.timeZone)), next: null }, 200)
  })
  .openapi(end, async (c) => {
    await endSession(contextOf(c), c.req.valid('param').id)
    return c.body(null, 204)
  })
  .openapi(endOthers, async (c) => {
    await endSessions(contextOf(c), 'others')
    return c.body(null, 204)
  })
  .openapi(endOfMember, async (c) => {
    await signOutMember(contextOf(c), c.req.valid('param').id)
    return c.body(null, 204)
  })

function toBody(session: OwnSession, timeZone: string): SessionBody {
  return {
    id: session.id,
    current: session.isCurrent,
    begunBy: session.begunBy,
    device: session.device,
    tablet: session.tabletName,
    createdAt: printInstant(session.createdAt, timeZone),
    usedAt: printInstant(session.usedAt, timeZone),
    expiresAt: printInstant(session.expiresAt, timeZone),
  }
}
