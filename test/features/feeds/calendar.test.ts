import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { newWorld } from '../support/world.ts'
import { eventsOf, giveTo, makeFeed, planRounds, tickOff } from './support.ts'

const day = 86_400_000

describe('what a feed shows', () => {
  it('of a member: what is assigned to them, or to nobody in their units', async () => {
    const world = await newWorld()
    await planRounds(world, [
      { id: 'free' },
      { id: 'mine', unit: 'ward2', assignee: 'inspector' },
      { id: 'other', assignee: 'colleague' },
      { id: 'elsewhere', unit: 'ward2' },
    ])
    const feed = await makeFeed(world, 'inspector')
    const events = await eventsOf(await world.as(null).get(feed.path))
    expect(events).toEqual({ free: 'Check · Medical Ward 1', mine: 'Check · Medical Ward 2' })
  })

  it('of a unit: what it and the units below it perform', async () => {
    const world = await newWorld()
    await planRounds(world, [{ id: 'a' }, { id: 'b', unit: 'ward2' }, { id: 'c', unit: 'office' }])
    const feed = await makeFeed(world, 'supervisor', { kind: 'unit', id: world.unit.medicine })
    expect(Object.keys(await eventsOf(await world.as(null).get(feed.path)))).toEqual(['a', 'b'])
  })

  it('of the organisation: all of it', async () => {
    const world = await newWorld()
    await planRounds(world, [
      { id: 'a' },
      { id: 'b', unit: 'ward2', on: -3 },
      { id: 'c', unit: 'office', on: 9 },
    ])
    const feed = await makeFeed(world, 'supervisor', { kind: 'organisation' })
    expect(Object.keys(await eventsOf(await world.as(null).get(feed.path)))).toEqual(['b', 'a', 'c'])
  })

  it('of a duty: its rounds, in its own words', async () => {
    const world = await newWorld()
    const dutyId = `duty_${world.orgId}_x`
    await env.DB.prepare(
      `INSERT INTO duties (org_id, id, title, title_en, kind, category, owned_by, performed_by, make_up, updated_at)
       VALUES (?, ?, '手卫生', 'Hand hygiene', 'check', 'infection-control', ?, 'target', 'allowed', 1)`,
    )
      .bind(world.orgId, dutyId, world.unit.office)
      .run()
    await planRounds(world, [{ id: 'a', dutyId }, { id: 'b' }])
    const feed = await makeFeed(world, 'officeLead', { kind: 'duty', id: dutyId })
    const response = await world.as(null).get(feed.path)
    expect(await response.clone().text()).toContain('CATEGORIES:Infection control')
    expect(await eventsOf(response)).toEqual({ a: 'Hand hygiene · Medical Ward 1' })
  })

  it('reaches back 30 days and ahead 400', async () => {
    const world = await newWorld()
    await planRounds(
      world,
      [-31, -30, 400, 401].map((on) => ({ id: `d${on}`.replace('-', 'm'), on })),
    )
    const feed = await makeFeed(world, 'inspector')
    expect(Object.keys(await eventsOf(await world.as(null).get(feed.path)))).toEqual(['dm30', 'd400'])
  })

  it('says who has not done what', async () => {
    const world = await newWorld()
    await planRounds(world, [{ id: 'a', on: -1 }, { id: 'b', on: -5 }, { id: 'c' }])
    await tickOff(world, 'c', 'inspector')
    const feed = await makeFeed(world, 'inspector')
    expect(await eventsOf(await world.as(null).get(feed.path))).toEqual({
      b: '✕ Missed: Check · Medical Ward 1',
      a: '! Overdue: Check · Medical Ward 1',
      c: '✓ Done: Check · Medical Ward 1',
    })
  })
})

describe('headers', () => {
  it('tell a calendar program what it needs and a proxy to keep out', async () => {
    const world = await newWorld()
    const feed = await makeFeed(world, 'inspector')
    const response = await world.as(null).get(feed.path)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="rounds.ics"',
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'last-modified': 'Sun, 01 Mar 2026 16:00:00 GMT',
    })
    expect(response.headers.get('ETag')).toMatch(/^"[^"]+"$/)
    expect(response.headers.has('Set-Cookie')).toBe(false)
  })

  it('HEAD answers the same without a body', async () => {
    const world = await newWorld()
    const feed = await makeFeed(world, 'inspector')
    const [get, head] = [
      await world.as(null).get(feed.path),
      await world.as(null).request(feed.path, { method: 'HEAD' }),
    ]
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    for (const name of ['ETag', 'Content-Type', 'Last-Modified', 'Cache-Control']) {
      expect(head.headers.get(name)).toBe(get.headers.get(name))
    }
  })

  it.each([
    ['a bad token', 'Bearer nonsense'],
    ['what Outlook probes with', 'Bearer'],
    ['a password', 'Basic YTpi'],
  ])('Authorization with %s changes nothing', async (_, authorization) => {
    const world = await newWorld()
    const feed = await makeFeed(world, 'inspector')
    const response = await world.as(null).get(feed.path, { Authorization: authorization })
    expect(response.status).toBe(200)
    expect(response.headers.has('WWW-Authenticate')).toBe(false)
  })
})

