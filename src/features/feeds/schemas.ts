import { z } from '@hono/zod-openapi'
import type { FeedScope } from '../../domain/access.ts'
import { line } from '../../platform/validation.ts'

const scopeKinds = ['member', 'unit', 'duty', 'organisation'] as const

const scopeSchema = z.strictObject({
  kind: z.enum(scopeKinds),
  /** of a member: oneself where it is left out */
  id: z.string().max(80).optional(),
})

const language = z.enum(['zh-CN', 'en'])

export const createFeedSchema = z
  .strictObject({
    name: line(80),
    scope: scopeSchema,
    options: z.strictObject({ language: language.optional() }).optional(),
  })
  .openapi('NewFeed', {
    example: { name: '我的任务', scope: { kind: 'member' }, options: { language: 'zh-CN' } },
  })
export type CreateFeedInput = z.output<typeof createFeedSchema>

export const feedSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    scope: z.object({ kind: z.enum(scopeKinds), id: z.string().nullable() }),
    options: z.object({ language }),
    createdAt: z.string(),
    lastFetchedAt: z.string().nullable(),
    lastFetchedBy: z.string().nullable(),
  })
  .openapi('Feed')
export type FeedBody = z.output<typeof feedSchema>

export const newFeedSchema = feedSchema
  .extend({ url: z.string(), webcalUrl: z.string() })
  .openapi('FeedWithAddress', { description: 'The address is answered this once' })

/** The form of the Feeds page: one choice for the scope, `unit:unit_…`. */
export const feedFormSchema = z.strictObject({
  name: line(80),
  scope: z
    .string()
    .regex(/^(?:member|organisation|(?:unit|duty):.{1,80})$/, { error: 'not-one-of' })
    .transform((text): CreateFeedInput['scope'] => {
      const [kind, id] = text.split(':')
      return { kind: kind as FeedScope['kind'], ...(id !== undefined && { id }) }
    }),
  language,
})
