import { describe, expect, it } from 'vitest'
import { textOf } from '../support/page.ts'
import { newWorld, type World } from '../support/world.ts'

const home = '/settings/working-days'
const chinese = { 'Accept-Language': 'zh-CN' }

async function inChina(): Promise<World> {
  const world = await newWorld()
  await world.as('admin').form('/settings/holidays', { country: 'CN', weekend: ['6', '7'], version: '1' })
  return world
}

async function pageOf(world: World, path = home): Promise<string> {
  return (await world.as('admin').get(path, chinese)).text()
}

describe('the page of working days', () => {
  it('shows the year’s holidays with the weekends worked for them', async () => {
    const world = await inChina()
    const text = textOf(await pageOf(world))
    expect(text).toContain('中国；每周六、周日休息')
    expect(text).toMatch(/春节.*2月15日 周日至2月23日 周一，共9天.*2月14日 周六、2月28日 周六/s)
    expect(text).toContain('全年248个工作日')
    expect(text).not.toContain('尚未公布')
  })

  it('says plainly which years are not announced, or not known', async () => {
    const world = await inChina()
    expect(textOf(await pageOf(world, `${home}?year=2027`))).toContain('2027年的放假安排尚未公布')
    expect(textOf(await pageOf(world, `${home}?year=2041`))).toContain('2041年没有放假数据')
    expect(textOf(await pageOf(world, `${home}?year=nonsense`))).toContain('2026年放假安排')
  })

  it('offers changes to those who may make them alone', async () => {
    const world = await inChina()
    expect(await pageOf(world)).toContain(`${home}/days/new`)
    expect(await (await world.as('inspector').get(home)).text()).not.toContain(`${home}/days/new`)
  })

  it('says why it may be a day off, of countries that wait for the moon', async () => {
    const world = await newWorld()
    await world.as('admin').form('/settings/holidays', { country: 'AE', weekend: ['6', '7'], version: '1' })
    expect(textOf(await pageOf(world))).toContain('部分节日以官方公布为准')
  })
})

describe('forms', () => {
  it('a day is set, shown and taken back', async () => {
    const world = await inChina()
    const admin = world.as('admin')
    const kept = await admin.form(`${home}/days`, { day: '2026-06-12', is: 'off', name: '<b>院庆</b>' })
    expect(kept.headers.get('Location')).toBe(`${home}?year=2026`)
    const page = await pageOf(world)
    expect(page).toContain('&lt;b&gt;院庆&lt;/b&gt;')
    await admin.form(`${home}/days/removal`, { day: '2026-06-12' })
    expect(await pageOf(world)).not.toContain('院庆')
  })

  it.each([
    ['days', { day: '2026-02-30', is: 'off', name: '院庆' }, '院庆'],
    ['days', { day: '2026-02-20', is: 'sometimes', name: '院庆' }, '院庆'],
    ['named', { name: '考试周', from: '2026-08-09', until: '2026-08-03' }, '考试周'],
    ['closures', { unitId: '', name: '装修', from: '2026-08-03', until: '2026-08-09' }, '装修'],
  ])('%s: what is refused comes back as it was typed', async (path, fields, typed) => {
    const world = await inChina()
    const refused = await world.as('admin').form(`${home}/${path}`, fields, chinese)
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('field-error')
    expect(html).toContain(`value="${typed}"`)
  })

  it('days that are named twice, as by a second click, have one name', async () => {
    const world = await inChina()
    const fields = { name: '考试周', from: '2026-08-03', until: '2026-08-09' }
    for (let click = 0; click < 2; click += 1) await world.as('admin').form(`${home}/named`, fields)
    const answer = await world.as('admin').get('/api/v1/day-stretches')
    expect((await answer.json<{ stretches: unknown[] }>()).stretches).toHaveLength(1)
  })

  it('a weekend of four days is refused', async () => {
    const world = await newWorld()
    const fields = { country: '', weekend: ['1', '2', '3', '4'], version: '1' }
    const refused = await world.as('admin').form('/settings/holidays', fields)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('field-weekend')
  })
})

describe('the import', () => {
  const ics = [
    'BEGIN:VCALENDAR',
    'X-WR-CALNAME:集团日历',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20260612',
    'SUMMARY:集团日',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20261001',
    'SUMMARY:国庆节',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'DTSTART:20261001T090000Z',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')

  async function upload(world: World, text: string): Promise<Response> {
    const form = new FormData()
    form.set('source', '')
    form.set('file', new File([text], '集团.ics', { type: 'text/calendar' }))
    return world
      .as('admin')
      .request(`${home}/imports/preview`, { method: 'POST', body: form, headers: chinese })
  }

  it('shows what is new before it is kept', async () => {
    const world = await inChina()
    const html = await (await upload(world, ics)).text()
    expect(textOf(html)).toMatch(/导入“集团日历”.*6月12日 周五 休息.*集团日.*另有1天.*有1个日程未读取/s)
    const value = '2026-06-12/2026-06-12/off/集团日'
    expect(html).toContain(`value="${value}"`)
    expect(await pageOf(world)).not.toContain('集团日历')
    const admin = world.as('admin')
    const none = await admin.form(`${home}/imports`, { source: '集团日历', offered: value }, chinese)
    expect([none.status, textOf(await none.text()).includes('请至少选择一项')]).toEqual([422, true])
    await admin.form(`${home}/imports`, { source: '集团日历', offered: value, kept: value })
    expect(textOf(await pageOf(world))).toContain('集团日历：1天')
  })

  it.each([
    ['<html>', '这不是日历文件'],
    [ics.replace('20260612', '20260631'), '有无法识别的日期'],
    ['BEGIN:VCALENDAR\r\nEND:VCALENDAR', '没有可导入的日子'],
  ])('a bad file gets a sentence', async (text, sentence) => {
    const world = await inChina()
    const refused = await upload(world, text)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(sentence)
  })

  it('a forged checkbox is refused', async () => {
    const world = await inChina()
    const forged = await world
      .as('admin')
      .form(`${home}/imports`, { source: 'x', kept: '1900-01-01/2100-01-01/off/' })
    expect(forged.status).toBe(400)
  })
})
