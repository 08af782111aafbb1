import { createRoute } from '@hono/zod-openapi'
import { printInstant } from '../../domain/time/zone.ts'
import { answers, apiRoutes, listOf, printCursor } from '../../platform/api.ts'
import { contextOf } from '../../platform/http.ts'
import { readAudit } from './read-audit.ts'
import { auditEntrySchema, auditQuerySchema } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/audit',
  summary: 'The audit trail, the newest first',
  description: 'A page filtered by person or day can be short or empty and still have a next one.',
  request: { query: auditQuerySchema },
  responses: answers(200, 'Entries', listOf(auditEntrySchema)),
})

export const auditApi = apiRoutes().openapi(list, async (c) => {
  const context = contextOf(c)
  const { entries, next } = await readAudit(context, c.req.valid('query'))
  const items = entries.map((entry) => ({ ...entry, at: printInstant(entry.at, context.org.timeZone) }))
  return c.json({ items, next: next === null ? null : printCursor([next]) }, 200)
})
