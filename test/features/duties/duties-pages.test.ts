import { describe, expect, it } from 'vitest'
import { fieldOf, textOf } from '../support/page.ts'
import { costOf } from '../support/cost.ts'
import { newWorld } from '../support/world.ts'
import { chinese, made, monthly, page } from './duty-form.ts'

describe('duties pages: happy', () => {
  it('a duty made from the form is planned, listed and shown in words', async () => {
    const world = await newWorld()
    const path = await made(world)
    const duty = await (await world.as('supervisor').get(`/api/v1${path}`)).json()
    expect(duty).toMatchObject({
      title: '病区手卫生自查',
      performedBy: 'target',
      plans: [{ rhythm: { kind: 'quota', period: 'month', min: 1, max: 1 } }],
    })

    const list = await page(world.as('supervisor'), '/duties', chinese)
    expect(list).toContain('感染管理 病区手卫生自查 每月1次 3月31日 周二 院感科 各受检科室自查')
    const detail = await page(world.as('inspector'), path, chinese)
    expect(detail).toContain('各病区')
    expect(detail).toContain('接下来10期')
    expect(detail).toContain('期内任何一天都可以做')
    expect(await page(world.as('inspector'), path)).toContain('once a month')
  })

  it('standing work has no dates and is marked', async () => {
    const world = await newWorld()
    const path = await made(world, { way: 'standing', performer: 'owner', where: 'none' })
    expect(await page(world.as('supervisor'), '/duties', chinese)).toContain('病区手卫生自查 常态工作 院感科')
    expect(await page(world.as('supervisor'), path, chinese)).toContain('不自动安排任务')
  })

  it('fixed days show their weekday and time', async () => {
    const world = await newWorld()
    const path = await made(world, { way: 'days', weekdays: ['TH'], times: '8:30', unitTags: ['ward'] })
    const detail = await page(world.as('supervisor'), path, chinese)
    expect(detail).toContain('每周四，08:30')
    expect(detail).toContain('3月5日 周四 08:30')
  })

  it('the form of a duty keeps what it does not change', async () => {
    const world = await newWorld()
    const path = await made(world, {
      'reference-0-standard': 'WS/T 313',
      'reference-0-clause': '5.1',
      category: 'other',
      categoryOther: '手术安全',
    })
    const supervisor = world.as('supervisor')
    const form = await (await supervisor.get(`${path}/edit`)).text()
    expect(fieldOf(form, 'categoryOther')).toBe('手术安全')
    expect(fieldOf(form, 'reference-0-standard')).toBe('WS/T 313')
    const changes = { ...monthly(world), title: '手卫生督查', version: fieldOf(form, 'version') ?? '' }
    expect((await supervisor.form(path, changes)).status).toBe(303)
    expect(await page(supervisor, path)).toContain('手卫生督查')
    expect((await supervisor.form(path, changes)).status).toBe(412)
  })

  it('a change of the schedule says what it would do, then does it', async () => {
    const world = await newWorld()
    const path = await made(world)
    const supervisor = world.as('supervisor')
    const { plans } = await (await supervisor.get(`/api/v1${path}`)).json<{ plans: { id: string }[] }>()
    const replaces = plans[0]?.id ?? ''
    const form = await (await supervisor.get(`${path}/plans/new?replaces=${replaces}`)).text()
    expect(fieldOf(form, 'replaces')).toBe(replaces)

    const twice = monthly(world, { min: '2', from: '2026-04-01', replaces })
    const shown = await supervisor.form(`${path}/plans`, twice)
    expect(shown.status).toBe(200)
    const html = await shown.text()
    expect(textOf(html)).toContain('Saving will do this')
    expect(textOf(html)).toMatch(/add \d+ rounds (\d+ \w+( \(2\))?, )+.*…/)
    expect(await (await supervisor.get(`/api/v1${path}`)).json()).toMatchObject({ plans: [{ id: replaces }] })

    const seen = (fieldOf(html, 'seen') ?? '').replaceAll('&quot;', '"')
    expect((await supervisor.form(`${path}/plans`, { ...twice, seen, from: '2026-05-01' })).status).toBe(200)
    expect((await supervisor.form(`${path}/plans`, { ...twice, seen })).status).toBe(303)
    const detail = await page(supervisor, path)
    expect(detail).toContain('Its schedules over time')
    expect(detail).toContain('twice a month')
  })

  it('is suspended, resumed and closed', async () => {
    const world = await newWorld()
    const path = await made(world)
    const supervisor = world.as('supervisor')
    const asked = { from: '2026-03-02', until: '', reason: '病区装修' }
    expect((await supervisor.form(`${path}/suspension`, asked)).status).toBe(303)
    expect(await page(supervisor, path)).toContain('Suspended: 病区装修')
    expect(await page(supervisor, '/duties')).toContain('Suspended')
    expect((await supervisor.form(`${path}/resumption`, {})).status).toBe(303)
    expect(await page(supervisor, path)).not.toContain('Suspended')

    const closing = await (await supervisor.get(`${path}/closing`)).text()
    expect(textOf(closing)).toMatch(/\d+ rounds to come that nobody has touched will be withdrawn/)
    const version = fieldOf(closing, 'version') ?? ''
    expect((await supervisor.form(`${path}/closing`, { version })).status).toBe(303)
    expect(await page(supervisor, path)).toContain('Closed on Mon 2 Mar')
    expect(await page(supervisor, '/duties')).toContain('No duties here')
    expect(await page(supervisor, '/duties?closed=yes')).toContain('病区手卫生自查')
  })
})

