import { createRoute, z } from '@hono/zod-openapi'
import { mayOwnDuties, requireAllowed } from '../../domain/access.ts'
import type { PublishedPack } from '../../domain/library/pack.ts'
import { planOfEntry } from '../../domain/library/take-over.ts'
import { printDate } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { answers, apiRoutes, jsonBody } from '../../platform/api.ts'
import type { Context } from '../../platform/context.ts'
import { contextOf } from '../../platform/http.ts'
import { readPack, readPacks } from './queries-packs.ts'
import { takenDuties } from './queries.ts'
import { packListSchema, packSchema, takenSchema, takeSchema } from './schemas.ts'
import { takeDuties } from './take-duties.ts'

const params = z.object({ pack: z.string().openapi({ example: 'infection-control' }) })

const list = createRoute({
  method: 'get',
  path: '/library/packs',
  summary: 'Packs of duties that hospitals usually have',
  responses: answers(200, 'The packs', packListSchema),
})

const read = createRoute({
  method: 'get',
  path: '/library/packs/{pack}',
  summary: 'A pack with its duties, and which of them are there',
  request: { params },
  responses: answers(200, 'The pack', packSchema),
})

const take = createRoute({
  method: 'post',
  path: '/library/packs/{pack}/duties',
  summary: 'Take duties over from a pack, with their checklists',
  request: { params, ...jsonBody(takeSchema) },
  responses: answers(201, 'What was made, and what is left for further requests', takenSchema),
})

export const libraryApi = apiRoutes()
  .openapi(list, async (c) => {
    requireAllowed(mayOwnDuties(contextOf(c).actor))
    return c.json({ items: await readPacks(c.env) }, 200)
  })
  .openapi(read, async (c) => {
    const context = contextOf(c)
    requireAllowed(mayOwnDuties(context.actor))
    return c.json(await bodyOf(context, await readPack(c.req.valid('param').pack, c.env)), 200)
  })
  .openapi(take, async (c) => {
    const context = contextOf(c)
    requireAllowed(mayOwnDuties(context.actor))
    const pack = await readPack(c.req.valid('param').pack, c.env)
    return c.json(await takeDuties(context, pack, c.req.valid('json')), 201)
  })

async function bodyOf(
  { store, org, now, locale }: Context,
  pack: PublishedPack,
): Promise<z.output<typeof packSchema>> {
  const taken = await takenDuties(
    store,
    pack.duties.map(({ id }) => id),
  )
  const from = printDate(dayAt(now, org.timeZone))
  const taking = { from, timeZone: org.timeZone, locale, units: {}, dutyOf: (entry: string) => entry }
  const duties = pack.duties.map((entry) => ({
    ...entry,
    plans: entry.plans.map((plan) => planOfEntry(plan, taking)),
    dutyIds: taken.filter((duty) => duty.entry === entry.id && !duty.isClosed).map(({ id }) => id),
  }))
  return { id: pack.id, title: pack.title, about: pack.about, duties }
}
