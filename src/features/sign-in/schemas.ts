import { z } from '@hono/zod-openapi'

export const newLinkSchema = z
  .object({
    /** works once, and is answered only this once */
    url: z.string(),
    expiresAt: z.string(),
  })
  .openapi('NewSignInLink')

export const newCodeSchema = z
  .object({
    /** works once, and is answered only this once */
    code: z.string().openapi({ example: '7K3M-Q2X8' }),
    expiresAt: z.string(),
    /** the page that it is typed in on */
    address: z.string(),
  })
  .openapi('NewSignInCode')
