import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { printXlsx } from '../../../src/domain/sheets/print-xlsx.ts'
import { trailOf } from '../rounds/rig.ts'
import { beforeBatches } from '../support/database.ts'
import { fieldOf, textOf } from '../support/page.ts'
import { newWorld, type World } from '../support/world.ts'
import { confirm, countOf, csv, previewOf, upload } from './support.ts'

const chinese = { 'Accept-Language': 'zh-CN' }
const header = '工号,姓名,角色,科室,状态'

async function textAt(world: World, path: string, headers: Record<string, string> = {}): Promise<string> {
  return textOf(await (await world.as('admin').get(path, headers)).text())
}

describe('a file', () => {
  it('is shown line by line, changes nothing before the yes, and then all of it', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const file = csv(
      header,
      '10423,陈雨桐,执行人,内科一病区,',
      ',尹护士,科室负责人,,',
      ',柯护士,执行人,,',
      '7,甲,院长,,',
    )
    const preview = await previewOf(admin, 'members', file)
    const text = await textAt(world, preview, chinese)
    for (const words of [
      'list.csv，尚未生效',
      '有1行有问题',
      '没有“院长”这个角色',
      '新增 1',
      '修改 1',
      '无变化 1',
    ])
      expect(text).toContain(words)
    expect(text).toContain('角色 执行人 → 科室负责人')
    expect(text).toContain('确认导入2行')
    expect(text).not.toContain('柯护士')
    expect(await textAt(world, `${preview}?show=unchanged`)).toContain('柯护士')
    expect([await countOf(world, 'members'), await countOf(world, 'audit')]).toEqual([9, 0])

    const applied = await confirm(admin, preview)
    expect([applied.status, applied.headers.get('Location')]).toEqual([303, preview])
    expect(await textAt(world, preview, chinese)).toContain('导入完成')
    expect(await countOf(world, 'members')).toBe(10)
    expect(await trailOf(world, world.member.inspector)).toEqual(['member.changed'])

    expect(await textAt(world, await previewOf(admin, 'members', file), chinese)).not.toContain('新增')
  })

  it('says who stays closed, and who would belong nowhere', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    await confirm(admin, await previewOf(admin, 'members', csv(header, ',柯护士,,,停用')))
    const preview = await previewOf(admin, 'members', csv(header, ',柯护士,,,', '9,甲,执行人,,'))
    const text = await textAt(world, preview, chinese)
    expect(text).toContain('名单中有1项已停用，导入后仍为停用 柯护士')
    expect(text).toContain('有1名新增人员没有填写科室 甲')
  })

  it('that changes nothing says so, and offers no button', async () => {
    const world = await newWorld()
    const page = await (
      await world.as('admin').get(await previewOf(world.as('admin'), 'units', '名称\n内科\n'))
    ).text()
    expect(textOf(page)).toContain('Nothing changes')
    expect(fieldOf(page, 'digest')).toBeNull()
  })

  it('in GBK is read as Excel in China saves it', async () => {
    const world = await newWorld()
    const gbk = Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0xd1, 0xdb, 0xbf, 0xc6, 0x0d, 0x0a])
    expect(await textAt(world, await previewOf(world.as('admin'), 'units', gbk))).toContain('眼科')
  })

  it('in UTF-16 is read, as is a workbook', async () => {
    const world = await newWorld()
    const wide = Uint8Array.from([
      0xfe,
      0xff,
      ...Array.from('名称\n眼科').flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255]),
    ])
    const book = new Uint8Array(printXlsx('科室', [['名称'], ['眼科']]))
    for (const file of [wide, book])
      expect(await textAt(world, await previewOf(world.as('admin'), 'units', file))).toContain('眼科')
  })

  it('of 450 new lines is shown in pages', async () => {
    const world = await newWorld()
    const lines = Array.from({ length: 450 }, (_, at) => `科室${at}甲`)
    const preview = await previewOf(world.as('admin'), 'units', csv('名称', ...lines))
    const [first, last] = [
      await textAt(world, preview, chinese),
      await textAt(world, `${preview}?after=400`, chinese),
    ]
    expect(first).toContain('科室199甲')
    expect(first).toContain('后面200行')
    expect(first).not.toContain('科室200甲')
    expect(last).toContain('科室449甲')
  })

  it('names what is not read, and cannot write into the page', async () => {
    const world = await newWorld()
    const file = csv('名称,<script>alert(1)</script>', '<b>眼科</b>,x')
    const page = await (await world.as('admin').get(await previewOf(world.as('admin'), 'units', file))).text()
    expect(page).not.toMatch(/<script>alert|<b>眼科/)
    expect(textOf(page)).toContain('<b>眼科</b>')
  })
})

describe('a file that cannot be read is refused beside its field', () => {
  it.each([
    ['no file', new Uint8Array(), 'Choose a file', ''],
    ['an empty file', new Uint8Array(), 'The file is empty', 'a.csv'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'old Excel file', 'a.xls'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), 'This is not a list', 'a.pdf'],
    [
      '10,000 lines',
      new TextEncoder().encode(csv('Name', ...Array.from({ length: 10_000 }, () => 'x'))),
      'At most 5000 lines',
      'a.csv',
    ],
    ['no header', new TextEncoder().encode('x,y\n1,2'), 'There is no header', 'a.csv'],
  ])('%s', async (_, file, sentence, name) => {
    const world = await newWorld()
    const response = await upload(world.as('admin'), 'members', file, name)
    expect(response.status).toBe(422)
    expect(textOf(await response.text())).toContain(sentence)
  })

  it('of more than a megabyte is too large', async () => {
    const world = await newWorld()
    expect((await upload(world.as('admin'), 'members', 'x'.repeat(1_100_000))).status).toBe(413)
  })

  it('an unknown kind of list', async () => {
    const world = await newWorld()
    const response = await upload(world.as('admin'), 'rounds' as 'units', '名称\n眼科')
    expect(response.status).toBe(422)
  })
})

