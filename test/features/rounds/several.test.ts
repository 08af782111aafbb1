import { describe, expect, it } from 'vitest'
import type { RoundValues } from '../../../src/features/rounds/repository.ts'
import { pageOf } from '../support/elements.ts'
import { newWorld, type Person, type World } from '../support/world.ts'
import { countsOf, day, makeDuty, plan, rowsOf, roundOf, trailOf } from './rig.ts'

const selectors = [
  '.notice',
  '.notice-title',
  '.field-error',
  'input',
  'form',
  'option',
  '.empty-state',
  'h1',
]

/** Two overdue, one missed and one done, of ward 1, owned by the office. */
async function lateRounds(world: World): Promise<string[]> {
  const dutyId = await makeDuty(world)
  const late = (values: Partial<RoundValues> = {}) =>
    roundOf(world, { dutyId, title: null, dueAt: world.now - day, opensAt: world.now - 2 * day, ...values })
  const rounds = [late(), late(), late({ missesAt: world.now - 1 }), late()]
  await plan(world, rounds)
  const ids = rounds.map(({ id }) => id)
  expect((await world.as('inspector').form(`/rounds/${ids[3]}/completion`, {})).status).toBe(303)
  return ids
}

async function sendSeveral(
  world: World,
  person: Person,
  step: string,
  { ids, ...fields }: { ids: string[] } & Record<string, string | string[]>,
) {
  const path = `/rounds/several/${step}`
  const response = await world
    .as(person)
    .form(path, { ...fields, round: ids }, { 'Accept-Language': 'zh-CN' })
  return { location: response.headers.get('Location'), ...(await pageOf(response, selectors)) }
}

const stateOf = (world: World) =>
  rowsOf<{ assignee_id: string | null; performed_by: string; settled: number }>(
    world,
    'SELECT assignee_id, performed_by, settled FROM rounds WHERE org_id = ? ORDER BY id',
  )

describe('several rounds: happy', () => {
  it('are chosen in the list, without scripts, and handed over together', async () => {
    const world = await newWorld()
    const [one = '', other = ''] = await lateRounds(world)
    const list = await pageOf(await world.as('lead').get('/overdue'), ['input[type=checkbox]', 'form'])
    expect(list.attributes('input[type=checkbox]', 'value')).toEqual(expect.arrayContaining([one, other]))
    const page = await pageOf(
      await world.as('lead').get(`/rounds/several?step=hand-over&round=${one}&round=${other}`),
      selectors,
    )
    expect(page.attributes('input', 'value')).toEqual(expect.arrayContaining([one, other]))
    const sent = await sendSeveral(world, 'lead', 'hand-over', {
      ids: [one, other],
      assigneeId: world.member.colleague,
    })
    expect([sent.status, sent.location]).toEqual([303, '/overdue'])
    expect((await stateOf(world)).map((row) => row.assignee_id)).toEqual([
      world.member.colleague,
      world.member.colleague,
      null,
      null,
    ])
    expect(await trailOf(world, one)).toEqual(['round.handed-over'])
  })

  it('change their unit, and the counts stay exact', async () => {
    const world = await newWorld()
    const ids = (await lateRounds(world)).slice(0, 3)
    await sendSeveral(world, 'officeLead', 'hand-over', { ids, performedBy: world.unit.ward2 })
    expect((await stateOf(world)).map((row) => row.performed_by).slice(0, 3)).toEqual(
      Array.from({ length: 3 }, () => world.unit.ward2),
    )
    const { kept, counted } = await countsOf(world)
    expect(kept).toEqual(counted)
  })

  it('are excused together; what is refused is told, with why, and keeps none of the others', async () => {
    const world = await newWorld()
    const ids = await lateRounds(world)
    const sent = await sendSeveral(world, 'officeLead', 'excuse', {
      ids,
      code: 'area-closed',
      reason: '病区装修',
    })
    expect(sent.status).toBe(200)
    expect(sent.texts('.notice-title')).toEqual(['已免做2项', '2项未能办理，未作改动'])
    expect(sent.texts('.notice')[1]).toContain('任务已过期未做')
    expect(sent.texts('.notice')[1]).toContain('已有人完成')
    expect((await stateOf(world)).map((row) => row.settled)).toEqual([1, 1, 0, 1])
    expect(await trailOf(world, ids[0] ?? '')).toEqual(['round.excused'])
    const { kept, counted } = await countsOf(world)
    expect(kept).toEqual(counted)
  })
})

describe('several rounds: refused', () => {
  it('a lead of the performer hands over, but does not excuse what another unit owns', async () => {
    const world = await newWorld()
    const ids = (await lateRounds(world)).slice(0, 2)
    const sent = await sendSeveral(world, 'lead', 'excuse', { ids, code: 'in-use', reason: '忙' })
    expect(sent.texts('.notice-title')).toEqual(['2项未能办理，未作改动'])
    expect(sent.texts('.notice')[0]).toContain('没有权限')
    expect((await stateOf(world)).map((row) => row.settled).slice(0, 2)).toEqual([0, 0])
  })

  it('a form that lacks its reason comes back with the rounds', async () => {
    const world = await newWorld()
    const ids = (await lateRounds(world)).slice(0, 2)
    const sent = await sendSeveral(world, 'officeLead', 'excuse', { ids, code: 'in-use', reason: ' ' })
    expect(sent.status).toBe(422)
    expect(sent.texts('.field-error')).toHaveLength(1)
    expect(sent.attributes('input', 'value')).toEqual(expect.arrayContaining(ids))
  })

  it('nothing selected: says so', async () => {
    const world = await newWorld()
    const page = await pageOf(await world.as('lead').get('/rounds/several?step=excuse'), selectors)
    expect(page.texts('.empty-state')[0]).toContain('No round is selected')
  })

  it.each(['inspector', 'viewer', 'admin'] as const)('%s may not', async (person) => {
    const world = await newWorld()
    const ids = await lateRounds(world)
    expect((await world.as(person).get(`/rounds/several?round=${ids[0]}`)).status).toBe(403)
    expect((await sendSeveral(world, person, 'excuse', { ids, code: 'in-use', reason: 'x' })).status).toBe(
      403,
    )
  })

  it('another unit’s and another organisation’s rounds are not there', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const ids = await lateRounds(world)
    expect((await world.as('neighbour').get(`/rounds/several?round=${ids[0]}`)).status).toBe(403)
    const foreign = (await lateRounds(other)).slice(0, 1)
    expect((await world.as('supervisor').get(`/rounds/several?round=${foreign[0]}`)).status).toBe(404)
    const mixed = { ids: [...ids, ...foreign], code: 'in-use', reason: 'x' }
    expect((await sendSeveral(world, 'supervisor', 'excuse', mixed)).status).toBe(404)
    expect((await stateOf(world)).map((row) => row.settled)).toEqual([0, 0, 0, 1])
  })
})

describe('several rounds: costs', () => {
  it('a hundred at once stay within one invocation', async () => {
    const world = await newWorld()
    const dutyId = await makeDuty(world)
    const rounds = Array.from({ length: 100 }, (_, index) =>
      roundOf(world, { dutyId, title: null, missesAt: null, dueAt: world.now - index * 1000, opensAt: 0 }),
    )
    await plan(world, rounds)
    const sent = await sendSeveral(world, 'supervisor', 'excuse', {
      ids: rounds.map(({ id }) => id),
      code: 'instruction',
      reason: '停诊',
    })
    expect(sent.status).toBe(303)
    expect(world.usage.statements).toBeLessThanOrEqual(20)
  })
})
