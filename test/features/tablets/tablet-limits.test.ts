import { describe, expect, it } from 'vitest'
import { routeTable, pathWith } from '../security/route-table.ts'
import { newWorld } from '../support/world.ts'
import { newTablet } from './support.ts'

/** What a session on a tablet may change, of all that there is. */
const ofTablets = /^\/(?:api\/v1\/)?rounds(?:\/|$)|^\/tablet\/|^\/sign-|^\/language$/

const writes = routeTable().filter(({ method, path }) => method !== 'GET' && !ofTablets.test(path))

describe('on a tablet', () => {
  it.each(writes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s is refused, whoever holds it',
    async (_, route) => {
      const world = await newWorld()
      const tablet = await newTablet(world)
      const ids = { unit: world.unit.ward1, member: world.member.inspector }
      const path = pathWith(route, (kind) => ids[kind as 'unit'] ?? `${kind}_${world.orgId}_0`)
      const isApi = path.startsWith('/api/')
      for (const person of ['admin', 'supervisor', 'lead'] as const) {
        await tablet.signIn(person)
        const headers = {
          'Content-Type': isApi ? 'application/json' : 'application/x-www-form-urlencoded',
          'If-Match': '"1"',
          Cookie: [...tablet.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }
        const { method } = route
        const response = await world.as(null).request(path, { method, headers, body: isApi ? '{}' : '' })
        expect([person, response.status]).toEqual([person, 403])
      }
    },
  )
})
