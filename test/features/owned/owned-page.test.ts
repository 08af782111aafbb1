import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { day, hour, makeDuty, plan, roundOf } from '../rounds/rig.ts'
import { pageOf } from '../support/elements.ts'
import { newWorld, type Person, type World } from '../support/world.ts'

async function ownedOf(world: World, person: Person, path = '', language = 'zh-CN') {
  const response = await world.as(person).get(`/owned${path}`, { 'Accept-Language': language })
  return pageOf(response, [
    'h1',
    'tbody th',
    'tbody td',
    'thead th',
    '#excuses .work',
    '#late-entries .work',
    '#reasons .work',
    'option',
    '.empty-state',
  ])
}

/** Due at the end of this month in both wards; last month ward 2 did not do it. */
async function monthlyDuty(world: World): Promise<string> {
  const dutyId = await makeDuty(world)
  const month = { opensAt: world.now - 2 * day, dueAt: world.now + 29 * day }
  const before = { opensAt: world.now - 30 * day, dueAt: world.now - 2 * day, missesAt: world.now + 5 * day }
  const ward2 = { performedBy: world.unit.ward2, targetId: world.unit.ward2, targetUnitId: world.unit.ward2 }
  const ahead = { opensAt: world.now + 29 * day, dueAt: world.now + 60 * day }
  const duty = { dutyId, title: null }
  const first = roundOf(world, { ...duty, ...before })
  const current = roundOf(world, { ...duty, ...month })
  await plan(world, [
    first,
    roundOf(world, { ...duty, ...before, ...ward2 }),
    current,
    roundOf(world, { ...duty, ...month, ...ward2 }),
    roundOf(world, { ...duty, ...ahead }),
    roundOf(world, { ...duty, ...ahead, ...ward2 }),
  ])
  for (const { id } of [first, current]) {
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO outcomes (org_id, round_id, kind, member_id, performed_at, entered_at) VALUES (?, ?, 'done', ?, ?, ?)`,
      ).bind(world.orgId, id, world.member.inspector, world.now - 3 * day, world.now - 3 * day),
      env.DB.prepare(`UPDATE rounds SET settled = 1 WHERE org_id = ? AND id = ?`).bind(world.orgId, id),
    ])
  }
  return dutyId
}

describe('what a unit owns', () => {
  it('how each duty stands in this period across all wards, and what is left over', async () => {
    const world = await newWorld()
    await monthlyDuty(world)
    const page = await ownedOf(world, 'officeLead')
    expect(page.texts('tbody th')).toEqual(['消防通道巡查'])
    expect(page.texts('tbody td')).toEqual(['各科室自查', '完成1/2 · 待做1', '逾期1', '29天后截止'])
    const english = await ownedOf(world, 'officeLead', '', 'en')
    expect(english.texts('tbody td')[1]).toBe('1 of 2 done · 1 to do')
  })

  it('leads to the targets of one duty, in this period and the last', async () => {
    const world = await newWorld()
    const dutyId = await monthlyDuty(world)
    const page = await ownedOf(world, 'officeLead', `/${dutyId}`)
    expect(page.texts('thead th').slice(2)).toEqual(['上期（2月28日 周六截止）', '本期（3月31日 周二截止）'])
    const cells = page.texts('tbody td').map((text) => text.replace(/^[^\p{L}]/u, ''))
    const byTarget = new Map(
      page.texts('tbody th').map((name, index) => [name, cells.slice(index * 3, index * 3 + 3)]),
    )
    expect(byTarget.get('内科一病区')).toEqual(['内科一病区', '已完成', '已完成'])
    expect(byTarget.get('内科二病区')).toEqual(['内科二病区', '逾期', '待做'])
  })

  it('shows what asks for a decision', async () => {
    const world = await newWorld()
    const dutyId = await makeDuty(world)
    const round = roundOf(world, { dutyId, title: null })
    await plan(world, [round])
    await world
      .as('inspector')
      .form(`/rounds/${round.id}/excuse`, { excuseCode: 'in-use', excuseReason: '抢救中' })
    expect((await ownedOf(world, 'officeLead')).texts('#excuses .work')).toEqual([
      '消防通道巡查内科一病区 · 应于3月2日 周一完成尹护士申请：使用中，无法检查，抢救中去审批',
    ])
    expect((await ownedOf(world, 'lead')).texts('#excuses .work')).toEqual([])
  })

  it('late entries wait for a lead of the owner or the performer, reasons of misses for the owner', async () => {
    const world = await newWorld()
    const dutyId = await makeDuty(world)
    const opened = {
      dutyId,
      title: null,
      opensAt: world.now - 9 * day,
      dueAt: world.now - 9 * hour - 2 * day,
    }
    const [late, missed] = [
      roundOf(world, { ...opened, missesAt: null }),
      roundOf(world, { ...opened, missesAt: world.now - hour }),
    ]
    await plan(world, [late, missed])
    const inspector = world.as('inspector')
    const doneThen = { performedOn: '2026-02-27', performedTime: '10:00' }
    expect((await inspector.form(`/rounds/${late.id}/completion`, doneThen)).status).toBe(303)
    expect(
      (await inspector.form(`/rounds/${missed.id}/miss-reason`, { missReason: '抢救患者' })).status,
    ).toBe(303)
    const where = '消防通道巡查内科一病区 · 应于2月27日 周五完成'
    for (const person of ['officeLead', 'supervisor'] as const) {
      const page = await ownedOf(world, person)
      expect(page.texts('#late-entries .work')).toEqual([`${where}尹护士补录去确认`])
      expect(page.texts('#reasons .work')).toEqual([`${where}原因：抢救患者去确认`])
    }
    const performer = await ownedOf(world, 'lead')
    expect([performer.texts('#late-entries .work'), performer.texts('#reasons .work')]).toEqual([
      [`${where}尹护士补录去确认`],
      [],
    ])
    await world.as('lead').form(`/rounds/${late.id}/confirmation`, {})
    await world.as('officeLead').form(`/rounds/${missed.id}/acknowledgement`, {})
    const page = await ownedOf(world, 'officeLead')
    expect([...page.texts('#late-entries .work'), ...page.texts('#reasons .work')]).toEqual([])
  })

  it('a supervisor chooses among the owners', async () => {
    const world = await newWorld()
    await makeDuty(world, { id: `duty_${world.orgId}_a`, ownedBy: world.unit.medicine })
    await makeDuty(world, { id: `duty_${world.orgId}_b`, ownedBy: world.unit.office })
    const page = await ownedOf(world, 'supervisor', `?unit=${world.unit.office}`)
    expect(page.texts('option')).toHaveLength(2)
    expect(page.texts('tbody th')).toHaveLength(1)
    expect((await ownedOf(world, 'officeLead', `?unit=${world.unit.medicine}`)).status).toBe(404)
  })

  it.each([
    ['lead', 200, 404],
    ['inspector', 403, 404],
    ['viewer', 403, 404],
    ['supervisor', 200, 200],
  ] as const)('%s: list %i, another unit’s duty %i', async (person, list, one) => {
    const world = await newWorld()
    const dutyId = await makeDuty(world)
    expect((await ownedOf(world, person)).status).toBe(list)
    expect((await ownedOf(world, person, `/${dutyId}`)).status).toBe(one)
  })

  it('history and what lies ahead are not read', async () => {
    const world = await newWorld()
    const dutyId = await makeDuty(world)
    const week = (index: number) => {
      const opensAt = world.now - 9 * hour + (index - 100) * 7 * day
      return roundOf(world, { dutyId, title: null, opensAt, dueAt: opensAt + 7 * day, missesAt: null })
    }
    await plan(
      world,
      Array.from({ length: 150 }, (_, index) => week(index)),
    )
    await env.DB.prepare(`UPDATE rounds SET settled = 1 WHERE org_id = ? AND due_at < ?`)
      .bind(world.orgId, world.now)
      .run()
    await ownedOf(world, 'officeLead')
    expect(world.usage.rowsRead).toBeLessThanOrEqual(44)
    await ownedOf(world, 'officeLead', `/${dutyId}`)
    expect(world.usage.rowsRead).toBeLessThanOrEqual(44)
  })
})
