import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { pathOf, planned, trailOf, type ProblemBody, type RoundBody } from '../rounds/rig.ts'
import { newWorld } from '../support/world.ts'

const json = { 'Content-Type': 'application/json' }
const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** A body whose length nobody tells beforehand. */
function streamed(text: string): ReadableStream {
  return new Blob([text]).stream()
}

describe('a body', () => {
  const tooMuch = 'a'.repeat(1_000_001)
  it.each([
    ['of the API', '/api/v1/feeds', json, JSON.stringify({ name: tooMuch })],
    ['of a page', '/feeds', form, `name=${tooMuch}`],
  ])('%s is bounded, also where no length is told', async (_, path, headers, text) => {
    const world = await newWorld()
    for (const body of [text, streamed(text)]) {
      const response = await world.as('supervisor').request(path, { method: 'POST', headers, body })
      expect(response.status).toBe(413)
    }
  })

  it.each([
    ['/api/v1/schedules/preview', json],
    ['/sign-in', form],
    ['/sign-in/unknown', form],
    ['/sign-out', form],
    ['/language', form],
    ['/no-such-page', form],
  ])('of %s is bounded for whoever is not signed in', async (path, headers) => {
    const world = await newWorld()
    for (const body of [tooMuch, streamed(tooMuch)]) {
      const response = await world.as(null).request(path, { method: 'POST', headers, body })
      expect(response.status).toBe(413)
      expect(world.usage.statements).toBe(0)
    }
  })

  it.each(['/health', '/calendar/unknown.ics'])('of %s, which takes none, is no way in', async (path) => {
    const world = await newWorld()
    const sent = { method: 'POST', headers: form, body: streamed(tooMuch) }
    expect((await world.as(null).request(path, sent)).status).toBeGreaterThanOrEqual(400)
    expect(world.usage.statements).toBe(0)
  })

  it('without a length is read where it is small', async () => {
    const world = await newWorld()
    const body = streamed(JSON.stringify({ name: '任务', scope: { kind: 'member' } }))
    const made = await world.as('lead').request('/api/v1/feeds', { method: 'POST', headers: json, body })
    expect(made.status).toBe(201)
  })

  it.each([
    ['[['.repeat(100_000), 400],
    ['['.repeat(100_000) + ']'.repeat(100_000), 422],
    [`{"name":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`, 422],
    ['null', 422],
    ['', 400],
  ])('nested too deep or no object at all is refused, not a fault: %.10s', async (body, status) => {
    const world = await newWorld()
    const sent = { method: 'POST', headers: json, body }
    expect((await world.as('admin').request('/api/v1/units', sent)).status).toBe(status)
  })

  it('with a hundred thousand keys, or a very long one, is not sent back', async () => {
    const world = await newWorld()
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`key${index}`, 1]))
    for (const body of [many, { ['k'.repeat(500_000)]: 1 }]) {
      const refused = await world.as('admin').post('/api/v1/units', { name: '外科', ...body })
      const text = await refused.text()
      expect([refused.status, text]).toEqual([422, expect.stringContaining('unknown-key')])
      expect(text.length).toBeLessThan(1000)
    }
  })

  it('with marks that turn the direction of writing is kept without them', async () => {
    const world = await newWorld()
    const made = await world.as('admin').post('/api/v1/units', { name: '\u202d0571\u202c外\u202e科' })
    expect(await made.json()).toMatchObject({ name: '0571外科' })
  })

  it.each([
    ['Application/JSON', 422, 404],
    ['application/json; charset="utf-8"', 422, 404],
    ['application/json;', 415, 404],
    ['application/json; a=b; c', 415, 404],
    ['application/json, text/plain', 415, 415],
    ['application/problem+json', 415, 415],
    ['text/plain', 415, 415],
  ])('of JSON that is called %s is read or refused, and no fault', async (type, status, withForeignId) => {
    const world = await newWorld()
    const send = (body: string) =>
      world.as('admin').request('/api/v1/units', { method: 'POST', headers: { 'Content-Type': type }, body })
    expect((await send('{"name":""}')).status).toBe(status)
    expect((await send('{"name":"","deep":{"id":"unit_other_0"}}')).status).toBe(withForeignId)
  })

  it.each(['multipart/form-data', 'multipart/form-data; boundary=x'])(
    '%s that cannot be read',
    async (type) => {
      const world = await newWorld()
      const sent = { method: 'POST', headers: { 'Content-Type': type }, body: '--y\r\nbroken' }
      expect((await world.as('admin').request('/units', sent)).status).toBe(400)
    },
  )
})

