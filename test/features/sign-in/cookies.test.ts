import { describe, expect, it } from 'vitest'
import { newSecret } from '../../../src/platform/ids.ts'
import { ownPath } from '../../../src/platform/own-path.ts'
import { hour, signedInToo } from '../account/support.ts'
import { newWorld, type World } from '../support/world.ts'
import { codeFor, cookieOf, linkFor, sessionOf, typeIn, use, whoIs } from './support.ts'

async function statusWith(world: World, Cookie: string): Promise<number> {
  return (await world.as(null).get('/api/v1/units', { Cookie })).status
}

async function secretOf(world: World): Promise<string> {
  return (await signedInToo(world, 'inspector')).Cookie.split('=')[1] ?? ''
}

describe('the session’s cookie', () => {
  it('is read by one name: nothing else signs anybody in', async () => {
    const world = await newWorld()
    const secret = await secretOf(world)
    expect(await statusWith(world, `__Host-rounds=${secret}`)).toBe(200)
    for (const name of ['rounds', '__Secure-rounds', '__host-rounds', 'x__Host-rounds', '__Host-rounds-x'])
      expect(await statusWith(world, `${name}=${secret}`), name).toBe(401)
  })

  it('is not changed by another beside it', async () => {
    const world = await newWorld()
    const [mine, planted] = [await secretOf(world), (await signedInToo(world, 'admin')).Cookie.split('=')[1]]
    for (const cookies of [
      `rounds=${planted}; __Host-rounds=${mine}`,
      `__Host-rounds=${mine}; rounds=${planted}`,
      `x="; __Host-rounds=${mine}`,
    ]) {
      const response = await world.as(null).get('/api/v1/sessions', { Cookie: cookies })
      expect(response.status, cookies).toBe(200)
      expect(await whoIs(world, mine)).toBe('尹护士')
    }
  })

  it('there twice, as when another host or path tossed one in, signs nobody in', async () => {
    const world = await newWorld()
    const [mine, planted] = [await secretOf(world), (await signedInToo(world, 'admin')).Cookie.split('=')[1]]
    for (const [first, second] of [
      [mine, planted],
      [planted, mine],
      [mine, mine],
      [mine, ''],
    ])
      expect(await statusWith(world, `__Host-rounds=${first}; __Host-rounds=${second}`)).toBe(401)
  })

  it('planted before a sign-in never becomes a session, by link or by code', async () => {
    const world = await newWorld()
    const planted = newSecret(world.orgId)
    const headers = { Cookie: `__Host-rounds=${planted}` }
    const byLink = await world.as(null).form(await linkFor(world, 'inspector'), {}, headers)
    const fields = { organisation: world.orgId, code: await codeFor(world, 'inspector') }
    const byCode = await world.as(null).form('/sign-in', fields, headers)
    const sessions = [sessionOf(byLink), sessionOf(byCode)]
    for (const session of sessions) {
      expect(session).not.toBe(planted)
      expect(await whoIs(world, session)).toBe('尹护士')
    }
    expect(await whoIs(world, planted)).toBeNull()
  })

  it('of an attacker’s own session, planted before a sign-in, is no longer good after it', async () => {
    const world = await newWorld()
    const planted = await signedInToo(world, 'colleague')
    const fields = { organisation: world.orgId, code: await codeFor(world, 'inspector') }
    const answer = await world.as(null).form('/sign-in', fields, planted)
    expect(await whoIs(world, sessionOf(answer))).toBe('尹护士')
    expect(await statusWith(world, planted.Cookie)).toBe(401)
  })
})

describe('where a sign-in leads', () => {
  const roundPage = '/duties?unit=x&state=%E9%80%BE'

  it.each(['link', 'code'] as const)('by a %s to the page that was asked for, once', async (way) => {
    const world = await newWorld()
    const sent = await world.as(null).get(roundPage)
    expect(sent.headers.get('Location')).toBe('/sign-in')
    const cookie = sent.headers.getSetCookie().find((one) => one.startsWith('rounds-landing='))
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=900'])
      expect(cookie).toContain(part)
    const headers = { Cookie: `rounds-landing=${cookieOf(sent, 'rounds-landing')}` }
    const answer =
      way === 'link'
        ? await world.as(null).form(await linkFor(world, 'inspector'), {}, headers)
        : await world
            .as(null)
            .form('/sign-in', { organisation: world.orgId, code: await codeFor(world, 'inspector') }, headers)
    expect(answer.headers.get('Location')).toBe(roundPage)
    expect(cookieOf(answer, 'rounds-landing')).toBe('')
  })

  it('is remembered of pages that people open, not of what pages ask for, nor of addresses without end', async () => {
    const world = await newWorld()
    const remembered = async (path: string, headers?: Record<string, string>) =>
      cookieOf(await world.as(null).get(path, headers), 'rounds-landing')
    expect(await remembered('/duties')).toBe('%2Fduties')
    expect(await remembered('/duties', { 'Sec-Fetch-Dest': 'document' })).toBe('%2Fduties')
    expect(await remembered('/duties', { 'Sec-Fetch-Dest': 'empty' })).toBeNull()
    expect(await remembered(`/duties?${'x'.repeat(2000)}`)).toBeNull()
    expect(await remembered('/api/v1/units')).toBeNull()
  })

  const elsewhere = [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/%09/evil.example',
    'javascript:alert(1)',
    '/a\r\nX: y',
    '\\\\evil.example',
    '.evil.example',
    '@evil.example',
    '',
  ]

  it.each(elsewhere)('is never another site: %j', async (path) => {
    const world = await newWorld()
    for (const value of [encodeURIComponent(path), path.replaceAll(/[^\x20-\x7e]/g, '')]) {
      const headers = { Cookie: `rounds-landing=${value}` }
      const answer = await world.as(null).form(await linkFor(world, 'inspector'), {}, headers)
      const location = new URL(answer.headers.get('Location') ?? '', 'https://rounds.test/sign-in')
      expect([answer.status, location.origin]).toEqual([303, 'https://rounds.test'])
    }
    expect(new URL(ownPath(path), 'https://rounds.test').origin).toBe('https://rounds.test')
  })

  it('takes nothing from the address: neither next, nor back, nor return', async () => {
    const world = await newWorld()
    const query = 'next=//evil.example&back=https://evil.example&return=//evil.example'
    const answer = await use(world.as(null), `${await linkFor(world, 'inspector')}?${query}`)
    expect(answer.headers.get('Location')).toBe('/')
    const fields = { organisation: world.orgId, next: '//evil.example' }
    const code = await codeFor(world, 'inspector')
    const byCode = await world.as(null).form(`/sign-in?${query}`, { ...fields, code })
    expect(byCode.headers.get('Location')).toBe('/')
  })
})

it('who signs in again a month later is let in by a new session alone', async () => {
  const world = await newWorld()
  const old = sessionOf(await typeIn(world, await codeFor(world, 'inspector')))
  world.now += 31 * 24 * hour
  const fresh = sessionOf(await typeIn(world, await codeFor(world, 'inspector')))
  expect([await whoIs(world, old), await whoIs(world, fresh)]).toEqual([null, '尹护士'])
})
