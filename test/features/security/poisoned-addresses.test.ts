import { describe, expect, it } from 'vitest'
import { newWorld } from '../support/world.ts'
import { readers } from './readers.ts'
import { pathWith, routeTable } from './route-table.ts'

/**
 * ROUNDS_ORIGIN is the only source of absolute addresses: whatever a request, or a proxy in front of us, says of the host, no
 * link, redirect, feed address, cookie or cached page leads there.
 */
const evil = 'evil.example'
const poison = {
  Host: evil,
  'X-Forwarded-Host': evil,
  'X-Forwarded-Server': evil,
  'X-Forwarded-Proto': 'http',
  'X-Forwarded-Prefix': `//${evil}`,
  'X-Original-Url': `https://${evil}/`,
  'X-Rewrite-Url': `https://${evil}/`,
  'X-Host': evil,
  Forwarded: `host=${evil};proto=http`,
}

const reads = routeTable().filter(({ method }) => method === 'GET')

describe.each(reads)('GET $path', (route) => {
  it('names no host but ours', async () => {
    const world = await newWorld()
    const row = readers[`GET ${route.path}`]
    const id = (await row?.prepare?.(world, 'own')) ?? ''
    const path = route.path.includes('*') ? '/sign-in' : pathWith(route, () => id)
    for (const person of ['admin', 'supervisor', null] as const)
      await expectOurs(await world.as(person).get(path, poison))
  })
})

describe('what hands out an address', () => {
  it.each([
    ['a feed', '/api/v1/feeds', { name: '任务', scope: { kind: 'member' } }],
    ['a sign-in link', '/api/v1/members/:nurse/sign-in-links', undefined],
    ['a sign-in code', '/api/v1/members/:nurse/sign-in-codes', undefined],
  ])('%s', async (_, path, body) => {
    const world = await newWorld()
    const own = path.replace(':nurse', world.member.inspector)
    const made = await world.as('admin').post(own, body, poison)
    expect(made.status).toBe(201)
    await expectOurs(made)
  })

  it('signing in leads to our own page', async () => {
    const world = await newWorld()
    const link = await world.as('admin').post(`/api/v1/members/${world.member.inspector}/sign-in-links`)
    const { pathname } = new URL((await link.json<{ url: string }>()).url)
    const signedIn = await world.as(null).form(pathname, {}, poison)
    expect([signedIn.status, signedIn.headers.get('Location')]).toEqual([303, '/'])
    expect(signedIn.headers.get('Set-Cookie')).not.toContain('Domain')
  })

  it('what is not signed in leads to our own way in', async () => {
    const world = await newWorld()
    const led = await world.as(null).get('/overdue', poison)
    expect(led.headers.get('Location')).toMatch(/^\/sign-in(?:\?|$)/)
  })
})

async function expectOurs(response: Response): Promise<void> {
  expect(await response.text()).not.toContain(evil)
  for (const [name, value] of response.headers) expect(value, name).not.toContain(evil)
}
