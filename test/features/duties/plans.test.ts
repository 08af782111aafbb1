import { describe, expect, it } from 'vitest'
import { fieldOf, textOf } from '../support/page.ts'
import { newWorld, type World } from '../support/world.ts'
import { page } from './duty-form.ts'
import { countsHold, runPlanner } from './planner.ts'
import { roundsOf } from './rounds.ts'
import { makeDuty, newPlan, onMondays, type DutyBody, type RoundRow } from './support.ts'

const onTuesdays = { ...onMondays, rrule: 'FREQ=WEEKLY;BYDAY=TU' }
const seen = { 'If-Match': '1' }

/** All wards on Mondays; ward 1 on Tuesdays, which comes to nothing as long as it stands second. */
async function twoPlans(world: World): Promise<DutyBody> {
  const ward1 = { units: { ids: [world.unit.ward1] }, coverage: 'each' }
  const second = newPlan({ rhythm: onTuesdays, targets: ward1 })
  const duty = await makeDuty(world, { plans: [newPlan(), second] })
  await runPlanner(world)
  return duty
}

async function alive(world: World, { id }: DutyBody): Promise<RoundRow[]> {
  return (await roundsOf(world, id)).filter((round) => round.withdrawn_at === null)
}

function weekdaysOf(rounds: readonly RoundRow[], targetId: string): Set<number> {
  const own = rounds.filter(({ target_id: target }) => target === targetId)
  return new Set(own.map(({ planned_on: on }) => ((on + 3) % 7) + 1))
}

describe('several plans of one duty', () => {
  it('one ends: what nobody has touched later is withdrawn, and others take its targets over', async () => {
    const world = await newWorld()
    const duty = await twoPlans(world)
    const path = `/api/v1/duties/${duty.id}/plans/${duty.plans[0]?.id}`
    const before = await alive(world, duty)
    const end = { until: '2026-04-05' }
    const said = await (await world.as('supervisor').patch(`${path}?dryRun=1`, end)).json()
    expect(await alive(world, duty)).toEqual(before)
    const response = await world.as('supervisor').patch(path, end, seen)
    expect([response.status, await response.json()]).toEqual([200, said])
    await runPlanner(world)
    const after = await alive(world, duty)
    const gone = before.filter(({ id }) => !after.some((round) => round.id === id))
    const come = after.filter(({ id }) => !before.some((round) => round.id === id))
    expect(said).toEqual({ withdrawn: gone.length, added: come.length, kept: 0, warnings: [] })
    expect(Math.min(...gone.map(({ due_at: dueAt }) => dueAt))).toBe(Date.parse('2026-04-07T00:00:00+08:00'))
    expect(weekdaysOf(come, world.unit.ward1)).toEqual(new Set([2]))
    expect(weekdaysOf(come, world.unit.ward2)).toEqual(new Set())
    expect(await countsHold(world)).toBe(true)
  })

  it('one goes before another: a target of both is its own', async () => {
    const world = await newWorld()
    const duty = await twoPlans(world)
    const [first, second] = duty.plans
    const path = `/api/v1/duties/${duty.id}/plans/${second?.id}`
    const before = await alive(world, duty)
    expect(weekdaysOf(before, world.unit.ward1)).toEqual(new Set([1]))
    const response = await world.as('supervisor').patch(path, { before: first?.id }, seen)
    const said = await response.json<{ withdrawn: number; added: number }>()
    await runPlanner(world)
    const after = await alive(world, duty)
    expect(weekdaysOf(after, world.unit.ward1)).toEqual(new Set([2]))
    expect(weekdaysOf(after, world.unit.ward2)).toEqual(new Set([1]))
    expect(after).toHaveLength(before.length - said.withdrawn + said.added)
    const read = await (await world.as('supervisor').get(`/api/v1/duties/${duty.id}`)).json<DutyBody>()
    expect(read.plans.map(({ id }) => id)).toEqual([second?.id, first?.id])
    expect(await countsHold(world)).toBe(true)
  })

  it.each([
    ['no date', { until: 'soon' }, 422],
    ['the day before yesterday', { until: '2026-02-28' }, 422],
    ['a plan of another organisation', { before: 'plan_x_1' }, 404],
    ['nothing', {}, 422],
  ])('%s is refused', async (_, change, status) => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    const path = `/api/v1/duties/${duty.id}/plans/${duty.plans[0]?.id}`
    expect((await world.as('supervisor').patch(path, change, seen)).status).toBe(status)
    expect((await world.as('supervisor').patch(path, { until: null }, { 'If-Match': '7' })).status).toBe(412)
    expect((await world.as('supervisor').patch(`${path}x`, { until: null }, seen)).status).toBe(404)
  })
})

describe('several plans on pages', () => {
  it('stand in their order, and say what moving or ending one changes before it is done', async () => {
    const world = await newWorld()
    const duty = await twoPlans(world)
    const supervisor = world.as('supervisor')
    const home = `/duties/${duty.id}`
    const detail = await page(supervisor, home)
    expect(detail).toContain('A target that several of these pick belongs to the first of them')
    expect(detail).toMatch(/Schedule 1 every week on Monday.+Schedule 2 every week on Tuesday/)

    const moving = `${home}/plans/${duty.plans[1]?.id}/precedence`
    const asked = await (await supervisor.get(moving)).text()
    expect(textOf(asked)).toMatch(/withdraw \d+ untouched rounds/)
    expect(textOf(asked)).toContain('every week on Tuesday: Medical Ward 1')
    expect(textOf(asked)).toContain('stand before “every week on Monday: every ward unit”')
    const version = fieldOf(asked, 'version') ?? ''
    expect((await supervisor.form(moving, { version })).status).toBe(303)
    expect((await supervisor.get(moving)).status).toBe(404)

    const ending = `${home}/plans/${duty.plans[0]?.id}/ending`
    const wrong = await supervisor.form(ending, { until: '2026-02-01', version: '2' })
    expect([wrong.status, fieldOf(await wrong.text(), 'until')]).toEqual([422, '2026-02-01'])
    const tried = await supervisor.form(ending, { until: '2026-03-08', version: '2' })
    const html = await tried.text()
    expect(textOf(html)).toMatch(/withdraw \d+ untouched rounds/)
    const said = (fieldOf(html, 'seen') ?? '').replaceAll('&quot;', '"')
    const done = await supervisor.form(ending, { until: '2026-03-08', version: '2', seen: said })
    expect(done.status).toBe(303)
    expect(await page(supervisor, home)).toContain('until 8 March 2026')
  })
})
