import { describe, expect, it } from 'vitest'
import { costOf } from '../support/cost.ts'
import { fieldOf, textOf } from '../support/page.ts'
import { newWorld } from '../support/world.ts'
import { newAsset, wardsWithAssets } from './assets.ts'

const chinese = { 'Accept-Language': 'zh-CN' }

describe('assets pages: happy', () => {
  it('the list is grouped by unit, filtered by the address, in the reader’s language', async () => {
    const world = await newWorld()
    await wardsWithAssets(world)
    const all = textOf(await (await world.as('supervisor').get('/assets', chinese)).text())
    expect(all).toMatch(/内科一病区 .*ward1 pump A 输注泵 .*生命支持 .*内科二病区 .*ward2 pump A/)
    const found = await (await world.as('supervisor').get('/assets?unit=&type=&tag=强制检定', chinese)).text()
    expect(textOf(found)).toContain('ward2 monitor')
    expect(textOf(found)).not.toContain('ward2 pump')
    expect(fieldOf(found, 'tag')).toBe('强制检定')
    const own = textOf(await (await world.as('inspector').get('/assets')).text())
    expect(own).toContain('ward1 monitor')
    expect(own).not.toContain('ward2')
  })

  it('the admin makes one from a form, by the names people use', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const made = await admin.form('/assets', {
      name: '除颤仪2号',
      nameEn: '',
      unitId: world.unit.ward1,
      type: '除颤仪',
      code: 'CC-2',
      tags: '急救 自备',
      validUntil: '2026-02-28',
    })
    const path = made.headers.get('Location') ?? ''
    expect(await (await admin.get(`/api/v1${path}`)).json()).toMatchObject({
      type: 'defibrillator',
      tags: ['emergency-care', '自备'],
      nameEn: null,
      validUntil: '2026-02-28',
    })
    const page = textOf(await (await world.as('inspector').get(path, chinese)).text())
    expect(page).toContain('2月28日')
    expect(page).toContain('（已过期）')
    expect(page).not.toContain('停用')
    const form = await (await admin.get(`${path}/edit`, chinese)).text()
    expect(fieldOf(form, 'type')).toBe('除颤仪')
    expect(fieldOf(form, 'tags')).toBe('急救, 自备')
  })

  it('is taken out of use after being told what that means, and back', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const path = `/assets/${(await newAsset(world)).id}`
    expect(textOf(await (await admin.get(`${path}/closing`)).text())).toContain(
      'No more rounds are planned for it.',
    )
    expect((await admin.form(`${path}/closing`, { version: '1' })).status).toBe(303)
    const closed = await (await admin.get(path)).text()
    expect(textOf(closed)).toContain('Out of use since Mon 2 Mar')
    expect((await admin.form(`${path}/reopening`, { version: '2' })).status).toBe(303)
    expect(textOf(await (await admin.get(path)).text())).not.toContain('Out of use since')
  })

  it('a suspended one says from when and why', async () => {
    const world = await newWorld()
    const path = `/assets/${(await newAsset(world)).id}`
    const suspension = { from: '2026-03-09', until: null, reason: '送修' }
    expect((await world.as('supervisor').put(`/api/v1${path}/suspension`, suspension)).status).toBe(200)
    const page = textOf(await (await world.as('inspector').get(path, chinese)).text())
    expect(page).toContain('即将暂停：送修 3月9日 周一起')
  })
})

describe('assets pages: errors', () => {
  const filled = { name: '1号梯', nameEn: '', unitId: '', type: '电梯', code: '', tags: '', validUntil: '' }

  it('faults stand beside their fields and nothing typed is lost', async () => {
    const world = await newWorld()
    const response = await world.as('admin').form('/assets', { ...filled, validUntil: '31.12.2026' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('id="field-unitId-error"')
    expect(html).toContain('id="field-validUntil-error"')
    expect(fieldOf(html, 'name')).toBe('1号梯')
    expect(fieldOf(html, 'validUntil')).toBe('31.12.2026')
  })

  it('a stale version says so, keeps what was typed, and a second save puts it through', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const asset = await newAsset(world)
    await admin.patch(`/api/v1/assets/${asset.id}`, { name: 'B' }, { 'If-Match': '1' })
    const mine = { ...filled, unitId: asset.unitId }
    const stale = await admin.form(`/assets/${asset.id}`, { ...mine, version: '1' })
    expect(stale.status).toBe(412)
    const again = await stale.text()
    expect(fieldOf(again, 'name')).toBe('1号梯')
    const version = fieldOf(again, 'version') ?? ''
    expect((await admin.form(`/assets/${asset.id}`, { ...mine, version })).status).toBe(303)
  })

  it('HTML in a name is text', async () => {
    const world = await newWorld()
    const asset = await newAsset(world, { name: '<img src=x>' })
    const html = await (await world.as('inspector').get(`/assets/${asset.id}`)).text()
    expect(html).not.toContain('<img')
    expect(textOf(html)).toContain('<img src=x>')
  })
})

describe('assets pages: security', () => {
  it('only the admin makes, changes and closes', async () => {
    const world = await newWorld()
    const path = `/assets/${(await newAsset(world)).id}`
    for (const person of ['supervisor', 'lead', 'viewer'] as const) {
      const client = world.as(person)
      for (const page of ['/assets/new', `${path}/edit`, `${path}/closing`]) {
        expect((await client.get(page)).status, page).toBe(403)
      }
      for (const form of ['/assets', path, `${path}/closing`, `${path}/reopening`]) {
        const fields = { name: 'x', type: 'lift', unitId: world.unit.ward1, version: '1' }
        expect((await client.form(form, fields)).status, form).toBe(403)
      }
    }
  })

  it('another organisation’s id is not there, in path, query and body', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const admin = world.as('admin')
    const foreign = `/assets/${(await newAsset(other)).id}`
    const unit = other.unit.ward1
    for (const path of [
      foreign,
      `${foreign}/edit`,
      `${foreign}/closing`,
      `/assets?unit=${unit}`,
      `/assets/new?unit=${unit}`,
    ]) {
      expect((await admin.get(path)).status, path).toBe(404)
    }
    for (const path of [foreign, `${foreign}/closing`, `${foreign}/reopening`]) {
      expect((await admin.form(path, {})).status, path).toBe(404)
    }
    expect((await admin.form('/assets', { name: 'x', type: 'lift', unitId: unit })).status).toBe(404)
  })

  it('a neighbour’s asset is not there', async () => {
    const world = await newWorld()
    const path = `/assets/${(await newAsset(world)).id}`
    expect((await world.as('neighbour').get(path)).status).toBe(404)
  })
})

describe('assets pages: what they cost', () => {
  it.each([
    ['inspector', 3 + 1 + 2],
    ['supervisor', 6 + 5 + 2],
  ] as const)('the list for %s: at most 4 rows for each of %d shown, and 20', async (person, shown) => {
    const world = await newWorld()
    await wardsWithAssets(world)
    expect(await costOf(world, person, '/assets')).toBeLessThanOrEqual(4 * shown + 20)
  })
})
