import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { linesLogged } from '../support/kept.ts'
import { newWorld, type Person, type World } from '../support/world.ts'
import { makeFeed, planRounds } from './support.ts'

const anHour = 3_600_000

afterEach(() => {
  vi.restoreAllMocks()
})

describe('feeds: happy', () => {
  it('answer their address once and never again', async () => {
    const world = await newWorld()
    const feed = await makeFeed(world, 'inspector')
    expect(feed.url).toMatch(/^https:\/\/rounds\.test\/calendar\/t[0-9a-z]{5}-[0-9a-z]{52}\.ics$/)
    expect(feed.webcalUrl).toBe(feed.url.replace('https:', 'webcal:'))

    const list = await (await world.as('inspector').get('/api/v1/feeds')).text()
    expect(list).toContain(feed.id)
    expect(list).not.toContain(secretOf(feed.url))
    const stored = await env.DB.prepare('SELECT * FROM feeds WHERE org_id = ?').bind(world.orgId).all()
    const audited = await env.DB.prepare('SELECT * FROM audit WHERE org_id = ?').bind(world.orgId).all()
    expect(JSON.stringify([stored.results, audited.results])).not.toContain(secretOf(feed.url))
  })

  it('know when and by which program they were fetched, once an hour at most', async () => {
    const world = await newWorld()
    const feed = await makeFeed(world, 'inspector')
    const fetchAs = (agent: string) => world.as(null).get(feed.path, { 'User-Agent': agent })
    const started = world.now

    await fetchAs('Google-Calendar-Importer')
    expect(world.usage.rowsWritten).toBe(1)
    expect(await stampOf(world)).toMatchObject({ last_fetched_at: started, last_fetched_by: 'google' })

    world.now += anHour - 1
    await fetchAs('Mozilla/5.0 Thunderbird/153.7')
    expect(world.usage.rowsWritten).toBe(0)
    world.now += 1
    await fetchAs('Mozilla/5.0 Thunderbird/153.7')
    expect(world.usage.rowsWritten).toBe(1)
    expect(await stampOf(world)).toMatchObject({ last_fetched_at: world.now, last_fetched_by: 'thunderbird' })
  })

  it('give a single round as a file, behind the session', async () => {
    const world = await newWorld()
    await planRounds(world, [{ id: 'a' }])
    const path = `/rounds/round_${world.orgId}_a.ics`
    const response = await world.as('inspector').get(path)
    const text = await response.text()
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(text).toContain(`UID:round_${world.orgId}_a@rounds\r\n`)
    expect(text).toContain('DTSTART;VALUE=DATE:20260302\r\n')
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect((await world.as('neighbour').get(path)).status).toBe(404)
    expect((await world.as(null).get(path)).status).not.toBe(200)
  })
})

describe('feeds: errors', () => {
  it.each<[string, unknown, number]>([
    ['no name', { name: '', scope: { kind: 'member' } }, 422],
    ['a line break in the name', { name: 'a\nb', scope: { kind: 'member' } }, 422],
    ['an unknown kind', { name: 'a', scope: { kind: 'galaxy' } }, 422],
    ['an unknown language', { name: 'a', scope: { kind: 'member' }, options: { language: 'xx' } }, 422],
    ['a unit without an id', { name: 'a', scope: { kind: 'unit' } }, 404],
    ['a unit that is not there', { name: 'a', scope: { kind: 'unit', id: 'unit_x_y' } }, 404],
  ])('%s', async (_, body, status) => {
    const world = await newWorld()
    expect((await world.as('supervisor').post('/api/v1/feeds', body)).status).toBe(status)
  })

  it('more than twenty', async () => {
    const world = await newWorld()
    for (let made = 0; made < 20; made += 1) await makeFeed(world, 'inspector')
    const response = await world
      .as('inspector')
      .post('/api/v1/feeds', { name: 'a', scope: { kind: 'member' } })
    expect(await response.json()).toMatchObject({ status: 409, code: 'too-many-feeds' })
  })

  it('revoked twice, or by somebody else', async () => {
    const world = await newWorld()
    const { id } = await makeFeed(world, 'inspector')
    expect((await world.as('colleague').delete(`/api/v1/feeds/${id}`)).status).toBe(404)
    expect((await world.as('inspector').delete(`/api/v1/feeds/${id}`)).status).toBe(204)
    expect((await world.as('inspector').delete(`/api/v1/feeds/${id}`)).status).toBe(409)
  })
})