describe('a tag', () => {
  it('answers 304 while nothing changes, in at most 8 rows of one statement', async () => {
    const world = await newWorld()
    await planRounds(world, [{ id: 'a' }, { id: 'b', on: 3 }])
    for (const [person, scope] of [
      ['inspector', { kind: 'member' }],
      ['lead', { kind: 'unit', id: world.unit.ward1 }],
      ['supervisor', { kind: 'unit', id: world.unit.medicine }],
      ['supervisor', { kind: 'member' }],
      ['supervisor', { kind: 'organisation' }],
    ] as const) {
      const feed = await makeFeed(world, person, scope)
      const first = await world.as(null).get(feed.path)
      const tag = first.headers.get('ETag') ?? ''
      world.now += 60_000
      const again = await world.as(null).get(feed.path, { 'If-None-Match': tag })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
      expect(again.headers.get('ETag')).toBe(tag)
      expect(world.usage.statements).toBe(1)
      expect(world.usage.rowsRead).toBeLessThanOrEqual(8)
    }
  })

  it('is known again when a proxy made it weak, among others', async () => {
    const world = await newWorld()
    const feed = await makeFeed(world, 'inspector')
    const tag = (await world.as(null).get(feed.path)).headers.get('ETag') ?? ''
    for (const header of [`W/${tag}`, `"other", ${tag}`]) {
      expect((await world.as(null).get(feed.path, { 'If-None-Match': header })).status).toBe(304)
    }
    for (const header of [
      '"other"',
      tag.slice(0, -2),
      tag.replace(/[0-9a-f]/, 'g'),
      `${tag.slice(0, -1)}.x"`,
    ]) {
      expect((await world.as(null).get(feed.path, { 'If-None-Match': header })).status).toBe(200)
    }
  })

  it.each<[string, (world: Awaited<ReturnType<typeof newWorld>>) => Promise<unknown>, string | null]>([
    ['somebody ticks a round', (world) => tickOff(world, 'a', 'inspector'), '✓ Done: Check · Medical Ward 1'],
    ['a round is handed to another unit', (world) => giveTo(world, 'a', 'ward2'), null],
    ['a round is planned', (world) => planRounds(world, [{ id: 'new', on: 4 }]), 'Check · Medical Ward 1'],
    ['a round falls due', async (world) => (world.now += day), '! Overdue: Check · Medical Ward 1'],
    [
      'a unit gets another name',
      (world) =>
        world
          .as('admin')
          .patch(`/api/v1/units/${world.unit.ward1}`, { nameEn: 'Ward One' }, { 'If-Match': '1' }),
      'Check · Ward One',
    ],
  ])('changes when %s', async (_, change, title) => {
    const world = await newWorld()
    await planRounds(world, [{ id: 'a' }])
    const feed = await makeFeed(world, 'inspector')
    const tag = (await world.as(null).get(feed.path)).headers.get('ETag') ?? ''
    await change(world)
    const response = await world.as(null).get(feed.path, { 'If-None-Match': tag })
    expect(response.status).toBe(200)
    expect(response.headers.get('ETag')).not.toBe(tag)
    const titles = Object.values(await eventsOf(response))
    expect(titles.at(-1) ?? null).toBe(title)
  })

  it('does not change when another unit’s rounds do', async () => {
    const world = await newWorld()
    await planRounds(world, [{ id: 'a' }, { id: 'b', unit: 'ward2' }])
    const feed = await makeFeed(world, 'inspector')
    const tag = (await world.as(null).get(feed.path)).headers.get('ETag') ?? ''
    await tickOff(world, 'b', 'neighbour')
    expect((await world.as(null).get(feed.path, { 'If-None-Match': tag })).status).toBe(304)
  })
})

describe('cost', () => {
  it('of 500 rounds: each round, its outcome, each name twice (SQLite counts the list of ids too), and 21 rows more', async () => {
    const world = await newWorld()
    await planRounds(
      world,
      Array.from({ length: 500 }, (_, index) => ({ id: `n${index}`, on: index % 400 })),
    )
    for (let index = 0; index < 5; index += 1) await tickOff(world, `n${index}`, 'inspector')
    for (const [person, scope, names] of [
      ['inspector', { kind: 'member' }, 1],
      ['lead', { kind: 'unit', id: world.unit.ward1 }, 1],
      ['supervisor', { kind: 'organisation' }, 1],
    ] as const) {
      const feed = await makeFeed(world, person, scope)
      const response = await world.as(null).get(feed.path)
      expect(Object.keys(await eventsOf(response))).toHaveLength(500)
      expect(world.usage.rowsRead).toBeLessThanOrEqual(500 + 5 + 2 * names + 21)
    }
  })
})
