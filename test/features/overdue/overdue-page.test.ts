import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { noteOverdue } from '../../../src/jobs/note-overdue.ts'
import type { RoundValues } from '../../../src/features/rounds/repository.ts'
import { day, jobContextOf, makeDuty, plan, planned, roundOf } from '../rounds/rig.ts'
import { pageOf } from '../support/elements.ts'
import { newWorld, type Person, type World } from '../support/world.ts'

async function overdueOf(world: World, person: Person, query = '', language = 'zh-CN') {
  const response = await world.as(person).get(`/overdue${query}`, { 'Accept-Language': language })
  return pageOf(response, [
    '.lead',
    '.table-group',
    'tbody tr:not(.table-group) th a',
    'tbody td',
    'tbody .button',
    '.empty-state',
    'select[name=unit] option',
    'a[rel=next]',
    '.table-group a',
  ])
}

const rounds = 'tbody tr:not(.table-group) th a'

async function runJob(world: World): Promise<void> {
  await noteOverdue(jobContextOf(world), world.now, 1000)
}

/** Due so many days before the world's midnight, and never missed. */
function late(world: World, daysLate: number, values: Partial<RoundValues> = {}): RoundValues {
  const midnight = world.now - 9 * 3_600_000
  const dueAt = midnight - (daysLate - 1) * day
  return roundOf(world, { opensAt: dueAt - day, dueAt, missesAt: null, ...values })
}

describe('overdue: groups', () => {
  it('by performing unit with subtotals, who waits longest first', async () => {
    const world = await newWorld()
    await plan(world, [
      late(world, 2, { title: '二' }),
      late(world, 9, { title: '九', performedBy: world.unit.ward2 }),
      late(world, 4, { title: '四' }),
      late(world, 1, { title: '今天到期', dueAt: world.now + day }),
    ])
    const page = await overdueOf(world, 'supervisor')
    expect(page.texts('.table-group')).toEqual(['内科二病区 1项', '内科一病区 2项'])
    expect(page.texts(rounds)).toEqual(['九', '四', '二'])
    expect(page.texts('.lead')).toEqual(['截至09:00，共3项逾期或过期未做'])
  })

  it('show five of each unit and where the rest is; one unit’s list has pages', async () => {
    const world = await newWorld()
    await plan(
      world,
      Array.from({ length: 60 }, (_, index) => late(world, 60 - index, { title: `第${index}项` })),
    )
    const all = await overdueOf(world, 'supervisor')
    expect(all.texts(rounds)).toEqual(['第0项', '第1项', '第2项', '第3项', '第4项'])
    expect(all.texts('.table-group')).toEqual(['内科一病区 60项 查看全部60项'])
    const path = all.attributes('.table-group a', 'href')[0]?.replace('/overdue', '') ?? ''
    const first = await overdueOf(world, 'supervisor', path)
    expect(first.texts(rounds)).toHaveLength(50)
    const second = await overdueOf(
      world,
      'supervisor',
      first.attributes('a[rel=next]', 'href')[0]?.replace('/overdue', ''),
    )
    expect(second.texts(rounds)).toEqual(Array.from({ length: 10 }, (_, index) => `第${50 + index}项`))
    expect(second.texts('a[rel=next]')).toEqual([])
  })

  it('are true at this minute, before and after the job has run', async () => {
    const world = await newWorld()
    await plan(world, [late(world, 2), late(world, 2, { dueAt: world.now + 60_000 })])
    await runJob(world)
    expect((await overdueOf(world, 'supervisor')).texts('.table-group')).toEqual(['内科一病区 1项'])
    world.now += 60_000
    const page = await overdueOf(world, 'supervisor')
    expect(page.texts('.table-group')).toEqual(['内科一病区 2项'])
    expect(page.texts(rounds)).toHaveLength(2)
  })
})

