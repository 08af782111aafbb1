import { createRoute } from '@hono/zod-openapi'
import { rowsPlannedADay } from '../../domain/service/free-plan.ts'
import { troubleSentence } from '../../domain/service/trouble-messages.ts'
import { printDate } from '../../domain/time/civil.ts'
import { printInstant, type Instant } from '../../domain/time/zone.ts'
import { answers, apiRoutes } from '../../platform/api.ts'
import type { Context } from '../../platform/context.ts'
import { contextOf } from '../../platform/http.ts'
import { readService, type ServiceReport } from './read-service.ts'
import { serviceSchema, type ServiceBody } from './schemas.ts'

const read = createRoute({
  method: 'get',
  path: '/service',
  summary: 'How the service is, and which duties and feeds stand still',
  responses: answers(200, 'What is wrong, and the figures behind it', serviceSchema),
})

export const serviceApi = apiRoutes().openapi(read, async (c) => {
  const context = contextOf(c)
  const report = await readService(context, { isUnencrypted: c.get('config').unencrypted })
  return c.json(toBody(report, context), 200)
})

function toBody(report: ServiceReport, { org, locale }: Context): ServiceBody {
  const instant = (at: Instant) => printInstant(at, org.timeZone)
  const orNull = (at: Instant | null) => (at === null ? null : instant(at))
  const { plannedUntil, rowsToday } = report.planning
  return {
    problems: report.troubles.map((trouble) => ({
      code: trouble.code,
      message: troubleSentence(trouble, locale, { instant, day: printDate }),
    })),
    jobs: report.jobs.map(({ job, ranAt }) => ({ job, lastRunAt: orNull(ranAt) })),
    planning: {
      plannedUntil: plannedUntil === null ? null : printDate(plannedUntil),
      rowsToday,
      rowsADay: rowsPlannedADay,
    },
    storage: { bytes: report.databaseBytes },
    undoable: report.undoable.items.map(({ duty: { id, title, titleEn }, ...why }) => {
      const units = why.reason === 'nobody' ? why.units.map((unit) => unit.id) : []
      return { id, title, titleEn, reason: why.reason, units }
    }),
    neglected: report.neglected.items.map(({ id, title, titleEn, lastDoneAt }) => {
      return { id, title, titleEn, lastDoneAt: orNull(lastDoneAt) }
    }),
    quietFeeds: report.quietFeeds.items.map(({ id, name, createdAt, lastFetchedAt, lastFetchedBy }) => {
      return { id, name, createdAt: instant(createdAt), lastFetchedAt: orNull(lastFetchedAt), lastFetchedBy }
    }),
  }
}
