import { z } from '@hono/zod-openapi'
import { date, id } from '../../platform/validation.ts'
import { planInputSchema } from '../duties/plan-schemas.ts'
import { createDutySchema, inBothLanguages as words } from '../duties/schemas.ts'

const packSummarySchema = z
  .object({ id: z.string(), title: words, about: words, dutyCount: z.number().int() })
  .openapi('LibraryPackSummary')

export const packListSchema = z.object({ items: z.array(packSummarySchema) })

const { kind, makeUp } = createDutySchema.shape

const entrySchema = z
  .object({
    id: z.string(),
    title: words,
    kind,
    /** as they would be from today on; what a plan follows is an entry of the pack */
    plans: z.array(planInputSchema),
    performedBy: z.enum(['owner', 'target']),
    makeUp,
    checklist: z.string().nullable(),
    sources: z.array(z.object({ plan: z.string(), clause: z.string() })),
    note: words.optional(),
    /** few hospitals have it, or it stands in for another one: the note says which */
    isOptional: z.boolean().optional(),
    /** the duties that it has become, closed ones left out */
    dutyIds: z.array(z.string()),
  })
  .openapi('LibraryDuty')

export const packSchema = z
  .object({ id: z.string(), title: words, about: words, duties: z.array(entrySchema) })
  .openapi('LibraryPack')

export const takeSchema = z
  .strictObject({
    entries: z
      .array(z.string().max(80))
      .max(200)
      .refine(({ length }) => length > 0, { error: 'choose-one' }),
    ownedBy: id,
    /** in place of the owner, where an entry says that the owner does it */
    performedBy: id.nullable().default(null),
    from: date,
    /** units instead of those that carry the tags, by what the entries pick: `clinical` */
    units: z.record(z.string().max(200), z.array(id).max(500)).default({}),
  })
  .openapi('TakeFromLibrary', {
    example: {
      entries: ['hand-hygiene-compliance-survey'],
      ownedBy: 'unit_h7k2m9_office',
      from: '2026-01-01',
    },
  })
export type TakeInput = z.output<typeof takeSchema>

export const takenSchema = z
  .object({
    items: z.array(z.object({ entry: z.string(), dutyId: z.string() })),
    /** entries for further requests: each makes only so many */
    left: z.array(z.string()),
  })
  .openapi('TakenFromLibrary')
