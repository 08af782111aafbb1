import { z } from '@hono/zod-openapi'
import { line } from '../../platform/validation.ts'

const itemSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    textEn: z.string().nullable(),
    help: z.string().nullable(),
    helpEn: z.string().nullable(),
  })
  .openapi('ChecklistItem')

export const checklistSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    titleEn: z.string().nullable(),
    /** the published version that the items are of */
    currentVersion: z.number().int(),
    publishedAt: z.string(),
    items: z.array(itemSchema),
    version: z.number().int(),
  })
  .openapi('Checklist')
export type ChecklistBody = z.output<typeof checklistSchema>

export const checklistSummarySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    titleEn: z.string().nullable(),
    currentVersion: z.number().int(),
    itemCount: z.number().int(),
    version: z.number().int(),
  })
  .openapi('ChecklistSummary')

const newItem = z.strictObject({
  /** kept from one version to the next, so that answers can be compared; made where it is left out */
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: 'invalid-value' })
    .optional(),
  text: line(200),
  textEn: line(300).nullable().optional(),
  help: line(500).nullable().optional(),
  helpEn: line(800).nullable().optional(),
})

const items = z.array(newItem).min(1).max(200)

export const createChecklistSchema = z
  .strictObject({ title: line(80), titleEn: line(120).nullable().optional(), items })
  .openapi('NewChecklist', {
    example: {
      title: '抢救车检查',
      titleEn: 'Crash trolley',
      items: [{ text: '封条完整，编号与登记一致', textEn: 'Seal whole, number as registered' }],
    },
  })
export type CreateChecklistInput = z.output<typeof createChecklistSchema>

export const changeChecklistSchema = createChecklistSchema
  .partial()
  .openapi('ChecklistChange', { example: { items: [{ id: 'seal', text: '封条完整' }] } })
export type ChangeChecklistInput = z.output<typeof changeChecklistSchema>

export const checklistListQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
