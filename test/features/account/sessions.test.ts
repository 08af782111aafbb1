import { describe, expect, it } from 'vitest'
import { codeFor, linkFor, sessionOf, trailOf, typeIn, use } from '../sign-in/support.ts'
import { newWorld, type World } from '../support/world.ts'
import { hour, isLive, sessionsOf, signedInToo, type SessionBody } from './support.ts'

const asHere = (world: World) => signedInToo(world, 'inspector')

async function otherIn(world: World, here: { Cookie: string }): Promise<SessionBody> {
  const other = (await sessionsOf(world, here)).find(({ current }) => !current)
  if (!other) throw new Error('there is no other session')
  return other
}

describe('GET /api/v1/sessions', () => {
  it('tells one’s own, this one first: device, how it began, when it was used', async () => {
    const world = await newWorld()
    const here = await asHere(world)
    const [first, ...others] = await sessionsOf(world, here)
    expect(first).toEqual({
      id: expect.stringMatching(`^session_${world.orgId}_`),
      current: true,
      begunBy: 'code',
      device: { browser: 'chrome', system: 'windows', kind: 'computer' },
      tablet: null,
      createdAt: '2026-03-02T09:00:00+08:00',
      usedAt: '2026-03-02T09:00:00+08:00',
      expiresAt: '2026-04-01T09:00:00+08:00',
    })
    expect(others).toMatchObject([{ current: false, device: { browser: null, system: null, kind: null } }])
  })

  it('tells no secret and no hash', async () => {
    const world = await newWorld()
    const here = await asHere(world)
    const text = await (await world.as(null).get('/api/v1/sessions', here)).text()
    expect(text).not.toMatch(/[0-9a-z]{52}|[0-9a-f]{64}/)
  })
})

describe('ending sessions', () => {
  it('one of one’s own', async () => {
    const world = await newWorld()
    const [here, there] = [await asHere(world), await signedInToo(world, 'inspector', { begunBy: 'link' })]
    const other = (await sessionsOf(world, there)).find(({ current }) => current)
    const path = `/api/v1/sessions/${other?.id}`
    expect((await world.as(null).delete(path, undefined, here)).status).toBe(204)
    expect([await isLive(world, here), await isLive(world, there)]).toEqual([true, false])
    expect((await world.as(null).delete(path, undefined, here)).status).toBe(404)
    expect((await trailOf(world)).map(({ action }) => action)).toEqual(['session.ended'])
  })

  it('nobody else’s: to them it is not there', async () => {
    const world = await newWorld()
    const here = await asHere(world)
    const { id } = await otherIn(world, here)
    for (const person of ['colleague', 'lead', 'supervisor', 'admin'] as const) {
      expect((await world.as(person).delete(`/api/v1/sessions/${id}`)).status, person).toBe(404)
      expect((await world.as(person).form(`/account/sessions/${id}/ending`, {})).status, person).toBe(404)
    }
    expect((await world.as('inspector').get('/api/v1/units')).status).toBe(200)
  })

  it('all of one’s own but this one', async () => {
    const world = await newWorld()
    const [here, there] = [await asHere(world), await asHere(world)]
    expect((await world.as(null).delete('/api/v1/sessions', undefined, here)).status).toBe(204)
    expect([await isLive(world, here), await isLive(world, there)]).toEqual([true, false])
    expect((await world.as('inspector').get('/api/v1/units')).status).toBe(401)
    expect((await world.as('colleague').get('/api/v1/units')).status).toBe(200)
    const trail = await trailOf(world)
    expect(trail.map(({ action }) => action)).toEqual(['sessions.ended'])
    // Nothing to end leaves no entry.
    await world.as(null).delete('/api/v1/sessions', undefined, here)
    expect(await trailOf(world)).toHaveLength(1)
  })

  it('all of one’s own, this one too, from the page', async () => {
    const world = await newWorld()
    const [here, there] = [await asHere(world), await asHere(world)]
    const answer = await world.as(null).form('/account/sessions/ending', { which: 'all' }, here)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/sign-in'])
    expect(sessionOf(answer)).toBe('')
    expect([await isLive(world, here), await isLive(world, there)]).toEqual([false, false])
  })

  it('all of a member’s, by an administrator; a code and a link that wait for them go too', async () => {
    const world = await newWorld()
    const here = await asHere(world)
    const [code, link] = [await codeFor(world, 'inspector'), await linkFor(world, 'colleague')]
    for (const person of ['inspector', 'colleague'] as const) {
      const path = `/members/${world.member[person]}`
      const answer =
        person === 'inspector'
          ? await world.as('admin').delete(`/api/v1${path}/sessions`)
          : await world.as('admin').form(`${path}/signing-out`, { version: '1' })
      expect([204, 303]).toContain(answer.status)
      expect((await world.as(person).get('/api/v1/units')).status).toBe(401)
    }
    expect(await isLive(world, here)).toBe(false)
    expect((await typeIn(world, code)).status).toBe(422)
    expect((await use(world.as(null), link)).status).toBe(404)
    const ended = (await trailOf(world)).filter(({ action }) => action === 'sessions.ended')
    expect(ended.map(({ member_id }) => member_id)).toEqual([world.member.admin, world.member.admin])
  })

  it('a role that was changed holds at the next request of every session', async () => {
    const world = await newWorld()
    const here = await signedInToo(world, 'colleague')
    expect((await world.as(null).get('/members', here)).status).toBe(403)
    const path = `/api/v1/members/${world.member.colleague}`
    await world.as('admin').patch(path, { role: 'lead' }, { 'If-Match': '1' })
    expect((await world.as(null).get('/members', here)).status).toBe(200)
  })

  it('a session is over after 30 days, to the millisecond', async () => {
    const world = await newWorld()
    const here = await asHere(world)
    world.now += 30 * 24 * hour - 1
    expect(await isLive(world, here)).toBe(true)
    world.now += 1
    expect(await isLive(world, here)).toBe(false)
  })
})