describe('overdue: rows', () => {
  it('say who should do it and since when, in days and working days', async () => {
    const world = await newWorld()
    await plan(world, [late(world, 4, { assigneeId: world.member.inspector })])
    const page = await overdueOf(world, 'supervisor')
    expect(page.texts('tbody td').slice(0, 3)).toEqual([
      '内科一病区',
      '尹护士',
      expect.stringContaining('逾期4天应于2月26日 周四完成 · 已过2个工作日'),
    ])
    const english = await overdueOf(world, 'supervisor', '', 'en')
    expect(english.texts('tbody td')[2]).toContain('4 days latewas due Thu 26 Feb · 2 working days ago')
  })

  it.each([
    ['supervisor', ['查看', '转交', '免做']],
    ['lead', ['查看', '转交']],
    ['officeLead', ['查看', '转交', '免做']],
    ['inspector', ['查看']],
    ['viewer', ['查看']],
    ['admin', ['查看']],
  ] as const)('%s may: %s', async (person, buttons) => {
    const world = await newWorld()
    const dutyId = await makeDuty(world, { performedBy: 'target' })
    await plan(world, [late(world, 4, { dutyId, title: null })])
    expect((await overdueOf(world, person)).texts('tbody .button')).toEqual(buttons)
  })

  it('a lead sees the own units and what they own elsewhere, nobody else’s', async () => {
    const world = await newWorld()
    const dutyId = await makeDuty(world, { performedBy: 'target' })
    await plan(world, [
      late(world, 3, { dutyId, title: null, performedBy: world.unit.ward2 }),
      late(world, 3, { title: '医务科的', ownedBy: world.unit.hospital, performedBy: world.unit.ward2 }),
    ])
    expect((await overdueOf(world, 'officeLead')).texts(rounds)).toEqual(['消防通道巡查'])
    expect((await overdueOf(world, 'lead')).texts('.empty-state')).toEqual(['没有逾期任务'])
    expect((await overdueOf(world, 'supervisor')).texts(rounds)).toHaveLength(2)
  })
})

describe('overdue: filters', () => {
  it.each([
    ['?state=missed', ['过期']],
    ['?state=overdue', ['消防通道巡查', '逾期']],
    ['?category=safety', ['消防通道巡查']],
    ['?category=nursing', []],
    ['?category=safety&state=missed', []],
  ])('%s', async (query, titles) => {
    const world = await newWorld()
    const dutyId = await makeDuty(world)
    await plan(world, [
      late(world, 3, { dutyId, title: null }),
      late(world, 2, { title: '逾期' }),
      late(world, 5, { title: '过期', missesAt: world.now - day }),
    ])
    expect((await overdueOf(world, 'supervisor', query)).texts(rounds)).toEqual(titles)
  })

  it('a unit that is not there is 404', async () => {
    const world = await newWorld()
    const other = await newWorld()
    expect((await overdueOf(world, 'supervisor', `?unit=${other.unit.ward1}`)).status).toBe(404)
  })

  it('?state=behind tells quotas whose planned day has passed', async () => {
    const world = await newWorld()
    const dutyId = await makeDuty(world)
    const today = Math.floor(world.now / day)
    const quota = {
      dutyId,
      planId: 'plan_x',
      title: null,
      opensAt: world.now - 2 * day,
      dueAt: world.now + 20 * day,
    }
    await plan(world, [
      roundOf(world, { ...quota, key: '2026-M03/1', plannedOn: today - 1 }),
      roundOf(world, { ...quota, key: '2026-M03/1', plannedOn: today + 5, performedBy: world.unit.ward2 }),
      roundOf(world, { ...quota, key: '2026/1', plannedOn: today - 1, dueAt: world.now + 200 * day }),
    ])
    const page = await overdueOf(world, 'supervisor', '?state=behind')
    expect(page.texts(rounds)).toHaveLength(2)
    expect(page.texts('.table-group')).toEqual(['内科一病区 2项'])
    expect(page.texts('tbody td')[2]).toContain('进度滞后')
  })
})

describe('overdue: costs', () => {
  it('what is done, or not yet due, is not read', async () => {
    const world = await newWorld()
    const ahead = Array.from({ length: 300 }, (_, index) =>
      late(world, 1, { dueAt: world.now + (index + 1) * day }),
    )
    const past = Array.from({ length: 300 }, (_, index) => late(world, index + 1))
    await plan(world, [...ahead, ...past])
    await env.DB.prepare(`UPDATE rounds SET settled = 1 WHERE org_id = ? AND due_at < ?`)
      .bind(world.orgId, world.now - 8 * day)
      .run()
    await runJob(world)
    const page = await overdueOf(world, 'lead', `?unit=${world.unit.ward1}`)
    const shown = page.texts(rounds).length
    expect(shown).toBe(8)
    expect(world.usage.rowsRead).toBeLessThanOrEqual(
      4 * shown + 20 + page.texts('select[name=unit] option').length,
    )
  })
})

describe('overdue: text', () => {
  it('HTML in a title is text', async () => {
    const world = await newWorld()
    await planned(world, late(world, 2, { title: '<b>粗</b>' }))
    expect((await overdueOf(world, 'supervisor')).texts(rounds)).toEqual(['<b>粗</b>'])
  })
})
