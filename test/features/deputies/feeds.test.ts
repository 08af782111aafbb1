import { describe, expect, it } from 'vitest'
import { eventsOf, makeFeed, planRounds, tickOff } from '../feeds/support.ts'
import { at, day, hour } from '../rounds/rig.ts'
import { newWorld, type World } from '../support/world.ts'
import { appointed } from './support.ts'

const march5 = at('2026-03-05T00:00:00+08:00')
const march11 = at('2026-03-11T00:00:00+08:00')

/** The inspector of ward 1 stands in for the neighbour of ward 2, to whom one round is assigned. */
async function inspectorsFeed(): Promise<{ world: World; path: string }> {
  const world = await newWorld()
  await planRounds(world, [
    { id: 'own', on: 20 },
    { id: 'theirs', on: 20, unit: 'ward2', assignee: 'neighbour', title: 'Trolley' },
    { id: 'elsewhere', on: 20, unit: 'ward2' },
  ])
  const { path } = await makeFeed(world, 'inspector')
  return { world, path }
}

async function fetched(
  world: World,
  path: string,
  tag = '',
): Promise<{ status: number; tag: string; ids: string[] }> {
  const response = await world.as(null).get(path, { 'If-None-Match': tag })
  const ids = response.status === 200 ? Object.keys(await eventsOf(response)).toSorted() : []
  return { status: response.status, tag: response.headers.get('ETag') ?? '', ids }
}

const leave = { absent: 'neighbour', deputy: 'inspector', by: 'admin' } as const

describe('the deputy’s feed', () => {
  it('shows what is assigned to the absent while the leave lasts, and a tag of before says nothing else', async () => {
    const { world, path } = await inspectorsFeed()
    await appointed(world, leave)
    world.now = march5 - hour
    const before = await fetched(world, path)
    expect(before.ids).toEqual(['own'])
    world.now = march5 - 1
    expect((await fetched(world, path, before.tag)).status).toBe(304)

    world.now = march5
    const during = await fetched(world, path, before.tag)
    expect(during).toMatchObject({ status: 200, ids: ['own', 'theirs'] })
    world.now = march11 - hour
    const last = await fetched(world, path)
    world.now = march11 - 1
    expect((await fetched(world, path, last.tag)).status).toBe(304)

    world.now = march11
    expect(await fetched(world, path, last.tag)).toMatchObject({ status: 200, ids: ['own'] })
  })

  it('learns of a new leave, and of one that is ended early, at the next fetch', async () => {
    const { world, path } = await inspectorsFeed()
    const without = await fetched(world, path)
    const { id } = await appointed(world, { ...leave, from: '2026-03-02' })
    const during = await fetched(world, path, without.tag)
    expect(during).toMatchObject({ status: 200, ids: ['own', 'theirs'] })
    await world.as('admin').delete(`/api/v1/members/${world.member.neighbour}/deputies/${id}`)
    expect(await fetched(world, path, during.tag)).toMatchObject({ status: 200, ids: ['own'] })
  })

  it('learns that the other’s round was done, from the rows of one statement', async () => {
    const { world, path } = await inspectorsFeed()
    await appointed(world, { ...leave, from: '2026-03-02' })
    const { tag } = await fetched(world, path)
    expect((await fetched(world, path, tag)).status).toBe(304)
    expect(world.usage).toMatchObject({ statements: 1 })
    expect(world.usage.rowsRead).toBeLessThanOrEqual(8)
    await tickOff(world, 'theirs', 'neighbour')
    expect((await fetched(world, path, tag)).status).toBe(200)
  })

  it('of a deputy with many units tells it by the organisation’s own stamp', async () => {
    const { world, path } = await inspectorsFeed()
    const { ward1, ward2, office, medicine, hospital } = world.unit
    await world
      .as('admin')
      .patch(
        `/api/v1/members/${world.member.inspector}`,
        { unitIds: [ward1, office, medicine, hospital, ward2] },
        { 'If-Match': '1' },
      )
    await appointed(world, { ...leave, from: '2026-03-02' })
    const during = await fetched(world, path)
    expect(during.ids).toEqual(['elsewhere', 'own', 'theirs'])
    await tickOff(world, 'theirs', 'neighbour')
    expect((await fetched(world, path, during.tag)).status).toBe(200)
  })
})

describe('feeds of others', () => {
  it('a lead’s feed of a unit stood in for is there as long as the leave', async () => {
    const world = await newWorld()
    await planRounds(world, [{ id: 'a', on: 3 }])
    await appointed(world, { absent: 'lead', deputy: 'officeLead', by: 'admin' })
    world.now = march5 + 9 * hour
    const { path } = await makeFeed(world, 'officeLead', { kind: 'unit', id: world.unit.ward1 })
    const during = await fetched(world, path)
    expect(during).toMatchObject({ status: 200, ids: ['a'] })
    world.now = march11 + day
    expect((await fetched(world, path, during.tag)).status).toBe(404)
  })

  it('a supervisor’s feed of a person shows whom that person stands in for', async () => {
    const { world } = await inspectorsFeed()
    await appointed(world, leave)
    const feed = await makeFeed(world, 'supervisor', { kind: 'member', id: world.member.inspector })
    const before = await fetched(world, feed.path)
    expect(before.ids).toEqual(['own'])
    world.now = march5
    expect((await fetched(world, feed.path, before.tag)).ids).toEqual(['own', 'theirs'])
  })
})
