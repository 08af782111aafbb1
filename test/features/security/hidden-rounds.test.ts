import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../../src/domain/time/civil.ts'
import { makeDuty as dutyOf, newPlan } from '../duties/support.ts'
import { makeFeed } from '../feeds/support.ts'
import { at, hour, makeDuty, pathOf, planned } from '../rounds/rig.ts'
import { newWorld, type Client, type Person, type World } from '../support/world.ts'
import { hasId, pathWith, routeTable, type Route } from './route-table.ts'

/**
 * Two drawn rounds that inspect ward 1, one of the office's and one that the ward does itself, of a duty that the ward owns: none of
 * its people may find a trace of them before they open, whatever they ask for. The lead may read the audit trail too.
 */

const topic = '秘密抽查'
const opening = at('2026-03-29T09:30:00+08:00')
const traces = [topic, 'drawnkey', '2026-03-29', '20260329', '29 Mar', '3月29日']
const inspected: Person[] = ['lead', 'inspector']
const routes = routeTable().filter(({ path }) => !/^\/(api\/v1\/)?(sign|language|calendar)/.test(path))

type Hidden = { world: World; dutyId: string; ids: string[] }

async function withHiddenRounds(): Promise<Hidden> {
  const world = await newWorld()
  const { unit, orgId } = world
  const dutyId = await makeDuty(world, { ownedBy: unit.ward1, performedBy: unit.office })
  await env.DB.prepare(`UPDATE members SET rights = '["audit"]' WHERE org_id = ? AND id = ?`)
    .bind(orgId, world.member.lead)
    .run()
  const plannedOn = dayOf(2026, 3, 29)
  const drawn = {
    dutyId,
    title: null,
    topic,
    ownedBy: unit.ward1,
    occursOn: plannedOn,
    plannedOn,
    opensAt: opening,
    hiddenUntil: opening,
    dueAt: opening + 24 * hour,
  }
  const ids = [
    await planned(world, { ...drawn, key: 'drawnkey1', performedBy: unit.office }),
    await planned(world, { ...drawn, key: 'drawnkey2', performedBy: unit.ward1 }),
  ]
  const [id = ''] = ids
  const asked = { code: 'in-use', reason: '与其他检查冲突' }
  expect((await world.as('officeLead').post(pathOf(id, '/excuse'), asked)).status).toBeLessThan(300)
  return { world, dutyId, ids }
}

function pathFor({ world, dutyId }: Hidden, route: Route, roundId: string): string {
  const known: Record<string, string> = { round: roundId, duty: dutyId, unit: world.unit.ward1 }
  return pathWith(route, (kind) => known[kind] ?? `${kind}_${world.orgId}_0`).replace(
    ':file{[^/]+\\.ics}',
    `${roundId}.ics`,
  )
}

const answer = { id: 'a', item: 'exits', value: 'yes' }
/** What the API would take, by the end of the path. */
const bodies: Readonly<Record<string, object>> = {
  confirmation: {},
  completion: {},
  corrections: { answers: [answer], reason: '更正' },
  decision: { granted: true },
  excuse: { code: 'in-use', reason: '占用' },
  acknowledgement: {},
  'miss-reason': { reason: '停电' },
  record: { answers: [answer] },
}

function ask(client: Client, method: string, path: string): Promise<Response> {
  if (method === 'GET') return client.get(path)
  if (!path.startsWith('/api/')) return client.form(path, { version: '1' })
  const body = JSON.stringify(bodies[path.split('/').at(-1) ?? ''] ?? { planned: '2026-03-30' })
  const headers = { 'If-Match': '1', 'Content-Type': 'application/json' }
  return client.request(path, { method, headers, body })
}

