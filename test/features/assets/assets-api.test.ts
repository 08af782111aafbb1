import { describe, expect, it } from 'vitest'
import { costOf } from '../support/cost.ts'
import { newWorld, type Person, type World } from '../support/world.ts'
import { newAsset, wardsWithAssets, type AssetBody } from './assets.ts'

type List = { items: AssetBody[]; next: string | null }

async function namesOf(world: World, person: Person, query = ''): Promise<string[]> {
  const list = await (await world.as(person).get(`/api/v1/assets${query}`)).json<List>()
  return list.items.map((asset) => asset.name)
}

describe('assets: happy', () => {
  it('are made, read, changed, taken out of use and back by the admin', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const asset = await newAsset(world, { validUntil: '2026-12-31', tags: ['life-support'] })
    const path = `/api/v1/assets/${asset.id}`
    expect(asset).toMatchObject({ unitId: world.unit.ward1, validUntil: '2026-12-31', closedOn: null })

    const moved = await admin.patch(path, { unitId: world.unit.ward2, closed: true }, { 'If-Match': '"1"' })
    expect(await moved.json()).toMatchObject({ unitId: world.unit.ward2, closedOn: '2026-03-02', version: 2 })
    const back = await admin.patch(path, { closed: false, validUntil: null }, { 'If-Match': '2' })
    expect(await back.json()).toMatchObject({ closedOn: null, validUntil: null })
    expect((await admin.get(path)).headers.get('ETag')).toBe('"3"')
  })

  it('are listed by unit, then type', async () => {
    const world = await newWorld()
    await wardsWithAssets(world)
    const names = await namesOf(world, 'supervisor')
    expect(names.map((name) => name.replace(/ [AB]$/, ''))).toEqual([
      'ward1 pump',
      'ward1 pump',
      'ward1 monitor',
      'ward2 pump',
      'ward2 pump',
      'ward2 monitor',
    ])
  })

  it.each([
    ['supervisor', '?type=patient-monitor', ['ward1 monitor', 'ward2 monitor']],
    ['supervisor', '?unit=medicine&type=patient-monitor', ['ward1 monitor', 'ward2 monitor']],
    ['supervisor', '?unit=ward2&type=patient-monitor', ['ward2 monitor']],
    ['supervisor', '?tag=life-support', ['ward1 pump A', 'ward2 pump A']],
    ['supervisor', '?unit=office', []],
    ['inspector', '', ['ward1 monitor', 'ward1 pump A', 'ward1 pump B']],
    ['inspector', '?type=patient-monitor', ['ward1 monitor']],
    ['auditor', '', []],
  ] as const)('%s filters by %s', async (person, query, expected) => {
    const world = await newWorld()
    await wardsWithAssets(world)
    const filled = query.replace(/unit=(\w+)/, (_, place: 'ward2') => `unit=${world.unit[place]}`)
    expect((await namesOf(world, person, filled)).toSorted()).toEqual([...expected].toSorted())
  })

  it.each(['', '&type=infusion-pump', '&tag=life-support', '&unit=medicine'])(
    'pages show every asset once, in order, whatever the filter: %s',
    async (filter) => {
      const world = await newWorld()
      await wardsWithAssets(world)
      const query = filter.replace('medicine', world.unit.medicine)
      const expected = await namesOf(world, 'supervisor', `?limit=200${query}`)
      const found: string[] = []
      let cursor = ''
      for (let page = 0; page < 20; page += 1) {
        const path = `/api/v1/assets?limit=1${query}${cursor}`
        const { items, next } = await (await world.as('supervisor').get(path)).json<List>()
        found.push(...items.map((asset) => asset.name))
        if (next === null) break
        cursor = `&cursor=${next}`
      }
      expect(found).toEqual(expected)
      expect(found.length).toBeGreaterThan(1)
    },
  )
})

