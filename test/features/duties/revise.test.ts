import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { newWorld, type World } from '../support/world.ts'
import { countsHold, runPlanner } from './planner.ts'
import { roundsOf } from './rounds.ts'
import { everyMonth, makeDuty, newPlan, onMondays, type DutyBody } from './support.ts'

type Revised = { withdrawn: number; added: number; kept: number; warnings: unknown[] }

const inApril = { ...onMondays, rrule: 'FREQ=WEEKLY;BYMONTH=4;BYDAY=TU' }
const onTuesdays = { ...onMondays, rrule: 'FREQ=WEEKLY;BYDAY=TU' }

async function revise(
  world: World,
  duty: DutyBody,
  body: Record<string, unknown>,
  query = '',
): Promise<Response> {
  return world.as('supervisor').post(`/api/v1/duties/${duty.id}/plans${query}`, {
    replaces: duty.plans[0]?.id,
    plan: newPlan(body.plan as Record<string, unknown>),
    from: body.from,
  })
}

async function touch(world: World, roundId: string | undefined): Promise<void> {
  await env.DB.prepare('UPDATE rounds SET touched = 1 WHERE org_id = ? AND id = ?')
    .bind(world.orgId, roundId)
    .run()
}

describe('revising a duty', () => {
  it('withdraws only what nobody has touched, and says beforehand what it will do', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    await runPlanner(world)
    const before = await roundsOf(world, duty.id)
    const [early, touched] = [before[0], before.find(({ occurrence_key: key }) => key === '20260413')]
    await touch(world, touched?.id)

    const body = { from: '2026-04-06', plan: { rhythm: onTuesdays } }
    const dry = await (await revise(world, duty, body, '?dryRun=1')).json<Revised>()
    expect(await roundsOf(world, duty.id)).toHaveLength(before.length)
    const said = await (await revise(world, duty, body)).json<Revised>()
    expect(said).toEqual(dry)
    expect(said).toEqual({ withdrawn: 105, added: 106, kept: 1, warnings: [] })
    await runPlanner(world)

    const after = await roundsOf(world, duty.id)
    expect(after.find(({ id }) => id === early?.id)).toEqual(early)
    expect(after.find(({ id }) => id === touched?.id)).toMatchObject({
      withdrawn_at: null,
      occurrence_key: '20260413',
    })
    const gone = after.filter((round) => round.withdrawn_at !== null)
    expect(gone).toHaveLength(said.withdrawn)
    expect(gone.every((round) => round.withdrawn_reason === 'revised')).toBe(true)
    expect(after.length - before.length).toBe(said.added)
    expect(await countsHold(world)).toBe(true)
  })

  it('closes the replaced plan the day before; planning anew changes nothing', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world, { plans: [newPlan({ rhythm: everyMonth })] })
    await runPlanner(world)
    await revise(world, duty, { from: '2026-05-01', plan: { rhythm: { ...everyMonth, min: 2 } } })
    await runPlanner(world)
    const read = await (await world.as('supervisor').get(`/api/v1/duties/${duty.id}`)).json<DutyBody>()
    expect(read.plans.map(({ from, until }) => [from, until])).toEqual([
      ['2026-01-01', '2026-04-30'],
      ['2026-05-01', null],
    ])
    const planned = await roundsOf(world, duty.id)
    const may = planned.filter(({ occurrence_key: key }) => key.startsWith('2026-M05'))
    expect(may).toHaveLength(4)
    expect(may.every((round) => round.plan_id === read.plans[1]?.id && round.withdrawn_at === null)).toBe(
      true,
    )

    await env.DB.prepare('UPDATE duties SET planned_until_on = NULL, plan_next_on = 0 WHERE org_id = ?')
      .bind(world.orgId)
      .run()
    await runPlanner(world)
    expect(await roundsOf(world, duty.id)).toEqual(planned)
    expect(await countsHold(world)).toBe(true)
  })

  it('a round planned before the revision stays as it was, though the new plan has its key', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world, {
      plans: [newPlan({ rhythm: { ...everyMonth, spread: 'even', min: 2 } })],
    })
    const march = (await roundsOf(world, duty.id)).filter(({ occurrence_key: key }) => key === '2026-M03/1')
    expect(march.map(({ planned_on: on }) => on - Math.floor(world.now / 86_400_000))).toEqual([11, 11])
    await revise(world, duty, {
      from: '2026-03-16',
      plan: { rhythm: { ...everyMonth, min: 2, spread: 'end' } },
    })
    await runPlanner(world)
    const after = await roundsOf(world, duty.id)
    expect(after.filter(({ occurrence_key: key }) => key === '2026-M03/1')).toEqual(march)
    const second = after.filter(({ occurrence_key: key }) => key === '2026-M03/2')
    expect(second.map(({ version }) => version)).toEqual([3, 3])
  })

  it('adds a plan beside the others: a target that two pick belongs to the first listed', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world, {
      plans: [newPlan({ targets: { units: { ids: [world.unit.ward1] }, coverage: 'each' } })],
    })
    await world.as('supervisor').post(`/api/v1/duties/${duty.id}/plans`, {
      replaces: null,
      from: '2026-03-02',
      plan: newPlan({ rhythm: onTuesdays }),
    })
    const rounds = await roundsOf(world, duty.id)
    const targetsOn = (weekday: number) =>
      new Set(
        rounds
          .filter(({ planned_on: on }) => (on + 3) % 7 === weekday)
          .map(({ target_id: target }) => target),
      )
    expect(targetsOn(0)).toEqual(new Set([world.unit.ward1]))
    expect(targetsOn(1)).toEqual(new Set([world.unit.ward2]))
  })

  it('warns of a gap longer than twice the usual, target by target', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    const [first, second] = await roundsOf(world, duty.id)
    await world.as('supervisor').post(`/api/v1/rounds/${first?.id}/completion`, { answers: {} })
    const later = { rhythm: { ...onTuesdays, start: '2026-03-01' }, from: '2026-03-04' }
    const soon = await revise(world, duty, { from: '2026-03-04', plan: later }, '?dryRun=1')
    expect(await soon.json()).toMatchObject({ warnings: [] })
    const late = await revise(world, duty, { from: '2026-03-04', plan: { rhythm: inApril } }, '?dryRun=1')
    const { warnings } = await late.json<Revised>()
    expect(warnings).toEqual([
      {
        code: 'opens-gap',
        message: 'After 2 March 2026 the next one is on 7 April 2026: 36 days, where about 7 are usual.',
        targets: [first?.target_id, second?.target_id].toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1)),
      },
    ])
  })

  it.each([
    ['yesterday', { from: '2026-03-01' }, 'from', 'in-the-past'],
    ['no date', { from: 'soon' }, 'from', 'not-a-date'],
    [
      'end before start',
      { from: '2026-04-01', plan: { until: '2026-03-01' } },
      'plan.until',
      'until-before-from',
    ],
    ['a plan that is not there', { from: '2026-04-01', replaces: 'none' }, 'replaces', 'invalid-value'],
  ])('%s is refused beside its field', async (_, body, path, code) => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    const response = await world.as('supervisor').post(`/api/v1/duties/${duty.id}/plans`, {
      replaces: duty.plans[0]?.id,
      ...body,
      plan: newPlan('plan' in body ? body.plan : {}),
    })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ path, code }] })
  })
})