/** The text, with what its cursors say. */
async function readable(response: Response): Promise<string> {
  const text = await response.text()
  const cursors = [...text.matchAll(/(?:cursor=|"next":")([\w-]+)/g)].map(([, cursor = '']) =>
    atob(cursor.replaceAll('-', '+').replaceAll('_', '/')),
  )
  return [text, ...cursors].join('\n')
}

describe('before they open', () => {
  let hidden: Hidden
  beforeAll(async () => {
    hidden = await withHiddenRounds()
  })

  it.each(inspected)('no page, list or file says anything of them to the ward’s %s', async (person) => {
    const { world, dutyId, ids } = hidden
    const client = world.as(person)
    const known = routes
      .filter(({ method }) => method === 'GET')
      .map((route) => pathFor(hidden, route, ids[0] ?? ''))
    const { ward1 } = world.unit
    const filters = [
      '',
      'state=planned',
      `duty=${dutyId}`,
      `unit=${ward1}`,
      `ownedBy=${ward1}`,
      `performedBy=${ward1}`,
    ]
    const lists = filters.map((filter) => `/api/v1/rounds?limit=1&${filter}`)
    const more = [`/rounds?duty=${dutyId}&from=2026-03-01&to=2026-04-30`, `/audit?subject=${ids[0]}`]
    for (const path of [...known, ...lists, ...more]) {
      for (const language of path.startsWith('/api/') || person !== 'lead' ? ['zh-CN'] : ['zh-CN', 'en']) {
        const text = await readable(await client.get(path, { 'Accept-Language': language }))
        const own = ids.filter((id) => path.includes(id))
        const others = ids.filter((id) => !own.includes(id))
        for (const trace of [...others, ...traces]) {
          const isCalendar = /working-days|^\/account/.test(path) && trace !== topic
          if (!isCalendar) expect(text.includes(trace), `${path} says ${trace}`).toBe(false)
        }
      }
    }
  })

  it.each(
    routes
      .filter((route) => hasId(route) && /\/rounds\/:/.test(route.path))
      .map((route) => [`${route.method} ${route.path}`, route] as const),
  )('%s answers them 404', async (_, route) => {
    const { world, ids } = hidden
    for (const person of inspected) {
      for (const id of ids) {
        const path = pathFor(hidden, route, id)
        const response = await ask(world.as(person), route.method, path)
        expect(response.status, `${person} ${path}`).toBe(404)
      }
    }
  })

  it('they are there for the performer, for supervisors and administrators', async () => {
    const { world, dutyId, ids } = hidden
    const [first = '', second = ''] = ids
    for (const person of ['supervisor', 'admin'] as const)
      for (const id of ids) expect((await world.as(person).get(pathOf(id))).status, person).toBe(200)
    expect((await world.as('officeLead').get(pathOf(first))).status).toBe(200)
    expect((await world.as('officeLead').get(pathOf(second))).status).toBe(404)
    for (const path of ['/audit', `/rounds?duty=${dutyId}&from=2026-03-01&to=2026-04-30`, '/api/v1/rounds'])
      expect(await (await world.as('supervisor').get(path)).text(), path).toContain(first)
  })
})

describe('once they open', () => {
  it('they stand in lists and in feeds, whose tag changes by the clock alone', async () => {
    const { world, dutyId, ids } = await withHiddenRounds()
    const feeds = [
      await makeFeed(world, 'lead', { kind: 'duty', id: dutyId }),
      await makeFeed(world, 'lead', { kind: 'unit', id: world.unit.ward1 }),
      await makeFeed(world, 'inspector'),
    ]
    const everybody = world.as(null)
    world.now = opening - hour
    const before = await Promise.all(feeds.map(({ path }) => everybody.get(path)))
    for (const response of before) expect(await response.clone().text()).not.toContain('BEGIN:VEVENT')

    for (const [wait, status] of [
      [0, 304],
      [hour, 200],
    ] as const) {
      world.now = opening - hour + wait
      for (const [index, { path }] of feeds.entries()) {
        const tag = before[index]?.headers.get('ETag') ?? ''
        const response = await everybody.get(path, { 'If-None-Match': tag })
        expect(response.status).toBe(status)
        if (status === 200) expect(await response.text()).toContain(topic)
      }
    }
    for (const id of ids) expect((await world.as('inspector').get(pathOf(id))).status).toBe(200)
    expect(await (await world.as('inspector').get('/')).text()).toContain(topic)
  })

  it('one that begins before its day is a secret no more, and one that is moved stays one until its new day', async () => {
    const world = await newWorld()
    const dueAt = at('2026-04-01T00:00:00+08:00')
    const hands = { performedBy: world.unit.office, plannedOn: dayOf(2026, 3, 20), dueAt }
    const day = (date: number) => at(`2026-03-${date}T00:00:00+08:00`)
    const done = await planned(world, { ...hands, hiddenUntil: day(20) })
    const moved = await planned(world, { ...hands, hiddenUntil: day(20) })
    const office = world.as('officeLead')
    expect((await world.as('lead').get(pathOf(done))).status).toBe(404)
    expect((await office.post(pathOf(done, '/completion'), {})).status).toBe(201)
    expect((await world.as('lead').get(pathOf(done))).status).toBe(200)

    const to = await office.patch(pathOf(moved), { planned: '2026-03-25' }, { 'If-Match': '1' })
    expect(to.status).toBe(200)
    world.now = day(25) - 1
    expect((await world.as('lead').get(pathOf(moved))).status).toBe(404)
    world.now = day(25)
    expect((await world.as('lead').get(pathOf(moved))).status).toBe(200)
  })
})

it('a duty that draws a ward each week shows the wards the drawn weeks behind them alone', async () => {
  const world = await newWorld()
  const { id } = await dutyOf(world, {
    performedBy: world.unit.office,
    plans: [newPlan({ targets: { units: { tags: ['ward'] }, coverage: 'draw', coverWithin: 'month' } })],
  })
  const seenBy = async (person: Person) => {
    const response = await world.as(person).get(`/api/v1/rounds?duty=${id}&limit=100`)
    const { items } = await response.json<{ items: { targetId: string; planned: string }[] }>()
    return items.map(({ targetId, planned: day }) => ({ targetId, day }))
  }
  const drawn = await seenBy('supervisor')
  expect(new Set(drawn.map(({ targetId }) => targetId)).size).toBe(2)
  expect(await seenBy('officeLead')).toEqual(drawn)
  const ofWard1 = drawn.filter(({ targetId }) => targetId === world.unit.ward1)
  expect(await seenBy('lead')).toEqual(ofWard1.filter(({ day }) => day <= '2026-03-02'))
  world.now = at('2026-04-06T09:00:00+08:00')
  expect(await seenBy('lead')).toEqual(ofWard1.filter(({ day }) => day <= '2026-04-06'))
})
