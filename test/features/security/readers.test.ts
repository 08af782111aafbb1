import { describe, expect, it } from 'vitest'
import { newWorld, type Client, type Person, type World } from '../support/world.ts'
import { readers, everybody, type Readers } from './readers.ts'
import { pathWith, routeTable } from './route-table.ts'
import type { Place } from './write-actions.ts'

/** What nobody is refused for who they are, with the reason. */
const ofEverybody: Readonly<Record<string, string>> = {
  'GET /calendar/*': 'who has the address',
  'GET /sign-in': 'open',
  'GET /health': 'open',
  'GET /sign-in/*': 'who has the link',
  'GET /api/v1/openapi.json': 'open',
  'GET /api/v1/docs': 'open',
  'GET /members/:id/sign-in-codes': 'leads back to the members: a code is shown once',
  'GET /tablet': 'who holds a tablet: tablets-security.test.ts',
  'GET /tablet/sign-in': 'who holds a tablet: tablets-security.test.ts',
  'GET /tablet/pin': 'who holds a tablet, else it leads on: tablets.test.ts',
  'GET /account/passkeys/:id': 'one’s own only: passkeys-security.test.ts',
  'GET /feeds/:id/revocation': 'one’s own feeds only: feeds-api.test.ts',
}

const rows = Object.entries(readers)

it('every route that reads is in the table', () => {
  const routes = routeTable()
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => `GET ${path}`)
  expect(routes.filter((route) => !(route in readers)).toSorted()).toEqual(
    Object.keys(ofEverybody).toSorted(),
  )
  expect(Object.keys(readers).filter((route) => !routes.includes(route))).toEqual([])
})

describe.each(rows)('%s', (route, row) => {
  const { prepare, own, other = own } = row
  const places = prepare === undefined ? (['own'] as const) : (['own', 'other'] as const)

  it.each(places)('of one’s %s unit', async (place) => {
    const world = await newWorld()
    const id = (await prepare?.(world, place)) ?? ''
    const may = place === 'own' ? own : other
    const answered: string[] = []
    for (const person of everybody) {
      const { status } = await ask(world, { person, route, row, id })
      answered.push(`${person} ${status}`)
    }
    expect(answered).toEqual(
      everybody.map((person) => `${person} ${may.includes(person) ? 200 : refusalFor(row, person, place)}`),
    )
  })
})

describe.each(rows.filter(([, { prepare }]) => prepare !== undefined))('%s', (route, row) => {
  it('of another organisation is not there, whoever asks', async () => {
    const [ours, theirs] = [await newWorld(), await newWorld()]
    const id = (await row.prepare?.(theirs, 'own')) ?? ''
    for (const person of everybody)
      expect((await ask(ours, { person, route, row, id })).status, person).toBe(404)
  })
})

type Question = { person: Person; route: string; row: Readers; id: string }

function ask(world: World, { person, route, row, id }: Question): Promise<Response> {
  const client: Client = world.as(person)
  if (row.ask) return row.ask(client, id, world)
  const [method = '', path = ''] = route.split(' ')
  return client.get(pathWith({ method, path }, () => id))
}

function refusalFor({ refused = 403, seen }: Readers, person: Person, place: Place): number {
  if (!seen) return refused
  return seen[place].includes(person) ? 403 : 404
}