describe('who asks', () => {
  it('with `Authorization` is nobody whom the cookie signs in', async () => {
    const world = await newWorld()
    const bearer = { Authorization: 'Bearer nonsense' }
    expect((await world.as('admin').get('/api/v1/units', bearer)).status).toBe(401)
    expect((await world.as('admin').get('/units', bearer)).status).toBe(200)
  })

  it('a closed member is signed out at the next request, one made viewer may no longer write', async () => {
    const world = await newWorld()
    const change = (id: string, body: unknown) =>
      world.as('admin').patch(`/api/v1/members/${id}`, body, { 'If-Match': '1' })
    const id = await planned(world)
    await change(world.member.inspector, { closed: true })
    await change(world.member.colleague, { role: 'viewer' })
    expect((await world.as('inspector').get('/api/v1/units')).status).toBe(401)
    expect((await world.as('colleague').post(pathOf(id, '/completion'), {})).status).toBe(403)
  })

  it('of two admins who close each other at once one stays', async () => {
    const world = await newWorld()
    await env.DB.prepare(`UPDATE members SET role = 'admin' WHERE org_id = ? AND id = ?`)
      .bind(world.orgId, world.member.lead)
      .run()
    const close = (by: 'admin' | 'lead', id: string) =>
      world.as(by).patch(`/api/v1/members/${id}`, { closed: true }, { 'If-Match': '1' })
    await Promise.all([close('admin', world.member.lead), close('lead', world.member.admin)])
    const admins = await env.DB.prepare(
      `SELECT id FROM members WHERE org_id = ? AND role = 'admin' AND closed_on IS NULL`,
    )
      .bind(world.orgId)
      .all()
    expect(admins.results).toHaveLength(1)
  })
})

describe('a round', () => {
  it('that is moved to where it is stays as it is, without a trace and at its version', async () => {
    const world = await newWorld()
    const id = await planned(world)
    const {
      planned: day,
      dueAt,
      performedBy,
    } = await (await world.as('lead').get(pathOf(id))).json<RoundBody>()
    for (const body of [{ planned: day }, { dueAt, reason: 'x' }, { performedBy, assigneeId: null }]) {
      const answered = await world.as('supervisor').patch(pathOf(id), body, { 'If-Match': '1' })
      expect([answered.status, (await answered.json<RoundBody>()).version]).toEqual([200, 1])
    }
    expect(await trailOf(world, id)).toEqual([])
  })

  it('a key of somebody else, or of another round, repeats nothing', async () => {
    const world = await newWorld()
    const [one, other] = [await planned(world), await planned(world)]
    const key = { 'Idempotency-Key': 'k1' }
    const tick = (person: 'inspector' | 'colleague', id: string) =>
      world.as(person).post(pathOf(id, '/completion'), {}, key)
    const statuses = []
    for (const [person, id] of [
      ['inspector', one],
      ['inspector', one],
      ['colleague', one],
      ['inspector', other],
    ] as const) {
      statuses.push((await tick(person, id)).status)
    }
    expect(statuses).toEqual([201, 201, 409, 201])
    expect([await trailOf(world, one), await trailOf(world, other)]).toEqual([
      ['round.completed'],
      ['round.completed'],
    ])
  })
})

describe('a cursor', () => {
  const lists = ['rounds', 'assets', 'members', 'checklists', 'duties', 'audit']
  it.each(lists)('of %s that is none of ours is refused, not begun anew', async (list) => {
    const world = await newWorld()
    for (const cursor of ['x', '%00', 'bnVsbA', 'W10', 'W3t9XQ']) {
      const response = await world.as('supervisor').get(`/api/v1/${list}?cursor=${cursor}`)
      expect([400, 422], cursor).toContain(response.status)
      expect(['malformed', 'invalid']).toContain((await response.json<ProblemBody>()).code)
    }
  })
})

describe('a method that an address does not take', () => {
  it.each([
    ['PUT', '/api/v1/units', 'GET, POST'],
    ['POST', '/api/v1/units/x', 'GET, PATCH'],
    ['GET', '/api/v1/rounds/x/completion', 'POST, DELETE'],
    ['DELETE', '/feeds', 'GET, POST'],
    ['POST', '/calendar/x.ics', 'GET'],
  ])('%s %s: 405, and which it takes', async (method, path, allowed) => {
    const world = await newWorld()
    const response = await world.as('supervisor').request(path, { method })
    expect([response.status, response.headers.get('Allow')]).toEqual([405, allowed])
  })

  it.each(['/api/v1/nothing', '/nothing'])('%s takes none: 404', async (path) => {
    const world = await newWorld()
    expect((await world.as('supervisor').request(path, { method: 'PUT' })).status).toBe(404)
  })
})
