import { createRoute, z } from '@hono/zod-openapi'
import { mayReadUnit, requireReadable } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import { printDate } from '../../domain/time/civil.ts'
import { answers, apiRoutes, jsonBody, listOf } from '../../platform/api.ts'
import { contextOf, versionOf } from '../../platform/http.ts'
import { changeUnit } from './change-unit.ts'
import { createUnit } from './create-unit.ts'
import { findUnit, unitsReadableBy, type Unit } from './queries.ts'
import { changeUnitSchema, createUnitSchema, unitSchema, type UnitBody } from './schemas.ts'

const params = z.object({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/units',
  summary: 'The units that you may see',
  responses: answers(200, 'The tree, as a list', listOf(unitSchema)),
})

const create = createRoute({
  method: 'post',
  path: '/units',
  summary: 'A new unit',
  request: jsonBody(createUnitSchema),
  responses: answers(201, 'The unit', unitSchema),
})

const read = createRoute({
  method: 'get',
  path: '/units/{id}',
  summary: 'One unit',
  request: { params },
  responses: answers(200, 'The unit', unitSchema),
})

const change = createRoute({
  method: 'patch',
  path: '/units/{id}',
  summary: 'Change a unit (If-Match)',
  request: { params, ...jsonBody(changeUnitSchema) },
  responses: answers(200, 'The unit as it is now', unitSchema),
})

export const unitsApi = apiRoutes()
  .openapi(list, async (c) => {
    const { actor, store } = contextOf(c)
    const units = await unitsReadableBy(store, actor)
    return c.json({ items: units.map((unit) => toBody(unit)), next: null }, 200)
  })
  .openapi(create, async (c) => {
    const unit = await createUnit(contextOf(c), c.req.valid('json'))
    return c.json(toBody(unit), 201)
  })
  .openapi(read, async (c) => {
    const { actor, store } = contextOf(c)
    const unit = requireFound(await findUnit(store, c.req.valid('param').id))
    requireReadable(mayReadUnit(actor, unit.id))
    c.header('ETag', `"${unit.version}"`)
    return c.json(toBody(unit), 200)
  })
  .openapi(change, async (c) => {
    const input = { ...c.req.valid('json'), id: c.req.valid('param').id, version: versionOf(c) }
    const unit = await changeUnit(contextOf(c), input)
    c.header('ETag', `"${unit.version}"`)
    return c.json(toBody(unit), 200)
  })

function toBody({ closedOn, ...unit }: Unit): UnitBody {
  return { ...unit, closedOn: closedOn === null ? null : printDate(closedOn) }
}
