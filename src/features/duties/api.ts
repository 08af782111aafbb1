import { createRoute, z } from '@hono/zod-openapi'
import { seesAll } from '../../domain/access.ts'
import { describePlan } from '../../domain/schedule/describe-plan.ts'
import { planWarningSentence } from '../../domain/schedule/fault-messages.ts'
import { warning } from '../../domain/schedule/plan-fault.ts'
import { parseDate, printDate, type Day } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { answers, apiRoutes, cursorAfter, idAfter, jsonBody, listOf } from '../../platform/api.ts'
import type { Context } from '../../platform/context.ts'
import { contextOf, versionOf } from '../../platform/http.ts'
import { countUse } from '../../platform/limiter.ts'
import { changeDuty } from './change-duty.ts'
import { changePlan } from './change-plan.ts'
import { inZone } from './check-plans.ts'
import { createDuty } from './create-duty.ts'
import { warningBodies } from './plan-warnings.ts'
import { readableDuties, suspensionsOf, type Duty, type Suspension } from './queries.ts'
import { readDuty } from './read-duty.ts'
import { countsOf, type Effect } from './revision-effect.ts'
import { reviseDuty } from './revise-duty.ts'
import {
  changeDutySchema,
  changePlanSchema,
  createDutySchema,
  createdDutySchema,
  dutySchema,
  revisedSchema,
  reviseDutySchema,
  type DutyBody,
  type RevisedBody,
} from './schemas.ts'

const dutiesOnPage = 100

const params = z.object({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/duties',
  summary: 'The duties that you may see',
  request: { query: z.object({ ownedBy: z.string().optional(), cursor: z.string().optional() }) },
  responses: answers(200, 'Duties by id', listOf(dutySchema)),
})

const create = createRoute({
  method: 'post',
  path: '/duties',
  summary: 'A new duty; its next 60 days are planned at once',
  request: jsonBody(createDutySchema),
  responses: answers(201, 'The duty, and what may surprise in its plans', createdDutySchema),
})

const read = createRoute({
  method: 'get',
  path: '/duties/{id}',
  summary: 'One duty',
  request: { params },
  responses: answers(200, 'The duty', dutySchema),
})

const change = createRoute({
  method: 'patch',
  path: '/duties/{id}',
  summary: 'Change or close a duty (If-Match)',
  request: { params, ...jsonBody(changeDutySchema) },
  responses: answers(200, 'The duty as it is now', dutySchema),
})

const revise = createRoute({
  method: 'post',
  path: '/duties/{id}/plans',
  summary: 'Another plan from a date on',
  request: {
    params,
    query: z.object({ dryRun: z.enum(['0', '1']).optional() }),
    ...jsonBody(reviseDutySchema),
  },
  responses: answers(200, 'What it changed, or would change', revisedSchema),
})

const changeOne = createRoute({
  method: 'patch',
  path: '/duties/{id}/plans/{planId}',
  summary: 'End a plan, or give it precedence over another (If-Match)',
  request: {
    params: z.object({ id: z.string(), planId: z.string() }),
    query: z.object({ dryRun: z.enum(['0', '1']).optional() }),
    ...jsonBody(changePlanSchema),
  },
  responses: answers(200, 'What it changed, or would change', revisedSchema),
})

