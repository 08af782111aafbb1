import { createRoute, z } from '@hono/zod-openapi'
import { printDate } from '../../domain/time/civil.ts'
import { printInstant } from '../../domain/time/zone.ts'
import { answers, apiRoutes, jsonBody } from '../../platform/api.ts'
import { contextOf } from '../../platform/http.ts'
import { leavingSchema, releasedSchema, releaseSchema } from './leaving-schemas.ts'
import { readLeaving, type Leaving } from './read-leaving.ts'
import { releaseMember } from './release-member.ts'

const params = z.object({ id: z.string() })

const read = createRoute({
  method: 'get',
  path: '/members/{id}/leaving',
  summary: 'What a member still owes, and what would end with the account',
  request: { params },
  responses: answers(200, 'Counts go up to 200', leavingSchema),
})

const release = createRoute({
  method: 'post',
  path: '/members/{id}/leaving',
  summary: 'The member leaves: rounds are handed over, and whatever lets in as them ends at once',
  request: { params, ...jsonBody(releaseSchema) },
  responses: answers(200, 'The account is closed', releasedSchema),
})

export const leavingApi = apiRoutes()
  .openapi(read, async (c) => {
    const context = contextOf(c)
    const leaving = await readLeaving(context, c.req.valid('param').id)
    return c.json(toBody(leaving, context.org.timeZone), 200)
  })
  .openapi(release, async (c) => {
    const { handOverTo } = c.req.valid('json')
    const { id, closedOn, version } = await releaseMember(contextOf(c), {
      id: c.req.valid('param').id,
      handOverTo,
    })
    return c.json({ id, closedOn: printDate(closedOn), version }, 200)
  })

function toBody(leaving: Leaving, timeZone: string): z.output<typeof leavingSchema> {
  const { member, rounds, sole, waiting, feeds, secrets, leaves, standsIn, isLastAdmin } = leaving
  return {
    memberId: member.id,
    rounds: {
      count: rounds.count,
      isMore: rounds.isMore,
      groups: rounds.groups.map(({ dutyId, title, rounds: count, firstDueAt }) => ({
        dutyId,
        title,
        count,
        firstDueAt: printInstant(firstDueAt, timeZone),
      })),
    },
    onlyLeadOf: sole.lead,
    onlyPerformerOf: sole.performer,
    waiting,
    feeds: feeds.map(({ id, name }) => ({ id, name })),
    sessions: secrets.sessions,
    hasSignInLink: secrets.signInLink > 0,
    passkeys: secrets.passkeys,
    tabletPins: secrets.pins,
    accessTokens: secrets.tokens,
    deputies: leaves.map(({ id, deputyId }) => ({ id, deputyId })),
    standsIn: standsIn.map(({ id, memberId }) => ({ id, memberId })),
    isLastAdmin,
  }
}
