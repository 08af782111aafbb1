import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawsOf } from '../../../src/domain/schedule/draw.ts'
import { lotteryFor } from '../../../src/platform/lottery.ts'
import { newWorld, type World } from '../support/world.ts'
import { changeTargets, countsHold, forgetRounds, planAnew, planInSteps, runPlanner } from './planner.ts'
import { roundsAlive, roundsOf } from './rounds.ts'
import { everyDay, makeDuty, newPlan, onMondays, type RoundRow } from './support.ts'

const day = 86_400_000

/** Six wards under medicine, in this order, tagged `turn`. */
async function withWards(options?: { now?: string }): Promise<World & { wards: string[] }> {
  const world = await newWorld(options)
  const names = ['f', 'b', 'd', 'a', 'c', 'e']
  await env.DB.batch(names.map((name, index) => insertWard(world, name, index)))
  return Object.assign(world, { wards: names.map((name) => wardOf(world, name)) })
}

function wardOf({ orgId }: World, name: string): string {
  return `unit_${orgId}_w${name}`
}

function insertWard(world: World, name: string, order: number): D1PreparedStatement {
  return env.DB.prepare(
    `INSERT INTO units (org_id, id, parent_id, name, tags, sort_order, updated_at) VALUES (?, ?, ?, ?, '["turn"]', ?, ?)`,
  ).bind(world.orgId, wardOf(world, name), world.unit.medicine, name, order, world.now)
}

function turning(over: Record<string, unknown> = {}, plan: Record<string, unknown> = {}) {
  const targets = { units: { tags: ['turn'] }, coverage: 'rotate', ...over }
  return newPlan({ from: '2026-03-02', targets, ...plan })
}

type Facts = { key: string; target: string | null; planned: number; opens: number; hidden: number | null }

/** When and on whom, without in how many writes it came about. */
async function factsOf(world: World, dutyId: string): Promise<Facts[]> {
  const { results } = await env.DB.prepare(
    `SELECT occurrence_key AS key, target_id AS target, planned_on AS planned, opens_at AS opens, hidden_until AS hidden
     FROM rounds WHERE org_id = ? AND duty_id = ? AND withdrawn_at IS NULL ORDER BY planned_on, occurrence_key, target_id`,
  )
    .bind(world.orgId, dutyId)
    .all<Facts>()
  return results
}

function targetsOf(rounds: readonly RoundRow[]): (string | null)[] {
  return rounds.map(({ target_id: target }) => target)
}

