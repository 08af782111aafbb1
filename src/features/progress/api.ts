import { createRoute, z } from '@hono/zod-openapi'
import { printDate } from '../../domain/time/civil.ts'
import { answers, apiRoutes } from '../../platform/api.ts'
import { contextOf } from '../../platform/http.ts'
import { readProgress, type DutyProgress } from './read-progress.ts'
import { progressSchema, type ProgressBody } from './schemas.ts'

const read = createRoute({
  method: 'get',
  path: '/duties/{id}/progress',
  summary: 'Who has done how many of what the period in hand asks for',
  request: { params: z.object({ id: z.string() }) },
  responses: answers(200, 'By plan, those that are behind first', progressSchema),
})

export const progressApi = apiRoutes().openapi(read, async (c) =>
  c.json(bodyOf(await readProgress(contextOf(c), c.req.valid('param').id)), 200),
)

function bodyOf({ plans }: DutyProgress): ProgressBody {
  return {
    plans: plans.map(({ planId, period, targets }) => ({
      planId,
      period: period.id,
      from: printDate(period.first),
      to: printDate(period.last),
      targets: targets.map(({ round, done, left, isBehind }) => ({
        targetKind: round.targetKind,
        targetId: round.targetId,
        needed: done + left,
        done,
        behind: isBehind,
      })),
    })),
  }
}
