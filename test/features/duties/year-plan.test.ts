import { describe, expect, it } from 'vitest'
import { stateOf } from '../../../src/domain/round/state.ts'
import type { Actor } from '../../../src/domain/access.ts'
import { tallyRounds } from '../../../src/features/duties/queries-year.ts'
import { findRound } from '../../../src/features/rounds/queries.ts'
import { day, hour, makeDuty as storeDuty, plan, roundOf, rowsOf, storeOf } from '../rounds/rig.ts'
import { costOf } from '../support/cost.ts'
import { pageOf } from '../support/elements.ts'
import { newWorld, type Person, type World } from '../support/world.ts'
import { runPlanner } from './planner.ts'
import { everyDay, everyMonth, makeDuty, newPlan } from './support.ts'

const selectors = [
  'tbody td',
  'tbody th',
  '.year-cell [aria-label]',
  '.year-cell a',
  '.year-suspended',
  '.year-how',
  'h1',
  '.lead',
  '.year-title',
  '.empty-state',
]
const noTargets = { targets: { none: true } }

async function sheet(world: World, query = '', person: Person = 'supervisor') {
  const answer = await world.as(person).get(`/year-plan?${query}&year=2026`, { 'Accept-Language': 'zh-CN' })
  expect(answer.status).toBe(200)
  return pageOf(answer, selectors)
}

/** What a screen reader hears of each cell that has anything, after the signs. */
const cellsOf = (page: Awaited<ReturnType<typeof sheet>>) =>
  page.attributes('.year-cell [aria-label]', 'aria-label').map((heard) => heard.replace(/^.*? (?=\d+月)/, ''))

