import { describe, expect, it } from 'vitest'
import { textOf } from '../support/page.ts'
import { newWorld } from '../support/world.ts'
import { chinese, sessionOf, trailOf, whoIs } from '../sign-in/support.ts'
import { Device } from './device.ts'
import { add, challengeToAdd, deviceOf, idsOf, signIn } from './support.ts'

describe('a passkey', () => {
  it.each([
    ['ES256', -7],
    ['RS256', -257],
  ] as const)('of %s is added, signs in, and is used again', async (_, algorithm) => {
    const world = await newWorld()
    const device = await deviceOf(world, 'inspector', algorithm)
    for (const count of [7, 8]) {
      const answer = await signIn(world, 'inspector', device, { signCount: count })
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/'])
      expect(await whoIs(world, sessionOf(answer))).toBe('尹护士')
    }
    const trail = (await trailOf(world)).map(({ action, member_id }) => [action, member_id])
    expect(trail).toEqual([
      ['passkey.added', world.member.inspector],
      ['session.begun', world.member.inspector],
      ['session.begun', world.member.inspector],
    ])
  })

  it('of a device that does not count is used again', async () => {
    const world = await newWorld()
    const device = await deviceOf(world, 'inspector')
    for (const _ of [1, 2]) expect((await signIn(world, 'inspector', device)).status).toBe(303)
  })

  it('signs in a hundred times: signatures whose numbers are short are signatures too', async () => {
    const world = await newWorld()
    const device = await deviceOf(world, 'inspector')
    const answers = new Set<number>()
    for (let time = 0; time < 100; time += 1) answers.add((await signIn(world, 'inspector', device)).status)
    expect([...answers]).toEqual([303])
  })

  it('is listed, renamed and removed by its own member', async () => {
    const world = await newWorld()
    const device = await deviceOf(world, 'inspector')
    const inspector = world.as('inspector')
    const [id] = await idsOf(world)
    const page = `/account/passkeys/${id}`
    expect(textOf(await (await inspector.get('/account/passkeys', chinese)).text())).toContain('我的手机')
    expect((await inspector.form(page, { name: '科室电脑' })).status).toBe(303)
    expect(textOf(await (await inspector.get(page, chinese)).text())).toContain('通行密钥“科室电脑”')
    expect((await inspector.form(`${page}/removal`, {})).status).toBe(303)
    expect((await signIn(world, 'inspector', device)).status).toBe(404)
    expect((await trailOf(world)).map(({ action }) => action)).toEqual([
      'passkey.added',
      'passkey.renamed',
      'passkey.removed',
    ])
  })

  it.each([
    ['', '请填写此项'],
    ['很'.repeat(41), '最多40个字'],
    ['手\u0000机', '控制字符'],
  ])('is refused the name %j, and says why', async (name, sentence) => {
    const world = await newWorld()
    await deviceOf(world, 'inspector')
    const [id] = await idsOf(world)
    const answer = await world.as('inspector').form(`/account/passkeys/${id}`, { name }, chinese)
    expect([answer.status, textOf(await answer.text())]).toEqual([422, expect.stringContaining(sentence)])
  })

  it('is one of ten at most, of two added at the same moment too', async () => {
    const world = await newWorld()
    for (let count = 0; count < 9; count += 1) await deviceOf(world, 'inspector')
    const inspector = world.as('inspector')
    const answers = []
    for (const _ of [1, 2, 3])
      answers.push(await (await Device.make()).register(await challengeToAdd(inspector)))
    const added = await Promise.all(answers.map((answer) => add(inspector, answer)))
    expect(added.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409, 409])
    expect((await inspector.form('/account/passkeys/challenges', {})).status).toBe(409)
    const text = textOf(await (await inspector.get('/account/passkeys', chinese)).text())
    expect(text).toContain('最多10个，请先删除不再使用的')
  })

  it('is suggested until the browser was asked, and never where somebody has said no', async () => {
    const world = await newWorld()
    const inspector = world.as('inspector')
    expect(await (await inspector.get('/')).text()).toContain('data-passkey-able')
    const cookie = (await inspector.form('/account/no-passkey', {})).headers.get('Set-Cookie')
    expect(cookie).toContain('rounds-passkey=asked')
  })
})
