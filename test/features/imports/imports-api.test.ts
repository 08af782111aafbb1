import { describe, expect, it } from 'vitest'
import { trailOf } from '../rounds/rig.ts'
import { newWorld } from '../support/world.ts'
import { countOf, csv, imported } from './support.ts'

const header = '工号,姓名,角色,所在科室,状态'

describe('a list of members', () => {
  it('makes, changes and closes, told line by line, and the second time nothing', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const text = csv(
      header,
      '10423,陈雨桐,执行人,内科一病区；院感科,',
      '10424,尹护士,科室负责人,ward2,在职',
      ',柯护士,,,停用',
      ',李护士长,科室负责人,内科 / 内科一病区,',
    )
    const told = await imported(admin, 'members', text, { dryRun: true })
    expect(told).toMatchObject({
      applied: false,
      counts: { new: 1, changed: 2, unchanged: 1, faulty: 0 },
      lines: [
        { line: 2, outcome: 'new', id: null, name: '陈雨桐' },
        {
          line: 3,
          id: world.member.inspector,
          changes: [
            { field: 'code', from: '', to: '10424' },
            { field: 'role', from: 'Inspector', to: 'Lead' },
            { field: 'units', from: 'Medical Ward 1', to: 'Medical Ward 2' },
          ],
        },
        { line: 4, changes: [{ field: 'state', from: 'Active', to: 'Closed' }] },
      ],
    })
    expect(await countOf(world, 'audit')).toBe(0)

    expect(await imported(admin, 'members', text)).toMatchObject({ applied: true, counts: told.counts })
    const changed = await admin.get(`/api/v1/members/${world.member.inspector}`)
    expect(await changed.json()).toMatchObject({
      code: '10424',
      role: 'lead',
      unitIds: [world.unit.ward2],
      version: 2,
    })
    expect((await world.as('colleague').get('/api/v1/units')).status).toBe(401)
    expect(await trailOf(world, world.member.colleague)).toEqual(['member.changed'])
    expect(await countOf(world, 'audit')).toBe(3)

    const again = await imported(admin, 'members', text)
    expect(again).toMatchObject({ applied: false, counts: { unchanged: 4 }, lines: [] })
    expect(await countOf(world, 'audit')).toBe(3)
  })

  it('with a fault is refused whole, or without the faulty lines where the caller says so', async () => {
    const world = await newWorld()
    const text = csv(header, '1,甲,执行人,,', '2,乙,院长,,')
    const refused = await world.as('admin').post('/api/v1/imports', { kind: 'members', csv: text })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      errors: [{ path: 'lines.3.role', code: 'cell-unknown-role', message: expect.stringContaining('院长') }],
    })
    expect(await countOf(world, 'members')).toBe(9)

    const skipped = await imported(world.as('admin'), 'members', text, { skipFaulty: true })
    expect(skipped).toMatchObject({ applied: true, counts: { new: 1, faulty: 1 } })
    expect(await countOf(world, 'members')).toBe(10)
  })

  it.each([
    ['demotes', ',安管,查阅人,,', 'role'],
    ['closes', ',安管,,,停用', 'state'],
  ])('that %s the last administrator', async (_, line, field) => {
    const world = await newWorld()
    const { lines } = await imported(world.as('admin'), 'members', csv(header, line), { dryRun: true })
    expect(lines).toMatchObject([{ faults: [{ field, code: 'line-last-admin' }] }])
  })

  it('may hand administration over to somebody new', async () => {
    const world = await newWorld()
    const text = csv(header, ',安管,查阅人,,', '9,新管,系统管理员,,')
    expect((await imported(world.as('admin'), 'members', text)).counts).toMatchObject({ new: 1, changed: 1 })
    expect((await world.as('admin').get('/imports')).status).toBe(403)
  })
})

describe('a list of units', () => {
  it('may name a parent that comes later', async () => {
    const world = await newWorld()
    const text = csv(
      '编码,名称,上级科室',
      'X11,一组,X1',
      'X1,血透室,X',
      'X,肾内科,测试医院',
      ',二组,肾内科 / 血透室',
    )
    expect((await imported(world.as('admin'), 'units', text)).counts).toMatchObject({ new: 4, faulty: 0 })
    const { items } = await (
      await world.as('admin').get('/api/v1/units')
    ).json<{
      items: { id: string; name: string; parentId: string | null }[]
    }>()
    const parentOf = (name: string) => {
      const unit = items.find((one) => one.name === name)
      return items.find(({ id }) => id === unit?.parentId)?.name
    }
    expect(['一组', '二组', '血透室', '肾内科'].map(parentOf)).toEqual([
      '血透室',
      '血透室',
      '肾内科',
      '测试医院',
    ])
    expect((await imported(world.as('admin'), 'units', text)).counts).toMatchObject({ unchanged: 4 })
  })

  it('closes a unit on which nothing hangs, and no other', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    await admin.post('/api/v1/assets', { unitId: world.unit.ward1, type: 'lift', name: '1号电梯' })
    const text = csv('Code,State', 'ward1,Closed', 'ward2,Closed', 'medicine,Closed')
    const { lines } = await imported(admin, 'units', text, { skipFaulty: true })
    expect(lines.map(({ outcome, faults }) => [outcome, faults[0]?.code])).toEqual([
      ['faulty', 'line-unit-in-use'],
      ['changed', undefined],
      ['faulty', 'line-units-below'],
    ])
    expect(await (await admin.get(`/api/v1/units/${world.unit.ward2}`)).json()).toMatchObject({
      closedOn: '2026-03-02',
    })
  })
})

