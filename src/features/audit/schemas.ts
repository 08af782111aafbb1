import { z } from '@hono/zod-openapi'
import { date } from '../../platform/validation.ts'

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
    memberId: z.string().nullable().openapi({
      description: 'Who acted: a member, or the access token of a program; null: the service itself',
    }),
    action: z.string(),
    subjectId: z.string(),
    unitId: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    requestId: z.string(),
  })
  .openapi('AuditEntry')
