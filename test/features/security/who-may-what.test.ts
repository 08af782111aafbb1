import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { newWorld as anotherWorld, type Person, type World } from '../support/world.ts'
import { routeOf, routeTable } from './route-table.ts'
import { actionsAnywhere } from './write-actions-anywhere.ts'
import { actionsOnKeys } from './write-actions-keys.ts'
import { actionsOnSessions } from './write-actions-sessions.ts'
import { actionsOnDays } from './write-actions-days.ts'
import { actionsOnThings } from './write-actions-things.ts'
import { actionsOn, type Action, type Ask, type Place } from './write-actions.ts'

/** The table of docs/access.md, over things that are really there, asked for by programs and by pages alike. */

const people: Person[] = ['viewer', 'inspector', 'lead', 'officeLead', 'neighbour', 'supervisor', 'admin']
const seesAll: Person[] = ['supervisor', 'admin']
const done = [200, 201, 204, 303]

/** What nobody is refused for who they are, with the reason; tests of their own say what each does. */
const ofEverybody: Readonly<Record<string, string>> = {
  'POST /language': 'a cookie of one’s own browser',
  'POST /sign-in': 'who has a code',
  'POST /sign-in/*': 'who has the link',
  'POST /sign-in/passkey': 'who has the passkey',
  'POST /sign-in/passkey/challenges': 'writes what somebody shall sign',
  'POST /tablet/sign-in': 'who has a PIN on that tablet: tablets-security.test.ts',
  'POST /tablet/resume': 'who has a PIN on that tablet: tablets-security.test.ts',
  'POST /tablet/switch': 'ends one’s own session',
  'POST /tablet/pin': 'who holds a tablet: tablets-security.test.ts',
  'POST /account/no-passkey': 'a cookie of one’s own browser',
  'POST /sign-out': 'ends one’s own session',
  'POST /account/seen': 'notes that one’s own session is in use',
  'POST /api/v1/schedules/preview': 'writes nothing; who may ask is in readers.test.ts',
  'POST /settings/working-days/imports/preview':
    'writes nothing; who may keep it is in write-actions-days.ts',
  'POST /duties/preview': 'writes nothing; who may ask is in readers.test.ts',
  'POST /duties/:id/plans/preview': 'writes nothing; who may ask is in readers.test.ts',
}

const worlds: World[] = []

async function newWorld(): Promise<World> {
  const world = await anotherWorld()
  worlds.push(world)
  return world
}

const ways = Object.entries(actionsOn).flatMap(([name, action]) =>
  waysOf(action).map(([way, ask]) => [name, way, action, ask] as const),
)
const waysAnywhere = Object.entries({
  ...actionsAnywhere,
  ...actionsOnKeys,
  ...actionsOnSessions,
  ...actionsOnDays,
  ...actionsOnThings,
}).flatMap(([name, action]) => waysOf(action).map(([way, ask]) => [name, way, action, ask] as const))

describe.each(ways)('%s by %s', (_name, _way, action, ask) => {
  it('of one’s own unit', async () => {
    const world = await newWorld()
    for (const person of people) {
      const refused = person === 'neighbour' ? 404 : 403
      await expectAnswer(world, action, ask, {
        place: 'own',
        person,
        expected: mayOr(action, person, refused),
      })
    }
  })

  it('of another unit of the organisation', async () => {
    const world = await newWorld()
    for (const person of people.filter((one) => one !== 'neighbour')) {
      const expected = seesAll.includes(person) ? mayOr(action, person, 403) : [404]
      await expectAnswer(world, action, ask, { place: 'other', person, expected })
    }
  })

  it('of another organisation', async () => {
    const [ours, theirs] = [await newWorld(), await newWorld()]
    const id = await action.prepare(theirs, 'own')
    const before = await entriesIn(theirs)
    for (const person of people) expect((await ask(ours.as(person), id, ours)).status, person).toBe(404)
    expect([await entriesIn(theirs), await entriesIn(ours)]).toEqual([before, 0])
  })
})

describe.each(waysAnywhere)(
  '%s by %s',
  (_name, _way, { may, entries = 1, prepare, refused = [403, 404] }, ask) => {
    it.each(may)('as %s', async (person) => {
      const world = await newWorld()
      const id = (await prepare?.(world)) ?? ''
      const before = await entriesIn(world)
      const { status } = await ask(world.as(person), id, world)
      expect(done).toContain(status)
      expect((await entriesIn(world)) - before).toBe(entries)
    })

    it('by nobody else', async () => {
      const world = await newWorld()
      const id = (await prepare?.(world)) ?? ''
      const before = await entriesIn(world)
      for (const person of people.filter((one) => !may.includes(one))) {
        expect(refused, person).toContain((await ask(world.as(person), id, world)).status)
      }
      expect(await entriesIn(world)).toBe(before)
    })
  },
)

describe('every route that writes', () => {
  /** Comes last: the tests above have asked by then. */
  it('is in the tables', () => {
    const asked = new Set(worlds.flatMap((world) => world.asked).map((one) => routeOf(one)))
    const routes = routeTable().map(({ method, path }) => `${method} ${path}`)
    const missing = routes.filter(
      (route) => !route.startsWith('GET ') && !asked.has(route) && !(route in ofEverybody),
    )
    expect(missing).toEqual([])
    expect(Object.keys(ofEverybody).filter((route) => !routes.includes(route))).toEqual([])
  })
})

function waysOf({ api, page }: Pick<Action, 'api' | 'page'>): [string, Ask][] {
  return [['program', api], ...(page ? [['page', page] satisfies [string, Ask]] : [])]
}

function mayOr({ may }: Action, person: Person, refused: number): number[] {
  return may.includes(person) ? done : [refused]
}

type Attempt = { place: Place; person: Person; expected: number[] }

async function expectAnswer(world: World, action: Action, ask: Ask, attempt: Attempt): Promise<void> {
  const { place, person, expected } = attempt
  const id = await action.prepare(world, place)
  const before = await entriesIn(world)
  const response = await ask(world.as(person), id, world)
  const told = `${person} is answered ${response.status}: ${await response.text()}`
  expect(expected, told.slice(0, 300)).toContain(response.status)
  const left = done.includes(response.status) ? (action.entries ?? 1) : 0
  expect((await entriesIn(world)) - before, `audit entries by ${person}`).toBe(left)
}

async function entriesIn({ orgId }: World): Promise<number> {
  const counted = await env.DB.prepare('SELECT count(*) AS entries FROM audit WHERE org_id = ?')
    .bind(orgId)
    .first<{ entries: number }>()
  return counted?.entries ?? 0
}