describe('duties pages: the preview', () => {
  it('says the sentence, the targets and the next dates, and stores nothing', async () => {
    const world = await newWorld()
    const answer = await world.as('officeLead').form('/duties/preview', monthly(world), chinese)
    expect(answer.status).toBe(200)
    const text = textOf(await answer.text())
    expect(text).toContain('每月1次')
    expect(text).toContain('各病区')
    expect(text).toMatch(/今天有2个 \S+、\S+/)
    expect(text).toContain('3月2日 至 3月31日')
    expect(world.usage.rowsWritten).toBe(0)
  })

  it('marks the wrong part of a typed rule', async () => {
    const world = await newWorld()
    const typed = monthly(world, { way: 'rule', rrule: 'FREQ=MONTHLY;BYDAY=1MON' })
    const html = await (await world.as('supervisor').form('/duties/preview', typed)).text()
    expect(html).toContain('<mark>1MON</mark>')
  })

  it('says that a period begins with the next one, and which dates were moved', async () => {
    const world = await newWorld()
    const late = monthly(world, { from: '2026-03-25' })
    expect(textOf(await (await world.as('lead').form('/duties/preview', late, chinese)).text())).toContain(
      '自下月起执行',
    )
    const moved = monthly(world, { way: 'days', every: 'month', monthDay: '15', holidays: 'next' })
    expect(textOf(await (await world.as('lead').form('/duties/preview', moved, chinese)).text())).toContain(
      '3月16日 周一 原为3月15日 周日',
    )
  })

  it('says whose turn it is, what about, and what numbers cannot do', async () => {
    const world = await newWorld()
    const preview = async (changes: Record<string, string | string[]>) => {
      const typed = monthly(world, { way: 'days', weekdays: ['TH'], ...changes })
      return textOf(await (await world.as('lead').form('/duties/preview', typed, chinese)).text())
    }
    const turns = await preview({ coverage: 'rotate', perKind: 'one', topics: '心肺复苏\n针刺伤' })
    expect(turns).toContain('各病区，轮流，每次1个')
    expect(turns).toMatch(/3月5日 周四 (\S+) 心肺复苏 3月12日 周四 (?!\1)\S+ 针刺伤 3月19日 周四 \1 心肺复苏/)
    const short = await preview({ coverage: 'rotate', perKind: 'one', cover: 'week' })
    expect(short).toContain('共2个对象，每周能轮到1个：会有1个轮不到')
    const drawn = await preview({ way: 'quota', spread: 'draw', coverage: 'draw', perKind: 'one' })
    expect(drawn).toContain('日期在期内抽签决定')
    expect(drawn).toMatch(/3月2日 至 3月31日 (?!\S+病区)/)
    expect(world.usage.rowsWritten).toBe(0)
  })

  it.each([
    ['each working day', { way: 'calendar', dayKind: 'working' }, '每个工作日'],
    ['so long after the last one', { way: 'interval', againAmount: '6', againUnit: 'M' }, '6个月'],
    ['people', { where: 'members', memberRoles: ['lead'] }, '全体科室负责人'],
  ])('%s', async (_, changes, expected) => {
    const world = await newWorld()
    const typed = monthly(world, changes)
    const answer = await world.as('supervisor').form('/duties/preview', typed, chinese)
    expect(textOf(await answer.text())).toContain(expected)
    await made(world, changes)
  })

  it('what follows another duty', async () => {
    const world = await newWorld()
    const path = await made(world, { way: 'days', weekdays: ['TH'] })
    const followDuty = path.replace('/duties/', '')
    const follows = { way: 'follow', followDuty, followOf: 'planned', followAmount: '7', followUnit: 'D' }
    const typed = monthly(world, { ...follows, where: 'none', performer: 'owner' })
    const answer = await world.as('supervisor').form('/duties/preview', typed, chinese)
    expect(textOf(await answer.text())).toContain('3月12日 周四')
  })

  it('works without scripts: the form comes back with its dates', async () => {
    const world = await newWorld()
    const answer = await world
      .as('supervisor')
      .form('/duties', monthly(world, { show: 'dates', title: '手卫生' }))
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(fieldOf(html, 'title')).toBe('手卫生')
    expect(textOf(html)).toContain('once a month')
    expect(world.usage.rowsWritten).toBe(0)
  })
})

describe('duties pages: cost', () => {
  it('a page reads a few rows for each it shows', async () => {
    const world = await newWorld()
    const supervisor = world.as('supervisor')
    for (let index = 0; index < 60; index += 1) {
      await made(world, { title: `工作${index}`, performer: 'owner', where: 'none' })
    }
    const first = await (await supervisor.get('/duties')).text()
    expect(first.match(/href="\/duties\/duty_/g)).toHaveLength(50)
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await (await supervisor.get(next)).text()).match(/href="\/duties\/duty_/g)).toHaveLength(10)
    expect(await costOf(world, 'supervisor', '/duties')).toBeLessThanOrEqual(4 * 50 + 20)

    const path = await made(world)
    expect(await costOf(world, 'supervisor', path)).toBeLessThanOrEqual(60)
    // Each duty is a choice of what may be followed.
    expect(await costOf(world, 'supervisor', '/duties/new')).toBeLessThanOrEqual(61 + 60)
  })
})
