import { describe, expect, it } from 'vitest'
import { eventsOf, makeFeed, planRounds } from '../feeds/support.ts'
import { pageOf } from '../support/elements.ts'
import { newWorld, type World } from '../support/world.ts'

/** The inspector belongs to a ward, to the department above it, to the ward beside it and to the office. */
async function inFourUnits(): Promise<World> {
  const world = await newWorld()
  const { ward1, medicine, ward2, office } = world.unit
  const changed = await world
    .as('admin')
    .patch(
      `/api/v1/members/${world.member.inspector}`,
      { unitIds: [ward1, medicine, ward2, office] },
      { 'If-Match': '1' },
    )
  expect(changed.status).toBe(200)
  await planRounds(world, [{ id: 'a' }, { id: 'b', unit: 'ward2' }, { id: 'c', unit: 'office' }])
  return world
}

describe('somebody in four units, one of them above two others', () => {
  it('has each round once on Today and once in the feed', async () => {
    const world = await inFourUnits()
    const today = await pageOf(await world.as('inspector').get('/'), [
      '.work-title',
      'select[name="unit"] option',
    ])
    expect(today.texts('.work-title')).toHaveLength(3)
    expect(today.texts('select[name="unit"] option')).toHaveLength(5)
    const { path } = await makeFeed(world, 'inspector')
    expect(Object.keys(await eventsOf(await world.as(null).get(path))).toSorted()).toEqual(['a', 'b', 'c'])
  })

  it('stands once in the list of any unit they belong to, with all four', async () => {
    const world = await inFourUnits()
    for (const unit of [world.unit.medicine, world.unit.ward2, world.unit.hospital]) {
      const page = await pageOf(await world.as('admin').get(`/members?unit=${unit}`), [
        'th[scope="row"]',
        'td div',
      ])
      expect(page.texts('th[scope="row"]').filter((name) => name === 'Yin Hushi')).toHaveLength(1)
      expect(page.texts('td div')).toEqual(
        expect.arrayContaining(['Medicine', 'Medical Ward 1', 'Medical Ward 2']),
      )
    }
    const form = await pageOf(await world.as('admin').get(`/members/${world.member.inspector}/edit`), [
      'input',
    ])
    expect(form.html.match(/name="unitIds"[^>]*checked|checked="" [^>]*name="unitIds"/g)).toHaveLength(4)
  })

  it('is no longer only the ward lead’s to send on leave', async () => {
    const world = await inFourUnits()
    const body = { deputyId: world.member.colleague, from: '2026-03-05', until: '2026-03-06' }
    const path = `/api/v1/members/${world.member.inspector}/deputies`
    expect((await world.as('lead').post(path, body)).status).toBe(403)
    expect((await world.as('inspector').post(path, body)).status).toBe(201)
  })
})