describe('targets in turn', () => {
  it('in the order in which pages list them, then over again', async () => {
    const world = await withWards()
    const duty = await makeDuty(world, { performedBy: world.unit.office, plans: [turning()] })
    await runPlanner(world)
    const targets = targetsOf(await roundsAlive(world, duty.id))
    expect(targets.slice(0, 13)).toEqual([...world.wards, ...world.wards, world.wards[0]])
    expect(await countsHold(world)).toBe(true)
  })

  it('a ward that opens has the next turn, one that closes leaves the others their order', async () => {
    const world = await withWards()
    const duty = await makeDuty(world, { performedBy: world.unit.office, plans: [turning()] })
    await runPlanner(world)
    // All have had a turn, and the first its second.
    world.now += 43 * day
    await insertWard(world, 'new', 3).run()
    await changeTargets(
      world,
      'UPDATE units SET closed_on = 20557 WHERE org_id = ?1 AND id = ?2',
      world.wards[4],
    )
    const [f, b, d, a, c, e] = world.wards
    const opened = wardOf(world, 'new')
    const targets = targetsOf(await roundsAlive(world, duty.id))
    expect(targets.slice(0, 14)).toEqual([f, b, d, a, c, e, f, opened, b, d, a, e, f, opened])
    expect(await countsHold(world)).toBe(true)
  })

  it('one that is suspended is passed over, keeps its place and comes first afterwards', async () => {
    const world = await withWards()
    const duty = await makeDuty(world, { performedBy: world.unit.office, plans: [turning()] })
    const [f, b, d, a, c, e] = world.wards
    const suspension = { from: '2026-03-09', until: '2026-03-22', reason: '装修' }
    const answer = await world.as('supervisor').put(`/api/v1/units/${b}/suspension`, suspension)
    expect(answer.status).toBe(200)
    await runPlanner(world)
    expect(targetsOf(await roundsAlive(world, duty.id)).slice(0, 8)).toEqual([f, d, a, b, c, e, f, d])
  })

  it('what somebody touched keeps its target and counts as the turn; a plan that follows goes on with the queue', async () => {
    const world = await withWards()
    const duty = await makeDuty(world, { performedBy: world.unit.office, plans: [turning()] })
    const [f, b, d, a, c, e] = world.wards
    const third = (await roundsAlive(world, duty.id))[2]
    const body = { planned: '2026-03-16', assigneeId: world.member.officeLead }
    const path = `/api/v1/rounds/${third?.id ?? ''}`
    const moved = await world.as('supervisor').patch(path, body, { 'If-Match': '1' })
    expect(moved.status).toBe(200)
    await changeTargets(world, "UPDATE units SET tags = '[]' WHERE org_id = ?1 AND id = ?2", d)
    expect(targetsOf(await roundsAlive(world, duty.id)).slice(0, 8)).toEqual([f, b, d, a, c, e, f, b])

    const revision = {
      from: '2026-04-13',
      plan: turning({ perOccurrence: 2 }, { from: '2026-04-13' }),
      replaces: duty.plans[0]?.id,
    }
    const revised = await world.as('supervisor').post(`/api/v1/duties/${duty.id}/plans`, revision)
    expect(revised.status).toBe(200)
    await runPlanner(world)
    const later = (await roundsAlive(world, duty.id)).filter(({ planned_on: on }) => on >= 20556)
    // Two at a time, whose ids are in no order of theirs.
    expect(new Set(targetsOf(later.slice(0, 4)))).toEqual(new Set([f, b, a, c]))
    expect(await countsHold(world)).toBe(true)
  })

  it('as many each time as a month needs', async () => {
    const world = await withWards()
    const plan = turning({ perOccurrence: 'auto', coverWithin: 'month' })
    const duty = await makeDuty(world, { performedBy: world.unit.office, plans: [plan] })
    await runPlanner(world)
    const rounds = await roundsAlive(world, duty.id)
    const april = rounds.filter(({ occurrence_key: key }) => key.startsWith('202604'))
    expect(april.map(({ occurrence_key: key }) => key)).toEqual([
      '20260406',
      '20260406',
      '20260413',
      '20260413',
      '20260420',
      '20260427',
    ])
    expect(new Set(targetsOf(april)).size).toBe(6)
  })

  it('planning twice, and in steps of any size on any days, changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          turning(),
          turning({ perOccurrence: 2 }, { rhythm: everyDay }),
          turning({ perOccurrence: 'auto', coverWithin: 'month' }),
          turning({ coverage: 'draw', perOccurrence: 2, coverWithin: 'quarter' }),
          turning({}, { rhythm: { kind: 'quota', period: 'month', min: 4, max: null, spread: 'draw' } }),
          turning(
            { units: { tags: ['ward'] }, members: { types: ['inspector'] } },
            { rhythm: onMondays, holidays: 'next' },
          ),
        ),
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 6 }),
        fc.integer({ min: 0, max: 50 }),
        async (plan, limits, days) => {
          const world = await withWards()
          const duty = await makeDuty(world, { performedBy: world.unit.office, plans: [plan] })
          await planInSteps(world, limits, true)
          const inSteps = await factsOf(world, duty.id)
          await forgetRounds(world)
          await planInSteps(world, [], true)
          expect(await factsOf(world, duty.id)).toEqual(inSteps)

          world.now += days * day
          await planInSteps(world, limits, true)
          const planned = await roundsOf(world, duty.id)
          await env.DB.prepare('UPDATE duties SET planned_until_on = NULL, plan_next_on = 0 WHERE org_id = ?')
            .bind(world.orgId)
            .run()
          await planInSteps(world, limits, true)
          expect(await roundsOf(world, duty.id)).toEqual(planned)
          expect(await countsHold(world)).toBe(true)
        },
      ),
      { numRuns: 8 },
    )
  }, 60_000)

  it('a touched round far ahead gave its ward a turn before it when steps were too short to see what lies between', async () => {
    const world = await withWards()
    const rhythm = { kind: 'quota', period: 'quarter', min: 2, max: null, spread: 'even' }
    const duty = await makeDuty(world, { plans: [turning({}, { rhythm })] })
    await runPlanner(world)
    const [, , , , , , far] = (await roundsAlive(world, duty.id)).toSorted(
      (a, b) => a.planned_on - b.planned_on,
    )
    await changeTargets(world, 'UPDATE rounds SET touched = 1 WHERE org_id = ?1 AND id = ?2', far?.id)
    const before = await factsOf(world, duty.id)
    await planAnew(world)
    await planInSteps(world, [2, 3, 1, 4], true)
    expect(await factsOf(world, duty.id)).toEqual(before)
  })
})