describe('changing a duty', () => {
  it('gives what nobody has touched to its new performer, and leaves the rest', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    await runPlanner(world)
    const before = await roundsOf(world, duty.id)
    await touch(world, before[5]?.id)
    const change = { performedBy: world.unit.office, makeUp: 'forbidden' }
    await world.as('supervisor').patch(`/api/v1/duties/${duty.id}`, change, { 'If-Match': '1' })
    await runPlanner(world)
    const after = await roundsOf(world, duty.id)
    expect(after).toHaveLength(before.length)
    expect(after.filter((round) => round.performed_by !== world.unit.office).map(({ id }) => id)).toEqual([
      before[5]?.id,
    ])
    expect(after.every((round) => round.withdrawn_at === null)).toBe(true)
  })

  it('closes it: what nobody has touched is withdrawn, what is overdue is still owed', async () => {
    const world = await newWorld()
    const duty = await makeDuty(world)
    await runPlanner(world)
    world.now += 86_400_000
    const path = `/api/v1/duties/${duty.id}`
    const closed = await world.as('supervisor').patch(path, { closed: true }, { 'If-Match': '1' })
    expect(await closed.json()).toMatchObject({ closedOn: '2026-03-03' })
    const alive = (await roundsOf(world, duty.id)).filter((round) => round.withdrawn_at === null)
    expect(alive.map(({ occurrence_key: key }) => key)).toEqual(['20260302', '20260302'])
    expect((await world.as('supervisor').patch(path, { title: 'x' }, { 'If-Match': '2' })).status).toBe(409)
    await runPlanner(world)
    expect((await roundsOf(world, duty.id)).filter((round) => round.withdrawn_at === null)).toEqual(alive)
  })
})
