import { z } from '@hono/zod-openapi'
import { roles } from '../../domain/access.ts'
import { line } from '../../platform/validation.ts'

/** The choices of the form; whoever asks by the API may choose another number of days. */
export const validDays = ['30', '90', '180', '365'] as const
const mostDays = 365

const right = z.enum(['audit'])
const madeByWhoMayRead = 'Also the audit trail, which a viewer does not see otherwise'

export const createTokenSchema = z
  .strictObject({
    name: line(80).openapi({ description: 'Of the program, as the audit trail will call it' }),
    role: z
      .enum(roles)
      .openapi({ description: 'One that includes no more than your own: `admin` or `viewer`' }),
    rights: z.array(right).max(1).optional().openapi({ description: madeByWhoMayRead }),
    validDays: z.int().min(1).max(mostDays).openapi({ description: 'At most a year' }),
  })
  .openapi('NewAccessToken', { example: { name: '排班系统', role: 'viewer', rights: [], validDays: 90 } })
export type CreateTokenInput = z.output<typeof createTokenSchema>

const token = {
  id: 'token_h7k2m9_4v9c1xq8r2t6w0yz',
  name: '排班系统',
  role: 'viewer',
  rights: [],
  madeBy: 'member_h7k2m9_2b5d8f1h4k7n0qsv',
  createdAt: '2026-03-02T09:00:00+08:00',
  expiresAt: '2026-05-31T09:00:00+08:00',
  state: 'works',
  roleNow: 'viewer',
}

export const tokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(roles),
    rights: z.array(right),
    madeBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
    state: z.enum(['works', 'expired', 'revoked', 'maker-closed']),
    roleNow: z
      .enum(roles)
      .openapi({ description: 'What its role and that of its maker have in common at present' }),
  })
  .openapi('AccessToken', { example: token })
export type TokenBody = z.output<typeof tokenSchema>

export const newTokenSchema = tokenSchema
  .extend({ token: z.string().openapi({ description: 'For `Authorization: Bearer`; answered this once' }) })
  .openapi('MadeAccessToken', {
    example: { ...token, token: `rounds_h7k2m9-${'0123456789abcdefghjkmnpqrs'.repeat(2)}` },
  })

/** The form of the page. */
export const tokenFormSchema = z.strictObject({
  name: line(80),
  role: z.enum(roles),
  rights: z.array(right),
  validDays: z.enum(validDays).transform(Number),
})
