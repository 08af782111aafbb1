import { z } from '@hono/zod-openapi'
import { countries } from '../../domain/working-days/countries.ts'
import { longestFile } from '../../domain/working-days/read-ics.ts'
import { date, id, line } from '../../platform/validation.ts'

const longestName = 60

export const correctDaySchema = z
  .strictObject({
    isWorking: z.boolean(),
    name: line(longestName).nullable().openapi({ description: 'Why: a name to show beside the day' }),
  })
  .openapi('DayCorrection', { example: { isWorking: false, name: '院庆' } })
export type CorrectDayInput = z.output<typeof correctDaySchema>

/** As the form has it. */
export const dayFormSchema = correctDaySchema
  .omit({ isWorking: true })
  .extend({ day: date, is: z.enum(['off', 'working']) })

export const stretchSchema = z
  .strictObject({
    unitId: id.nullable().openapi({
      description: 'The unit that is closed on these days; null: named days of the organisation',
    }),
    name: line(longestName),
    from: date,
    until: date,
  })
  .openapi('DayStretchInput', {
    example: { unitId: null, name: '开学第一周', from: '2026-08-31', until: '2026-09-04' },
  })
export type StretchInput = z.output<typeof stretchSchema>

/** A program sends the file's text; a page sends the days that were left ticked. */
export const importSchema = z
  .strictObject({
    source: line(longestName).openapi({
      description: 'What to call the calendar; again under this name replaces it',
    }),
    ics: z.string().max(longestFile).openapi({ description: 'The text of an iCalendar file' }),
  })
  .openapi('HolidayImport', {
    example: {
      source: '集团节假日',
      ics: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260612\r\nSUMMARY:集团日\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    },
  })
export type ImportInput = z.output<typeof importSchema>

const daySchema = z
  .object({
    date,
    isWorking: z.boolean(),
    reason: z.enum(['week', 'weekend', 'holiday', 'make-up', 'correction', 'closed']),
    name: z.string().nullable(),
  })
  .openapi('CalendarDay')
export type DayBody = z.output<typeof daySchema>

export const oneDaySchema = daySchema

export const daysSchema = z
  .object({
    country: z.enum(countries).nullable(),
    provisionalYears: z
      .array(z.number().int())
      .openapi({ description: 'Those of the days asked for whose holidays are not announced, or not known' }),
    days: z.array(daySchema),
  })
  .openapi('WorkingDays')

export const storedStretchSchema = z
  .object({ id: z.string(), unitId: z.string().nullable(), name: z.string(), from: date, until: date })
  .openapi('DayStretch')
export type StretchBody = z.output<typeof storedStretchSchema>

export const stretchesSchema = z.object({ stretches: z.array(storedStretchSchema) }).openapi('DayStretches')

export const importedSchema = z
  .object({
    applied: z.boolean(),
    days: z.array(
      z.object({
        date,
        isWorking: z.boolean(),
        name: z.string().nullable(),
        state: z.enum(['new', 'known', 'kept']).openapi({
          description: 'known: it is so without the file; kept: it was set by hand and stays',
        }),
      }),
    ),
    skipped: z
      .object({
        timed: z.number().int(),
        repeating: z.number().int(),
        cancelled: z.number().int(),
        tooLong: z.number().int(),
      })
      .openapi({ description: 'Events that are no whole days, and are left out' }),
  })
  .openapi('HolidayImported')
export type ImportedBody = z.output<typeof importedSchema>
