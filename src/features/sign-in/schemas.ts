import { z } from '@hono/zod-openapi'

export const newLinkSchema = z
  .object({
    /** works once, and is answered only this once */
    url: z.string(),
    expiresAt: z.string(),
  })
  .openapi('NewSignInLink')
