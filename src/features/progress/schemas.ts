import { z } from '@hono/zod-openapi'

export const progressSchema = z
  .object({
    plans: z.array(
      z.object({
        planId: z.string(),
        period: z.string(),
        from: z.string(),
        to: z.string(),
        targets: z.array(
          z.object({
            targetKind: z.enum(['unit', 'asset', 'member']).nullable(),
            targetId: z.string().nullable(),
            needed: z.number(),
            done: z.number(),
            behind: z.boolean(),
          }),
        ),
      }),
    ),
  })
  .openapi('DutyProgress')
export type ProgressBody = z.output<typeof progressSchema>