describe('drawn targets and dates', () => {
  const monthly = { kind: 'quota', period: 'month', min: 1, max: null }

  it('are what the secret says, and hidden until the round opens', async () => {
    const world = await withWards()
    const plans = [turning({ coverage: 'draw' }, { rhythm: monthly })]
    const duty = await makeDuty(world, { performedBy: world.unit.office, plans })
    const rounds = await factsOf(world, duty.id)
    const lottery = lotteryFor(env.ROUNDS_SECRET, world.orgId)
    expect(lottery).not.toBeNull()
    if (lottery === null) return
    const byId = world.wards.toSorted()
    for (const { key, target, opens, hidden } of rounds) {
      expect(target).toBe(byId[drawsOf(lottery, duty.id, key)(6)])
      expect(hidden).toBe(opens)
    }
    expect(rounds.length).toBeGreaterThan(1)
  })

  it('a drawn date is hidden until the day comes', async () => {
    const world = await newWorld()
    const plans = [newPlan({ rhythm: { ...monthly, spread: 'draw' } })]
    const duty = await makeDuty(world, { performedBy: world.unit.office, plans })
    const rounds = await factsOf(world, duty.id)
    expect(rounds.length).toBeGreaterThan(2)
    for (const { planned, hidden } of rounds) expect(hidden).toBe(planned * day - 8 * 3_600_000)
  })

  it('without a secret nothing is drawn, and a sentence says what to do', async () => {
    const world = await withWards()
    world.bindings = { ROUNDS_SECRET: '' }
    const client = world.as('supervisor')
    const refused = await client.post('/api/v1/duties', {
      title: '飞行检查',
      kind: 'check',
      category: '院感防控',
      ownedBy: world.unit.office,
      performedBy: world.unit.office,
      plans: [turning({ coverage: 'draw' })],
    })
    const problem = await refused.json<{ code: string; detail: string }>()
    expect([refused.status, problem.code]).toEqual([409, 'no-draw-secret'])
    expect(problem.detail).toContain('ROUNDS_SECRET')
  })
})

describe('saving says what will happen', () => {
  it('where the numbers cannot cover, and where nothing matches today', async () => {
    const world = await withWards()
    const body = (targets: Record<string, unknown>) => ({
      title: '督查',
      kind: 'check',
      category: '院感防控',
      ownedBy: world.unit.office,
      performedBy: world.unit.office,
      plans: [turning({ coverWithin: 'month', ...targets })],
    })
    type Saved = { id: string; plans: { id: string }[]; warnings: { code: string; message: string }[] }
    const client = world.as('supervisor')
    const saved = await (await client.post('/api/v1/duties', body({}))).json<Saved>()
    expect(saved.warnings.map(({ message }) => message)).toEqual([
      'There are 6 targets and 4 or 5 turns each month: 1 or 2 will be left. Take more each time, come more often, or allow more time.',
    ])
    const none = await (
      await client.post('/api/v1/duties', body({ units: { tags: ['roof'] } }))
    ).json<Saved>()
    expect(none.warnings.map(({ code }) => code)).toEqual(['no-targets-today'])

    const revision = { from: '2026-04-01', plan: turning({ perOccurrence: 9 }), replaces: saved.plans[0]?.id }
    const revised = await client.post(`/api/v1/duties/${saved.id}/plans?dryRun=1`, revision)
    expect((await revised.json<Saved>()).warnings.map(({ code }) => code)).toContain('more-than-there-are')
  })
})
