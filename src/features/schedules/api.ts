import { createRoute } from '@hono/zod-openapi'
import { describePlan } from '../../domain/schedule/describe-plan.ts'
import { planWarningSentence } from '../../domain/schedule/fault-messages.ts'
import { printDate } from '../../domain/time/civil.ts'
import { printInstant } from '../../domain/time/zone.ts'
import { answers, apiRoutes, jsonBody } from '../../platform/api.ts'
import { contextOf } from '../../platform/http.ts'
import type { Locale } from '../../platform/i18n.ts'
import { countUse } from '../../platform/limiter.ts'
import { previewSchedule, type Preview } from './preview-schedule.ts'
import type { PreviewedOccurrence } from './preview-turns.ts'
import { previewedSchema, previewSchema, type PreviewBody } from './schemas.ts'

const preview = createRoute({
  method: 'post',
  path: '/schedules/preview',
  summary: 'The occurrences a plan would make; nothing is stored',
  request: jsonBody(previewSchema),
  responses: answers(200, 'By planned date, then key', previewedSchema),
})

export const schedulesApi = apiRoutes().openapi(preview, async (c) => {
  const context = contextOf(c)
  await countUse(c, 'preview')
  return c.json(toBody(await previewSchedule(context, c.req.valid('json')), context.locale), 200)
})

function toBody({ plan, occurrences, next, warnings }: Preview, locale: Locale): PreviewBody {
  return {
    occurrences: occurrences.map((each) => occurrenceBody(each, plan.timeZone)),
    next,
    describe: { 'zh-CN': describePlan(plan, 'zh-CN'), en: describePlan(plan, 'en') },
    warnings: warnings.map((each) => ({ code: each.code, message: planWarningSentence(each, locale) })),
  }
}

function occurrenceBody({ occurrence, targets, topic }: PreviewedOccurrence, timeZone: string) {
  const { key, date, planned, startsAt, opensAt, dueAt, missesAt } = occurrence
  return {
    key,
    date: printDate(date),
    planned: printDate(planned),
    startsAt: startsAt === null ? null : printInstant(startsAt, timeZone),
    opensAt: printInstant(opensAt, timeZone),
    dueAt: printInstant(dueAt, timeZone),
    missesAt: missesAt === null ? null : printInstant(missesAt, timeZone),
    ...(topic !== null && { topic }),
    ...(targets !== null && { targets }),
  }
}
