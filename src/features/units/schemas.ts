import { z } from '@hono/zod-openapi'
import { mostOrder } from '../../domain/unit-tree.ts'
import { id, line, tag } from '../../platform/validation.ts'

export const unitSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    parentId: z.string().nullable(),
    code: z.string().nullable(),
    tags: z.array(z.string()),
    order: z.number().int(),
    closedOn: z.string().nullable(),
    version: z.number().int(),
  })
  .openapi('Unit')
export type UnitBody = z.output<typeof unitSchema>

export const createUnitSchema = z
  .strictObject({
    name: line(80),
    nameEn: line(120).nullable().optional(),
    parentId: id.nullable().optional(),
    code: line(20).nullable().optional(),
    tags: z.array(tag).max(20).optional(),
    order: z.number().int().min(0).max(mostOrder).optional(),
  })
  .openapi('NewUnit', { example: { name: '内科一病区', parentId: null, code: 'NK1', tags: ['clinical'] } })
export type CreateUnitInput = z.output<typeof createUnitSchema>

export const changeUnitSchema = createUnitSchema
  .partial()
  .extend({ closed: z.boolean().optional() })
  .openapi('UnitChange', { example: { name: '内科二病区' } })
export type ChangeUnitInput = z.output<typeof changeUnitSchema>
