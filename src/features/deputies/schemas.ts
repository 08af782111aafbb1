import { z } from '@hono/zod-openapi'
import { parseDate } from '../../domain/time/civil.ts'
import { date, id } from '../../platform/validation.ts'

const day = date.transform((text) => parseDate(text) ?? 0)

export const newDeputySchema = z
  .strictObject({
    /** who stands in */
    deputyId: id,
    /** the first day of the leave, and its last */
    from: day,
    until: day,
  })
  .openapi('NewDeputy', {
    example: { deputyId: 'member_h7k2m9_lina', from: '2026-03-05', until: '2026-03-10' },
  })
export type NewDeputyInput = z.output<typeof newDeputySchema>

export const deputySchema = z
  .object({
    id: z.string(),
    /** who is on leave */
    memberId: z.string(),
    deputyId: z.string(),
    from: z.string(),
    /** the last day */
    until: z.string(),
    /** whether the leave lasts now */
    lasts: z.boolean(),
    madeBy: z.string(),
  })
  .openapi('Deputy')
export type DeputyBody = z.output<typeof deputySchema>

export const deputiesSchema = z
  .object({
    /** leaves of the member, now and to come, and who stands in */
    deputies: z.array(deputySchema),
    /** leaves of others, now and to come, during which the member stands in */
    standsIn: z.array(deputySchema),
  })
  .openapi('Deputies')
