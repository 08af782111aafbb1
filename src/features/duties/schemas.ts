import { z } from '@hono/zod-openapi'
import { id, line, orNull, prose } from '../../platform/validation.ts'
import { planInputSchema, planSchema } from './plan-schemas.ts'

const kinds = ['check', 'monitoring', 'meeting', 'training', 'exam', 'report', 'drill', 'other'] as const
const performer = z.union([z.literal('target'), id])

export const inBothLanguages = z.object({ 'zh-CN': z.string(), en: z.string() }).openapi('InBothLanguages')

const reference = z
  .strictObject({
    standard: line(200),
    version: line(40).optional(),
    clause: line(200),
    text: prose(2000).optional(),
  })
  .openapi('Reference', { example: { standard: 'WS/T 313-2019', clause: '5.1' } })

export const suspensionSchema = z
  .object({ from: z.string(), until: z.string().nullable(), reason: z.string() })
  .openapi('Suspension')

export const dutySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    titleEn: z.string().nullable(),
    kind: z.enum(kinds),
    category: z.string(),
    ownedBy: z.string(),
    performedBy: z.string(),
    with: z.array(z.string()),
    plans: z.array(planSchema),
    makeUp: z.enum(['allowed', 'forbidden']),
    checklistId: z.string().nullable(),
    references: z.array(reference),
    suspended: z.boolean(),
    suspension: orNull(suspensionSchema),
    describe: orNull(inBothLanguages),
    closedOn: z.string().nullable(),
    version: z.number().int(),
  })
  .openapi('Duty')

export type DutyBody = z.output<typeof dutySchema>

/** What was accepted but may surprise, in the reader's language. */
const planWarningSchema = z
  .object({ code: z.string(), message: z.string(), targets: z.array(z.string().nullable()) })
  .openapi('PlanWarning')

export const createdDutySchema = dutySchema
  .extend({ warnings: z.array(planWarningSchema) })
  .openapi('CreatedDuty')

export const createDutySchema = z
  .strictObject({
    title: line(120),
    titleEn: line(200).nullable().default(null),
    kind: z.enum(kinds),
    category: line(40),
    ownedBy: id,
    performedBy: performer,
    with: z.array(id).max(20).default([]),
    plans: z.array(planInputSchema).max(12).default([]),
    makeUp: z.enum(['allowed', 'forbidden']).default('allowed'),
    checklistId: id.nullable().default(null),
    references: z.array(reference).max(20).default([]),
  })
  .openapi('NewDuty', {
    example: {
      title: '手卫生依从性检查',
      titleEn: 'Hand-hygiene check',
      kind: 'check',
      category: '院感防控',
      ownedBy: 'unit_h7k2m9_office',
      performedBy: 'unit_h7k2m9_office',
      plans: [
        {
          from: '2026-01-01',
          rhythm: { kind: 'quota', period: 'month', min: 1, max: null },
          targets: { units: { tags: ['clinical'] }, coverage: 'each' },
        },
      ],
    },
  })
export type CreateDutyInput = z.output<typeof createDutySchema>

export const changeDutySchema = z
  .strictObject({
    title: line(120).optional(),
    titleEn: line(200).nullable().optional(),
    kind: z.enum(kinds).optional(),
    category: line(40).optional(),
    ownedBy: id.optional(),
    performedBy: performer.optional(),
    with: z.array(id).max(20).optional(),
    makeUp: z.enum(['allowed', 'forbidden']).optional(),
    checklistId: id.nullable().optional(),
    references: z.array(reference).max(20).optional(),
    closed: z.literal(true).optional(),
  })
  .openapi('DutyChange', { example: { title: '手卫生依从性督查' } })
export type ChangeDutyInput = z.output<typeof changeDutySchema>

export const reviseDutySchema = z
  .strictObject({ from: z.string().max(40), plan: planInputSchema, replaces: id.nullable() })
  .openapi('Revision', {
    example: {
      from: '2026-04-01',
      plan: {
        from: '2026-04-01',
        rhythm: { kind: 'quota', period: 'month', min: 2, max: null },
        targets: { units: { tags: ['clinical'] }, coverage: 'each' },
      },
      replaces: 'plan_h7k2m9_0a1b2c3d4e5f6g7h',
    },
  })
export type ReviseDutyInput = z.output<typeof reviseDutySchema>

export const changePlanSchema = z
  .strictObject({ until: z.string().max(40).nullable().optional(), before: id.optional() })
  .refine((change) => Object.keys(change).length > 0, { error: 'nothing-to-change' })
  .openapi('PlanChange', { example: { until: '2026-06-30' } })
export type ChangePlanInput = z.output<typeof changePlanSchema>

export const revisedSchema = z
  .object({
    withdrawn: z.number().int(),
    added: z.number().int(),
    kept: z.number().int(),
    warnings: z.array(planWarningSchema),
  })
  .openapi('Revised', {
    example: {
      withdrawn: 9,
      added: 18,
      kept: 1,
      warnings: [
        {
          code: 'opens-gap',
          message: '2026-04-20之后，下一次是2026-06-30，相隔71天；平常约30天一次。',
          targets: ['unit_h7k2m9_ward1'],
        },
      ],
    },
  })
export type RevisedBody = z.output<typeof revisedSchema>

export const suspendSchema = z
  .strictObject({
    from: z.string().max(40),
    until: z.string().max(40).nullable().default(null),
    reason: line(200),
  })
  .openapi('NewSuspension', { example: { from: '2026-04-01', until: '2026-04-30', reason: '病区装修' } })
export type SuspendInput = z.output<typeof suspendSchema>

export const suspendedSchema = suspensionSchema.extend({ withdrawn: z.number().int() }).openapi('Suspended')
