import { describe, expect, it } from 'vitest'
import { importKinds } from '../../../src/domain/imports/words.ts'
import { readSheet } from '../../../src/domain/sheets/read-sheet.ts'
import { newAsset } from '../assets/assets.ts'
import { costOf } from '../support/cost.ts'
import { textOf } from '../support/page.ts'
import { newWorld, type Client, type World } from '../support/world.ts'
import { csv, imported, previewOf } from './support.ts'

async function bytesAt(client: Client, path: string, language = 'zh-CN'): Promise<Uint8Array<ArrayBuffer>> {
  const response = await client.get(path, { 'Accept-Language': language })
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w-]+\.(?:csv|xlsx)"$/)
  return new Uint8Array(await response.arrayBuffer())
}

async function furnished(): Promise<World> {
  const world = await newWorld()
  await newAsset(world, { unitId: world.unit.ward1 })
  await world
    .as('admin')
    .patch(`/api/v1/members/${world.member.viewer}`, { closed: true }, { 'If-Match': '1' })
  return world
}

describe.each(importKinds)('%s', (kind) => {
  it.each([
    ['csv', 'zh-CN'],
    ['xlsx', 'zh-CN'],
    ['csv', 'en'],
    ['xlsx', 'en'],
  ])('that are exported as %s in %s come back with nothing to change', async (format, language) => {
    const world = await furnished()
    const admin = world.as('admin')
    const file = await bytesAt(admin, `/exports?kind=${kind}&format=${format}`, language)
    expect(readSheet(file).length).toBeGreaterThan(1)
    const page = await (await admin.get(await previewOf(admin, kind, file))).text()
    expect(textOf(page)).toContain('Nothing changes')
  })

  it('have a template whose header is known', async () => {
    const world = await newWorld()
    const [header, ...rest] = readSheet(
      await bytesAt(world.as('admin'), `/imports/template?kind=${kind}&format=xlsx`),
    )
    expect(rest).toEqual([])
    expect(header?.cells.length).toBeGreaterThan(6)
  })
})

describe('an exported list', () => {
  it('shows Chinese in Excel, and formulas as text', async () => {
    const world = await newWorld()
    await world.as('admin').post('/api/v1/units', { name: '=cmd|calc' })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await bytesAt(world.as('auditor'), '/exports?kind=units&format=csv'),
    )
    expect(text.startsWith('\uFEFF科室编码,名称')).toBe(true)
    expect(text).toContain("'=cmd|calc")
  })

  it('of 800 members costs three statements, and four rows a member', async () => {
    const world = await newWorld()
    const lines = Array.from({ length: 800 }, (_, at) => `${at},人${at},执行人,ward1`)
    await imported(world.as('admin'), 'members', csv('工号,姓名,角色,科室', ...lines))
    expect(await costOf(world, 'admin', '/exports?kind=members&format=csv')).toBeLessThanOrEqual(4 * 809 + 20)
    expect(world.usage.statements).toBe(3)
  })

  it.each(['lead', 'inspector', 'viewer'] as const)('is not for %s', async (person) => {
    const world = await newWorld()
    expect((await world.as(person).get('/exports?kind=members')).status).toBe(403)
  })

  it.each(['/exports', '/exports?kind=rounds', '/imports/template?kind=x'])(
    '%s is not there',
    async (path) => {
      const world = await newWorld()
      expect((await world.as('admin').get(path)).status).toBe(404)
    },
  )
})

describe('the pages of lists', () => {
  it.each(['units', 'members', 'assets'])('%s lead the admin to import and export', async (kind) => {
    const world = await newWorld()
    const page = await (await world.as('admin').get(`/${kind}`)).text()
    for (const address of [`/imports?kind=${kind}`, `/exports?kind=${kind}&amp;format=xlsx`])
      expect(page).toContain(`href="${address}"`)
    const seen = await (await world.as('supervisor').get(`/${kind}`)).text()
    expect(seen).not.toContain('/imports')
    expect(seen).toContain('/exports')
  })
})
