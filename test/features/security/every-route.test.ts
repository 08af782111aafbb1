import { beforeAll, describe, expect, it } from 'vitest'
import { alive } from '../service/rig.ts'
import { watching } from '../support/database.ts'
import { newWorld, type Client, type Person, type World } from '../support/world.ts'
import { hasId, pathWith, routeTable, type Route } from './route-table.ts'

const routes = routeTable()
const named = (some: Route[]) => some.map((route) => [`${route.method} ${route.path}`, route] as const)
const isRead = ({ method }: Route) => method === 'GET'
const isApi = ({ path }: Route) => path.startsWith('/api/')
const open = new Set([
  '/sign-in',
  '/sign-out',
  '/language',
  '/api/v1/openapi.json',
  '/api/v1/docs',
  '/health',
])
const isOpen = ({ path }: Route) =>
  open.has(path) || path.startsWith('/calendar/') || path.startsWith('/sign-in/')

describe('without a session', () => {
  it.each(named(routes.filter((route) => !isOpen(route))))('%s answers nothing', async (_, route) => {
    const world = await newWorld()
    const response = await ask(
      world.as(null),
      route,
      pathWith(route, (kind) => `${kind}_${world.orgId}_0`),
    )
    if (isApi(route)) expect(response.status).toBe(401)
    else if (isRead(route)) expect(response.headers.get('Location')).toBe('/sign-in')
    else expect(response.status).toBe(401)
  })
})

describe('another organisation’s id', () => {
  const people: Person[] = ['admin', 'supervisor', 'lead', 'inspector', 'viewer']
  let theirs: World
  beforeAll(async () => {
    theirs = await newWorld()
  })

  it.each(named(routes.filter(hasId)))('in the path of %s answers 404, whoever asks', async (_, route) => {
    const ours = await newWorld()
    const path = pathWith(route, (kind) => idIn(theirs, kind))
    for (const person of people) expect((await ask(ours.as(person), route, path)).status, person).toBe(404)
  })

  it.each(named(routes.filter((route) => isRead(route) && !isOpen(route))))(
    'in the query of %s answers 404',
    async (_, route) => {
      const ours = await newWorld()
      const path = pathWith(route, (kind) => idIn(ours, kind))
      for (const name of ['unit', 'duty', 'anything']) {
        const response = await ours.as('supervisor').get(`${path}?${name}=${theirs.unit.ward1}`)
        expect(response.status, name).toBe(404)
      }
    },
  )

  it.each(named(routes.filter((route) => !isRead(route) && !isOpen(route))))(
    'in the body of %s answers 404',
    async (_, route) => {
      const ours = await newWorld()
      const path = pathWith(route, (kind) => idIn(ours, kind))
      const client = ours.as('supervisor')
      const response = isApi(route)
        ? await client.request(path, {
            method: route.method,
            body: JSON.stringify({ deep: [{ id: theirs.unit.ward1 }] }),
            headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
          })
        : await client.form(path, { unit: theirs.unit.ward1 })
      expect(response.status).toBe(404)
    },
  )
})

describe('a request from another site', () => {
  it.each(named(routes.filter((route) => !isRead(route) && !route.path.startsWith('/calendar/'))))(
    '%s is refused',
    async (_, route) => {
      const world = await newWorld()
      const path = pathWith(route, (kind) => idIn(world, kind))
      for (const headers of [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { Origin: '', 'Sec-Fetch-Site': 'cross-site' },
      ]) {
        for (const person of ['supervisor', null] as const) {
          const response = await ask(world.as(person), route, path, headers)
          expect(response.status).toBe(403)
        }
      }
    },
  )
})

describe('reading writes nothing', () => {
  it.each(named(routes.filter(isRead)))('%s', async (_, route) => {
    const world = await newWorld()
    await alive(world)
    world.database = refusingWrites(world.database)
    const path = pathWith(route, (kind) => idIn(world, kind))
    for (const person of ['admin', 'supervisor', 'lead', 'inspector', 'viewer', null] as const) {
      for (const method of ['GET', 'HEAD']) {
        const response = await world.as(person).request(path, { method })
        expect(response.status, `${method} as ${person}`).toBeLessThan(500)
      }
    }
  })

  it('the store of this test does throw on write', async () => {
    const world = await newWorld()
    world.database = refusingWrites(world.database)
    const response = await world.as('admin').post('/api/v1/units', { name: '外科' })
    expect(response.status).toBe(500)
  })
})

describe('headers', () => {
  it.each(named(routes.filter(isRead)))(
    '%s carries the content policy and is cached by nobody',
    async (_, route) => {
      const world = await newWorld()
      const response = await world.as('supervisor').get(pathWith(route, (kind) => idIn(world, kind)))
      expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
      expect(response.headers.get('Content-Security-Policy')).not.toContain('unsafe')
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(response.headers.get('Referrer-Policy')).toBe(referrerPolicyOf(route, response))
      expect(response.headers.get('Cache-Control')).toContain('private')
    },
  )
})

/** Pages whose path is a secret tell it to nobody, not even to our own files. */
function referrerPolicyOf({ path }: Route, response: Response): string {
  if (path === '/sign-in/*') return 'strict-origin'
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') === true
  return isPage ? 'same-origin' : 'no-referrer'
}

function ask(
  client: Client,
  { method, path: pattern }: Route,
  path: string,
  headers: Record<string, string> = {},
) {
  const versioned = { 'If-Match': '"1"', ...headers }
  if (method === 'GET') return client.get(path, headers)
  if (!pattern.startsWith('/api/')) return client.form(path, {}, headers)
  return client.request(path, {
    method,
    body: '{}',
    headers: { 'Content-Type': 'application/json', ...versioned },
  })
}

/** An id of that organisation: a real one where it has such a thing from the start. */
function idIn(world: World, kind: string): string {
  if (kind === 'unit') return world.unit.ward1
  if (kind === 'member') return world.member.inspector
  return `${kind}_${world.orgId}_0`
}

function refusingWrites(database: D1Database): D1Database {
  return watching(database, (text) => {
    if (/\b(?:INSERT|UPDATE|DELETE|REPLACE)\b/i.test(text)) throw new Error(`a read wrote: ${text}`)
  })
}
