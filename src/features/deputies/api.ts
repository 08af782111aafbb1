import { createRoute, z } from '@hono/zod-openapi'
import { printDate } from '../../domain/time/civil.ts'
import { dayAt, lastDayBefore } from '../../domain/time/zone.ts'
import { answers, apiRoutes, jsonBody, refusal } from '../../platform/api.ts'
import type { Context } from '../../platform/context.ts'
import { contextOf } from '../../platform/http.ts'
import { appointDeputy } from './appoint-deputy.ts'
import { endLeave } from './end-leave.ts'
import type { Leave } from './queries.ts'
import { readDeputies } from './read-deputies.ts'
import { deputiesSchema, deputySchema, newDeputySchema, type DeputyBody } from './schemas.ts'

const params = z.object({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/members/{id}/deputies',
  summary: 'Who stands in for a member on leave, and for whom the member stands in, now and to come',
  request: { params },
  responses: answers(200, 'Both lists, the nearest first', deputiesSchema),
})

const appoint = createRoute({
  method: 'post',
  path: '/members/{id}/deputies',
  summary: 'A leave of the member and who stands in meanwhile',
  request: { params, ...jsonBody(newDeputySchema) },
  responses: answers(
    201,
    'What is assigned to the member is the deputy’s to do as well, on these days',
    deputySchema,
  ),
})

const end = createRoute({
  method: 'delete',
  path: '/members/{id}/deputies/{deputyId}',
  summary: 'The member is back before the time, or does not go',
  request: { params: z.object({ id: z.string(), deputyId: z.string() }) },
  responses: { 204: { description: 'The deputy stands in no more' }, ...refusal },
})

export const deputiesApi = apiRoutes()
  .openapi(list, async (c) => {
    const context = contextOf(c)
    const { leaves, standsIn } = await readDeputies(context, c.req.valid('param').id)
    const bodies = (some: readonly Leave[]) => some.map((leave) => toBody(context, leave))
    return c.json({ deputies: bodies(leaves), standsIn: bodies(standsIn) }, 200)
  })
  .openapi(appoint, async (c) => {
    const context = contextOf(c)
    const leave = await appointDeputy(context, { ...c.req.valid('json'), memberId: c.req.valid('param').id })
    return c.json(toBody(context, leave), 201)
  })
  .openapi(end, async (c) => {
    const { id: memberId, deputyId: id } = c.req.valid('param')
    await endLeave(contextOf(c), { memberId, id })
    return c.body(null, 204)
  })

function toBody({ now, org }: Context, leave: Leave): DeputyBody {
  const { id, memberId, deputyId, madeBy, fromAt, untilAt } = leave
  return {
    id,
    memberId,
    deputyId,
    madeBy,
    from: printDate(dayAt(fromAt, org.timeZone)),
    until: printDate(lastDayBefore(untilAt, org.timeZone)),
    lasts: fromAt <= now && now < untilAt,
  }
}
