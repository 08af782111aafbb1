import { describe, expect, it } from 'vitest'
import { planned, pathOf } from '../rounds/rig.ts'
import { sessionOf, trailOf, whoIs } from '../sign-in/support.ts'
import { fieldOf, textOf } from '../support/page.ts'
import { newWorld } from '../support/world.ts'
import { Browser, goodPin, newTablet, tabletIds, typePin, whoIsOn, withPin } from './support.ts'

const minute = 60_000
const hour = 60 * minute

describe('a shared tablet', () => {
  it('is set up on the device itself, where whoever does it is signed out', async () => {
    const world = await newWorld()
    const browser = new Browser(world)
    await browser.signIn('lead')
    const session = browser.session ?? null
    const answer = await browser.form('/tablets', { unitId: world.unit.ward1, name: '护士站平板' })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/tablet'])
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-rounds-tablet='))
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=31536000'])
      expect(cookie).toContain(part)
    expect([browser.session, await whoIs(world, session)]).toEqual([undefined, null])
    const text = textOf(await (await browser.get('/tablet')).text())
    expect(text).toContain('护士站平板 · 内科一病区')
    expect(text).toContain('还没有人在这台平板上设置数字密码')
  })

  it('asks who signs in on it for a PIN, and from then on lets them in by it', async () => {
    const world = await newWorld()
    const tablet = await newTablet(world)
    const first = await tablet.signIn('inspector')
    expect(first.headers.get('Location')).toBe('/tablet/pin')
    expect(textOf(await (await tablet.get('/tablet/pin')).text())).toContain('设置数字密码')
    const set = await tablet.form('/tablet/pin', { pin: goodPin, again: goodPin })
    expect([set.status, set.headers.get('Location'), await whoIsOn(tablet)]).toEqual([303, '/', '尹护士'])

    expect((await tablet.form('/tablet/switch', {})).headers.get('Location')).toBe('/tablet')
    expect(await (await tablet.get('/tablet')).text()).toContain(`member=${world.member.inspector}`)
    expect((await tablet.get('/duties')).headers.get('Location')).toBe('/tablet')
    const answer = await typePin(world, tablet, 'inspector')
    expect([answer.status, answer.headers.get('Location'), await whoIsOn(tablet)]).toEqual([
      303,
      '/',
      '尹护士',
    ])
  })

  it('knows two nurses apart: what each ticks is theirs in the trail', async () => {
    const world = await newWorld()
    const tablet = await newTablet(world)
    await withPin(tablet, 'inspector', '258014')
    await withPin(tablet, 'colleague', '903311')
    const [one, other] = [await planned(world), await planned(world)]
    await typePin(world, tablet, 'inspector', '258014')
    expect((await tablet.form(`${pathOf(one).replace('/api/v1', '')}/completion`, {})).status).toBe(303)
    await tablet.form('/tablet/switch', {})
    await typePin(world, tablet, 'colleague', '903311')
    expect((await tablet.form(`${pathOf(other).replace('/api/v1', '')}/completion`, {})).status).toBe(303)
    const done = (await trailOf(world)).filter(({ action }) => action === 'round.completed')
    expect(done.map(({ member_id }) => member_id)).toEqual([world.member.inspector, world.member.colleague])
  })

  it('signs out after 30 minutes without a change, and after 12 hours whatever happens', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    await typePin(world, tablet, 'inspector')
    world.now += 29 * minute
    expect(await whoIsOn(tablet)).toBe('尹护士')
    world.now += 2 * minute
    expect(await whoIsOn(tablet)).toBeNull()

    await typePin(world, tablet, 'inspector')
    const begun = world.now
    while (world.now < begun + 12 * hour - 20 * minute) {
      world.now += 20 * minute
      await tablet.form('/language', { locale: 'zh-CN', back: '/' })
    }
    expect(await whoIsOn(tablet)).toBe('尹护士')
    world.now = begun + 12 * hour
    expect(await whoIsOn(tablet)).toBeNull()
  })

  it('keeps what somebody typed while they were signed out, for them alone', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    await withPin(tablet, 'colleague', '903311')
    const path = `${pathOf(await planned(world)).replace('/api/v1', '')}/completion`
    await typePin(world, tablet, 'inspector')
    world.now += 31 * minute
    const note = '1号泵 "报警" <已处理>'
    const kept = await tablet.form(path, { note })
    const html = await kept.text()
    expect([kept.status, textOf(html)]).toEqual([401, expect.stringContaining('您填写的内容还在')])
    expect(fieldOf(html, 'member')).toBe(world.member.inspector)
    const fields = {
      member: world.member.inspector,
      path,
      typed: (fieldOf(html, 'typed') ?? '')
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>'),
    }
    expect((await tablet.form('/tablet/resume', { ...fields, pin: '000000' })).status).toBe(409)
    const ready = await tablet.form('/tablet/resume', { ...fields, pin: goodPin })
    const page = await ready.text()
    expect([ready.status, fieldOf(page, 'note')]).toEqual([
      200,
      note.replaceAll('"', '&quot;').replace('<', '&lt;').replace('>', '&gt;'),
    ])
    expect((await tablet.form(path, { note })).status).toBe(303)
  })

  it('bug: a browser may keep what is typed into a field, and offer a PIN to the next person', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    const entry = await (await tablet.get(`/tablet/sign-in?member=${world.member.inspector}`)).text()
    expect(/<input[^>]*name="pin"[^>]*>/.exec(entry)?.[0]).toContain('autocomplete="off"')
  })

  it('bug: “switch person” failed once the last one’s session had run out', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    await typePin(world, tablet, 'inspector')
    world.now += 31 * minute
    const answer = await tablet.form('/tablet/switch', {})
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/tablet'])
    expect((await tablet.get('/tablet')).status).toBe(200)
  })

  it('bug: the page with what was typed named nobody and offered no switch, and covered up who had come between', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    await withPin(tablet, 'colleague', '903311')
    const path = `${pathOf(await planned(world)).replace('/api/v1', '')}/completion`
    await typePin(world, tablet, 'colleague', '903311')
    const between = tablet.session ?? ''
    const fields = { member: world.member.inspector ?? '', path, typed: '{"note":"x"}', pin: goodPin }
    const ready = await (await tablet.form('/tablet/resume', fields)).text()
    expect(/class="account-name">([^<]+)</.exec(ready)?.[1]).toBe('尹护士')
    expect(ready).toContain('action="/tablet/switch"')
    tablet.cookies.set('__Host-rounds', between)
    expect(await whoIsOn(tablet)).toBeNull()
  })

  it('is revoked: at once nobody is on it, and it is a browser like any other', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    await typePin(world, tablet, 'inspector')
    const [id] = await tabletIds(world)
    const page = await world.as('lead').get(`/tablets/${id}/revocation`)
    expect(page.status).toBe(200)
    expect((await world.as('lead').form(`/tablets/${id}/revocation`, {})).status).toBe(303)
    expect(await whoIsOn(tablet)).toBeNull()
    const dead = await tablet.get('/tablet')
    expect([dead.status, textOf(await dead.text())]).toEqual([404, expect.stringContaining('此平板已停用')])
    expect(tablet.tablet).toBeUndefined()
    expect((await tablet.signIn('inspector')).headers.get('Location')).toBe('/')
    expect(sessionOf(await tablet.get('/'))).toBeNull()
    expect((await world.as('lead').form(`/tablets/${id}/revocation`, {})).status).toBe(409)
  })

  it('leaves entries that say who and where, and no PIN', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    await typePin(world, tablet, 'inspector')
    const trail = await trailOf(world)
    expect(trail.map(({ action }) => action).filter((action) => /tablet|pin/.test(action))).toEqual([
      'tablet.created',
      'pin.set',
    ])
    expect(trail.at(-1)).toMatchObject({ action: 'session.begun', member_id: world.member.inspector })
    expect(JSON.stringify(trail)).not.toContain(goodPin)
  })
})

