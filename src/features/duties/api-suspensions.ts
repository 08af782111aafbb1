import { createRoute, z } from '@hono/zod-openapi'
import { printDate } from '../../domain/time/civil.ts'
import { answers, apiRoutes, jsonBody } from '../../platform/api.ts'
import { contextOf } from '../../platform/http.ts'
import type { Suspension } from './queries.ts'
import { resume } from './resume.ts'
import { suspendedSchema, suspendSchema, suspensionSchema } from './schemas.ts'
import { suspend } from './suspend.ts'
import type { Subject } from './suspendable.ts'

const params = z.object({ id: z.string() })

const collections: readonly (readonly [Subject['kind'], string])[] = [
  ['duty', 'duties'],
  ['unit', 'units'],
  ['asset', 'assets'],
]

export const suspensionsApi = apiRoutes()

for (const [kind, collection] of collections) {
  const path = `/${collection}/{id}/suspension`

  const begin = createRoute({
    method: 'put',
    path,
    summary: `Suspend one of the ${collection}`,
    request: { params, ...jsonBody(suspendSchema) },
    responses: answers(200, 'The suspension, and how many rounds it withdrew', suspendedSchema),
  })

  const end = createRoute({
    method: 'delete',
    path,
    summary: `Resume one of the ${collection}`,
    request: { params },
    responses: answers(200, 'The suspension that ended', suspensionSchema),
  })

  suspensionsApi
    .openapi(begin, async (c) => {
      const input = { ...c.req.valid('json'), kind, id: c.req.valid('param').id }
      const { withdrawn, ...suspension } = await suspend(contextOf(c), input)
      return c.json({ ...toBody(suspension), withdrawn }, 200)
    })
    .openapi(end, async (c) => {
      const suspension = await resume(contextOf(c), { kind, id: c.req.valid('param').id })
      return c.json(toBody(suspension), 200)
    })
}

function toBody({ fromOn, untilOn, reason }: Suspension) {
  return { from: printDate(fromOn), until: untilOn === null ? null : printDate(untilOn), reason }
}
