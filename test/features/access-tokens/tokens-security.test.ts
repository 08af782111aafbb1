import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ProblemBody } from '../rounds/rig.ts'
import { hasId, pathWith, routeTable, type Route } from '../security/route-table.ts'
import { breaking } from '../support/database.ts'
import { keptOf, linesLogged } from '../support/kept.ts'
import { newWorld, type World } from '../support/world.ts'
import { makeToken, program, setMember } from './support.ts'

const day = 86_400_000

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a token that is no longer good', () => {
  const ends: Record<string, (world: World, id: string) => Promise<unknown> | void> = {
    'was revoked': (world, id) => world.as('admin').delete(`/api/v1/tokens/${id}`),
    'has expired': (world) => void (world.now += 90 * day),
    'has a maker whose account is closed': (world) =>
      setMember(world, 'admin', { role: 'admin', closedOn: 20_000 }),
  }

  it.each(Object.entries(ends))('because it %s is answered as one that never was', async (_, end) => {
    const world = await newWorld()
    const { id, token } = await makeToken(world)
    expect((await program(world, token).get('/api/v1/units')).status).toBe(200)
    await end(world, id)
    const never = `rounds_${world.orgId}-${'0'.repeat(52)}`
    const [ended, unknown] = await Promise.all(
      [token, never].map(async (secret) => {
        const response = await program(world, secret).get('/api/v1/units')
        const body = (await response.text()).replace(/"requestId":"[^"]*"/, '')
        return { status: response.status, challenge: response.headers.get('WWW-Authenticate'), body }
      }),
    )
    expect(ended).toEqual(unknown)
    expect(ended).toMatchObject({
      status: 401,
      challenge: 'Bearer realm="Rounds", error="invalid_token"',
      body: expect.stringContaining('"code":"bad-token"'),
    })
  })

  it('still works a moment before it expires', async () => {
    const world = await newWorld()
    const { token } = await makeToken(world)
    world.now += 90 * day - 1
    expect((await program(world, token).get('/api/v1/units')).status).toBe(200)
  })
})

describe('`Authorization`', () => {
  it.each([
    ['', 401],
    ['Bearer', 401],
    ['Bearer ', 401],
    ['Basic cm91bmRzOnNlY3JldA==', 401],
    ['Token TOKEN', 401],
    ['TOKEN', 401],
    ['Bearer TOKEN, Bearer TOKEN', 401],
    ['Bearer TOKEN TOKEN', 401],
    ['Bearer token=TOKEN', 401],
    ['Bearer "TOKEN"', 401],
    ['Bearer UNPREFIXED', 401],
    ['Bearer TOKEN', 200],
    ['bearer TOKEN', 200],
    ['BEARER  TOKEN', 200],
  ])('%j: %s, whatever cookie comes with it', async (form, status) => {
    const world = await newWorld()
    const { token } = await makeToken(world)
    const value = form.replaceAll('TOKEN', token).replace('UNPREFIXED', token.replace('rounds_', ''))
    const headers = new Headers({ Authorization: value })
    for (const person of ['supervisor', null] as const) {
      const response = await world.as(person).request('/api/v1/units', { method: 'GET', headers })
      expect(response.status).toBe(status)
    }
  })

  it('of two headers neither counts', async () => {
    const world = await newWorld()
    const { token } = await makeToken(world)
    const headers = new Headers({ Authorization: `Bearer ${token}` })
    headers.append('Authorization', 'Bearer other')
    expect((await world.as('admin').request('/api/v1/units', { method: 'GET', headers })).status).toBe(401)
  })

  it('without it the challenge names no error', async () => {
    const world = await newWorld()
    const response = await world.as(null).get('/api/v1/units')
    expect([response.status, response.headers.get('WWW-Authenticate')]).toEqual([
      401,
      'Bearer realm="Rounds"',
    ])
  })

  it('a session is no token, and a token no session', async () => {
    const world = await newWorld()
    const { token } = await makeToken(world)
    const cookie = { Cookie: `__Host-rounds=${token}` }
    const unprefixed = { Cookie: `__Host-rounds=${token.replace('rounds_', '')}` }
    for (const headers of [cookie, unprefixed])
      expect((await world.as(null).get('/api/v1/units', headers)).status).toBe(401)
  })

  it('opens no page and frees no form from coming from our own pages', async () => {
    const world = await newWorld()
    const { token } = await makeToken(world, { role: 'admin' })
    const asks = program(world, token)
    expect((await asks.get('/units')).status).toBe(303)
    const foreign = { Authorization: `Bearer ${token}`, Origin: 'https://evil.example' }
    expect((await world.as('admin').form('/units', { name: '外科', order: '0' }, foreign)).status).toBe(403)
  })

  it('says nothing to a calendar’s address', async () => {
    const world = await newWorld()
    const made = await world.as('admin').post('/api/v1/feeds', { name: 'x', scope: { kind: 'member' } })
    const { pathname } = new URL((await made.json<{ url: string }>()).url)
    for (const Authorization of ['Bearer nonsense', 'Basic eDp5'])
      expect((await world.as(null).get(pathname, { Authorization })).status).toBe(200)
  })

  it.each(['access_token', 'token', 'bearer'])(
    '%s in the query or in a body lets nobody in',
    async (name) => {
      const world = await newWorld()
      const { token } = await makeToken(world, { role: 'admin' })
      const nobody = world.as(null)
      expect((await nobody.get(`/api/v1/units?${name}=${token}`)).status).toBe(401)
      expect((await nobody.post('/api/v1/units', { name: '外科', [name]: token })).status).toBe(401)
      expect((await nobody.form('/units', { name: '外科', [name]: token })).status).toBe(401)
    },
  )
})

