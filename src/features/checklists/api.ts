import { createRoute, z } from '@hono/zod-openapi'
import { requireFound } from '../../domain/errors.ts'
import { printInstant } from '../../domain/time/zone.ts'
import { answers, apiRoutes, cursorAfter, idAfter, jsonBody, listOf } from '../../platform/api.ts'
import type { Context } from '../../platform/context.ts'
import { contextOf, versionOf } from '../../platform/http.ts'
import { changeChecklist } from './change-checklist.ts'
import { createChecklist } from './create-checklist.ts'
import { findChecklist, listChecklists, type Checklist } from './queries.ts'
import {
  changeChecklistSchema,
  checklistListQuery,
  checklistSchema,
  checklistSummarySchema,
  createChecklistSchema,
  type ChecklistBody,
} from './schemas.ts'

const params = z.object({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/checklists',
  summary: 'All checklists, without their items',
  request: { query: checklistListQuery },
  responses: answers(200, 'One page', listOf(checklistSummarySchema)),
})

const create = createRoute({
  method: 'post',
  path: '/checklists',
  summary: 'A new checklist',
  request: jsonBody(createChecklistSchema),
  responses: answers(201, 'The checklist', checklistSchema),
})

const read = createRoute({
  method: 'get',
  path: '/checklists/{id}',
  summary: 'One checklist with the items of its current version',
  request: { params },
  responses: answers(200, 'The checklist', checklistSchema),
})

const change = createRoute({
  method: 'patch',
  path: '/checklists/{id}',
  summary: 'Change a checklist; other items make a new version (If-Match)',
  request: { params, ...jsonBody(changeChecklistSchema) },
  responses: answers(200, 'The checklist as it is now', checklistSchema),
})

export const checklistsApi = apiRoutes()
  .openapi(list, async (c) => {
    const { cursor, limit = 50 } = c.req.valid('query')
    const { checklists, next } = await listChecklists(contextOf(c).store, { after: idAfter(cursor), limit })
    return c.json({ items: checklists, next: cursorAfter(next) }, 200)
  })
  .openapi(create, async (c) => {
    const checklist = await createChecklist(contextOf(c), c.req.valid('json'))
    return c.json(toBody(contextOf(c), checklist), 201)
  })
  .openapi(read, async (c) => {
    const checklist = requireFound(await findChecklist(contextOf(c).store, c.req.valid('param').id))
    c.header('ETag', `"${checklist.version}"`)
    return c.json(toBody(contextOf(c), checklist), 200)
  })
  .openapi(change, async (c) => {
    const input = { ...c.req.valid('json'), id: c.req.valid('param').id, version: versionOf(c) }
    const checklist = await changeChecklist(contextOf(c), input)
    c.header('ETag', `"${checklist.version}"`)
    return c.json(toBody(contextOf(c), checklist), 200)
  })

function toBody({ org }: Context, checklist: Checklist): ChecklistBody {
  return { ...checklist, publishedAt: printInstant(checklist.publishedAt, org.timeZone) }
}