describe('last use', () => {
  const usedIn = async (world: World, here: { Cookie: string }) => (await sessionsOf(world, here))[0]?.usedAt

  it('is asked for by a page an hour later, and noted then: one row read and one written', async () => {
    const world = await newWorld()
    const here = await asHere(world)
    world.now += hour - 1
    expect(await (await world.as(null).get('/', here)).text()).not.toContain('/account/seen')
    expect((await world.as(null).form('/account/seen', {}, here)).status).toBe(204)
    expect(world.usage.rowsWritten).toBe(0)
    expect(await usedIn(world, here)).toBe('2026-03-02T09:00:00+08:00')
    const reading = world.usage.rowsRead

    world.now += 1
    expect(await (await world.as(null).get('/', here)).text()).toContain('hx-post="/account/seen"')
    expect(world.usage.rowsWritten).toBe(0)
    expect((await world.as(null).form('/account/seen', {}, here)).status).toBe(204)
    expect(world.usage.rowsWritten).toBe(1)
    expect(world.usage.rowsRead).toBeLessThanOrEqual(reading + 1)
    expect(await usedIn(world, here)).toBe('2026-03-02T10:00:00+08:00')
    expect(await (await world.as(null).get('/', here)).text()).not.toContain('/account/seen')
  })

  it('is noted by any request that writes, and by none that reads', async () => {
    const world = await newWorld()
    const here = await asHere(world)
    world.now += 2 * hour
    for (const path of ['/', '/account', '/api/v1/units', '/api/v1/sessions'])
      await world.as(null).get(path, here)
    expect(await usedIn(world, here)).toBe('2026-03-02T09:00:00+08:00')
    await world.as(null).post('/api/v1/feeds', { name: '任务', scope: { kind: 'member' } }, here)
    expect(await usedIn(world, here)).toBe('2026-03-02T11:00:00+08:00')
  })
})
