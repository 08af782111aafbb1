import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { allowances } from '../../../src/platform/limiter.ts'
import { makeToken, program } from '../access-tokens/support.ts'
import { newWorld, type Client, type World } from '../support/world.ts'

type ProblemBody = { code: string; title: string; detail: string; params?: Record<string, number> }

let clients = 0

/** An address of the hospital's own network, of which nobody has heard before. */
function newAddress(): string {
  clients += 1
  return `10.${clients >> 16}.${(clients >> 8) & 255}.${clients & 255}`
}

/** Somebody behind that address, as Cloudflare passes a request on: `cf` is its own. */
function from(client: Client, address: string, cloudflare = true) {
  return (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('CF-Connecting-IP', address)
    return client.request(path, { method: 'GET', ...init, headers, ...(cloudflare && { cf: {} }) })
  }
}

/** A body whose length nobody tells beforehand: the service reads it into a request of its own. */
function streamed(text: string): ReadableStream {
  return new Blob([text]).stream()
}

const noFeed = (world: World) => `/calendar/${world.orgId}-${'0'.repeat(52)}.ics`
const noLink = (world: World) => `/sign-in/${world.orgId}-${'0'.repeat(52)}`

async function statusesOf(ask: () => Promise<Response>, times: number): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: times }, ask))
  return [...new Set(answers.map(({ status }) => status))]
}

async function newFeed(world: World): Promise<{ id: string; path: string }> {
  const body = { name: '日历', scope: { kind: 'member' } }
  const made = await world.as('inspector').post('/api/v1/feeds', body)
  const { id, url } = await made.json<{ id: string; url: string }>()
  return { id, path: new URL(url).pathname }
}

describe('addresses of feeds that are not there', () => {
  const { atOnce } = allowances.feed

  it('are refused after so many a client, in the reader’s language, and again answered a moment later', async () => {
    const world = await newWorld()
    const ask = from(world.as(null), newAddress())
    expect(await statusesOf(() => ask(noFeed(world)), atOnce)).toEqual([404])
    const refused = await ask(noFeed(world), { headers: { 'Accept-Language': 'zh-CN' } })
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1'])
    expect(await refused.json<ProblemBody>()).toMatchObject({
      code: 'too-many',
      title: '操作过于频繁',
      detail: '请在1秒后再试。',
    })
    world.now += 1000
    expect((await ask(noFeed(world))).status).toBe(404)
  })

  it('unknown, revoked and malformed ones are refused alike', async () => {
    const world = await newWorld()
    const feed = await newFeed(world)
    await world.as('inspector').delete(`/api/v1/feeds/${feed.id}`)
    const ask = from(world.as(null), newAddress())
    await statusesOf(() => ask(noFeed(world)), atOnce)
    const answers = new Set<string>()
    for (const path of [noFeed(world), feed.path, '/calendar/nonsense.ics', '/calendar/']) {
      const refused = await ask(path)
      const { requestId: _, ...body } = await refused.json<ProblemBody & { requestId: string }>()
      answers.add(JSON.stringify([refused.status, refused.headers.get('Retry-After'), body]))
    }
    expect([...answers]).toEqual([expect.stringContaining('429')])
  })

  it('starve nobody behind the same address: a feed that is there keeps working and is not counted', async () => {
    const world = await newWorld()
    const feed = await newFeed(world)
    const ask = from(world.as(null), newAddress())
    expect(await statusesOf(() => ask(feed.path), 5)).toEqual([200])
    expect(await statusesOf(() => ask(noFeed(world)), atOnce)).toEqual([404])
    expect((await ask(noFeed(world))).status).toBe(429)
    expect((await ask(feed.path)).status).toBe(200)
  })

  it('of another client are answered', async () => {
    const world = await newWorld()
    await statusesOf(() => from(world.as(null), '2001:db8::1')(noFeed(world)), atOnce)
    expect((await from(world.as(null), '2001:db8:0:0:ffff::2')(noFeed(world))).status).toBe(429)
    expect((await from(world.as(null), '2001:db8:0:1::1')(noFeed(world))).status).toBe(404)
    expect((await from(world.as(null), newAddress())(noFeed(world))).status).toBe(404)
  })

  it('an address that Cloudflare did not write is nobody’s', async () => {
    const world = await newWorld()
    const victim = newAddress()
    const forged = from(world.as(null), victim, false)
    expect(await statusesOf(() => forged(noFeed(world)), atOnce + 5)).toEqual([404])
    expect((await from(world.as(null), victim)(noFeed(world))).status).toBe(404)
    const headers = { 'X-Forwarded-For': victim }
    await statusesOf(
      () => world.as(null).request(noFeed(world), { method: 'GET', headers, cf: {} }),
      atOnce + 5,
    )
    expect((await from(world.as(null), victim)(noFeed(world))).status).toBe(404)
  })
})