describe('another site', () => {
  it('is granted no preflight, and no answer allows it anything', async () => {
    const world = await newWorld()
    const { token } = await makeToken(world)
    const headers = {
      Origin: 'https://evil.example',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization',
    }
    for (const path of ['/api/v1/units', '/api/v1/openapi.json', '/api/v1/nothing', '/units']) {
      const preflight = await world.as(null).request(path, { method: 'OPTIONS', headers })
      expect([404, 405], path).toContain(preflight.status)
      const asked = await program(world, token).get(path, headers)
      for (const answer of [preflight, asked])
        expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('another organisation’s id', () => {
  const routes = routeTable().filter((route) => route.path.startsWith('/api/') && hasId(route))
  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'asked for by a program with %s is not there',
    async (_, route) => {
      const [ours, theirs] = [await newWorld(), await newWorld()]
      const { token } = await makeToken(ours, { role: 'admin' })
      const path = pathWith(route, (kind) => `${kind}_${theirs.orgId}_0`)
      const asks = program(ours, token)
      const answered = await (route.method === 'GET' ? asks.get(path) : asks.send(route.method, path))
      expect(answered.status).toBe(404)
    },
  )
})

describe('a program makes no keys', () => {
  /** The words of a path that stands for a way in: whatever is made or taken back there is for people alone. */
  const keys =
    /\/(?:tokens|feeds|sign-in|sign-in-links|codes|sign-in-codes|sessions|passkeys|tablets|pin|pins)(?:\/|$)/
  const isOfKeys = ({ method, path }: Route) =>
    method !== 'GET' && path.startsWith('/api/v1/') && keys.test(path)
  const routes = routeTable().filter(isOfKeys)
  const bodies: Record<string, unknown> = {
    'POST /api/v1/tokens': { name: 'x', role: 'viewer', validDays: 1 },
    'POST /api/v1/feeds': { name: 'x', scope: { kind: 'member' } },
  }

  it('knows the routes of the first keys there were', () => {
    const names = routes.map(({ method, path }) => `${method} ${path}`)
    expect(names).toEqual(
      expect.arrayContaining([
        'POST /api/v1/tokens',
        'DELETE /api/v1/tokens/:id',
        'POST /api/v1/feeds',
        'DELETE /api/v1/feeds/:id',
        'POST /api/v1/members/:id/sign-in-links',
      ]),
    )
  })

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s refuses it with a sentence of its own',
    async (name, route) => {
      const world = await newWorld()
      const { token } = await makeToken(world, { role: 'admin' })
      const path = pathWith(route, (kind) =>
        kind === 'member' ? world.member.colleague : `${kind}_${world.orgId}_0`,
      )
      const response = await program(world, token).send(route.method, path, bodies[name] ?? {})
      const problem = await response.json<ProblemBody>()
      expect([response.status, problem.code]).toEqual([403, 'own-browser-only'])
    },
  )
})

describe('the secret', () => {
  it('is in the store and its dump only as a hash, and in no log', async () => {
    const lines = linesLogged()
    const world = await newWorld()
    const { token } = await makeToken(world, { role: 'admin' })
    world.database = breaking(env.DB)
    expect((await program(world, token).get('/api/v1/units')).status).toBe(500)
    expect(lines).toEqual([expect.stringContaining('the store is broken')])
    expect(JSON.stringify([lines, await keptOf(world)])).not.toContain(token.slice(-52))
  })
})