describe('a PIN that is refused says why', () => {
  it.each([
    ['0000', '数字全部相同'],
    ['000000', '数字全部相同'],
    ['123456', '连续的数字'],
    ['987654', '连续的数字'],
    ['2580', '请输入6位数字'],
    ['25801499', '请输入6位数字'],
    ['abcdef', '只能是数字'],
    ['', '请输入6位数字'],
  ])('%j', async (pin, sentence) => {
    const world = await newWorld()
    const tablet = await newTablet(world)
    await tablet.signIn('inspector')
    const answer = await tablet.form('/tablet/pin', { pin, again: pin })
    const html = await answer.text()
    expect([answer.status, textOf(html)]).toEqual([422, expect.stringContaining(sentence)])
    expect(fieldOf(html, 'pin')).toBe('')
  })

  it('typed differently the second time', async () => {
    const world = await newWorld()
    const tablet = await newTablet(world)
    await tablet.signIn('inspector')
    const answer = await tablet.form('/tablet/pin', { pin: '258014', again: '258041' })
    expect([answer.status, textOf(await answer.text())]).toEqual([
      422,
      expect.stringContaining('两次输入的不一样'),
    ])
  })
})

describe('setting up is refused', () => {
  it.each([
    [{ unitId: '' }, 422],
    [{ unitId: 'unit_x' }, 422],
    [{ name: '' }, 422],
    [{ name: '很'.repeat(41) }, 422],
  ] as const)('%j', async (fields: Record<string, string>, status) => {
    const world = await newWorld()
    const input = { unitId: world.unit.ward1, name: '平板', ...fields }
    const answer = await world.as('lead').form('/tablets', input)
    expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([status, null])
  })

  it('for a unit that is closed', async () => {
    const world = await newWorld()
    const path = `/api/v1/units/${world.unit.ward1}`
    await world.as('admin').patch(path, { closed: true }, { 'If-Match': '1' })
    const answer = await world.as('lead').form('/tablets', { unitId: world.unit.ward1, name: '平板' })
    expect(answer.status).toBe(422)
  })
})