describe('the year plan', () => {
  it('counts rounds by month and period, with what is still to be expected', async () => {
    const world = await newWorld()
    await makeDuty(world, {
      title: '每日巡查',
      plans: [newPlan({ rhythm: everyDay, ...noTargets })],
      performedBy: world.unit.office,
    })
    await makeDuty(world, {
      title: '季度检查',
      plans: [newPlan({ rhythm: { kind: 'quota', period: 'quarter', min: 1, max: null } })],
    })
    await makeDuty(world, { title: '常态值守', plans: [], performedBy: world.unit.office })
    await runPlanner(world)
    const page = await sheet(world)
    expect(page.texts('h1')).toEqual(['2026年度工作计划'])
    expect(page.texts('.lead')[0]).toContain('共3项工作')
    const cells = cellsOf(page)
    // Planned 60 days ahead from 2 March: all of March and April's days, one of May.
    expect(cells).toContain('3月：待做1次，未开始29次')
    expect(cells).toContain('5月：未开始1次，预计30次')
    expect(cells).toContain('12月：预计31次')
    expect(cells).toContain('1月至3月：待做2次')
    expect(cells).toContain('10月至12月：未开始2次')
    expect(page.texts('tbody td').join()).toContain('常态工作')
  })

  it('foretells a year of which nothing is stored', async () => {
    const world = await newWorld()
    await makeDuty(world, { plans: [newPlan({ rhythm: everyMonth })] })
    await runPlanner(world)
    const answer = await world.as('supervisor').get('/year-plan?year=2028', { 'Accept-Language': 'zh-CN' })
    const cells = cellsOf(await pageOf(answer, selectors))
    expect(cells).toHaveLength(12)
    expect(cells[6]).toBe('7月：预计2次')
  })

  it('counts a week that is stored in part once', async () => {
    // 400 days later is a Saturday, the day after the planned one.
    const world = await newWorld({ now: '2026-03-06T09:00:00+08:00' })
    const onFridays = { kind: 'quota', period: 'week', min: 1, max: 1, spread: 'even' }
    await makeDuty(world, {
      plans: [newPlan({ rhythm: onFridays, ...noTargets })],
      performedBy: world.unit.office,
    })
    await runPlanner(world)
    expect(cellsOf(await sheet(world, '&year=2027'))).toContain('4月：未开始2次，预计3次')
  })

  it('foretells no unit turns that may be another’s', async () => {
    const world = await newWorld()
    const targets = (perOccurrence: number) => ({
      units: { tags: ['ward'] },
      coverage: 'rotate',
      perOccurrence,
    })
    await makeDuty(world, { plans: [newPlan({ rhythm: everyMonth, targets: targets(1) })] })
    await runPlanner(world)
    const foretold = async (person: Person) =>
      cellsOf(await sheet(world, '&year=2028', person)).map((cell) => /\d+次/.exec(cell)?.[0])
    expect(await foretold('supervisor')).toEqual(Array.from({ length: 12 }, () => '1次'))
    expect(await foretold('lead')).toEqual([])

    await makeDuty(world, { plans: [newPlan({ rhythm: everyMonth, targets: targets(2) })] })
    expect(await foretold('lead')).toEqual(Array.from({ length: 12 }, () => '1次'))
  })

  it('says how many duties there are only where all of them are shown', async () => {
    const world = await newWorld()
    await makeDuty(world, {
      plans: [newPlan({ targets: { units: { ids: [world.unit.ward2] }, coverage: 'each' } })],
    })
    const leadOf = async (person: Person) => (await sheet(world, '', person)).texts('.lead')[0]
    expect(await leadOf('officeLead')).toMatch(/^共1项工作，/)
    expect(await leadOf('lead')).toMatch(/^3月2日.*的完成情况$/)
  })

  it('says once what plans for different units have in common', async () => {
    const world = await newWorld()
    const plans = [world.unit.ward1, world.unit.ward2].map((id) =>
      newPlan({ rhythm: everyMonth, targets: { units: { ids: [id] }, coverage: 'each' } }),
    )
    await makeDuty(world, { plans, performedBy: world.unit.office })
    expect((await sheet(world)).texts('.year-how')).toEqual(['每月至少1次'])
  })

  it('keeps the signs of two rounds apart from one sign of two characters', async () => {
    const world = await newWorld()
    const dutyId = await storeDuty(world)
    const rounds = [-20, -10].map((due) =>
      roundOf(world, {
        dutyId,
        planId: 'plan',
        dueAt: world.now + due * day,
        missesAt: world.now + due * day,
        plannedOn: 20_500,
      }),
    )
    await plan(world, rounds)
    await settle(world, rounds[0]?.id ?? '', 3, world.now)
    const page = await sheet(world)
    expect(page.texts('.year-cell a')).toEqual(['×✓ ×'])
  })

  it('says what is suspended, and for how long', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world, { plans: [newPlan({ rhythm: everyMonth })] })
    const time = { from: '2026-04-01', until: '2026-05-31', reason: '系统升级' }
    await world.as('supervisor').put(`/api/v1/duties/${duty.id}/suspension`, time)
    const closing = { from: '2026-07-01', until: '2026-07-15', reason: '病区装修' }
    await world.as('supervisor').put(`/api/v1/units/${world.unit.ward1}/suspension`, closing)
    await runPlanner(world)
    const page = await sheet(world)
    expect(page.texts('.year-suspended')).toEqual([
      '暂停 4月1日–5月31日：系统升级',
      '内科一病区暂停 7月1日–7月15日：病区装修',
    ])
    expect(cellsOf(page).slice(1, 4)).toEqual(['4月：暂停', '5月：暂停', '6月：未开始2次'])
  })

  it('shows each reader what is theirs, and a unit what it owns or performs', async () => {
    const world = await newWorld()
    await makeDuty(world, { plans: [newPlan({ rhythm: everyMonth })] })
    await makeDuty(world, {
      plans: [newPlan({ rhythm: everyMonth, ...noTargets })],
      performedBy: world.unit.ward2,
    })
    await runPlanner(world)
    expect(cellsOf(await sheet(world, '', 'officeLead'))).toContain('4月：未开始2次')
    const ofWard = cellsOf(await sheet(world, '', 'lead'))
    expect([ofWard.length, ofWard[1]]).toEqual([10, '4月：未开始1次'])
    const filtered = cellsOf(await sheet(world, `&unit=${world.unit.ward2}`))
    expect([filtered.length, new Set(filtered).size]).toEqual([20, 10])
    expect((await world.as('lead').get(`/year-plan?unit=unit_${world.orgId}_none`)).status).toBe(404)
  })

  it('pages through duties, and prints all on one sheet with the hospital’s name', async () => {
    const world = await newWorld()
    for (let number = 0; number < 27; number += 1) {
      await storeDuty(world, { id: `duty_${world.orgId}_n${String(number).padStart(2, '0')}` })
    }
    const first = await pageOf(await world.as('admin').get('/year-plan'), ['a[rel=next]', '.year-duty a'])
    expect(first.texts('.year-duty a')).toHaveLength(25)
    const next = first.attributes('a[rel=next]', 'href')[0] ?? ''
    const second = await pageOf(await world.as('admin').get(next), [
      'a[rel=next]',
      '.year-duty a',
      '.year-number',
    ])
    expect([second.texts('.year-duty a').length, second.texts('.year-number').at(-1)]).toEqual([2, '27'])
    const whole = await sheet(world, '&sheet=1')
    expect(whole.texts('.year-title')).toEqual(['测试医院2026年度工作计划'])
  })

  it('reads each round of the page once, and sorts it once', async () => {
    const world = await newWorld()
    const dutyId = await storeDuty(world)
    await plan(
      world,
      Array.from({ length: 200 }, (_, index) =>
        roundOf(world, {
          dutyId,
          planId: 'plan',
          dueAt: world.now + index * hour,
          plannedOn: 20_520 + (index % 90),
        }),
      ),
    )
    expect(await costOf(world, 'supervisor', '/year-plan?year=2026')).toBeLessThanOrEqual(2 * 200 + 60)
  })
})