describe('sign-in links that let nobody in', () => {
  const { atOnce } = allowances['sign-in']

  async function newLink(world: World): Promise<string> {
    const path = `/api/v1/members/${world.member.inspector}/sign-in-links`
    const { url } = await (await world.as('admin').post(path)).json<{ url: string }>()
    return new URL(url).pathname
  }

  it('are refused after so many a client, opened or used', async () => {
    const world = await newWorld()
    const ask = from(world.as(null), newAddress())
    expect(await statusesOf(() => ask(noLink(world)), atOnce - 1)).toEqual([404])
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await ask(noLink(world), { method: 'POST', headers: form })).status).toBe(404)
    for (const sent of [{}, { method: 'POST' }, { method: 'POST', body: streamed('x=1') }]) {
      const refused = await ask(noLink(world), { headers: form, ...sent })
      expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1'])
      expect(refused.headers.get('Referrer-Policy')).toBe('strict-origin')
      expect(await refused.text()).toContain('Please try again in 1 second.')
    }
  })

  it('keep no colleague behind the same address from signing in', async () => {
    const world = await newWorld()
    const link = await newLink(world)
    const ask = from(world.as(null), newAddress())
    await statusesOf(() => ask(noLink(world)), atOnce + 1)
    expect((await ask(link)).status).toBe(200)
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await ask(link, { method: 'POST', headers: form, redirect: 'manual' })).status).toBe(303)
  })

  it('and feeds are counted apart', async () => {
    const world = await newWorld()
    const ask = from(world.as(null), newAddress())
    await statusesOf(() => ask(noLink(world)), atOnce + 1)
    expect((await ask(noFeed(world))).status).toBe(404)
  })
})

describe('sign-in codes that let nobody in', () => {
  const { atOnce } = allowances['sign-in']

  it('are refused after so many a client, and no code is looked at before the wait is over', async () => {
    const world = await newWorld()
    const made = await world.as('admin').post(`/api/v1/members/${world.member.inspector}/sign-in-codes`)
    const { code } = await made.json<{ code: string }>()
    const ask = from(world.as(null), newAddress())
    const typeIn = (typed: string) => {
      const body = new URLSearchParams({ organisation: world.orgId, code: typed })
      return ask('/sign-in', { method: 'POST', body, redirect: 'manual' })
    }
    const wrong = `ZZ${code.startsWith('ZZ') ? 'Y' : 'Z'}0-0000`
    expect(await statusesOf(() => typeIn(wrong), atOnce)).toEqual([422])
    const refused = await typeIn(code)
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1'])
    const page = await refused.text()
    expect(page).toContain('Please try again in 1 second.')
    expect(page).toContain(`value="${code}"`)
    world.now += 1000
    expect((await typeIn(code)).status).toBe(303)
  })
})

describe('challenges for passkeys', () => {
  const { atOnce } = allowances.challenge

  it('bug: anybody could have as many rows written as they liked', async () => {
    const world = await newWorld()
    const ask = from(world.as(null), newAddress())
    const challenge = () => ask('/sign-in/passkey/challenges', { method: 'POST' })
    expect(await statusesOf(challenge, atOnce)).toEqual([201])
    const refused = await challenge()
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1'])
    const page = await ask('/sign-in/passkey', {
      method: 'POST',
      body: new URLSearchParams({ answer: 'null' }),
    })
    expect([page.status, await page.text()]).toEqual([
      429,
      expect.stringContaining('Please try again in 1 second.'),
    ])
    expect((await from(world.as(null), newAddress())('/sign-in')).status).toBe(200)
    world.now += 1000
    expect((await challenge()).status).toBe(201)
  })
})

