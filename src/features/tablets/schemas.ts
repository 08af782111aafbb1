import { z } from '@hono/zod-openapi'
import { id, line } from '../../platform/validation.ts'

export const setUpTabletSchema = z.strictObject({ unitId: id, name: line(40) })
export type SetUpTabletInput = z.output<typeof setUpTabletSchema>
