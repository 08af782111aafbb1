import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { RoundValues } from '../../../src/features/rounds/repository.ts'
import { dayAt } from '../../../src/domain/time/zone.ts'
import { derivedId } from '../../../src/platform/ids.ts'
import { at, day, makeDuty, plan, planned, roundOf } from '../rounds/rig.ts'
import { pageOf, type Page } from '../support/elements.ts'
import { newWorld, type Person, type World } from '../support/world.ts'

const sections = ['overdue', 'now', 'coming', 'possible'] as const

/** The titles in each section, and what the page says besides. */
async function todayOf(world: World, person: Person, { path = '/', language = 'zh-CN' } = {}) {
  const response = await world.as(person).get(path, { 'Accept-Language': language })
  const selectors = sections.map((id) => `#${id} .work-title`)
  const page = await pageOf(response, [
    ...selectors,
    '.work',
    '.work-state',
    '.badge-behind',
    '.work-where',
    '.work-action a',
    '.empty-state',
    'option',
    'h2',
  ])
  const titles = Object.fromEntries(sections.map((id) => [id, page.texts(`#${id} .work-title`)]))
  return { ...page, titles }
}

/** The badges without their signs. */
function wordsOf(page: Page): string[] {
  return page.texts('.work-state').map((text) => text.replace(/^[^\p{L}\p{N}]/u, ''))
}

/** A quota of so many rounds a month in ward 1, planned on these days of March. */
async function monthlyQuota(world: World, plannedOn: readonly number[]): Promise<RoundValues[]> {
  const dutyId = await makeDuty(world, { performedBy: 'target' })
  const planId = `plan_${world.orgId}_monthly`
  await env.DB.prepare(
    `INSERT INTO plans (org_id, duty_id, id, position, from_on, schedule) VALUES (?, ?, ?, 0, 0, ?)`,
  )
    .bind(
      world.orgId,
      dutyId,
      planId,
      JSON.stringify({ rhythm: { kind: 'quota', period: 'month', min: plannedOn.length, max: null } }),
    )
    .run()
  const march = at('2026-03-01T00:00:00+08:00')
  const rounds = plannedOn.map((date, index) => {
    const key = `2026-M03/${index + 1}`
    return roundOf(world, {
      id: derivedId('round', world.orgId, [dutyId, key, world.unit.ward1]),
      dutyId,
      planId,
      key,
      title: null,
      plannedOn: Math.floor((march + 8 * 3_600_000) / day) + date - 1,
      opensAt: march,
      dueAt: at('2026-04-01T00:00:00+08:00'),
    })
  })
  await plan(world, rounds)
  return rounds
}

