import { describe, expect, it } from 'vitest'
import { pathOf, planned, type ProblemBody } from '../rounds/rig.ts'
import { newWorld, type Person, type World } from '../support/world.ts'

async function called(world: World, toOthers: 'full' | 'family' | 'role'): Promise<void> {
  const current = await world.as('admin').get('/api/v1/organisation')
  const version = current.headers.get('ETag') ?? ''
  const response = await world
    .as('admin')
    .patch('/api/v1/organisation', { names: { toOthers } }, { 'If-Match': version })
  expect(response.status).toBe(200)
}

/** A round of ward 2 that its nurse has done; ward 1 is inspected and so reads it. */
async function doneByNeighbour(world: World): Promise<string> {
  const id = await planned(world, { performedBy: world.unit.ward2 })
  const done = await world.as('neighbour').post(pathOf(id, '/completion'), {})
  expect(done.status).toBe(201)
  return id
}

async function pageFor(world: World, person: Person, id: string, language = 'zh-CN'): Promise<string> {
  return (await world.as(person).get(`/rounds/${id}`, { 'Accept-Language': language })).text()
}

describe('what people are called to those of other units', () => {
  it('in full, until an administrator decides otherwise', async () => {
    const world = await newWorld()
    const id = await doneByNeighbour(world)
    expect(await pageFor(world, 'inspector', id)).toContain('倪护士于')
  })

  it('the family name, or the role; who did it and its history alike', async () => {
    const world = await newWorld()
    const id = await doneByNeighbour(world)
    await called(world, 'family')
    const page = await pageFor(world, 'inspector', id)
    expect(page).toContain('倪**于')
    expect(page).not.toContain('倪护士')
    expect(await pageFor(world, 'inspector', id, 'en')).toContain('N. H. did it')

    await called(world, 'role')
    const anonymous = await pageFor(world, 'inspector', id)
    expect(anonymous).toContain('执行人于')
    expect(anonymous).not.toContain('倪')
  })

  it.each(['neighbour', 'supervisor', 'admin'] as const)('%s reads the name', async (person) => {
    const world = await newWorld()
    const id = await doneByNeighbour(world)
    await called(world, 'role')
    expect(await pageFor(world, person, id)).toContain('倪护士')
  })

  it('people of the same unit, and of one above or below, know each other', async () => {
    const world = await newWorld()
    await called(world, 'role')
    const id = await planned(world)
    await world.as('lead').post(pathOf(id, '/completion'), {})
    expect(await pageFor(world, 'inspector', id)).toContain('李护士长')
    const other = await planned(world)
    await world.as('supervisor').post(pathOf(other, '/completion'), {})
    expect(await pageFor(world, 'viewer', other)).toContain('苏督')
  })

  it('who is too late learns who was quicker, by the same rule', async () => {
    const world = await newWorld()
    const id = await planned(world, { performedBy: world.unit.ward2, assigneeId: world.member.inspector })
    await world.as('neighbour').post(pathOf(id, '/completion'), {})
    const tooLate = async () => {
      const response = await world.as('inspector').post(pathOf(id, '/completion'), {})
      expect(response.status).toBe(409)
      return response.json<ProblemBody>()
    }
    expect((await tooLate()).detail).toContain('Ni Hushi')
    await called(world, 'role')
    const { detail } = await tooLate()
    expect(detail).toContain('Inspector completed this round at')
    expect(detail).not.toContain('Ni')

    const own = await planned(world)
    await world.as('colleague').post(pathOf(own, '/completion'), {})
    const honest = await world.as('inspector').post(pathOf(own, '/completion'), {})
    expect((await honest.json<ProblemBody>()).detail).toContain('Ke Hushi')
  })
})
