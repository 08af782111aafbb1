import { z } from '@hono/zod-openapi'
import { id, prose } from '../../platform/validation.ts'
import { day, excuseCode } from './schemas.ts'

/** As many as stand on one page of a list. */
const mostAtOnce = 100

const ids = z.array(id).max(mostAtOnce)

export const severalSchema = z.strictObject({ ids })

export const handOverSeveralSchema = z.strictObject({
  ids,
  assigneeId: id.nullable(),
  /** null: each round stays with its unit */
  performedBy: id.nullable(),
})
export type HandOverSeveralInput = z.output<typeof handOverSeveralSchema>

export const excuseSeveralSchema = z.strictObject({
  ids,
  code: excuseCode,
  reason: prose(1000).pipe(z.string().min(1)),
})
export type ExcuseSeveralInput = z.output<typeof excuseSeveralSchema>

/** A survey is announced weeks before, not years. */
const mostDays = 400
/** It stands in the address of the page that says beforehand what would become of a hundred rounds. */
export const longestMoveReason = 200

export const moveSeveralSchema = z.strictObject({
  ids,
  to: day.nullable(),
  by: z.number().int().min(-mostDays).max(mostDays).nullable(),
  /** wanted where one of them passes its due time */
  reason: prose(longestMoveReason),
})
export type MoveSeveralInput = z.output<typeof moveSeveralSchema>

/** `versions`: of each of `ids`, as it was looked at. */
export const moveSeenSchema = moveSeveralSchema.extend({ versions: z.array(z.number().int()) })
export type MoveSeenInput = z.output<typeof moveSeenSchema>
