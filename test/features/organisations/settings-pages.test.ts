import { describe, expect, it } from 'vitest'
import { isTimeZone } from '../../../src/domain/time/zone.ts'
import { pageOf } from '../support/elements.ts'
import { newWorld, type World } from '../support/world.ts'

const chinese = { 'Accept-Language': 'zh-CN' }

const organisation = {
  name: '市一医院',
  nameEn: 'First Hospital',
  locale: 'zh-CN',
  firstWeekday: '7',
  timeZone: 'Asia/Shanghai',
  version: '1',
}

async function send(world: World, path: string, fields: Record<string, string | string[]>) {
  return world.as('admin').form(`/settings/${path}`, fields, chinese)
}

async function settingsOf(world: World) {
  return (await world.as('admin').get('/api/v1/organisation')).json<{
    name: string
    timeZone: string
    keepMonths: number | null
    excuses: { code: string; name: string | null; isUsed: boolean }[]
  }>()
}

describe('settings: pages', () => {
  it('the hub says in a line each how things stand', async () => {
    const world = await newWorld()
    const page = await pageOf(await world.as('admin').get('/settings', chinese), ['.work-where'])
    const lines = page.texts('.work-where')
    expect(lines).toContain('测试医院；Asia/Shanghai · 北京时间；中文；每周从周一开始')
    expect(lines).toContain('日历订阅：不显示；对其他科室：全名')
    expect(lines).toContain('已完成的任务记录长期保存')
  })

  it('the organisation is changed by its form', async () => {
    const world = await newWorld()
    const response = await send(world, 'organisation', organisation)
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/settings'])
    expect(await settingsOf(world)).toMatchObject({ name: '市一医院', firstWeekday: 7 })
  })

  it('another time zone comes back with what was typed and what it changes, and wants a tick', async () => {
    const world = await newWorld()
    const typed = { ...organisation, timeZone: 'Europe/Berlin' }
    const refused = await send(world, 'organisation', typed)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('<option value="Europe/Berlin" selected')
    expect(page).toContain('value="市一医院"')
    expect(page).toContain('已有执行安排仍按各自的时区')
    expect(page).toMatch(/type="checkbox" name="confirmed"/)
    expect((await settingsOf(world)).timeZone).toBe('Asia/Shanghai')

    expect((await send(world, 'organisation', { ...typed, confirmed: 'yes' })).status).toBe(303)
    expect((await settingsOf(world)).timeZone).toBe('Europe/Berlin')
  })

  it('every zone is there to choose on a phone, the usual ones first, none that would be refused', async () => {
    const world = await newWorld()
    const page = await pageOf(await world.as('admin').get('/settings/organisation', chinese), [
      'select[name=timeZone] option',
    ])
    const zones = page.attributes('select[name=timeZone] option', 'value')
    expect(zones.slice(0, 2)).toEqual(['Asia/Shanghai', 'Asia/Urumqi'])
    expect(zones.length).toBeGreaterThan(300)
    expect(new Set(zones).size).toBe(zones.length)
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([])
  })

  it('an unknown zone has its sentence', async () => {
    const world = await newWorld()
    const refused = await send(world, 'organisation', { ...organisation, timeZone: 'CST' })
    expect(await refused.text()).toContain('不认识的时区')
  })

  it('keeping shorter names the day before which rounds go, and wants a tick', async () => {
    const world = await newWorld()
    const refused = await send(world, 'retention', { keepMonths: '36', version: '1' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('2023年3月2日 周四之前截止的任务将被删除')
    const kept = await send(world, 'retention', { keepMonths: '36', version: '1', confirmed: 'yes' })
    expect(kept.status).toBe(303)
    expect((await settingsOf(world)).keepMonths).toBe(36)
  })

  it('a reason is renamed, one switched off, one added', async () => {
    const world = await newWorld()
    const response = await send(world, 'excuses', {
      version: '1',
      used: ['out-of-service', 'in-use'],
      'name-out-of-service': '设备送修',
      'name-new': '夜间无人',
      'nameEn-new': 'Nobody at night',
      'code-new': 'nobody',
    })
    expect(response.status).toBe(303)
    const { excuses } = await settingsOf(world)
    expect(excuses.filter(({ isUsed }) => isUsed)).toMatchObject([
      { code: 'out-of-service', name: '设备送修' },
      { code: 'in-use', name: null },
      { code: 'nobody', name: '夜间无人' },
    ])
  })

  it('a refused reason comes back with everything typed and a sentence at its own field', async () => {
    const world = await newWorld()
    const refused = await send(world, 'excuses', {
      version: '1',
      used: ['in-use'],
      'name-in-use': '占用',
      'name-new': '占用',
      'code-new': 'Bad Code',
    })
    expect(refused.status).toBe(422)
    const page = await pageOf(refused, [
      '#field-code-new-error',
      '#field-name-new-error',
      '#field-name-in-use',
    ])
    expect(page.texts('#field-code-new-error').join()).toContain('请用小写字母')
    expect(page.attributes('#field-name-in-use', 'value')).toEqual(['占用'])
    expect(page.html).toContain('value="Bad Code"')
  })

  it('an older version keeps nothing and says so', async () => {
    const world = await newWorld()
    await send(world, 'organisation', organisation)
    const late = await send(world, 'names', { inFeeds: 'full', toOthers: 'role', version: '1' })
    expect(late.status).toBe(412)
    expect(await late.text()).toContain('内容已被他人修改')
  })
})

describe('settings: who may', () => {
  it.each(['supervisor', 'lead', 'inspector', 'viewer', 'auditor'] as const)(
    '%s sees no hub and no form',
    async (person) => {
      const world = await newWorld()
      for (const path of ['', '/organisation', '/names', '/retention', '/excuses']) {
        expect((await world.as(person).get(`/settings${path}`)).status).toBe(403)
      }
    },
  )
})
