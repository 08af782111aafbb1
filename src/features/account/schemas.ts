import { z } from '@hono/zod-openapi'

const deviceSchema = z.object({
  browser: z.string().nullable().openapi({ example: 'firefox' }),
  system: z.string().nullable().openapi({ example: 'android' }),
  kind: z.enum(['phone', 'tablet', 'computer']).nullable(),
})

export const sessionSchema = z
  .object({
    id: z.string(),
    /** the one that asks */
    current: z.boolean(),
    begunBy: z.enum(['link', 'code', 'passkey', 'pin', 'demo']),
    /** as its browser names itself; null where it does not say */
    device: deviceSchema,
    /** the ward's shared tablet that it is good on; null: a browser of one's own */
    tablet: z.string().nullable(),
    createdAt: z.string(),
    /** at most an hour old while it is in use */
    usedAt: z.string(),
    expiresAt: z.string(),
  })
  .openapi('Session')
export type SessionBody = z.output<typeof sessionSchema>
