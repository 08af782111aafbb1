import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { healthSchema, type HealthBody } from '../../../src/features/service/schemas.ts'
import worker from '../../../src/worker.ts'
import { everyDay, makeDuty, newPlan } from '../duties/support.ts'
import { breaking, replacing } from '../support/database.ts'
import { newWorld, type World } from '../support/world.ts'

const minute = 60_000
const day = 86_400_000

// The heartbeat is of all organisations there are: only those of the test itself shall be there.
beforeEach(async () => {
  await env.DB.prepare('DELETE FROM organisations').run()
  await env.DB.prepare(`DELETE FROM jobs WHERE org_id = ''`).run()
})
afterEach(() => vi.restoreAllMocks())

async function fire(now: number, database: D1Database = env.DB): Promise<void> {
  const controller = { scheduledTime: now, cron: '* * * * *', noRetry: () => undefined }
  await worker.scheduled(controller, { ...env, DB: database })
}

async function healthOf(world: World): Promise<{ response: Response; body: HealthBody; codes: string[] }> {
  const response = await world.as(null).get('/health')
  const body = healthSchema.parse(await response.json())
  return { response, body, codes: body.problems.map(({ code }) => code) }
}

describe('/health', () => {
  it('is well a minute after the jobs have run, and says how far rounds are planned', async () => {
    const world = await newWorld()
    await makeDuty(world, { plans: [newPlan({ rhythm: everyDay })] })
    for (let passed = 0; passed < 3; passed += 1) await fire(world.now + passed * minute)
    world.now += 3 * minute
    const { response, body } = await healthOf(world)
    expect([response.status, body.state, body.problems]).toEqual([200, 'ok', []])
    expect(body.at).toBe('2026-03-02T01:03:00+00:00')
    expect(body.jobs.map(({ job }) => job)).toEqual([
      'note-overdue',
      'note-missed',
      'seal-audit',
      'plan-rounds',
      'forget-old',
    ])
    const everyMinute = body.jobs.filter(({ job }) => job !== 'forget-old')
    expect(new Set(everyMinute.map(({ lastRunAt }) => lastRunAt))).toEqual(
      new Set(['2026-03-02T01:02:00+00:00']),
    )
    expect(body.planning.daysAhead).toBeGreaterThanOrEqual(60)
  })

  it('is open, cached by nobody, and answers HEAD', async () => {
    const world = await newWorld()
    await fire(world.now)
    for (const method of ['GET', 'HEAD']) {
      const response = await world.as(null).request('/health', { method })
      expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'private, no-store'])
      expect(response.headers.get('Content-Type')).toContain('application/json')
      expect((await response.text()).length > 0).toBe(method === 'GET')
    }
  })

  it('costs one statement of one row, whoever asks and however many organisations there are', async () => {
    const worlds: World[] = []
    for (let count = 0; count < 5; count += 1) worlds.push(await newWorld())
    for (const world of worlds) await fire(world.now)
    for (const person of [null, 'admin'] as const) {
      const world = worlds[0] ?? (await newWorld())
      await world.as(person).get('/health')
      expect(world.usage).toMatchObject({ statements: 1, rowsRead: 1, rowsWritten: 0 })
    }
  })

  it('tells nothing of any organisation', async () => {
    const world = await newWorld()
    await makeDuty(world, { plans: [newPlan({ rhythm: everyDay })] })
    await fire(world.now)
    world.now += 20 * minute
    const text = await (await world.as('admin').get('/health')).text()
    for (const secret of [world.orgId, 'hospital', '医院', 'member', 'unit_', 'duty_']) {
      expect(text).not.toContain(secret)
    }
  })
})

