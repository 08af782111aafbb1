import { z } from '@hono/zod-openapi'
import { importKinds } from '../../domain/imports/words.ts'

export const kindSchema = z.enum(importKinds)

export const importSchema = z
  .strictObject({
    kind: kindSchema,
    /** the list as CSV text; its first row names the columns, in Chinese or English */
    csv: z.string().optional(),
    /** or as a file, CSV or XLSX, in base64 */
    file: z.base64().optional(),
    /** does the other lines where some have faults; without it one fault stops all of it */
    skipFaulty: z.boolean().optional(),
  })
  .openapi('Import', {
    example: {
      kind: 'members',
      csv: 'Staff number,Name,Role,Units,State\n10423,陈雨桐,Inspector,NK1; NK2,Active\n',
    },
  })
export type ImportInput = z.output<typeof importSchema>

const count = z.number().int()

export const importResultSchema = z
  .object({
    kind: kindSchema,
    /** whether anything was changed; false of a dry run, and where nothing was to change */
    applied: z.boolean(),
    counts: z.object({ new: count, changed: count, unchanged: count, faulty: count }),
    /** headers of columns that nobody here reads */
    ignoredColumns: z.array(z.string()),
    /** those that are not unchanged; `line` as a spreadsheet counts them */
    lines: z.array(
      z.object({
        line: count,
        outcome: z.enum(['new', 'changed', 'faulty']),
        /** null: new */
        id: z.string().nullable(),
        name: z.string(),
        /** in words, as in an exported list; '' is nothing */
        changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
        faults: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
      }),
    ),
  })
  .openapi('ImportResult')
export type ImportResult = z.output<typeof importResultSchema>
