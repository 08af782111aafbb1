import { z } from '@hono/zod-openapi'
import { isTimeZone } from '../../domain/time/zone.ts'
import { locales } from '../../platform/i18n.ts'
import { line } from '../../platform/validation.ts'

export const foundOrganisationSchema = z.strictObject({
  name: line(80),
  nameEn: line(120).nullable(),
  /** the name of its first administrator */
  admin: line(40),
  timeZone: z.string().refine(isTimeZone, { error: 'unknown-zone' }),
  locale: z.enum(locales),
})
export type FoundOrganisationInput = z.output<typeof foundOrganisationSchema>