describe('the state of a round in SQL', () => {
  it('is what stateOf derives', async () => {
    const world = await newWorld()
    const dutyId = await storeDuty(world)
    const { now } = world
    const base = { dutyId, planId: 'plan', makeUp: 'allowed' } as const
    const times = [-10, -3, -1, 1, 3].flatMap((due) =>
      [null, -9, -2, 2].map((miss) => ({
        ...base,
        dueAt: now + due * day,
        opensAt: now + (due - 2) * day,
        missesAt: miss === null || miss < due ? null : now + miss * day,
      })),
    )
    const rounds = times
      .flatMap((each) => [each, each, each, each, each, each])
      .map((each) => roundOf(world, each))
    await plan(world, rounds)
    for (const [index, { id }] of rounds.entries()) await settle(world, id, index % 6, now)

    const actor = {
      role: 'supervisor',
      ownUnits: new Set(),
      standsInFor: new Set(),
      memberId: 'x',
    } as unknown as Actor
    const wanted = { duties: [{ id: dutyId, until: now + 30 * day }], from: 0, now, actor, unit: null }
    const counted = new Map<string, number>()
    for (const { state, count } of (await tallyRounds(storeOf(world), wanted)).get(dutyId) ?? [])
      counted.set(state, (counted.get(state) ?? 0) + count)
    const derived = new Map<string, number>()
    for (const { id } of rounds) {
      const found = await findRound(storeOf(world), id)
      if (found === null) throw new Error('a round is gone')
      const state = stateOf({ ...found.round, outcome: found.outcome }, now)
      derived.set(state, (derived.get(state) ?? 0) + 1)
    }
    expect(counted.size).toBe(8)
    expect(counted).toEqual(derived)
  })
})

/** Untouched, started, done in time, done lately, entered late, or excused. */
async function settle(world: World, id: string, way: number, now: number): Promise<void> {
  if (way === 0) return
  if (way === 1) {
    await rowsOf(
      world,
      'UPDATE rounds SET started_at = ?2 WHERE org_id = ?1 AND id = ?3',
      now - 2.5 * day,
      id,
    )
    return
  }
  await rowsOf(world, 'UPDATE rounds SET settled = 1 WHERE org_id = ?1 AND id = ?2', id)
  const at = [0, 0, now - 11 * day, now - hour, now - 11 * day, now][way]
  await rowsOf(
    world,
    `INSERT INTO outcomes (org_id, round_id, kind, member_id, performed_at, entered_at, late_entry)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    id,
    way === 5 ? 'excused' : 'done',
    world.member.inspector,
    at,
    now - hour,
    way === 4 ? 1 : 0,
  )
}