describe('assets: errors', () => {
  it.each([
    ['no unit', { unitId: undefined }, 'unitId', 'required'],
    ['no name', { name: '' }, 'name', 'required'],
    ['a type of two words', { type: 'infusion pump' }, 'type', 'invalid-value'],
    ['no date', { validUntil: '2026-02-30' }, 'validUntil', 'not-a-date'],
    ['10,000 characters', { name: 'x'.repeat(10_000) }, 'name', 'too-long'],
    ['HTML is only text, a line break is not', { name: '<b>\n</b>' }, 'name', 'control-characters'],
  ])('%s is refused beside its field', async (_, wrong, path, code) => {
    const world = await newWorld()
    const body = { unitId: world.unit.ward1, type: 'lift', name: '1号梯', ...wrong }
    const response = await world.as('admin').post('/api/v1/assets', body)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'invalid', errors: [{ path, code }] })
  })

  it('a closed unit takes no assets', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    await admin.patch(`/api/v1/units/${world.unit.ward2}`, { closed: true }, { 'If-Match': '1' })
    const body = { unitId: world.unit.ward2, type: 'lift', name: '1号梯' }
    const response = await admin.post('/api/v1/assets', body)
    expect(await response.json()).toMatchObject({ errors: [{ path: 'unitId', code: 'unknown-unit' }] })
  })

  it('a unit with assets in use is not closed', async () => {
    const world = await newWorld()
    await newAsset(world)
    const path = `/api/v1/units/${world.unit.ward1}`
    const response = await world.as('admin').patch(path, { closed: true }, { 'If-Match': '1' })
    expect(await response.json()).toMatchObject({ code: 'unit-in-use' })
  })

  it('a stale version changes nothing', async () => {
    const world = await newWorld()
    const path = `/api/v1/assets/${(await newAsset(world)).id}`
    const admin = world.as('admin')
    expect((await admin.patch(path, { name: 'B' }, { 'If-Match': '1' })).status).toBe(200)
    expect((await admin.patch(path, { name: 'C' }, { 'If-Match': '1' })).status).toBe(412)
    expect((await admin.patch(path, { name: 'C' })).status).toBe(428)
    expect(await (await admin.get(path)).json()).toMatchObject({ name: 'B', version: 2 })
  })

  it('a cursor that is none of ours is refused', async () => {
    const world = await newWorld()
    expect((await world.as('admin').get('/api/v1/assets?cursor=zzz')).status).toBe(422)
  })
})

describe('assets: security', () => {
  it.each(['supervisor', 'lead', 'inspector', 'viewer'] as const)(
    '%s may not make or change them',
    async (person) => {
      const world = await newWorld()
      const asset = await newAsset(world)
      const client = world.as(person)
      const body = { unitId: world.unit.ward1, type: 'lift', name: 'x' }
      expect((await client.post('/api/v1/assets', body)).status).toBe(403)
      const path = `/api/v1/assets/${asset.id}`
      expect((await client.get(path)).status).toBe(200)
      expect((await client.patch(path, { name: 'x' }, { 'If-Match': '1' })).status).toBe(403)
    },
  )

  it('a neighbour’s asset is not there, nor its unit as a filter', async () => {
    const world = await newWorld()
    const asset = await newAsset(world)
    expect((await world.as('neighbour').get(`/api/v1/assets/${asset.id}`)).status).toBe(404)
    expect((await world.as('neighbour').get(`/api/v1/assets?unit=${world.unit.ward1}`)).status).toBe(404)
  })

  it('another organisation’s id is not there, in path, query and body', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const [own, foreign] = [await newAsset(world), await newAsset(other)]
    const admin = world.as('admin')
    const unitId = other.unit.ward1
    const versioned = { 'If-Match': '1' }
    expect((await admin.get(`/api/v1/assets/${foreign.id}`)).status).toBe(404)
    expect((await admin.patch(`/api/v1/assets/${foreign.id}`, { name: 'x' }, versioned)).status).toBe(404)
    expect((await admin.get(`/api/v1/assets?unit=${unitId}`)).status).toBe(404)
    expect((await admin.post('/api/v1/assets', { unitId, type: 'lift', name: 'x' })).status).toBe(404)
    expect((await admin.patch(`/api/v1/assets/${own.id}`, { unitId }, versioned)).status).toBe(404)
  })

  it('nobody signed in: 401', async () => {
    const world = await newWorld()
    expect((await world.as(null).get('/api/v1/assets')).status).toBe(401)
  })
})

describe('assets: what they cost', () => {
  it.each([
    ['inspector', '', 3],
    ['supervisor', '', 6],
    ['supervisor', '?type=patient-monitor', 2],
    ['supervisor', '?unit=ward2', 3],
  ] as const)('%s%s: at most 4 rows for each shown, and 20', async (person, query, shown) => {
    const world = await newWorld()
    await wardsWithAssets(world)
    const path = `/api/v1/assets${query.replace('ward2', world.unit.ward2)}`
    expect(await costOf(world, person, path)).toBeLessThanOrEqual(4 * shown + 20)
  })
})
