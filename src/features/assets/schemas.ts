import { z } from '@hono/zod-openapi'
import { invalid } from '../../domain/errors.ts'
import { parseCursor, printCursor } from '../../platform/api.ts'
import { date, id, line, tag } from '../../platform/validation.ts'

export const assetSchema = z
  .object({
    id: z.string(),
    unitId: z.string(),
    type: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    code: z.string().nullable(),
    tags: z.array(z.string()),
    validUntil: z.string().nullable(),
    closedOn: z.string().nullable(),
    version: z.number().int(),
  })
  .openapi('Asset')
export type AssetBody = z.output<typeof assetSchema>

export const createAssetSchema = z
  .strictObject({
    unitId: id,
    type: tag,
    name: line(80),
    nameEn: line(120).nullable().optional(),
    code: line(40).nullable().optional(),
    tags: z.array(tag).max(20).optional(),
    validUntil: date.nullable().optional(),
  })
  .openapi('NewAsset', {
    example: {
      unitId: 'unit_h7k2m9_icu',
      type: 'infusion-pump',
      name: '输注泵5号',
      code: 'SYB-005',
      validUntil: '2027-06-30',
    },
  })
export type CreateAssetInput = z.output<typeof createAssetSchema>

export const changeAssetSchema = createAssetSchema
  .partial()
  .extend({ closed: z.boolean().optional() })
  .openapi('AssetChange', { example: { unitId: 'unit_h7k2m9_ward3' } })
export type ChangeAssetInput = z.output<typeof changeAssetSchema>

export const assetListQuery = z.object({
  /** this unit and all below it */
  unit: id.optional(),
  type: tag.optional(),
  tag: tag.optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

/** Where an asset stands in the order of every list. */
type Place = { unitId: string; type: string; id: string }

export function printPlace(place: Place | null): string | null {
  return place && printCursor([place.unitId, place.type, place.id])
}

/** Where a list goes on: as `printPlace` wrote it; null at the beginning. */
export function parsePlace(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  const [unitId, type, id] = parseCursor(cursor) ?? []
  if (typeof unitId !== 'string' || typeof type !== 'string' || typeof id !== 'string') {
    throw invalid({ path: 'cursor', code: 'invalid-value' })
  }
  return { unitId, type, id }
}