describe('feeds: security', () => {
  it.each<[Person, (world: World) => unknown, number]>([
    ['inspector', ({ member }) => ({ kind: 'member', id: member.colleague }), 404],
    ['inspector', ({ unit }) => ({ kind: 'unit', id: unit.ward1 }), 403],
    ['inspector', ({ unit }) => ({ kind: 'unit', id: unit.ward2 }), 404],
    ['inspector', () => ({ kind: 'organisation' }), 403],
    ['viewer', () => ({ kind: 'member' }), 201],
    ['lead', ({ unit }) => ({ kind: 'unit', id: unit.ward1 }), 201],
    ['lead', ({ unit }) => ({ kind: 'unit', id: unit.ward2 }), 404],
    ['admin', ({ unit }) => ({ kind: 'unit', id: unit.ward1 }), 403],
    ['supervisor', ({ unit }) => ({ kind: 'unit', id: unit.ward2 }), 201],
    ['supervisor', ({ member }) => ({ kind: 'member', id: member.inspector }), 201],
    ['supervisor', () => ({ kind: 'organisation' }), 201],
  ])('%s asks for a scope', async (person, scope, status) => {
    const world = await newWorld()
    const response = await world.as(person).post('/api/v1/feeds', { name: 'a', scope: scope(world) })
    expect(response.status).toBe(status)
  })

  it('ids of another organisation are not there', async () => {
    const [world, other] = [await newWorld(), await newWorld()]
    const { id } = await makeFeed(other, 'supervisor')
    const mine = world.as('supervisor')
    for (const scope of [
      { kind: 'unit', id: other.unit.ward1 },
      { kind: 'member', id: other.member.inspector },
      { kind: 'duty', id: `duty_${other.orgId}_x` },
    ]) {
      expect((await mine.post('/api/v1/feeds', { name: 'a', scope })).status).toBe(404)
    }
    expect((await mine.delete(`/api/v1/feeds/${id}`)).status).toBe(404)
    expect((await mine.get(`/feeds/${id}/revocation`)).status).toBe(404)
  })

  it('an address that does not work says nothing about why', async () => {
    const world = await newWorld()
    const revoked = await makeFeed(world, 'inspector')
    await world.as('inspector').delete(`/api/v1/feeds/${revoked.id}`)
    const ofClosed = await makeFeed(world, 'colleague')
    await env.DB.prepare('UPDATE members SET closed_on = 1 WHERE id = ?').bind(world.member.colleague).run()
    const ofDemoted = await makeFeed(world, 'lead', { kind: 'unit', id: world.unit.ward1 })
    await env.DB.prepare("UPDATE members SET role = 'inspector' WHERE id = ?").bind(world.member.lead).run()

    const unknown = revoked.path.replace(/.{5}\.ics$/, '00000.ics')
    const answers = []
    for (const path of [
      unknown,
      revoked.path,
      ofClosed.path,
      ofDemoted.path,
      '/calendar/nonsense.ics',
      '/calendar/',
      '/calendar/a/b.ics',
      `/calendar/${'x'.repeat(3_000)}.ics`,
      revoked.path.replace('.ics', ''),
      revoked.path.replace(world.orgId, 'nowhere'),
    ]) {
      const response = await world.as(null).get(path, { 'If-None-Match': '*' })
      const headers = Object.fromEntries(response.headers)
      delete headers['x-request-id']
      answers.push({ status: response.status, headers, body: await response.text() })
    }
    expect(answers[0]).toMatchObject({ status: 404 })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('a tag from better days does not outlive the right', async () => {
    const world = await newWorld()
    const feed = await makeFeed(world, 'lead', { kind: 'unit', id: world.unit.ward1 })
    const tag = (await world.as(null).get(feed.path)).headers.get('ETag') ?? ''
    await env.DB.prepare("UPDATE members SET role = 'inspector' WHERE id = ?").bind(world.member.lead).run()
    expect((await world.as(null).get(feed.path, { 'If-None-Match': tag })).status).toBe(404)
  })

  it('the address is in no line of the log, whatever fails', async () => {
    const lines = linesLogged()
    const world = await newWorld()
    const feed = await makeFeed(world, 'inspector')
    vi.spyOn(env.DB, 'batch').mockRejectedValue(new Error('D1_ERROR: out of luck'))
    const response = await world.as(null).get(feed.path)
    expect(response.status).toBe(500)
    expect(lines).toHaveLength(1)
    expect(JSON.stringify([lines, await response.text()])).not.toContain(secretOf(feed.url))
  })
})

describe('the Feeds page', () => {
  it.each(['zh-CN', 'en'])('makes a feed, shows its address once, and revokes it (%s)', async (language) => {
    const world = await newWorld()
    const inspector = world.as('inspector')
    const headers = { 'Accept-Language': language }
    expect((await inspector.get('/feeds', headers)).status).toBe(200)

    const made = await inspector.form('/feeds', { name: '我的', scope: 'member', language }, headers)
    const page = await made.text()
    expect(made.status).toBe(201)
    expect(made.headers.get('Cache-Control')).toBe('private, no-store')
    const url = /https:\/\/rounds\.test(\/calendar\/[0-9a-z-]+\.ics)/.exec(page)
    expect(page).toContain(`href="webcal://rounds.test${url?.[1]}"`)
    expect(page).toContain('<svg width="220"')
    expect(page).not.toContain(' style=')
    expect((await world.as(null).get(url?.[1] ?? '')).status).toBe(200)

    const list = await (await inspector.get('/feeds', headers)).text()
    expect(list).not.toContain(url?.[1])
    const revocation = /href="(\/feeds\/[^"]+\/revocation)"/.exec(list)?.[1] ?? ''
    expect((await inspector.get(revocation, headers)).status).toBe(200)
    expect((await world.as('colleague').form(revocation, {})).status).toBe(404)
    expect((await inspector.form(revocation, {})).status).toBe(303)
    expect((await world.as(null).get(url?.[1] ?? '')).status).toBe(404)
  })

  it('keeps what was typed when it is refused', async () => {
    const world = await newWorld()
    const response = await world
      .as('inspector')
      .form('/feeds', { name: '<b>'.repeat(40), scope: 'member', language: 'en' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('&lt;b&gt;'.repeat(40))
  })

  it('offers each role what it may subscribe to', async () => {
    const world = await newWorld()
    const pageOf = async (person: Person) => (await world.as(person).get('/feeds')).text()
    expect(await pageOf('inspector')).not.toContain('unit:')
    const lead = await pageOf('lead')
    expect(lead).toContain(`unit:${world.unit.ward1}`)
    expect(lead).not.toContain(world.unit.ward2)
    expect(await pageOf('supervisor')).toContain('value="organisation"')
  })
})

function secretOf(url: string): string {
  return /calendar\/(.+)\.ics$/.exec(url)?.[1] ?? url
}

async function stampOf(world: World) {
  return env.DB.prepare('SELECT last_fetched_at, last_fetched_by FROM feeds WHERE org_id = ?')
    .bind(world.orgId)
    .first()
}