describe('between the preview and the yes', () => {
  const file = csv(header, ',尹护士,科室负责人,,', '10423,陈雨桐,执行人,,')

  it('somebody else’s change is noticed, nothing is done, and the list is shown anew', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const preview = await previewOf(admin, 'members', file)
    const digest = fieldOf(await (await admin.get(preview)).text(), 'digest') ?? ''
    await admin.patch(`/api/v1/members/${world.member.inspector}`, { nameEn: 'Yin' }, { 'If-Match': '1' })

    const refused = await admin.form(preview, { digest })
    expect(refused.status).toBe(412)
    const page = await refused.text()
    expect(textOf(page)).toContain('Nothing was imported')
    expect(await countOf(world, 'members')).toBe(9)
    expect((await admin.form(preview, { digest: fieldOf(page, 'digest') ?? '' })).status).toBe(303)
    expect(await countOf(world, 'members')).toBe(10)
  })

  it('a change in the very moment of the yes fails all of it', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const preview = await previewOf(admin, 'members', file)
    const digest = fieldOf(await (await admin.get(preview)).text(), 'digest') ?? ''
    world.database = racing(
      'UPDATE members SET version = version + 1 WHERE org_id = ? AND id = ?',
      world,
      world.member.inspector,
    )
    expect((await admin.form(preview, { digest })).status).toBe(412)
    expect([await countOf(world, 'members'), await countOf(world, 'audit')]).toEqual([9, 0])
  })

  it('ten yeses at once do it once', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const preview = await previewOf(admin, 'members', file)
    const digest = fieldOf(await (await admin.get(preview)).text(), 'digest') ?? ''
    const answers = await Promise.all(Array.from({ length: 10 }, () => admin.form(preview, { digest })))
    expect(answers.map(({ status }) => status).filter((status) => status !== 303 && status !== 412)).toEqual(
      [],
    )
    expect([await countOf(world, 'members'), await countOf(world, 'audit')]).toEqual([10, 2])
  })

  it('the other administrator is gone in the very moment: somebody stays', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    await admin.patch(`/api/v1/members/${world.member.lead}`, { role: 'admin' }, { 'If-Match': '1' })
    const preview = await previewOf(admin, 'members', csv(header, ',李护士长,查阅人,,'))
    const digest = fieldOf(await (await admin.get(preview)).text(), 'digest') ?? ''
    world.database = racing(
      `UPDATE members SET role = 'viewer' WHERE org_id = ? AND id = ?`,
      world,
      world.member.admin,
    )
    const refused = await admin.form(preview, { digest })
    world.database = env.DB
    expect(refused.status).toBe(409)
    expect((await world.as('lead').get('/imports')).status).toBe(200)
  })
})

it('units that come below each other in the very moment stay a tree', async () => {
  const world = await newWorld()
  const admin = world.as('admin')
  const preview = await previewOf(admin, 'units', 'Code,Belongs to\nward1,ward2\n')
  const digest = fieldOf(await (await admin.get(preview)).text(), 'digest') ?? ''
  const change = `UPDATE units SET parent_id = '${world.unit.ward1}' WHERE org_id = ? AND id = ?`
  world.database = racing(change, world, world.unit.ward2)
  expect((await admin.form(preview, { digest })).status).toBe(412)
  world.database = env.DB
  expect(await (await admin.get(`/api/v1/units/${world.unit.ward1}`)).json()).toMatchObject({
    parentId: world.unit.medicine,
    version: 1,
  })
})

describe('a preview', () => {
  it('is its maker’s alone, for a day', async () => {
    const world = await newWorld()
    const preview = await previewOf(world.as('admin'), 'units', '名称\n眼科\n')
    await world
      .as('admin')
      .patch(`/api/v1/members/${world.member.lead}`, { role: 'admin' }, { 'If-Match': '1' })
    expect((await world.as('lead').get(preview)).status).toBe(404)
    expect((await world.as('lead').form(preview, { digest: 'x' })).status).toBe(404)
    world.now += 25 * 3_600_000
    expect((await world.as('admin').get(preview)).status).toBe(404)

    await previewOf(world.as('admin'), 'units', '名称\n耳科\n')
    const left = await env.DB.prepare('SELECT count(*) AS rows FROM imports WHERE org_id = ?')
      .bind(world.orgId)
      .first<{ rows: number }>()
    expect(left?.rows).toBe(1)
  })

  it('keeps nobody’s name once it is applied', async () => {
    const world = await newWorld()
    await confirm(
      world.as('admin'),
      await previewOf(world.as('admin'), 'members', csv(header, '1,陈雨桐,执行人,,')),
    )
    const kept = await env.DB.prepare('SELECT content FROM imports WHERE org_id = ?')
      .bind(world.orgId)
      .first<{ content: string }>()
    expect(kept?.content).not.toContain('陈雨桐')
  })
})

/** Somebody else's change of one thing comes right before the batch that applies the list. */
function racing(change: string, world: World, id: string): D1Database {
  return beforeBatches(env.DB, async (statements) => {
    if (statements.length > 3) await env.DB.prepare(change).bind(world.orgId, id).run()
  })
}
