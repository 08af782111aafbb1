import { describe, expect, it } from 'vitest'
import { textOf } from '../support/page.ts'
import { newWorld, type World } from '../support/world.ts'
import { chinese, made, monthly, page } from './duty-form.ts'

async function preview(
  world: World,
  changes: Record<string, string | string[]>,
  headers: Record<string, string> = chinese,
): Promise<string> {
  const answer = await world.as('supervisor').form('/duties/preview', monthly(world, changes), headers)
  expect(answer.status).toBe(200)
  return textOf(await answer.text())
}

describe('the preview of the editor', () => {
  it('a month has as many rounds as were typed, not as many as ten dates hold', async () => {
    const world = await newWorld()
    expect(await preview(world, { min: '40' })).toContain('3月2日 至 3月31日 40次')
    expect(await preview(world, { min: '3' })).toContain('接下来10期')
    expect(await preview(world, { min: '3' })).toContain('12月1日 至 12月31日 3次')
  })

  it('of several times a day each is due at the next one', async () => {
    const world = await newWorld()
    const dates = await preview(world, { way: 'days', weekdays: ['MO', 'TU'], times: '8:00、16：00' })
    expect(dates).toContain('3月2日 周一 08:00 16:00截止')
    expect(dates).toContain('3月2日 周一 16:00 3月3日 周二 08:00截止')
  })

  it('what is wrong names its field, and no characters that nobody typed', async () => {
    const world = await newWorld()
    expect(await preview(world, { min: 'two' })).toContain('次数：请填写整数')
    const days = { way: 'days', every: 'month', someMonths: 'yes', interval: '6', months: ['3'] }
    const never = await preview(world, { ...days, from: '2026-04-01' })
    expect(never).toContain('重复：按此规则一次也不会发生')
    expect(never).not.toContain('字符')
  })

  it('what follows another duty calls it by its name, and takes over its targets', async () => {
    const world = await newWorld()
    const path = await made(world, { way: 'days', weekdays: ['TH'], where: 'units' })
    const after = {
      way: 'follow',
      followDuty: path.slice('/duties/'.length),
      followAmount: '7',
      followUnit: 'D',
    }
    const words = await preview(world, { ...after, followOf: 'done', where: 'none', performer: 'owner' })
    expect(words).toContain('“病区手卫生自查”完成后7天')
    expect(words).toContain('对象与所跟随的工作相同')
  })

  it('what is drawn is said once, beside what it is', async () => {
    const world = await newWorld()
    const drawn = await preview(world, { spread: 'draw', coverage: 'draw' })
    expect(drawn).toContain('对象抽签决定，事先不公布。')
    expect(drawn).toContain('日期在期内抽签决定，事先不公布。')
    expect(drawn).not.toContain('最后一天')
  })

  it('people and things are spoken of as within a sentence', async () => {
    const world = await newWorld()
    const leads = {
      where: 'members',
      memberRoles: ['lead'],
      coverage: 'rotate',
      perKind: 'auto',
      cover: 'year',
    }
    expect(await preview(world, leads)).toContain('全体科室负责人，轮流，每次个数按需要定，每年内全部轮到')
    expect(await preview(world, leads, {})).toContain('every lead, in turn, as many at a time as needed')
  })
})

describe('the form of the editor', () => {
  it('“two or three times a month” is said without opening anything, and no interval in hours', async () => {
    const world = await newWorld()
    const html = await (await world.as('supervisor').get('/duties/new')).text()
    const folded = html.indexOf('<details class="fold of-planned"')
    expect(html.indexOf('name="ceiling"')).toBeGreaterThan(0)
    expect(html.indexOf('name="ceiling"')).toBeLessThan(folded)
    const again = /<select[^>]*name="againUnit".*?<\/select>/s.exec(html)?.[0] ?? ''
    expect(again).toContain('value="D"')
    expect(again).not.toContain('value="H"')
  })

  it('single people are listed by a unit that does not pick all of its people', async () => {
    const world = await newWorld()
    const typed = { where: 'members', unitTags: [], membersListed: world.unit.ward1, show: 'list' }
    const listed = await (await world.as('supervisor').form('/duties', monthly(world, typed))).text()
    const [id = ''] = [...listed.matchAll(/<input value="([^"]+)"[^>]*name="memberIds"/g)].map(
      ([, value]) => value,
    )
    expect(id).not.toBe('')
    const path = await made(world, { ...typed, show: '', memberIds: [id] })
    const duty = await (await world.as('supervisor').get(`/api/v1${path}`)).json()
    expect(duty).toMatchObject({ plans: [{ targets: { members: { ids: [id] }, coverage: 'each' } }] })
    expect(JSON.stringify(duty)).not.toContain('"under"')
  })

  it('people do what is theirs themselves, units check themselves', async () => {
    const world = await newWorld()
    const lessons = await made(world, { where: 'members', memberRoles: ['lead'], performer: 'target' })
    const checks = await made(world)
    const texts = await Promise.all(
      [lessons, checks].map((path) => page(world.as('supervisor'), path, chinese)),
    )
    expect(texts.map((text) => /执行 (\S+)/.exec(text)?.[1])).toEqual(['本人', '各受检科室自查'])
  })
})

describe('the page of a duty', () => {
  it('tells the rounds of a day in one line, day after day, with what they are about', async () => {
    const world = await newWorld()
    const topics = { topics: '甲\n乙', topicsPer: 'occurrence' }
    const pairs = { coverage: 'rotate', perKind: 'some', per: '2', way: 'days', weekdays: ['TH'] }
    const turns = await page(world.as('supervisor'), await made(world, { ...pairs, ...topics }), chinese)
    expect(turns).toMatch(/3月5日 周四 (\S+、\S+) 甲 3月12日 周四 \S+ 乙/)
    const all = await page(world.as('supervisor'), await made(world, topics), chinese)
    expect(all).toMatch(/3月2日 至 3月31日 甲 4月1日 至 4月30日 乙/)
  })
})
