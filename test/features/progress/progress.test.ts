import { describe, expect, it } from 'vitest'
import { makeDuty } from '../duties/support.ts'
import { eventsOf, makeFeed } from '../feeds/support.ts'
import { pathOf, type RoundBody } from '../rounds/rig.ts'
import { textOf } from '../support/page.ts'
import { newWorld, type Person, type World } from '../support/world.ts'

type Rounds = { items: (RoundBody & { targetId: string | null; key?: string })[] }
type Progress = {
  plans: { period: string; targets: { targetId: string; needed: number; done: number; behind: boolean }[] }[]
}

async function roundsOf(world: World, dutyId: string): Promise<Rounds['items']> {
  const response = await world.as('supervisor').get(`/api/v1/rounds?duty=${dutyId}`)
  return (await response.json<Rounds>()).items
}

async function today(world: World, person: Person): Promise<string> {
  return textOf(await (await world.as(person).get('/', { 'Accept-Language': 'zh-CN' })).text())
}

describe('everyone prepares two lessons a year', () => {
  const quota = (world: World, max: number | null = null) => ({
    title: '业务学习备课',
    performedBy: world.unit.ward1,
    plans: [
      {
        from: '2026-01-01',
        rhythm: { kind: 'quota', period: 'year', min: 2, max },
        targets: { members: { ids: [world.member.inspector, world.member.colleague] }, coverage: 'each' },
      },
    ],
  })

  it('tells who has and who has not, those behind first, and each their own on Today', async () => {
    const world = await newWorld({ now: '2026-12-30T09:00:00+08:00' })
    world.now = Date.parse('2026-03-02T09:00:00+08:00')
    const { id } = await makeDuty(world, quota(world))
    const own = (await roundsOf(world, id)).filter(({ targetId }) => targetId === world.member.inspector)
    expect(own).toHaveLength(2)
    expect((await world.as('inspector').post(pathOf(own[0]?.id ?? '', '/completion'), {})).status).toBe(201)
    expect(await today(world, 'inspector')).toContain('今年已做1次，还差1次')

    world.now = Date.parse('2026-12-30T09:00:00+08:00')
    const response = await world.as('lead').get(`/api/v1/duties/${id}/progress`)
    const { plans } = await response.json<Progress>()
    expect(plans).toMatchObject([
      {
        period: '2026',
        targets: [
          { targetId: world.member.colleague, needed: 2, done: 0, behind: true },
          { targetId: world.member.inspector, needed: 2, done: 1, behind: expect.any(Boolean) },
        ],
      },
    ])
    const page = textOf(await (await world.as('lead').get(`/duties/${id}/progress`)).text())
    expect(page).toMatch(/Ke Hushi 0\/2 2 times .*Behind.* Yin Hushi 1\/2 1 time /)
    expect(await (await world.as('lead').get(`/duties/${id}`)).text()).toContain(`/duties/${id}/progress`)
  })

  it('takes more up to its maximum, of each target, and one of two that want the last place at once', async () => {
    const world = await newWorld()
    const { id } = await makeDuty(world, quota(world, 3))
    const more = (targetId: string) =>
      world.as('lead').post('/api/v1/rounds', { dutyId: id, targetId, planned: '2026-03-02' })
    const both = await Promise.all([more(world.member.inspector), more(world.member.inspector)])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422])
    expect((await more(world.member.colleague)).status).toBe(201)
    expect((await more(world.member.colleague)).status).toBe(422)
  })

  it('a season has room of its own', async () => {
    const world = await newWorld()
    const { id } = await makeDuty(world, {
      performedBy: world.unit.ward1,
      plans: [
        {
          from: '2026-01-01',
          rhythm: { kind: 'season', months: [3, 4, 5, 9, 10, 11], min: 1, max: 2 },
          targets: { units: { ids: [world.unit.ward1] }, coverage: 'each' },
        },
      ],
    })
    const more = async (planned: string) => {
      const body = { dutyId: id, targetId: world.unit.ward1, planned }
      return (await world.as('lead').post('/api/v1/rounds', body)).status
    }
    expect([await more('2026-03-03'), await more('2026-04-03'), await more('2026-07-03')]).toEqual([
      201, 422, 201,
    ])
    expect(await more('2026-09-03')).toBe(201)
  })
})

describe('a joint inspection', () => {
  it('is on Today and in the feeds of those who join it, and theirs to tick', async () => {
    const world = await newWorld()
    const { unit } = world
    const duty = await makeDuty(world, {
      title: '联合督查',
      performedBy: unit.office,
      with: [unit.ward2],
      plans: [
        {
          from: '2026-01-01',
          rhythm: { kind: 'quota', period: 'quarter', min: 1, max: null },
          targets: { units: { ids: [unit.medicine] }, coverage: 'each' },
        },
      ],
    })
    const [round] = await roundsOf(world, duty.id)
    const id = round?.id ?? ''
    expect(await today(world, 'neighbour')).toContain('联合（院感科牵头）')
    const mine = await makeFeed(world, 'neighbour')
    const units = await makeFeed(world, 'supervisor', { kind: 'unit', id: unit.ward2 })
    for (const { path } of [mine, units])
      expect(Object.values(await eventsOf(await world.as(null).get(path)))[0]).toBe(
        '[Joint] 联合督查 · Medicine',
      )

    expect((await world.as('inspector').post(pathOf(id, '/completion'), {})).status).toBe(404)
    expect(
      (await world.as('neighbour').patch(pathOf(id), { performedBy: unit.ward2 }, { 'If-Match': '1' }))
        .status,
    ).toBe(403)
    expect((await world.as('neighbour').post(pathOf(id, '/completion'), {})).status).toBe(201)
    expect(await (await world.as('officeLead').get(`/rounds/${id}`)).text()).toContain('Medical Ward 2')
  })

  it('is no longer theirs once they are not named', async () => {
    const world = await newWorld()
    const { unit } = world
    const duty = await makeDuty(world, { performedBy: unit.office, with: [unit.ward2] })
    const [round] = await roundsOf(world, duty.id)
    const feed = await makeFeed(world, 'neighbour')
    const before = await world.as(null).get(feed.path)
    expect((await world.as('neighbour').get(pathOf(round?.id ?? ''))).status).toBe(200)
    const changed = await world
      .as('supervisor')
      .patch(`/api/v1/duties/${duty.id}`, { with: [] }, { 'If-Match': `${duty.version}` })
    expect(changed.status).toBe(200)
    const after = await world.as(null).get(feed.path, { 'If-None-Match': before.headers.get('ETag') ?? '' })
    expect(after.status).toBe(200)
    expect(await after.text()).not.toContain('[Joint]')
    expect(await today(world, 'neighbour')).not.toContain('联合')
  })

  it('what each unit checks for itself has helpers, whom its rounds do not reach', async () => {
    const world = await newWorld()
    await makeDuty(world, {
      plans: [
        {
          from: '2026-01-01',
          rhythm: { kind: 'quota', period: 'month', min: 1, max: null },
          targets: { units: { ids: [world.unit.ward1] }, coverage: 'each' },
        },
      ],
      with: [world.unit.ward2],
    })
    expect(await today(world, 'neighbour')).not.toContain('手卫生检查')
  })
})