export const dutiesApi = apiRoutes()
  .openapi(list, async (c) => {
    const context = contextOf(c)
    const { ownedBy, cursor } = c.req.valid('query')
    const duties = await readableDuties(context.store, {
      own: seesAll(context.actor) ? null : context.actor.ownUnits,
      ownedBy: ownedBy ?? null,
      after: idAfter(cursor) ?? '',
      limit: dutiesOnPage + 1,
    })
    const page = duties.slice(0, dutiesOnPage)
    const next = duties.length > dutiesOnPage ? (page.at(-1)?.id ?? null) : null
    return c.json({ items: await toBodies(context, page), next: cursorAfter(next) }, 200)
  })
  .openapi(create, async (c) => {
    const context = contextOf(c)
    const duty = await createDuty(context, c.req.valid('json'))
    const warnings = await warningBodies(context, duty.plans)
    return c.json({ ...(await toBody(context, duty)), warnings }, 201)
  })
  .openapi(read, async (c) => {
    const duty = await readDuty(contextOf(c), c.req.valid('param').id)
    c.header('ETag', `"${duty.version}"`)
    return c.json(await toBody(contextOf(c), duty), 200)
  })
  .openapi(change, async (c) => {
    const input = { ...c.req.valid('json'), id: c.req.valid('param').id, version: versionOf(c) }
    const duty = await changeDuty(contextOf(c), input)
    c.header('ETag', `"${duty.version}"`)
    return c.json(await toBody(contextOf(c), duty), 200)
  })
  .openapi(revise, async (c) => {
    const dryRun = c.req.valid('query').dryRun === '1'
    if (dryRun) await countUse(c, 'preview')
    const { id } = c.req.valid('param')
    const context = contextOf(c)
    const { plan, from, replaces } = c.req.valid('json')
    const effect = await reviseDuty(context, { plan, from, replaces, id, dryRun })
    const body = effectBody(effect, context)
    const expected = await warningBodies(context, [{ ...inZone(plan, context.org.timeZone), from }])
    return c.json({ ...body, warnings: [...body.warnings, ...expected] }, 200)
  })
  .openapi(changeOne, async (c) => {
    const dryRun = c.req.valid('query').dryRun === '1'
    if (dryRun) await countUse(c, 'preview')
    const version = dryRun ? null : versionOf(c)
    const asked = { ...c.req.valid('json'), ...c.req.valid('param'), version }
    return c.json(effectBody(await changePlan(contextOf(c), asked), contextOf(c)), 200)
  })

function effectBody(effect: Effect, { locale }: Context): RevisedBody {
  const warnings = effect.gaps.map(({ last, next, days, usual, targetIds: targets }) => {
    const params = { last: printDate(last), next: printDate(next), days, usual }
    const gap = warning('opens-gap', params)
    return { code: gap.code, message: planWarningSentence(gap, locale), targets }
  })
  return { ...countsOf(effect), warnings }
}

async function toBody(context: Context, duty: Duty): Promise<DutyBody> {
  const [body] = await toBodies(context, [duty])
  if (body === undefined) throw new Error('a duty without a body')
  return body
}

async function toBodies({ store, now, org }: Context, duties: readonly Duty[]): Promise<DutyBody[]> {
  const today = dayAt(now, org.timeZone)
  const suspensions = await suspensionsOf(
    store,
    duties.map(({ id }) => id),
    today,
  )
  return duties.map((duty) => bodyOf(duty, suspensions.get(duty.id)?.[0] ?? null, today))
}

function bodyOf(duty: Duty, suspension: Suspension | null, today: Day): DutyBody {
  const { withUnits, closedOn, plannedUntilOn: _, planNextOn: __, ...rest } = duty
  return {
    ...rest,
    with: withUnits,
    suspended: suspension !== null && suspension.fromOn <= today,
    suspension: suspension && {
      from: printDate(suspension.fromOn),
      until: suspension.untilOn === null ? null : printDate(suspension.untilOn),
      reason: suspension.reason,
    },
    describe: describeDuty(duty, today),
    closedOn: closedOn === null ? null : printDate(closedOn),
  }
}

/** What the plans that hold today or later say; null for standing work. */
function describeDuty({ plans }: Duty, today: Day): DutyBody['describe'] {
  const ahead = plans.filter(({ until }) => until === null || (parseDate(until) ?? 0) >= today)
  if (ahead.length === 0) return null
  return {
    'zh-CN': ahead.map((plan) => describePlan(plan, 'zh-CN')).join('；'),
    en: ahead.map((plan) => describePlan(plan, 'en')).join('; '),
  }
}