describe('a list of assets', () => {
  it('makes and moves them; a name says which one only within its unit', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const first = csv(
      '设备编号,名称,类型,所在科室,标签,有效期至',
      'P1,1号泵,输注泵,ward1,生命支持、急救,2027/6/30',
      ',1号泵,输注泵,ward2,,',
    )
    expect((await imported(admin, 'assets', first)).counts).toMatchObject({ new: 2 })
    const moved = await imported(admin, 'assets', csv('设备编号,所在科室', 'P1,ward2'))
    expect(moved.lines).toMatchObject([
      { changes: [{ field: 'unit', from: 'Medical Ward 1', to: 'Medical Ward 2' }] },
    ])
    const { items } = await (await admin.get('/api/v1/assets')).json<{ items: Record<string, unknown>[] }>()
    expect(items.find(({ code }) => code === 'P1')).toMatchObject({
      unitId: world.unit.ward2,
      type: 'infusion-pump',
      tags: ['life-support', 'emergency-care'],
      validUntil: '2027-06-30',
    })
  })
})

describe('imports: errors and security', () => {
  it.each([
    ['neither text nor file', {}, 'file-missing'],
    ['no text', { csv: '' }, 'file-empty'],
    ['no header', { csv: '1,2\n3,4\n' }, 'file-without-header'],
    ['a PDF', { file: btoa('%PDF-1.7') }, 'file-not-a-sheet'],
  ])('%s', async (_, body, code) => {
    const world = await newWorld()
    const response = await world.as('admin').post('/api/v1/imports', { kind: 'members', ...body })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ path: 'file', code }] })
  })

  it('an id of another organisation is unknown here', async () => {
    const [ours, theirs] = [await newWorld(), await newWorld()]
    const text = csv('ID,Name', `${theirs.member.inspector},甲`)
    const { lines } = await imported(ours.as('admin'), 'members', text, { dryRun: true })
    expect(lines).toMatchObject([
      { faults: expect.arrayContaining([expect.objectContaining({ code: 'line-unknown-id' })]) },
    ])
  })

  it.each(['supervisor', 'lead', 'inspector', 'viewer', 'auditor'] as const)('%s may not', async (person) => {
    const world = await newWorld()
    const body = { kind: 'units', csv: '名称\n外科\n' }
    expect((await world.as(person).post('/api/v1/imports?dryRun=1', body)).status).toBe(403)
    expect((await world.as(person).get('/imports')).status).toBe(403)
  })
})

describe('a whole hospital', () => {
  it('of 60 units, 800 members and 2,000 assets comes in within the statements of one invocation', async () => {
    const world = await newWorld()
    const admin = world.as('admin')
    const units = Array.from(
      { length: 60 },
      (_, at) => `U${at},科室${at},${at === 0 ? '测试医院' : `U${Math.floor((at - 1) / 4)}`}`,
    )
    const members = Array.from(
      { length: 800 },
      (_, at) => `${10_000 + at},人${at},执行人,U${at % 60};U${(at * 7) % 60}`,
    )
    const assets = Array.from({ length: 2000 }, (_, at) => `A${at},泵${at},输注泵,U${at % 60}`)
    const lists = [
      ['units', csv('编码,名称,上级', ...units), 60],
      ['members', csv('工号,姓名,角色,科室', ...members), 800],
      ['assets', csv('编号,名称,类型,科室', ...assets), 2000],
    ] as const
    for (const [kind, text, count] of lists) {
      expect((await imported(admin, kind, text)).counts).toMatchObject({ new: count, faulty: 0 })
      expect(world.usage.statements).toBeLessThanOrEqual(16)
      expect((await imported(admin, kind, text)).counts).toMatchObject({ unchanged: count })
      expect(world.usage.statements).toBeLessThanOrEqual(6)
    }
  })
})
