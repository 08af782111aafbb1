import { z } from '@hono/zod-openapi'
import { id } from '../../platform/validation.ts'
import { planInputSchema } from '../duties/plan-schemas.ts'

export const previewSchema = z
  .strictObject({
    plan: planInputSchema,
    dutyId: id.optional(),
    from: z.string().max(40),
    to: z.string().max(40),
    limit: z.number().int().min(1).max(1000).default(100),
  })
  .openapi('PreviewRequest', {
    example: {
      plan: {
        from: '2026-01-01',
        rhythm: { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=WEEKLY;BYDAY=MO' },
      },
      from: '2026-01-01',
      to: '2026-12-31',
    },
  })
export type PreviewInput = z.output<typeof previewSchema>

export const previewedSchema = z
  .object({
    occurrences: z.array(
      z.object({
        key: z.string(),
        date: z.string(),
        planned: z.string(),
        startsAt: z.string().nullable(),
        opensAt: z.string(),
        dueAt: z.string(),
        missesAt: z.string().nullable(),
        topic: z.string().optional(),
        targets: z.array(z.string()).optional(),
      }),
    ),
    next: z.string().nullable(),
    describe: z.object({ 'zh-CN': z.string(), en: z.string() }),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  })
  .openapi('Preview')
export type PreviewBody = z.output<typeof previewedSchema>
