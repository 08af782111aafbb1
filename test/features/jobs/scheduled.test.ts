import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import worker from '../../../src/worker.ts'
import { everyDay, everyMonth, makeDuty, newPlan } from '../duties/support.ts'
import { countsOf, day, hour, plan, roundOf, rowsOf } from '../rounds/rig.ts'
import { newWorld, type World } from '../support/world.ts'

const minute = 60_000
/** 150 by hand, and ten days of two wards that are looked at every day. */
const missable = 170

// Cron works for every organisation there is: only those of the test itself shall be there.
beforeEach(async () => {
  await env.DB.prepare('DELETE FROM organisations').run()
})

afterEach(() => vi.restoreAllMocks())

/** The database as an invocation sees it, counting; statements whose text contains `broken` fail. */
function countingDatabase(broken?: string) {
  const counted = { statements: 0 }
  const database = {
    prepare(text: string) {
      if (broken !== undefined && text.includes(broken)) throw new Error('the store is broken')
      return env.DB.prepare(text)
    },
    batch(statements: D1PreparedStatement[]) {
      counted.statements += statements.length
      return env.DB.batch(statements)
    },
  } as unknown as D1Database
  return { database, counted }
}

/** One minute's cron. Answers how many statements it took. */
async function fire(now: number, broken?: string): Promise<number> {
  const { database, counted } = countingDatabase(broken)
  const controller = { scheduledTime: now, cron: '* * * * *', noRetry: () => undefined }
  await worker.scheduled(controller, { ...env, DB: database })
  return counted.statements
}

/** Ten days of nobody's work: rounds overdue and missed, an audit trail without seals, duties without rounds. */
async function backlogged(): Promise<World> {
  const world = await newWorld()
  const rounds = Array.from({ length: 150 }, (_, index) =>
    roundOf(world, {
      dueAt: world.now + (index % 24) * hour,
      performedBy: index % 2 === 0 ? world.unit.ward1 : world.unit.ward2,
    }),
  )
  await plan(world, rounds)
  for (const rhythm of [everyDay, everyMonth, everyMonth, everyMonth, everyMonth, everyMonth]) {
    await makeDuty(world, { plans: [newPlan({ rhythm })] })
  }
  await forgetPlanning(world)
  world.now += 10 * day
  return world
}

async function forgetPlanning(world: World): Promise<void> {
  await env.DB.prepare('UPDATE duties SET planned_until_on = NULL, plan_next_on = 0 WHERE org_id = ?')
    .bind(world.orgId)
    .run()
}

async function stateOf(world: World) {
  const one = async (sql: string) => (await rowsOf<{ n: number }>(world, sql))[0]?.n
  return {
    missed: await one(`SELECT count(*) AS n FROM rounds WHERE org_id = ? AND miss_noted_at IS NOT NULL`),
    unsealed: await one(
      `SELECT count(*) AS n FROM audit WHERE org_id = ?1
         AND seq > coalesce((SELECT max(seq) FROM audit_seals WHERE org_id = ?1), 0)`,
    ),
    unplanned: await one(`SELECT count(*) AS n FROM duties WHERE org_id = ? AND planned_until_on IS NULL`),
    rounds: await one(`SELECT count(*) AS n FROM rounds WHERE org_id = ?`),
  }
}

describe('cron, once a minute', () => {
  it('takes at most 40 statements, and each job takes a step in the first minute', async () => {
    const world = await backlogged()
    expect(await fire(world.now)).toBeLessThanOrEqual(40)
    expect(await stateOf(world)).toMatchObject({ missed: 100, unsealed: 0 })
    expect(await fire(world.now + minute)).toBeLessThanOrEqual(40)
    expect(await stateOf(world)).toMatchObject({ unplanned: 2 })
  })

  it.each([2, 3])('works off the backlog of %i organisations; none waits for ever', async (count) => {
    const worlds: World[] = []
    for (let index = 0; index < count; index += 1) worlds.push(await backlogged())
    const now = worlds[0]?.now ?? 0
    for (let passed = 0; passed < 12 * count; passed += 1) {
      expect(await fire(now + passed * minute)).toBeLessThanOrEqual(40)
    }
    for (const world of worlds) {
      expect(await stateOf(world)).toMatchObject({ missed: missable, unsealed: 0, unplanned: 0 })
      const { kept, counted } = await countsOf(world)
      expect(kept).toEqual(counted)
    }
  })

  it.each([
    ['noting what is overdue', 'due_counts WHERE org_id = ?1 AND due_at', { unsealed: 0, unplanned: 0 }],
    ['noting misses', 'miss_noted_at = ', { unsealed: 0, unplanned: 0 }],
    ['sealing', 'INTO audit_seals', { missed: missable, unplanned: 0 }],
    ['planning', 'FROM duties', { missed: missable, unsealed: 0 }],
  ])('%s fails: it is logged, and the other jobs go on', async (_, broken, others) => {
    const world = await backlogged()
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    for (let passed = 0; passed < 8; passed += 1) await fire(world.now + passed * minute, broken)
    expect(log).toHaveBeenCalledWith(expect.stringContaining('the store is broken'))
    expect(await stateOf(world)).toMatchObject(others)
    for (let passed = 8; passed < 20; passed += 1) await fire(world.now + passed * minute)
    expect(await stateOf(world)).toMatchObject({ missed: missable, unsealed: 0, unplanned: 0 })
  })

  it('fired twice at once, and again later for the same minute, does what once does', async () => {
    const [once, twice] = [await backlogged(), await backlogged()]
    for (let passed = 0; passed < 24; passed += 1) {
      await Promise.all([fire(once.now + passed * minute), fire(once.now + passed * minute)])
    }
    for (const world of [once, twice]) {
      expect(await stateOf(world)).toMatchObject({ missed: missable, unsealed: 0, unplanned: 0 })
      const entries = await rowsOf(
        world,
        `SELECT subject_id FROM audit WHERE org_id = ? AND action = 'round.missed' GROUP BY subject_id HAVING count(*) > 1`,
      )
      expect(entries).toEqual([])
    }
    const before = [await stateOf(once), await stateOf(twice)]
    await Promise.all([fire(once.now), fire(once.now)])
    expect([await stateOf(once), await stateOf(twice)]).toEqual(before)
  })
})
