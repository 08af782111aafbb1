import { describe, expect, it } from 'vitest'
import { pageOf } from '../support/elements.ts'
import { textOf } from '../support/page.ts'
import { replacing } from '../support/database.ts'
import { newWorld, type World } from '../support/world.ts'
import { chinese, codeFor, cookieOf, minute, sessionOf, trailOf, typeIn, whoIs } from './support.ts'

describe('a sign-in code: happy', () => {
  it('signs its member in, once', async () => {
    const world = await newWorld()
    const code = await codeFor(world, 'inspector', 'lead')
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    const answer = await typeIn(world, code)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/'])
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-rounds='))
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=2592000'])
      expect(cookie).toContain(part)
    expect(await whoIs(world, sessionOf(answer))).toBe('尹护士')
    expect((await typeIn(world, code)).status).toBe(422)
  })

  it('is answered to a program with when it ends and where it is typed in', async () => {
    const world = await newWorld()
    const path = `/api/v1/members/${world.member.inspector}/sign-in-codes`
    expect(await (await world.as('admin').post(path)).json()).toEqual({
      code: expect.stringMatching(/^\w{4}-\w{4}$/),
      expiresAt: '2026-03-02T09:15:00+08:00',
      address: `https://rounds.test/sign-in?org=${world.orgId}`,
    })
  })

  it.each([
    ['in small letters', (code: string) => code.toLowerCase()],
    ['without the hyphen', (code: string) => code.replace('-', '')],
    ['with O, I and L for digits', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
    ['by a Chinese keyboard', (code: string) => code.replaceAll(/\w/g, (one) => wide(one))],
  ])('may be typed %s', async (_, typed) => {
    const world = await newWorld()
    expect((await typeIn(world, typed(await codeFor(world, 'inspector')))).status).toBe(303)
  })

  it('works to the last millisecond of its 15 minutes', async () => {
    const world = await newWorld()
    const code = await codeFor(world, 'inspector')
    world.now += 15 * minute - 1
    expect((await typeIn(world, code)).status).toBe(303)
  })

  it('is right at the fifth try', async () => {
    const world = await newWorld()
    const code = await codeFor(world, 'inspector')
    for (const last of '2345') await typeIn(world, code.slice(0, -1) + (code.endsWith(last) ? '6' : last))
    expect((await typeIn(world, code)).status).toBe(303)
    expect((await trailOf(world)).map(({ action }) => action)).not.toContain('sign-in-code.died')
  })

  it('leaves who made it, whom for and how they came in in the audit trail', async () => {
    const world = await newWorld()
    await typeIn(world, await codeFor(world, 'inspector', 'lead'))
    const trail = await trailOf(world)
    expect(trail.map(({ action, member_id, after }) => [action, member_id, JSON.parse(after)])).toEqual([
      ['sign-in-code.made', world.member.lead, { expiresAt: world.now + 15 * minute }],
      ['session.begun', world.member.inspector, { begunBy: 'code', madeBy: world.member.lead }],
    ])
  })
})

describe('the page that makes a code', () => {
  it('shows code and link once, how to say it, and where it goes', async () => {
    const world = await newWorld()
    const lead = world.as('lead')
    const action = `/members/${world.member.colleague}/sign-in-codes`
    expect(await (await lead.get('/members', chinese)).text()).toContain(`action="${action}"`)
    const made = await lead.form(action, {}, chinese)
    expect(made.status).toBe(201)
    const page = await pageOf(made, ['.sign-in-code', '.sign-in-address', 'figure svg', '.notice'])
    expect(page.texts('.sign-in-address')).toEqual([`https://rounds.test/sign-in?org=${world.orgId}`])
    expect(page.texts('figure svg')).toHaveLength(2)
    expect(page.texts('.notice').join(' ')).toContain('09:15前有效')
    const [code = ''] = page.texts('.sign-in-code')
    expect(await whoIs(world, sessionOf(await typeIn(world, code)))).toBe('柯护士')
    expect((await lead.get(action)).headers.get('Location')).toBe('/members')
  })

  it('a link made with it is used up with it', async () => {
    const world = await newWorld()
    const made = await world.as('lead').form(`/members/${world.member.colleague}/sign-in-codes`, {})
    const page = await pageOf(made, ['.sign-in-code', 'input'])
    const link = page.attributes('input', 'value').find((one) => one.includes('/sign-in/')) ?? ''
    const path = new URL(link).pathname
    expect((await world.as(null).get(path)).status).toBe(200)
    await typeIn(world, page.texts('.sign-in-code')[0] ?? '')
    expect((await world.as(null).form(path, {})).status).toBe(404)
  })
})

describe('the sign-in page', () => {
  it('asks for the organisation where the store holds several, and knows it again', async () => {
    const world = await newWorld()
    const html = await (await world.as(null).get('/sign-in', chinese)).text()
    expect(html).toMatch(/<input class="input" value="" id="field-organisation"/)
    expect(html).toMatch(/autocomplete="one-time-code"[^>]*autocapitalize="characters"/)

    const led = await (await world.as(null).get(`/sign-in?org=${world.orgId}`, chinese)).text()
    expect(led).toContain(`<input type="hidden" name="organisation" value="${world.orgId}"/>`)
    const signedIn = await typeIn(world, await codeFor(world, 'inspector'))
    const remembered = cookieOf(signedIn, 'rounds-organisation')
    expect(remembered).toBe(world.orgId)
    const again = await world.as(null).get('/sign-in', { Cookie: `rounds-organisation=${remembered}` })
    expect(await again.text()).toContain(`<input type="hidden" name="organisation" value="${world.orgId}"/>`)
    const other = await world.as(null).get('/sign-in?org=', { Cookie: `rounds-organisation=${remembered}` })
    expect(await other.text()).not.toContain('type="hidden" name="organisation"')
  })

  it('asks nothing where the store holds one', async () => {
    const world = await newWorld()
    world.database = holdingOnly(world)
    expect(await (await world.as(null).get('/sign-in')).text()).not.toContain('name="organisation"')
    const path = `/api/v1/members/${world.member.inspector}/sign-in-codes`
    const made = await (await world.as('admin').post(path)).json<{ code: string; address: string }>()
    expect(made.address).toBe('https://rounds.test/sign-in')
    const answer = await world.as(null).form('/sign-in', { code: made.code })
    expect(await whoIs(world, sessionOf(answer))).toBe('尹护士')
  })

  it.each([
    ['no code', { code: '' }, '登录码应为8位'],
    ['too short a code', { code: '7K3M' }, '登录码应为8位'],
    ['no organisation', { code: '7K3M-Q2X8', organisation: '' }, '请填写此项'],
    ['a wrong code', { code: '7k3m q2x8' }, '机构代码或登录码不对'],
  ])('%s: the form comes back as it was typed, with what to do', async (_, fields, sentence) => {
    const world = await newWorld()
    const typed = { organisation: world.orgId, ...fields }
    const answer = await world.as(null).form('/sign-in', typed, chinese)
    expect(answer.status).toBe(422)
    const page = await pageOf(answer, ['.field-error', 'input'])
    expect(page.texts('.field-error').join(' ')).toContain(sentence)
    const values = page.attributes('input', 'value')
    for (const value of Object.values(typed)) expect(values).toContain(value)
    // Typing goes on in the first field that is empty or wrong.
    expect(page.attributes('input', 'autofocus')).toHaveLength(typed.organisation === '' ? 0 : 1)
  })

  it('says whom it signs out', async () => {
    const world = await newWorld()
    const page = await world.as('colleague').get('/sign-in', chinese)
    expect(textOf(await page.text())).toContain('现在登录的是柯护士')
    const answer = await world
      .as('colleague')
      .form('/sign-in', { organisation: world.orgId, code: await codeFor(world, 'inspector') })
    expect(await whoIs(world, sessionOf(answer))).toBe('尹护士')
    expect((await world.as('colleague').get('/api/v1/units')).status).toBe(401)
  })
})

function wide(one: string): string {
  return String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)
}

/** A store in which there is no other organisation. */
function holdingOnly({ orgId, database }: World): D1Database {
  const others = 'FROM organisations ORDER BY'
  const only = `FROM organisations WHERE id = '${orgId}' ORDER BY`
  return replacing(database, { prepare: (text) => database.prepare(text.replace(others, only)) })
}
