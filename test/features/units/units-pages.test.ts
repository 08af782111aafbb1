import { describe, expect, it } from 'vitest'
import { costOf } from '../support/cost.ts'
import { fieldOf, textOf } from '../support/page.ts'
import { newWorld, type World } from '../support/world.ts'

const filled = {
  name: '外科',
  nameEn: 'Surgery',
  parentId: '',
  code: 'WK',
  tags: '临床科室、high-risk',
  order: '3',
}

describe('units pages: happy', () => {
  it('the tree shows the whole organisation to who sees all, the own branch to others', async () => {
    const world = await newWorld()
    const all = textOf(await (await world.as('supervisor').get('/units')).text())
    expect(all).toContain('Test Hospital')
    expect(all).toContain('Medical Ward 2')
    const own = textOf(await (await world.as('inspector').get('/units')).text())
    expect(own).toContain('Medical Ward 1')
    expect(own).not.toContain('Medical Ward 2')
    expect(textOf(await (await world.as('auditor').get('/units')).text())).toContain(
      'You belong to no unit yet',
    )
  })

  it('the admin makes a unit from a form and closes and opens it again', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const made = await admin.form('/units', { ...filled, parentId: world.unit.hospital })
    expect(made.status).toBe(303)
    const path = made.headers.get('Location') ?? ''
    const unit = await (await admin.get(`/api/v1${path}`)).json()
    expect(unit).toMatchObject({
      name: '外科',
      parentId: world.unit.hospital,
      tags: ['clinical', 'high-risk'],
      order: 3,
    })

    expect(textOf(await (await admin.get(`${path}/closing`)).text())).toContain('What closing means')
    expect((await admin.form(`${path}/closing`, { version: '1' })).status).toBe(303)
    const closed = await (await admin.get(path)).text()
    expect(textOf(closed)).toContain('This unit was closed on Mon 2 Mar')
    expect(
      (await admin.form(`${path}/reopening`, { version: fieldOf(closed, 'version') ?? '' })).status,
    ).toBe(303)
    expect(textOf(await (await admin.get(path)).text())).not.toContain('This unit was closed')
  })

  it('a unit’s page shows what belongs to it', async () => {
    const world = await newWorld()
    const chinese = { 'Accept-Language': 'zh-CN' }
    const ward = textOf(await (await world.as('lead').get(`/units/${world.unit.ward1}`, chinese)).text())
    expect(ward).toContain('尹护士 执行人')
    expect(ward).not.toContain('修改')
    const colleague = textOf(
      await (await world.as('inspector').get(`/units/${world.unit.ward1}`, chinese)).text(),
    )
    expect(colleague).toContain('李护士长')
    expect(colleague).not.toContain('李护士长 科室负责人')
    expect(textOf(await (await world.as('admin').get(`/units/${world.unit.medicine}`)).text())).toContain(
      'Medical Ward 2',
    )
  })

  it('a unit of many people says that it lists only some, and leads who may to all of them', async () => {
    const world = await newWorld()
    const path = `/units/${world.unit.ward2}`
    const all = `<a href="/members?unit=${world.unit.ward2}">`
    expect(textOf(await (await world.as('neighbour').get(path)).text())).not.toContain('Only 30')
    for (let at = 0; at < 30; at += 1) {
      const member = { name: `护士${at}`, role: 'inspector', unitIds: [world.unit.ward2] }
      expect((await world.as('admin').post('/api/v1/members', member)).status).toBe(201)
    }
    const neighbours = await (await world.as('neighbour').get(path)).text()
    expect([textOf(neighbours).includes('Only 30 are listed'), neighbours.includes(all)]).toEqual([
      true,
      false,
    ])
    expect(await (await world.as('supervisor').get(path)).text()).toContain(all)
  })

  it('a suspended unit says from when, until when and why', async () => {
    const world = await newWorld()
    const path = `/units/${world.unit.ward1}`
    const suspension = { from: '2026-03-02', until: '2026-03-20', reason: 'Renovation' }
    expect((await world.as('supervisor').put(`/api/v1${path}/suspension`, suspension)).status).toBe(200)
    const page = textOf(await (await world.as('inspector').get(path)).text())
    expect(page).toContain('Suspended: Renovation Mon 2 Mar – Fri 20 Mar')
  })
})