describe('previews', () => {
  const { atOnce } = allowances.preview
  const standing = { way: 'standing' }
  const wrong = { plan: { from: '2026-01-01', rhythm: {} }, from: '2026-01-01', to: '2026-12-31' }

  /** A member who has asked for as many as are given. What is refused for its content was asked for too. */
  async function exhausted(): Promise<World> {
    const world = await newWorld()
    await statusesOf(() => world.as('lead').form('/duties/preview', standing), atOnce)
    return world
  }

  it('are refused after so many a member, by the API, in the editor and without scripts', async () => {
    const world = await exhausted()
    const lead = world.as('lead')
    const plan = { from: '2026-01-01', rhythm: { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=DAILY' } }
    const refused = await lead.post('/api/v1/schedules/preview', { ...wrong, plan })
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1'])
    expect(await refused.json()).toMatchObject({ code: 'too-many', params: { seconds: 1 } })

    const revision = { from: '2026-04-01', plan, replaces: null }
    expect((await lead.post('/api/v1/duties/none/plans?dryRun=1', revision)).status).toBe(429)
    expect((await lead.post('/api/v1/duties/none/plans', revision)).status).toBe(404)

    const part = await lead.form('/duties/preview', standing, { 'HX-Request': 'true' })
    expect([part.status, part.headers.get('Retry-After')]).toEqual([429, '1'])
    expect(await part.text()).toMatch(/^<div class="notice[\s\S]*Please try again in 1 second\./)

    const page = await lead.form('/duties', { ...standing, title: 'Half typed', show: '1' })
    expect([page.status, page.headers.get('Retry-After')]).toEqual([429, '1'])
    expect(await page.text()).toMatch(/Too many requests[\s\S]*Half typed/)

    expect((await world.as('officeLead').form('/duties/preview', standing)).status).toBe(200)
    world.now += 1000
    expect((await lead.form('/duties/preview', standing)).status).toBe(200)
  })
})

describe('Cloudflare’s counter, where it is bound', () => {
  /** Counts for all isolates, and has enough of it after `most`. */
  function counter(most: number) {
    const asked: string[] = []
    const limit = ({ key }: { key: string }) => {
      asked.push(key)
      return Promise.resolve({ success: asked.length <= most })
    }
    return { asked, binding: { limit } }
  }

  it('is asked by failures alone, and believed for a minute', async () => {
    const world = await newWorld()
    const feed = await newFeed(world)
    const { asked, binding } = counter(2)
    world.bindings = { FEED_LIMIT: binding }
    const address = newAddress()
    const ask = from(world.as(null), address)
    await ask(feed.path)
    expect(asked).toEqual([])
    expect(await statusesOf(() => ask(noFeed(world)), 2)).toEqual([404])
    const refused = await ask(noFeed(world))
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '60'])
    expect((await ask(noFeed(world))).status).toBe(429)
    expect(asked).toEqual([address, address, address])
    expect((await ask(feed.path)).status).toBe(200)
  })

  it('counts what a program previews by its token, and so not against its maker', async () => {
    const world = await newWorld()
    const { id, token } = await makeToken(world, { role: 'admin' })
    const { asked, binding } = counter(2)
    world.bindings = { PREVIEW_LIMIT: binding }
    const plan = { from: '2026-01-01', rhythm: { kind: 'rule', start: '2026-01-01', rrule: 'FREQ=DAILY' } }
    const preview = { plan, from: '2026-01-01', to: '2026-01-02' }
    for (const client of [program(world, token), world.as('admin')])
      expect((await client.post('/api/v1/schedules/preview', preview)).status).toBe(200)
    expect(asked).toEqual([id, world.member.admin])
  })

  it('that fails lets people work', async () => {
    const world = await newWorld()
    world.bindings = { FEED_LIMIT: { limit: () => Promise.reject(new Error('gone')) } }
    expect((await from(world.as(null), newAddress())(noFeed(world))).status).toBe(404)
  })
})

it('no limit writes to the store', async () => {
  const world = await newWorld()
  const ask = from(world.as(null), newAddress())
  await statusesOf(() => ask(noFeed(world)), 3)
  expect([world.usage.rowsWritten, env.DB]).toEqual([0, world.database])
})
