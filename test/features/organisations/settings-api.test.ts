import { describe, expect, it } from 'vitest'
import { rowsOf } from '../rounds/rig.ts'
import { newWorld, type World } from '../support/world.ts'

const path = '/api/v1/organisation'
const first = { 'If-Match': '"1"' }

async function change(world: World, body: unknown, headers: Record<string, string> = first) {
  return world.as('admin').patch(path, body, headers)
}

async function auditOf(world: World) {
  return rowsOf<{ before: string; after: string }>(
    world,
    `SELECT before, after FROM audit WHERE org_id = ? AND action = 'organisation.changed' ORDER BY seq`,
  )
}

describe('settings: happy', () => {
  it('are read by everybody, at no more than who asks costs', async () => {
    const world = await newWorld()
    const response = await world.as('viewer').get(path)
    expect(response.headers.get('ETag')).toBe('"1"')
    expect(world.usage.statements).toBe(1)
    expect(await response.json()).toMatchObject({
      name: '测试医院',
      timeZone: 'Asia/Shanghai',
      locale: 'zh-CN',
      firstWeekday: 1,
      names: { inFeeds: 'none', toOthers: 'full' },
      keepMonths: null,
    })
  })

  it('change one by one, each with what it was before and after in the trail', async () => {
    const world = await newWorld()
    const changed = await change(world, { firstWeekday: 7, names: { toOthers: 'family' } })
    expect([changed.status, changed.headers.get('ETag')]).toEqual([200, '"2"'])
    const again = await change(world, { keepMonths: 60, confirmed: true }, { 'If-Match': '"2"' })
    expect(await again.json()).toMatchObject({
      firstWeekday: 7,
      names: { inFeeds: 'none', toOthers: 'family' },
      keepMonths: 60,
      version: 3,
    })
    const [one, two] = await auditOf(world)
    expect(JSON.parse(one?.before ?? '')).toMatchObject({ firstWeekday: '1', names: { toOthers: 'full' } })
    expect(JSON.parse(one?.after ?? '')).toMatchObject({ firstWeekday: '7', names: { toOthers: 'family' } })
    expect(JSON.parse(two?.before ?? '')).toMatchObject({ keepMonths: 'for-ever' })
    expect(JSON.parse(two?.after ?? '')).toMatchObject({ keepMonths: 60 })
  })

  it('the trail prints them in words', async () => {
    const world = await newWorld()
    await change(world, {
      firstWeekday: 7,
      names: { toOthers: 'role' },
      excuses: [own('night', '夜间', true)],
    })
    const page = await (await world.as('admin').get('/audit', { 'Accept-Language': 'zh-CN' })).text()
    expect(page).toMatch(/修改机构设置/)
    expect(page).toMatch(/周一[^]*周日/)
    expect(page).toMatch(/<ins>只显示角色<\/ins>/)
    expect(page).toMatch(/上级通知、夜间/)
  })

  it('a name and a language show on the next page', async () => {
    const world = await newWorld()
    await change(world, { name: '新医院', nameEn: 'New Hospital' })
    const page = await (await world.as('inspector').get('/')).text()
    expect(page).toContain('New Hospital')
  })
})

function own(code: string, name: string | null, isUsed = true) {
  return { code, name, nameEn: null, isUsed }
}

describe('settings: errors', () => {
  it.each([
    ['no name', { name: ' ' }, 'name', 'required'],
    ['an unknown zone', { timeZone: 'Asia/Beijing' }, 'timeZone', 'unknown-zone'],
    ['an offset', { timeZone: '+08:00' }, 'timeZone', 'unknown-zone'],
    ['another zone, unconfirmed', { timeZone: 'Europe/Berlin' }, 'confirmed', 'confirm-zone'],
    ['a language that we do not speak', { locale: 'fr' }, 'locale', 'not-one-of'],
    ['an eighth day', { firstWeekday: 8 }, 'firstWeekday', 'too-big'],
    ['less than auditors ask for', { keepMonths: 35 }, 'keepMonths', 'too-small'],
    ['shorter than for ever, unconfirmed', { keepMonths: 36 }, 'confirmed', 'confirm-shorter'],
    ['a way of naming that does not exist', { names: { toOthers: 'nick' } }, 'names.toOthers', 'not-one-of'],
    ['a code in capitals', { excuses: [own('Night', '夜')] }, 'excuses.0.code', 'not-a-code'],
    ['an own reason without words', { excuses: [own('night', null)] }, 'excuses.0.name', 'required'],
    ['one code twice', { excuses: [own('a', '甲'), own('a', '乙')] }, 'excuses.1.code', 'duplicate'],
    ['the same words twice', { excuses: [own('a', '甲'), own('b', '甲')] }, 'excuses.1.name', 'duplicate'],
    [
      'none in use',
      {
        excuses: ['out-of-service', 'in-use', 'area-closed', 'not-applicable', 'instruction'].map((code) =>
          own(code, null, false),
        ),
      },
      'excuses',
      'no-excuse-left',
    ],
    [
      '21 of its own',
      { excuses: Array.from({ length: 21 }, (_, n) => own(`own-${n}`, `原因${n}`)) },
      'excuses',
      'too-many',
    ],
    ['an unknown field', { colour: 'red' }, '', 'unknown-key'],
  ])('%s is refused beside its field', async (_, body, at, code) => {
    const world = await newWorld()
    const response = await change(world, body)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ path: at, code }] })
    expect(await auditOf(world)).toEqual([])
  })

  it('another version than the one that was read is 412, none 428', async () => {
    const world = await newWorld()
    expect((await change(world, { firstWeekday: 7 }, { 'If-Match': '"9"' })).status).toBe(412)
    expect((await change(world, { firstWeekday: 7 }, {})).status).toBe(428)
    const [one, two] = await Promise.all([change(world, { name: '甲' }), change(world, { name: '乙' })])
    expect(new Set([one.status, two.status])).toEqual(new Set([200, 412]))
  })

  it('keeping longer asks nothing', async () => {
    const world = await newWorld()
    await change(world, { keepMonths: 36, confirmed: true })
    expect((await change(world, { keepMonths: 48 }, { 'If-Match': '"2"' })).status).toBe(200)
    expect((await change(world, { keepMonths: null }, { 'If-Match': '"3"' })).status).toBe(200)
  })
})