describe('units pages: errors', () => {
  it.each([
    ['name', { name: ' ' }, 'Please fill this in.'],
    ['tags', { tags: '<b>' }, 'Check this value.'],
    ['order', { order: '-1' }, 'Not less than 0.'],
  ])('a wrong %s is said beside the field and nothing typed is lost', async (_, wrong, sentence) => {
    const world = await newWorld()
    const response = await world.as('admin').form('/units', { ...filled, ...wrong })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(textOf(html)).toContain(sentence)
    expect(fieldOf(html, 'nameEn')).toBe('Surgery')
  })

  it('a stale version says so, keeps what was typed, and a second save puts it through', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const path = `/units/${world.unit.ward1}`
    const html = await (await admin.get(`${path}/edit`)).text()
    expect(fieldOf(html, 'tags')).toBe('ward, clinical')
    await admin.patch(`/api/v1${path}`, { name: 'B' }, { 'If-Match': '1' })

    const mine = { ...filled, parentId: world.unit.medicine, name: '我的名称' }
    const stale = await admin.form(path, { ...mine, version: fieldOf(html, 'version') ?? '' })
    expect(stale.status).toBe(412)
    const again = await stale.text()
    expect(textOf(again)).toContain('What you typed is below')
    expect(fieldOf(again, 'name')).toBe('我的名称')
    expect((await admin.form(path, { ...mine, version: fieldOf(again, 'version') ?? '' })).status).toBe(303)
  })

  it('a unit with something in it is not closed, and the page says what', async () => {
    const world = await newWorld()
    const path = `/units/${world.unit.medicine}/closing`
    const asked = await (await world.as('admin').get(path)).text()
    expect(textOf(asked)).toContain('There are open units below it')
    expect(asked).not.toContain('name="version"')
    expect((await world.as('admin').form(path, { version: '1' })).status).toBe(409)
  })
})

describe('units pages: security', () => {
  const ways: [string, (world: World) => string][] = [
    ['/units/new', () => '/units/new'],
    ['/units/:id/edit', (world) => `/units/${world.unit.ward1}/edit`],
    ['/units/:id/closing', (world) => `/units/${world.unit.ward1}/closing`],
  ]
  it.each(ways)('only the admin sees %s', async (_, path) => {
    const world = await newWorld()
    expect((await world.as('admin').get(path(world))).status).toBe(200)
    for (const person of ['supervisor', 'lead', 'inspector'] as const) {
      expect((await world.as(person).get(path(world))).status).toBe(403)
    }
  })

  it('others may not post either', async () => {
    const world = await newWorld()
    const path = `/units/${world.unit.ward1}`
    for (const [to, fields] of [
      ['/units', filled],
      [path, { ...filled, version: '1' }],
      [`${path}/closing`, { version: '1' }],
      [`${path}/reopening`, { version: '1' }],
    ] as const) {
      expect((await world.as('lead').form(to, fields)).status).toBe(403)
    }
  })

  it('another organisation’s unit is not there, in path, query and body', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const admin = world.as('admin')
    const foreign = other.unit.ward1
    for (const path of [
      `/units/${foreign}`,
      `/units/${foreign}/edit`,
      `/units/${foreign}/closing`,
      `/units/new?parent=${foreign}`,
      `/api/v1/units/${foreign}`,
    ]) {
      expect((await admin.get(path)).status, path).toBe(404)
    }
    expect((await admin.form('/units', { ...filled, parentId: foreign })).status).toBe(404)
    expect((await admin.form(`/units/${foreign}`, {})).status).toBe(404)
    expect((await admin.form(`/units/${foreign}/reopening`, {})).status).toBe(404)
    expect((await admin.post('/api/v1/units', { name: 'x', parentId: foreign })).status).toBe(404)
    const change = await admin.patch(
      `/api/v1/units/${world.unit.ward1}`,
      { parentId: foreign },
      { 'If-Match': '1' },
    )
    expect(change.status).toBe(404)
  })

  it('an inspector does not see the neighbour’s unit', async () => {
    const world = await newWorld()
    expect((await world.as('inspector').get(`/units/${world.unit.ward2}`)).status).toBe(404)
  })
})

describe('units pages: what they cost', () => {
  it.each([
    ['/units', 'inspector', 1],
    ['/units', 'supervisor', 5],
    ['/units/:ward1', 'inspector', 5],
    ['/units/new', 'admin', 5],
    ['/api/v1/units', 'inspector', 1],
  ] as const)('%s for %s: at most 4 rows for each of %d shown, and 20', async (path, person, shown) => {
    const world = await newWorld()
    expect(await costOf(world, person, path.replace(':ward1', world.unit.ward1))).toBeLessThanOrEqual(
      4 * shown + 20,
    )
  })
})
