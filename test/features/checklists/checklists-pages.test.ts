import { describe, expect, it } from 'vitest'
import { fieldOf, textOf } from '../support/page.ts'
import { newWorld, type World } from '../support/world.ts'

const chinese = { 'Accept-Language': 'zh-CN' }
const pasted = '1、封条完整 | Seal whole | 编号与登记一致 | Number as registered\r\n\r\n2、喉镜灯亮'
const filled = { title: '抢救车检查', titleEn: '', items: pasted }

async function newPath(world: World): Promise<string> {
  const made = await world.as('lead').form('/checklists', filled)
  expect(made.status).toBe(303)
  return made.headers.get('Location') ?? ''
}

/** What stands in the text area. */
function linesOf(html: string): string[] {
  const [, lines = ''] = /<textarea[^>]*name="items"[^>]*>([\s\S]*?)<\/textarea>/.exec(html) ?? []
  return lines.split('\n').map((line) => line.trim())
}

describe('checklists pages: happy', () => {
  it('a pasted list becomes a checklist, in the reader’s language', async () => {
    const world = await newWorld()
    const path = await newPath(world)
    const page = textOf(await (await world.as('inspector').get(path, chinese)).text())
    expect(page).toContain('封条完整 编号与登记一致 喉镜灯亮')
    expect(page).not.toContain('修改')
    const english = textOf(await (await world.as('inspector').get(path)).text())
    expect(english).toContain('Seal whole Number as registered 喉镜灯亮')
    expect(textOf(await (await world.as('viewer').get('/checklists', chinese)).text())).toContain(
      '抢救车检查 2项 第1版',
    )
  })

  it('a changed list is a new version; the old one can still be read', async () => {
    const world = await newWorld()
    const path = await newPath(world)
    const form = await (await world.as('supervisor').get(`${path}/edit`)).text()
    const lines = linesOf(form)
    expect(lines).toEqual(['封条完整 | Seal whole | 编号与登记一致 | Number as registered', '喉镜灯亮'])
    const items = [...lines.slice(1), '除颤仪自检通过'].join('\n')
    const before = await itemsOf(world, path)
    expect((await world.as('supervisor').form(path, { ...filled, items, version: '1' })).status).toBe(303)
    const after = await itemsOf(world, path)
    expect(after.map(({ text }) => text)).toEqual(['喉镜灯亮', '除颤仪自检通过'])
    expect(after[0]).toEqual(before[1])

    const old = textOf(await (await world.as('viewer').get(`${path}?version=1`)).text())
    expect(old).toContain('This is version 1, which is no longer in use.')
    expect(old).toContain('Seal whole')
    expect((await world.as('viewer').get(`${path}?version=3`)).status).toBe(404)
    expect((await world.as('viewer').get(`${path}?version=x`)).status).toBe(404)
  })
})

describe('checklists pages: errors', () => {
  it.each([
    ['nothing', '', 'Please fill this in.'],
    ['a line that is too long', `a\n${'x'.repeat(201)}`, 'Item 2: At most 200 characters.'],
    ['too many lines', 'a\n'.repeat(201), 'At most 200 of these.'],
  ])('%s is said beside the field and nothing typed is lost', async (_, items, sentence) => {
    const world = await newWorld()
    const response = await world.as('lead').form('/checklists', { ...filled, items })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(textOf(html)).toContain(sentence)
    expect(fieldOf(html, 'title')).toBe('抢救车检查')
    expect(linesOf(html)).toEqual(items.split('\n'))
  })

  it('a stale version says so, keeps what was typed, and a second save puts it through', async () => {
    const world = await newWorld()
    const path = await newPath(world)
    const lead = world.as('lead')
    await lead.patch(`/api/v1${path}`, { title: 'B' }, { 'If-Match': '1' })
    const mine = { ...filled, items: '我的内容' }
    const stale = await lead.form(path, { ...mine, version: '1' })
    expect(stale.status).toBe(412)
    const html = await stale.text()
    expect(textOf(html)).toContain('What you typed is below')
    expect(linesOf(html)).toEqual(['我的内容'])
    expect((await lead.form(path, { ...mine, version: fieldOf(html, 'version') ?? '' })).status).toBe(303)
  })

  it('HTML in an item is text', async () => {
    const world = await newWorld()
    const made = await world.as('lead').form('/checklists', { ...filled, items: '<img src=x>' })
    const html = await (await world.as('lead').get(made.headers.get('Location') ?? '')).text()
    expect(html).not.toContain('<img')
    expect(textOf(html)).toContain('<img src=x>')
  })
})

describe('checklists pages: security', () => {
  it.each(['admin', 'inspector', 'viewer'] as const)('%s only reads', async (person) => {
    const world = await newWorld()
    const path = await newPath(world)
    const client = world.as(person)
    expect((await client.get(path)).status).toBe(200)
    for (const page of ['/checklists/new', `${path}/edit`]) expect((await client.get(page)).status).toBe(403)
    for (const form of ['/checklists', path]) {
      expect((await client.form(form, { ...filled, version: '1' })).status).toBe(403)
    }
  })

  it('another organisation’s checklist is not there', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const path = await newPath(other)
    const lead = world.as('lead')
    expect((await lead.get(path)).status).toBe(404)
    expect((await lead.get(`${path}/edit`)).status).toBe(404)
    expect((await lead.form(path, {})).status).toBe(404)
  })
})

async function itemsOf(world: World, path: string): Promise<{ id: string; text: string }[]> {
  const body = await (
    await world.as('lead').get(`/api/v1${path}`)
  ).json<{
    items: { id: string; text: string }[]
  }>()
  return body.items
}
