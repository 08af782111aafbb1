import { z } from '@hono/zod-openapi'
import { notFound } from '../../domain/errors.ts'
import { parseDate } from '../../domain/time/civil.ts'
import { startOfDay } from '../../domain/time/zone.ts'
import { parseCursor } from '../../platform/api.ts'
import { date } from '../../platform/validation.ts'
import type { AuditFilter } from './queries.ts'

/** An empty field of a form is no filter. */
const blank = z.literal('').transform(() => undefined)

export const auditQuerySchema = z.object({
  subject: z.string().max(80).optional(),
  member: z.string().max(80).optional(),
  from: date.or(blank).optional(),
  to: date.or(blank).optional(),
  cursor: z.string().max(200).optional(),
})
export type AuditQuery = z.output<typeof auditQuerySchema>

export const auditEntrySchema = z
  .object({
    seq: z.number().int(),
    at: z.string(),
    memberId: z.string().nullable(),
    action: z.string(),
    subjectId: z.string(),
    unitId: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    requestId: z.string(),
  })
  .openapi('AuditEntry')

/** Both days inclusive. A subject of another organisation is not there. */
export function filterOf(query: AuditQuery, org: { id: string; timeZone: string }): AuditFilter {
  if (query.subject && organisationIn(query.subject) !== org.id) throw notFound()
  const [from, to] = [parseDate(query.from ?? ''), parseDate(query.to ?? '')]
  return {
    subjectId: query.subject || null,
    memberId: query.member || null,
    from: from === null ? null : startOfDay(from, org.timeZone),
    until: to === null ? null : startOfDay(to + 1, org.timeZone),
  }
}

/** Null begins anew, also where the text is no cursor of this list. */
export function cursorOf(query: AuditQuery): number | null {
  const [seq] = parseCursor(query.cursor ?? '') ?? []
  return typeof seq === 'number' ? seq : null
}

function organisationIn(id: string): string | undefined {
  return /^[a-z]+_([0-9a-z]+)_/.exec(id)?.[1]
}
