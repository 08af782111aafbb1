import { describe, expect, it } from 'vitest'
import { hashOfSecret, newSecret } from '../../../src/platform/ids.ts'
import { textOf } from '../support/page.ts'
import { newWorld, type Person, type World } from '../support/world.ts'
import { chinese, linkFor, minute, rowsOf, sessionOf, trailOf, use, whoIs } from './support.ts'

describe('a sign-in link: happy', () => {
  it('says whose it is, and signs them in by its button', async () => {
    const world = await newWorld()
    const path = await linkFor(world, 'inspector')
    const page = await world.as(null).get(path, chinese)
    expect(page.status).toBe(200)
    const text = textOf(await page.text())
    expect(text).toContain('测试医院 · 尹护士')
    expect(text).toContain('链接只能使用一次')

    const answer = await use(world.as(null), path)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/'])
    const cookie = answer.headers.get('Set-Cookie')
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=2592000'])
      expect(cookie).toContain(part)
    expect(await whoIs(world, sessionOf(answer))).toBe('尹护士')
  })

  it('is not used up by those that only open it', async () => {
    const world = await newWorld()
    const path = await linkFor(world, 'inspector')
    for (const method of ['GET', 'HEAD', 'GET'])
      expect((await world.as(null).request(path, { method })).status).toBe(200)
    expect((await use(world.as(null), path)).status).toBe(303)
  })

  it('works to the last millisecond of its 15 minutes', async () => {
    const world = await newWorld()
    const path = await linkFor(world, 'inspector')
    world.now += 15 * minute - 1
    expect((await use(world.as(null), path)).status).toBe(303)
  })

  it('leaves two entries in the audit trail, and its secret in neither', async () => {
    const world = await newWorld()
    const path = await linkFor(world, 'inspector', 'lead')
    await use(world.as(null), path)
    const trail = await trailOf(world)
    expect(trail.map(({ action, member_id }) => [action, member_id])).toEqual([
      ['sign-in-link.made', world.member.lead],
      ['session.begun', world.member.inspector],
    ])
    const secret = path.split('/').at(-1) ?? ''
    expect(JSON.stringify(trail)).not.toContain(secret)
    expect(JSON.stringify(trail)).not.toContain(hashOfSecret(secret))
  })

  it('is made on the page of members too, and shown there once', async () => {
    const world = await newWorld()
    const lead = world.as('lead')
    const list = await (await lead.get('/members', chinese)).text()
    const action = `/members/${world.member.colleague}/sign-in-codes`
    expect(list).toContain(`action="${action}"`)
    const made = await lead.form(action, {}, chinese)
    expect(made.status).toBe(201)
    const html = await made.text()
    expect(textOf(html)).toContain('柯护士的登录码和链接')
    const [, path = ''] = /value="https:\/\/rounds\.test(\/sign-in\/[^"]+)"/.exec(html) ?? []
    expect(await whoIs(world, sessionOf(await use(world.as(null), path)))).toBe('柯护士')
    expect(await (await lead.get('/members')).text()).not.toContain('/sign-in/')
  })
})

describe('a sign-in link: what does not work any more', () => {
  const ways: Record<string, (world: World) => Promise<string>> = {
    unknown: async (world) => `/sign-in/${newSecret(world.orgId)}`,
    'of no organisation': async () => `/sign-in/${newSecret('nobody')}`,
    malformed: async () => '/sign-in/x',
    'not even text': async () => '/sign-in/%FF%00',
    'with more behind it': async (world) => `${await linkFor(world, 'inspector')}/x`,
    'endlessly long': async () => `/sign-in/${'0'.repeat(5_000)}`,
    used: async (world) => {
      const path = await linkFor(world, 'inspector')
      await use(world.as(null), path)
      return path
    },
    expired: async (world) => {
      const path = await linkFor(world, 'inspector')
      world.now += 15 * minute
      return path
    },
    replaced: async (world) => {
      const path = await linkFor(world, 'inspector')
      await linkFor(world, 'inspector', 'lead')
      return path
    },
    'of a member closed since': (world) => linkThenChange(world, 'inspector', { closed: true }),
    'of a member promoted since': (world) => linkThenChange(world, 'inspector', { role: 'admin' }),
    'of a maker closed since': (world) => linkThenChange(world, 'lead', { closed: true }),
    'of a maker demoted since': (world) => linkThenChange(world, 'lead', { role: 'viewer' }),
  }

  async function linkThenChange(world: World, person: Person, change: object): Promise<string> {
    const path = await linkFor(world, 'inspector', 'lead')
    const id = world.member[person]
    const changed = await world.as('admin').patch(`/api/v1/members/${id}`, change, { 'If-Match': '1' })
    expect(changed.status).toBe(200)
    return path
  }

  it.each(Object.entries(ways))('%s: the same answer, and nobody is signed in', async (_, make) => {
    const world = await newWorld()
    const path = await make(world)
    const sessions = await rowsOf(world, 'sessions')
    const unknown = `/sign-in/${newSecret(world.orgId)}`
    for (const method of ['GET', 'POST'] as const) {
      const [answer, expected] = [
        await world.as(null).request(path, { method }),
        await world.as(null).request(unknown, { method }),
      ]
      expect([answer.status, expected.status]).toEqual([404, 404])
      expect(sessionOf(answer)).toBeNull()
      const pages = [
        (await answer.text()).replaceAll(path, ''),
        (await expected.text()).replaceAll(unknown, ''),
      ]
      expect(pages[0]).toBe(pages[1])
    }
    expect(await rowsOf(world, 'sessions')).toBe(sessions)
  })

  it('the account that is open again has no link from before', async () => {
    const world = await newWorld()
    const path = await linkThenChange(world, 'inspector', { closed: true })
    const id = world.member.inspector
    await world.as('admin').patch(`/api/v1/members/${id}`, { closed: false }, { 'If-Match': '2' })
    expect((await use(world.as(null), path)).status).toBe(404)
  })

  it('no link is made for a closed account', async () => {
    const world = await newWorld()
    await linkThenChange(world, 'inspector', { closed: true })
    const path = `/members/${world.member.inspector}/sign-in-links`
    const refused = await world.as('admin').post(`/api/v1${path}`)
    expect([refused.status, (await refused.json<{ code: string }>()).code]).toEqual([409, 'member-closed'])
    const page = await world.as('admin').form(path.replace('links', 'codes'), {}, chinese)
    expect([page.status, textOf(await page.text())]).toEqual([409, expect.stringContaining('账户已停用')])
  })
})

describe('what a sign-in costs', () => {
  it('few rows: the page reads 4, using it up writes 6', async () => {
    const world = await newWorld()
    const path = await linkFor(world, 'inspector')
    await world.as(null).get(path)
    expect(world.usage.rowsRead).toBeLessThanOrEqual(8)
    await use(world.as(null), path)
    expect(world.usage.rowsWritten).toBeLessThanOrEqual(12)
  })
})
