import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { costOf } from '../support/cost.ts'
import { newWorld, type World } from '../support/world.ts'

type Item = { id: string; text: string; textEn: string | null; help: string | null; helpEn: string | null }
type ChecklistBody = {
  id: string
  title: string
  currentVersion: number
  publishedAt: string
  items: Item[]
  version: number
}

const trolley = {
  title: '抢救车检查',
  titleEn: 'Crash trolley',
  items: [{ text: '封条完整' }, { text: '喉镜灯亮' }],
}

async function newChecklist(world: World): Promise<ChecklistBody> {
  return (await world.as('supervisor').post('/api/v1/checklists', trolley)).json<ChecklistBody>()
}

/** The items of a version, as they are stored. */
async function published(world: World, id: string, version: number): Promise<unknown> {
  const row = await env.DB.prepare(
    'SELECT items FROM checklist_versions WHERE org_id = ? AND checklist_id = ? AND checklist_version = ?',
  )
    .bind(world.orgId, id, version)
    .first<{ items: string }>()
  return row && JSON.parse(row.items)
}

describe('checklists: happy', () => {
  it('a change of items makes a new version; what was published stays as it was', async () => {
    const world = await newWorld()
    const first = await newChecklist(world)
    const path = `/api/v1/checklists/${first.id}`
    expect(first).toMatchObject({ currentVersion: 1, version: 1, publishedAt: '2026-03-02T09:00:00+08:00' })

    const items = [{ text: '喉镜灯亮' }, { id: 'drugs', text: '药品在效期内', help: '看最近效期' }]
    const changed = await world.as('lead').patch(path, { items }, { 'If-Match': '"1"' })
    expect(changed.headers.get('ETag')).toBe('"2"')
    const second = await changed.json<ChecklistBody>()
    expect(second).toMatchObject({ title: '抢救车检查', currentVersion: 2 })
    expect(second.items.map(({ id }) => id)).toEqual([first.items[1]?.id, 'drugs'])
    expect(await published(world, first.id, 1)).toEqual(first.items)
    expect(await published(world, first.id, 2)).toEqual(second.items)
    expect(await (await world.as('viewer').get(path)).json()).toEqual(second)
  })

  it('another title, or the same items again, make none', async () => {
    const world = await newWorld()
    const { id, items } = await newChecklist(world)
    const change = { title: '抢救车', items: items.map(({ id: item, text }) => ({ id: item, text })) }
    const changed = await world.as('lead').patch(`/api/v1/checklists/${id}`, change, { 'If-Match': '1' })
    expect(await changed.json()).toMatchObject({ title: '抢救车', currentVersion: 1, version: 2 })
  })

  it('everybody reads all of them, page by page', async () => {
    const world = await newWorld()
    const ids = [await newChecklist(world), await newChecklist(world), await newChecklist(world)].map(
      ({ id }) => id,
    )
    const found: string[] = []
    let cursor = ''
    for (let page = 0; page < 5; page += 1) {
      const path = `/api/v1/checklists?limit=2${cursor}`
      const list = await (
        await world.as('auditor').get(path)
      ).json<{
        items: { id: string; itemCount: number }[]
        next: string | null
      }>()
      expect(list.items.every(({ itemCount }) => itemCount === 2)).toBe(true)
      found.push(...list.items.map(({ id }) => id))
      if (list.next === null) break
      cursor = `&cursor=${list.next}`
    }
    expect(found).toEqual(ids.toSorted())
  })
})

describe('checklists: errors', () => {
  it.each([
    ['no items', { items: [] }, 'items', 'required'],
    ['an empty item', { items: [{ text: ' ' }] }, 'items.0.text', 'required'],
    ['a line break', { items: [{ text: 'a' }, { text: 'a\nb' }] }, 'items.1.text', 'control-characters'],
    ['an id of spaces', { items: [{ id: 'a b', text: 'a' }] }, 'items.0.id', 'invalid-value'],
    [
      'an id twice',
      {
        items: [
          { id: 'a', text: 'a' },
          { id: 'a', text: 'b' },
        ],
      },
      'items.1.id',
      'duplicate',
    ],
    ['too many', { items: Array.from({ length: 201 }, (_, n) => ({ text: `${n}` })) }, 'items', 'too-many'],
    ['10,000 characters', { title: 'x'.repeat(10_000) }, 'title', 'too-long'],
  ])('%s is refused beside its field', async (_, wrong, path, code) => {
    const world = await newWorld()
    const response = await world.as('supervisor').post('/api/v1/checklists', { ...trolley, ...wrong })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'invalid', errors: [{ path, code }] })
  })

  it('two who change it at the same moment: one is told, one version is published', async () => {
    const world = await newWorld()
    const { id } = await newChecklist(world)
    const path = `/api/v1/checklists/${id}`
    const answers = await Promise.all(
      ['a', 'b'].map((text) => world.as('lead').patch(path, { items: [{ text }] }, { 'If-Match': '1' })),
    )
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412'])
    const { currentVersion, items } = await (await world.as('lead').get(path)).json<ChecklistBody>()
    expect(currentVersion).toBe(2)
    expect(await published(world, id, 2)).toEqual(items)
    expect(await published(world, id, 3)).toBeNull()
    expect((await world.as('lead').patch(path, { title: 'x' })).status).toBe(428)
  })
})

describe('checklists: security', () => {
  it.each(['admin', 'inspector', 'viewer', 'auditor'] as const)(
    '%s may not make or change them',
    async (person) => {
      const world = await newWorld()
      const { id } = await newChecklist(world)
      const client = world.as(person)
      expect((await client.post('/api/v1/checklists', trolley)).status).toBe(403)
      const path = `/api/v1/checklists/${id}`
      expect((await client.patch(path, { title: 'x' }, { 'If-Match': '1' })).status).toBe(403)
    },
  )

  it('another organisation’s checklist is not there', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const path = `/api/v1/checklists/${(await newChecklist(other)).id}`
    expect((await world.as('supervisor').get(path)).status).toBe(404)
    expect((await world.as('supervisor').patch(path, { title: 'x' }, { 'If-Match': '1' })).status).toBe(404)
    expect((await world.as(null).get(path)).status).toBe(401)
  })
})

describe('checklists: what they cost', () => {
  it.each([
    ['/api/v1/checklists', 3],
    ['/api/v1/checklists/:id', 1],
    ['/checklists', 3],
    ['/checklists/:id', 1],
  ] as const)('%s: at most 4 rows for each of %d shown, and 20', async (path, shown) => {
    const world = await newWorld()
    const [, , { id }] = [await newChecklist(world), await newChecklist(world), await newChecklist(world)]
    expect(await costOf(world, 'inspector', path.replace(':id', id))).toBeLessThanOrEqual(4 * shown + 20)
  })
})
