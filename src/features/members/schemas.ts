import { z } from '@hono/zod-openapi'
import { roles } from '../../domain/access.ts'
import { id, line } from '../../platform/validation.ts'

const role = z.enum(roles)
const right = z.enum(['audit'])

export const memberSchema = z
  .object({
    id: z.string(),
    /** the staff number; null also where only the name is the reader's to see */
    code: z.string().nullable(),
    name: z.string(),
    nameEn: z.string().nullable(),
    /** null where only the name is the reader's to see */
    role: role.nullable(),
    rights: z.array(right).nullable(),
    /** those that the reader may see */
    unitIds: z.array(z.string()),
    closedOn: z.string().nullable(),
    version: z.number().int(),
  })
  .openapi('Member')
export type MemberBody = z.output<typeof memberSchema>

export const createMemberSchema = z
  .strictObject({
    code: line(20).nullable().optional(),
    name: line(40),
    nameEn: line(80).nullable().optional(),
    role,
    rights: z.array(right).max(1).optional(),
    unitIds: z.array(id).max(50).optional(),
  })
  .openapi('NewMember', {
    example: {
      code: '10423',
      name: '陈雨桐',
      nameEn: 'Chen Yutong',
      role: 'inspector',
      unitIds: ['unit_h7k2m9_ward3'],
    },
  })
export type CreateMemberInput = z.output<typeof createMemberSchema>

export const changeMemberSchema = createMemberSchema
  .partial()
  .extend({ closed: z.boolean().optional() })
  .openapi('MemberChange', { example: { role: 'lead' } })
export type ChangeMemberInput = z.output<typeof changeMemberSchema>

export const memberListQuery = z.object({
  /** who belongs to this unit or one below it */
  unit: id.optional(),
  /** how their name, their name in English or their staff number begins */
  search: line(80).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
