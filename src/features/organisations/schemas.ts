import { z } from '@hono/zod-openapi'
import { isTimeZone } from '../../domain/time/zone.ts'
import {
  fewestMonths,
  longestWeekend,
  mostMonths,
  namesInFeeds,
  namesToOthers,
} from '../../domain/settings.ts'
import { countries } from '../../domain/working-days/countries.ts'
import { locales } from '../../platform/i18n.ts'
import { line } from '../../platform/validation.ts'

const timeZone = z
  .string()
  .refine(isTimeZone, { error: 'unknown-zone' })
  .openapi({ example: 'Asia/Shanghai' })
const nameEn = line(120).nullable()

export const foundOrganisationSchema = z.strictObject({
  name: line(80),
  nameEn,
  /** the name of its first administrator */
  admin: line(40),
  timeZone,
  locale: z.enum(locales),
})
export type FoundOrganisationInput = z.output<typeof foundOrganisationSchema>

export const namesSchema = z.strictObject({
  inFeeds: z.enum(namesInFeeds).openapi({
    description: 'Whether calendar feeds name the person that a round is assigned to',
  }),
  toOthers: z.enum(namesToOthers).openapi({
    description: 'How people are called to those who share no unit with them',
  }),
})

const firstWeekday = z.number().int().min(1).max(7).openapi({ description: '1 to 7 from Monday' })
const keepMonths = z.number().int().min(fewestMonths).max(mostMonths).nullable().openapi({
  description: 'How long finished rounds are kept; null: for ever',
})

const workingDaysSchema = z.strictObject({
  country: z.enum(countries).nullable().openapi({
    description: 'Whose public holidays are days off; null: those that are entered or imported',
  }),
  weekend: z
    .array(z.number().int().min(1).max(7))
    .max(longestWeekend)
    .openapi({ description: 'The days of every week that are off, 1 to 7 from Monday' }),
})

const excuse = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: 'not-a-code' }),
  name: line(40).nullable().openapi({ description: 'null: the words that are built in' }),
  nameEn: line(60).nullable(),
  isUsed: z.boolean(),
})

export const organisationSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    timeZone: z.string(),
    locale: z.enum(locales),
    firstWeekday,
    names: namesSchema,
    keepMonths,
    excuses: z.array(excuse),
    workingDays: workingDaysSchema,
    version: z.number().int(),
  })
  .openapi('Organisation')
export type OrganisationBody = z.output<typeof organisationSchema>

export const changeOrganisationSchema = z
  .strictObject({
    name: line(80).optional(),
    nameEn: nameEn.optional(),
    timeZone: timeZone.optional(),
    locale: z.enum(locales).optional(),
    firstWeekday: firstWeekday.optional(),
    names: namesSchema.partial().optional(),
    keepMonths: keepMonths.optional(),
    excuses: z
      .array(excuse)
      .max(60)
      .optional()
      .openapi({ description: 'Those to change or add, by code; the others stay' }),
    workingDays: workingDaysSchema.partial().optional(),
    confirmed: z
      .boolean()
      .optional()
      .openapi({ description: 'Needed for another time zone and for keeping rounds shorter' }),
  })
  .openapi('OrganisationChange', { example: { firstWeekday: 7 } })
export type ChangeOrganisationInput = z.output<typeof changeOrganisationSchema>