describe('/health answers 503', () => {
  it('where the jobs have never run', async () => {
    const world = await newWorld()
    const { response, body, codes } = await healthOf(world)
    expect([response.status, response.headers.get('Retry-After'), codes]).toEqual([503, '60', ['never-ran']])
    expect(body.problems[0]?.message).toContain('cron trigger')
  })

  it('where they have stopped, once a quarter of an hour has passed', async () => {
    const world = await newWorld()
    await fire(world.now)
    world.now += 15 * minute
    expect((await healthOf(world)).response.status).toBe(200)
    world.now += 1
    const { response, body, codes } = await healthOf(world)
    expect([response.status, body.state, codes]).toEqual([503, 'trouble', ['stopped']])
    expect(body.problems[0]?.message).toContain('2026-03-02T01:00:00+00:00')
    const chinese = await world.as(null).get('/health', { 'Accept-Language': 'zh-CN' })
    expect(await chinese.text()).toContain('停止运行')
    await fire(world.now)
    expect((await healthOf(world)).response.status).toBe(200)
  })

  it('where one job fails while the others go on', async () => {
    const world = await newWorld()
    await fire(world.now)
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    for (const passed of [1, 17])
      await fire(world.now + passed * minute, breaking(env.DB, /due_counts WHERE org_id = \?1/))
    world.now += 17 * minute
    const { response, codes, body } = await healthOf(world)
    expect([response.status, codes]).toEqual([503, ['job-late']])
    expect(body.problems[0]?.message).toContain('Noting what is overdue')
  })

  it('where what has expired was not cleared away for two days', async () => {
    const world = await newWorld()
    await fire(world.now)
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    world.now += 3 * day
    for (let turn = 0; turn < 30; turn += 1) {
      world.now += minute
      await fire(world.now, breaking(env.DB, /DELETE FROM sign_in_links/))
    }
    const { response, codes, body } = await healthOf(world)
    expect([response.status, codes]).toEqual([503, ['job-late']])
    expect(body.problems[0]?.message).toContain('Clearing away what has expired')
  })

  it('where one organisation of several is left out, and not while all have their turns', async () => {
    const [first, second] = [await newWorld(), await newWorld()]
    await fire(first.now)
    await fire(first.now + minute)
    for (const world of [first, second]) world.now += 17 * minute
    await fire(first.now)
    expect((await healthOf(first)).response.status).toBe(200)
    await env.DB.prepare('UPDATE jobs SET ran_at = 0 WHERE org_id = ? AND job = ?')
      .bind(second.orgId, 'seal-audit')
      .run()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await fire(first.now + minute, breaking(env.DB, /FROM audit/))
    expect((await healthOf(first)).codes).toEqual(['job-late'])
  })

  it('where a duty waits for days to be planned', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world, { plans: [newPlan({ rhythm: everyDay })] })
    await fire(world.now)
    world.now += 3 * day
    await env.DB.prepare(
      'UPDATE duties SET planned_until_on = plan_next_on - 40, plan_next_on = plan_next_on - 55 WHERE id = ?',
    )
      .bind(duty.id)
      .run()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await fire(world.now, breaking(env.DB, /FROM units WHERE org_id/))
    const { response, codes } = await healthOf(world)
    expect([response.status, new Set(codes)]).toEqual([503, new Set(['job-late', 'planning-late'])])
  })

  it('where the heartbeat itself cannot be kept', async () => {
    const world = await newWorld()
    await fire(world.now)
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    for (const passed of [8, 16]) await fire(world.now + passed * minute, breaking(env.DB, /'run-jobs', \?/))
    expect(log).toHaveBeenCalledWith(expect.stringContaining('"job":"heartbeat"'))
    world.now += 16 * minute
    expect((await healthOf(world)).codes).toEqual(['stopped'])
  })

  it.each([
    'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
    'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
    'D1_ERROR: D1 DB exceeded its memory limit and was reset.',
    'D1_ERROR: D1 DB exceeded its CPU time limit and was reset.',
    'D1_ERROR: Network connection lost.',
    'D1_ERROR: D1 DB reset because its code was updated.',
    'D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.',
    'D1_ERROR: no such table: jobs: SQLITE_ERROR',
  ])('with its body where the store answers: %s', async (message) => {
    const world = await newWorld()
    await fire(world.now)
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    world.database = replacing(env.DB, { batch: () => Promise.reject(new Error(message)) })
    const { response, body, codes } = await healthOf(world)
    expect([response.status, body.storage, codes]).toEqual([503, { answers: false }, ['storage-unreachable']])
    expect(response.headers.get('Cache-Control')).toContain('no-store')
    expect(JSON.stringify(body)).not.toContain('D1_ERROR')
    expect(log).toHaveBeenCalledTimes(1)
  })
})
