import { Hono } from 'hono'
import { idOfSlug } from '../../src/demo/fill/ids.ts'
import { DEMO_ORG } from '../../src/demo/state.ts'
import { members } from '../../src/demo/hospital/members.ts'
import { settings } from '../../src/demo/hospital/settings.ts'
import { planDuties, roundsAtOnce } from '../../src/features/duties/plan-duty.ts'
import { dutiesNamed } from '../../src/features/duties/queries.ts'
import type { Bindings } from '../../src/env.ts'
import { runJobs } from '../../src/jobs/run-jobs.ts'
import type { JobContext } from '../../src/platform/context.ts'
import { holidayTables } from '../../src/platform/holiday-tables.ts'
import { lotteryFor } from '../../src/platform/lottery.ts'
import type { AppEnv } from '../../src/platform/http.ts'
import { newSession } from '../../src/platform/session.ts'
import { newUsage, storeFor, type Store, type Usage } from '../../src/platform/store.ts'
import { readScene } from './scene.ts'

/** The empty route that all others are measured beside, and what the bench needs to ask its questions. */
export const benchRoutes = new Hono<AppEnv>()
  .get('/empty', (c) => c.text('nothing'))
  .get('/scene', async (c) => c.json(await readScene(storeOf(c.env.DB), Date.now())))
  .post('/session/:member', async (c) => {
    const wanted = c.req.param('member')
    const persona = members.find((member) => member.persona === wanted)
    const { secret, write } = newSession(DEMO_ORG, {
      memberId: persona ? idOfSlug('member', persona.slug) : wanted,
      begunBy: 'demo',
      userAgent: 'bench',
      now: Date.now(),
    })
    await storeOf(c.env.DB).batch([write])
    return c.text(secret)
  })
  .post('/plan/:duty', async (c) => {
    const usage = newUsage()
    const context = jobContext(c.env, storeFor(c.env.DB, DEMO_ORG, usage))
    const duties = await dutiesNamed(context.store, [c.req.param('duty')])
    return c.json({ ...(await planDuties(context, duties, roundsAtOnce)), ...usage })
  })
  .post('/jobs', async (c) => {
    const usage = newUsage()
    await runJobs({ ...c.env, DB: counting(c.env.DB, usage) }, Date.now())
    return c.json(usage)
  })

/** The jobs make stores of their own; what they cost is counted beneath them. */
function counting(database: D1Database, usage: Usage): D1Database {
  const batch: D1Database['batch'] = async (statements) => {
    const results = await database.batch<never>(statements)
    usage.statements += results.length
    for (const { meta } of results) {
      usage.rowsRead += meta.rows_read
      usage.rowsWritten += meta.rows_written
    }
    return results
  }
  return Object.assign(Object.create(database) as D1Database, {
    batch,
    prepare: (text: string) => database.prepare(text),
  })
}

function jobContext(bindings: Bindings, store: Store): JobContext {
  const org = {
    id: DEMO_ORG,
    name: DEMO_ORG,
    nameEn: null,
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN' as const,
    settings,
    version: 1,
  }
  return {
    org,
    now: Date.now(),
    requestId: crypto.randomUUID(),
    store,
    holidays: holidayTables(bindings),
    lottery: lotteryFor(bindings.ROUNDS_SECRET, DEMO_ORG),
  }
}

function storeOf(database: D1Database): Store {
  return storeFor(database, DEMO_ORG)
}