async function settle(world: World, roundId: string, kind: 'done' | 'excused') {
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO outcomes (org_id, round_id, kind, member_id, performed_at, entered_at) VALUES (?, ?, ?, ?, ?, ?)`,
    ).bind(world.orgId, roundId, kind, world.member.inspector, world.now, world.now),
    env.DB.prepare(`UPDATE rounds SET settled = 1 WHERE org_id = ? AND id = ?`).bind(world.orgId, roundId),
  ])
}

describe('today: sections', () => {
  it('tell overdue, due now, coming and possible apart', async () => {
    const world = await newWorld()
    const midnight = at('2026-03-02T00:00:00+08:00')
    const today = midnight / day + 8 / 24
    const within = (from: number, until: number) => ({
      opensAt: midnight + from * day,
      dueAt: midnight + until * day,
    })
    await planned(world, { title: '昨天的', plannedOn: today - 1, ...within(-1, 0) })
    await planned(world, { title: '今天的', plannedOn: today, ...within(0, 1) })
    await planned(world, { title: '计划日已到', plannedOn: today - 3, ...within(-3, 20) })
    await planned(world, { title: '明天截止', plannedOn: today + 1, ...within(-3, 2) })
    await planned(world, { title: '后天开始', plannedOn: today + 2, ...within(2, 3) })
    await planned(world, { title: '月底计划', plannedOn: today + 20, ...within(-1, 30) })
    await planned(world, { title: '全年任务', plannedOn: today + 100, ...within(-60, 300) })
    await planned(world, { title: '下月的', plannedOn: today + 40, ...within(30, 60) })
    const { titles } = await todayOf(world, 'inspector')
    expect(titles).toEqual({
      overdue: ['昨天的'],
      now: ['今天的', '明天截止', '计划日已到'],
      coming: ['后天开始'],
      possible: ['月底计划', '全年任务'],
    })
  })

  it('say by when, how late, and what is missing, in both languages', async () => {
    const world = await newWorld()
    const today = at('2026-03-02T00:00:00+08:00')
    await planned(world, { title: 'late', dueAt: today - 2 * day, opensAt: today - 3 * day, missesAt: null })
    await planned(world, { title: 'missed', dueAt: today - day, opensAt: today - 3 * day, missesAt: today })
    await planned(world, { title: 'now' })
    const chinese = await todayOf(world, 'inspector')
    expect(wordsOf(chinese)).toEqual(['逾期3天', '过期未做原因待填', '待做今天截止'])
    expect(chinese.texts('.work-action a')).toEqual(['去完成', '补做', '去完成'])
    const english = await todayOf(world, 'inspector', { language: 'en' })
    expect(wordsOf(english)).toEqual(['3 days late', 'Missedno reason given yet', 'To dodue today'])
  })
})

describe('today: which day', () => {
  it('two misses of one weekly duty, and of two shifts, are told apart by when they were due', async () => {
    const world = await newWorld()
    const midnight = at('2026-03-02T00:00:00+08:00')
    const missed = (dueAt: number) => ({
      dueAt,
      opensAt: dueAt - day,
      missesAt: dueAt,
      title: '周一业务学习',
    })
    await planned(world, missed(midnight - 13 * day))
    await planned(world, missed(midnight - 6 * day))
    await planned(world, missed(midnight - 6 * day + day / 3))
    const chinese = await todayOf(world, 'inspector')
    expect(chinese.texts('.work-where').filter((line) => line.startsWith('应于'))).toEqual([
      '应于2月16日 周一完成',
      '应于2月23日 周一完成',
      '应于2月24日 周二 08:00完成',
    ])
    const english = await todayOf(world, 'inspector', { language: 'en' })
    expect(english.texts('.work-where')).toContain('was due Mon 16 Feb')
  })

  it('what is behind says which day it was planned for', async () => {
    const world = await newWorld()
    await monthlyQuota(world, [1])
    const page = await todayOf(world, 'inspector')
    expect(page.texts('.badge-behind')).toHaveLength(1)
    expect(page.texts('.work-where')).toContain('计划3月1日 周日')
  })
})

describe('today: whose work', () => {
  it('is mine by name, or nobody’s in my units', async () => {
    const world = await newWorld()
    await planned(world, { title: '谁都可以' })
    await planned(world, { title: '给我', performedBy: world.unit.ward2, assigneeId: world.member.inspector })
    await planned(world, { title: '给同事', assigneeId: world.member.colleague })
    await planned(world, { title: '别的病区', performedBy: world.unit.ward2 })
    expect((await todayOf(world, 'inspector')).titles.now).toEqual(['谁都可以', '给我'])
    expect((await todayOf(world, 'colleague')).titles.now).toEqual(['谁都可以', '给同事'])
    expect((await todayOf(world, 'neighbour')).titles.now).toEqual(['别的病区'])
  })

  it('a viewer looks, and is offered nothing to do', async () => {
    const world = await newWorld()
    await planned(world)
    const page = await todayOf(world, 'viewer')
    expect(page.titles.now).toHaveLength(1)
    expect(page.texts('.work-action a')).toEqual(['查看'])
  })

  it('one of several units can be chosen, and stays in the address', async () => {
    const world = await newWorld()
    await env.DB.prepare(`INSERT INTO member_units (org_id, member_id, unit_id) VALUES (?, ?, ?)`)
      .bind(world.orgId, world.member.inspector, world.unit.ward2)
      .run()
    await planned(world, { title: '一病区' })
    await planned(world, { title: '二病区', performedBy: world.unit.ward2 })
    const all = await todayOf(world, 'inspector')
    expect(all.texts('option')).toEqual(['我的全部科室', '内科二病区', '内科一病区'])
    expect(all.titles.now).toEqual(['一病区', '二病区'])
    const one = await todayOf(world, 'inspector', { path: `/?unit=${world.unit.ward2}` })
    expect(one.titles.now).toEqual(['二病区'])
    expect((await todayOf(world, 'inspector', { path: `/?unit=${world.unit.office}` })).status).toBe(404)
  })

  it('a supervisor without work is shown where to look', async () => {
    const world = await newWorld()
    await planned(world)
    const page = await todayOf(world, 'supervisor')
    expect(page.texts('.empty-state')[0]).toContain('您本人没有需要执行的任务')
    expect(page.html).toContain('href="/overdue"')
  })

  it('nobody signed in is sent to sign in', async () => {
    const response = await (await newWorld()).as(null).get('/')
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/sign-in'])
  })
})

describe('today: empty', () => {
  it('says what comes next and when', async () => {
    const world = await newWorld()
    const soon = world.now + 12 * day
    await planned(world, { title: '月度质控会', plannedOn: 0, opensAt: soon, dueAt: soon + day })
    const page = await todayOf(world, 'inspector')
    expect(page.texts('.empty-state')).toEqual(['眼下没有要做的任务接下来：月度质控会，12天后开始'])
  })
})

describe('today: quotas', () => {
  it.each([
    {
      plannedOn: [10, 25],
      done: 0,
      section: 'possible',
      words: '本月已做0次，还差2次，剩29天',
      behind: false,
    },
    { plannedOn: [1, 25], done: 0, section: 'now', words: '本月已做0次，还差2次，剩29天', behind: true },
    {
      plannedOn: [1, 25],
      done: 1,
      section: 'possible',
      words: '本月已做1次，还差1次，剩29天',
      behind: false,
    },
    { plannedOn: [1, 1, 25], done: 1, section: 'now', words: '本月已做1次，还差2次，剩29天', behind: true },
  ])(
    'planned on $plannedOn, $done done: one row in $section',
    async ({ plannedOn, done, section, words, behind }) => {
      const world = await newWorld()
      const rounds = await monthlyQuota(world, plannedOn)
      for (const { id } of rounds.slice(0, done)) await settle(world, id, 'done')
      const page = await todayOf(world, 'inspector')
      expect(page.texts('.work')).toHaveLength(1)
      expect(page.titles[section]).toEqual(['消防通道巡查'])
      expect(page.texts('.work-where')).toContain(words)
      expect(page.texts('.badge-behind')).toHaveLength(behind ? 1 : 0)
    },
  )

  it('an excused round is not owed', async () => {
    const world = await newWorld()
    const [first] = await monthlyQuota(world, [1, 25])
    await settle(world, first?.id ?? '', 'excused')
    const page = await todayOf(world, 'inspector')
    expect(page.texts('.work-where')).toContain('本月已做0次，还差1次，剩29天')
  })
})

describe('today: costs', () => {
  it('what lies ahead is not read: a year of weekly, monthly and quarterly work', async () => {
    const world = await newWorld()
    const midnight = at('2026-03-02T00:00:00+08:00')
    const every = (days: number, count: number, index: number) => {
      const opensAt = midnight + index * days * day
      return roundOf(world, {
        title: `每${days}天-${count}`,
        plannedOn: dayAt(opensAt, 'Asia/Shanghai'),
        opensAt,
        dueAt: opensAt + days * day,
      })
    }
    const repeat = (days: number, duties: number) =>
      Array.from({ length: duties }, (_, duty) =>
        Array.from({ length: Math.floor(400 / days) }, (__, index) => every(days, duty, index)),
      ).flat()
    await plan(world, [...repeat(7, 3), ...repeat(30, 10), ...repeat(91, 4), ...repeat(365, 2)])
    const page = await todayOf(world, 'inspector')
    const shown = page.texts('.work').length
    expect(shown).toBeGreaterThanOrEqual(19)
    expect(world.usage.rowsRead).toBeLessThanOrEqual(4 * shown + 20)
    expect(world.usage.statements).toBeLessThanOrEqual(12)
  })
})

describe('today: text', () => {
  it('HTML in a title is text', async () => {
    const world = await newWorld()
    await planned(world, { title: '<img src=x onerror=alert(1)>&"' })
    const page = await todayOf(world, 'inspector')
    expect(page.html).not.toContain('<img')
    expect(page.titles.now).toEqual(['<img src=x onerror=alert(1)>&"'])
  })
})
