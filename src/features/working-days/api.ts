import { createRoute, z } from '@hono/zod-openapi'
import { sureDate } from '../../domain/schedule/checked.ts'
import { printDate, type Day } from '../../domain/time/civil.ts'
import { nameInLanguage } from '../../domain/working-days/holiday-table.ts'
import { answers, apiRoutes, jsonBody, refusal } from '../../platform/api.ts'
import { contextOf } from '../../platform/http.ts'
import type { Context } from '../../platform/context.ts'
import type { Locale } from '../../platform/i18n.ts'
import { date, id } from '../../platform/validation.ts'
import { correctDay, removeCorrection } from './correct-day.ts'
import { importDays, previewImport, readCalendarFile, removeImport } from './import-days.ts'
import { addStretch, removeStretch, stretchesOf, type Stretch } from './keep-stretch.ts'
import { readDays } from './queries.ts'
import { readWorkingDays, type ReadDay } from './read-working-days.ts'
import {
  correctDaySchema,
  daysSchema,
  importedSchema,
  importSchema,
  oneDaySchema,
  storedStretchSchema,
  stretchesSchema,
  stretchSchema,
  type DayBody,
  type StretchBody,
} from './schemas.ts'

const ofDay = z.object({ date })

const listDays = createRoute({
  method: 'get',
  path: '/working-days',
  summary: 'Which days are worked, of the organisation or of a unit; up to 400 days',
  request: { query: z.object({ from: date, to: date, unitId: id.optional() }) },
  responses: answers(200, 'By date', daysSchema),
})

const putDay = createRoute({
  method: 'put',
  path: '/working-days/{date}',
  summary: 'Say of one day that it is worked or off, whatever the holidays are',
  request: { params: ofDay, ...jsonBody(correctDaySchema) },
  responses: answers(200, 'The day as it is now', oneDaySchema),
})

const deleteDay = createRoute({
  method: 'delete',
  path: '/working-days/{date}',
  summary: 'Take back what was said of one day',
  request: { params: ofDay },
  responses: answers(200, 'The day as it is now', oneDaySchema),
})

const listStretches = createRoute({
  method: 'get',
  path: '/day-stretches',
  summary: 'Days on which units are closed, and days that the organisation gave names',
  responses: answers(200, 'By their first day', stretchesSchema),
})

const createStretch = createRoute({
  method: 'post',
  path: '/day-stretches',
  summary: 'Close a unit for some days, or name days to plan by',
  request: jsonBody(stretchSchema),
  responses: answers(201, 'What was kept', storedStretchSchema),
})

const deleteStretchRoute = createRoute({
  method: 'delete',
  path: '/day-stretches/{id}',
  summary: 'Remove a closure or named days',
  request: { params: z.object({ id: z.string() }) },
  responses: { 204: { description: 'Removed' }, ...refusal },
})

const createImport = createRoute({
  method: 'post',
  path: '/holiday-imports',
  summary: 'Import the whole days of an iCalendar file; with ?dryRun=1 only say what they would change',
  request: { query: z.object({ dryRun: z.enum(['0', '1']).optional() }), ...jsonBody(importSchema) },
  responses: answers(200, 'By date', importedSchema),
})

const deleteImportRoute = createRoute({
  method: 'delete',
  path: '/holiday-imports/{source}',
  summary: 'Remove the days of an imported calendar',
  request: { params: z.object({ source: z.string() }) },
  responses: { 204: { description: 'Removed' }, ...refusal },
})

export const workingDaysApi = apiRoutes()
  .openapi(listDays, async (c) => {
    const context = contextOf(c)
    const { days, provisionalYears } = await readWorkingDays(context, c.req.valid('query'))
    const { country } = context.org.settings.workingDays
    return c.json({ country, provisionalYears, days: days.map((day) => dayBody(day, context.locale)) }, 200)
  })
  .openapi(putDay, async (c) => {
    const context = contextOf(c)
    const day = sureDate(c.req.valid('param').date)
    await correctDay(context, { ...c.req.valid('json'), day })
    return c.json(await dayNow(context, day), 200)
  })
  .openapi(deleteDay, async (c) => {
    const context = contextOf(c)
    const day = sureDate(c.req.valid('param').date)
    await removeCorrection(context, day)
    return c.json(await dayNow(context, day), 200)
  })
  .openapi(listStretches, async (c) => {
    const stretches = stretchesOf(await readDays(contextOf(c)))
    return c.json({ stretches: stretches.map(stretchBody) }, 200)
  })
  .openapi(createStretch, async (c) => {
    return c.json(stretchBody(await addStretch(contextOf(c), c.req.valid('json'))), 201)
  })
  .openapi(deleteStretchRoute, async (c) => {
    await removeStretch(contextOf(c), c.req.valid('param').id)
    return c.body(null, 204)
  })
  .openapi(createImport, async (c) => {
    const dryRun = c.req.valid('query').dryRun === '1'
    const { source, ics } = c.req.valid('json')
    const { events, skipped } = readCalendarFile(ics, 'ics')
    const days = await (dryRun ? previewImport : importDays)(contextOf(c), { source, events })
    const bodies = days.map(({ day, ...rest }) => ({ date: printDate(day), ...rest }))
    return c.json({ applied: !dryRun, days: bodies, skipped }, 200)
  })
  .openapi(deleteImportRoute, async (c) => {
    await removeImport(contextOf(c), c.req.valid('param').source)
    return c.body(null, 204)
  })

async function dayNow(context: Context, day: Day): Promise<DayBody> {
  const { calendar } = await readDays(context)
  return dayBody({ day, ...calendar.dayOn(day) }, context.locale)
}

function dayBody({ day, isWorking, reason, names }: ReadDay, locale: Locale): DayBody {
  return { date: printDate(day), isWorking, reason, name: names && nameInLanguage(names, locale) }
}

function stretchBody({ id: stretchId, unitId, name, from, until }: Stretch): StretchBody {
  return { id: stretchId, unitId, name, from: printDate(from), until: printDate(until) }
}
