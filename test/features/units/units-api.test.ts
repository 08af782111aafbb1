import { describe, expect, it } from 'vitest'
import { newWorld } from '../support/world.ts'

type UnitBody = {
  id: string
  name: string
  version: number
  parentId: string | null
  closedOn: string | null
}

describe('units: happy', () => {
  it('are made, read and changed by the admin', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const made = await admin.post('/api/v1/units', {
      name: '外科',
      parentId: world.unit.hospital,
      tags: ['clinical'],
    })
    expect(made.status).toBe(201)
    const unit = await made.json<UnitBody>()

    const changed = await admin.patch(
      `/api/v1/units/${unit.id}`,
      { name: '外科一病区' },
      { 'If-Match': '"1"' },
    )
    expect(await changed.json<UnitBody>()).toMatchObject({
      name: '外科一病区',
      version: 2,
      parentId: world.unit.hospital,
    })
    const read = await admin.get(`/api/v1/units/${unit.id}`)
    expect(read.headers.get('ETag')).toBe('"2"')
  })

  it('come behind their neighbours where no order is named', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const parentId = (await (await admin.post('/api/v1/units', { name: '外科' })).json<UnitBody>()).id
    const orders: unknown[] = []
    for (const given of [{}, { order: 7 }, {}]) {
      const made = await admin.post('/api/v1/units', { name: '病区', parentId, ...given })
      orders.push((await made.json<{ order: number }>()).order)
    }
    const typed = await admin.form('/units', { name: '病区', parentId, order: '' })
    const unit = await admin.get(`/api/v1${typed.headers.get('Location')}`)
    expect([...orders, (await unit.json<{ order: number }>()).order]).toEqual([0, 7, 8, 9])
  })

  it('show a member only the own branch', async () => {
    const world = await newWorld()
    const list = await world.as('inspector').get('/api/v1/units')
    const { items } = await list.json<{ items: UnitBody[] }>()
    expect(items.map((unit) => unit.id)).toEqual([world.unit.ward1])
  })
})

describe('units: errors', () => {
  it.each([
    ['no name', { name: ' ' }, 'name', 'required'],
    ['a line break', { name: 'a\nb' }, 'name', 'control-characters'],
    ['half a character', { name: 'a\ud800' }, 'name', 'control-characters'],
    ['10,000 characters', { name: 'x'.repeat(10_000) }, 'name', 'too-long'],
    ['nothing at all', {}, 'name', 'required'],
    ['a number', { name: 5 }, 'name', 'wrong-kind'],
    ['an unknown field', { name: 'a', colour: 'red' }, '', 'unknown-key'],
  ])('%s is refused beside its field', async (_, body, path, code) => {
    const world = await newWorld()
    const response = await world.as('admin').post('/api/v1/units', body)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'invalid', errors: [{ path, code }] })
  })

  it('a stale version changes nothing', async () => {
    const world = await newWorld()
    const path = `/api/v1/units/${world.unit.ward1}`
    expect((await world.as('admin').patch(path, { name: 'B' }, { 'If-Match': '1' })).status).toBe(200)
    expect((await world.as('admin').patch(path, { name: 'C' }, { 'If-Match': '1' })).status).toBe(412)
    expect((await world.as('admin').patch(path, { name: 'C' })).status).toBe(428)
    expect(await (await world.as('admin').get(path)).json()).toMatchObject({ name: 'B', version: 2 })
  })

  it('a unit is never below itself', async () => {
    const world = await newWorld()
    const response = await world
      .as('admin')
      .patch(`/api/v1/units/${world.unit.medicine}`, { parentId: world.unit.ward1 }, { 'If-Match': '1' })
    expect(await response.json()).toMatchObject({ errors: [{ path: 'parentId', code: 'own-ancestor' }] })
  })

  it('a unit with open units below it is not closed', async () => {
    const world = await newWorld()
    const response = await world
      .as('admin')
      .patch(`/api/v1/units/${world.unit.medicine}`, { closed: true }, { 'If-Match': '1' })
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ code: 'unit-in-use' })
  })
})

describe('units: security', () => {
  it.each(['supervisor', 'lead', 'inspector', 'viewer'] as const)(
    '%s may not make or change them',
    async (person) => {
      const world = await newWorld()
      expect((await world.as(person).post('/api/v1/units', { name: 'x' })).status).toBe(403)
      const path = `/api/v1/units/${world.unit.ward1}`
      expect((await world.as(person).patch(path, { name: 'x' }, { 'If-Match': '1' })).status).toBe(403)
    },
  )

  it('nobody signed in: 401, in the reader’s language', async () => {
    const world = await newWorld()
    const response = await world.as(null).get('/api/v1/units', { 'Accept-Language': 'zh-CN' })
    expect(response.status).toBe(401)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
    expect(await response.json()).toMatchObject({ title: '请先登录' })
  })

  it('a write from another site is refused', async () => {
    const world = await newWorld()
    const response = await world
      .as('admin')
      .post('/api/v1/units', { name: 'x' }, { Origin: 'https://evil.example' })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'cross-site' })
  })
})
