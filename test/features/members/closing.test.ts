import { describe, expect, it } from 'vitest'
import { makeToken, program } from '../access-tokens/support.ts'
import { makeFeed } from '../feeds/support.ts'
import { csv, imported } from '../imports/support.ts'
import { deviceOf, signIn } from '../passkeys/support.ts'
import { pathOf, rowsOf } from '../rounds/rig.ts'

import { codeFor, linkFor, sessionOf, typeIn } from '../sign-in/support.ts'
import { newWorld, type Person, type World } from '../support/world.ts'
import { newTablet, withPin } from '../tablets/support.ts'
import { assigned, assigneesOf, letGo } from './leaving-support.ts'

/** Each way to close an account, and what it must do alike. */
const waysToClose: readonly (readonly [string, (world: World, person: Person) => Promise<Response>])[] = [
  ['leaving', letGo],
  [
    'a change by a program',
    (world, person) =>
      world
        .as('admin')
        .patch(`/api/v1/members/${world.member[person]}`, { closed: true }, { 'If-Match': '1' }),
  ],
]

describe('who does no rounds any more', () => {
  const waysToDemote: readonly (readonly [string, (world: World) => Promise<unknown>])[] = [
    [
      'by a change',
      (world) =>
        world
          .as('admin')
          .patch(`/api/v1/members/${world.member.inspector}`, { role: 'viewer' }, { 'If-Match': '1' }),
    ],
    ['by a list', (world) => imported(world.as('admin'), 'members', csv('姓名,角色', '尹护士,系统管理员'))],
  ]
  it.each(waysToDemote)('gives back what was assigned to them, %s', async (_, demote) => {
    const world = await newWorld()
    await assigned(world, 'inspector', 2)
    await demote(world)
    expect(await assigneesOf(world)).toEqual({ nobody: 2 })
    expect(
      await rowsOf(world, `SELECT 1 FROM audit WHERE org_id = ?1 AND action = 'round.handed-over'`),
    ).toHaveLength(2)
    await assigned(world, 'inspector', 1)
    expect(await assigneesOf(world)).toEqual({ nobody: 3 })
  })

  it('keeps them in a role that does', async () => {
    const world = await newWorld()
    await assigned(world, 'inspector', 2)
    await world
      .as('admin')
      .patch(`/api/v1/members/${world.member.inspector}`, { role: 'lead' }, { 'If-Match': '1' })
    expect(await assigneesOf(world)).toEqual({ [world.member.inspector]: 2 })
  })

  it('is given none by hand in that very moment, nor is who is closed', async () => {
    const world = await newWorld()
    await letGo(world, 'inspector')
    await assigned(world, 'inspector', 1)
    expect(await assigneesOf(world)).toEqual({ nobody: 1 })
  })
})

describe.each(waysToClose)('everything is dead at the next request after %s', (_, close) => {
  it('the session, and it does not come back with the account', async () => {
    const world = await newWorld()
    expect((await world.as('inspector').get('/api/v1/units')).status).toBe(200)
    expect((await close(world, 'inspector')).status).toBe(200)
    expect((await world.as('inspector').get('/api/v1/units')).status).toBe(401)
    await world
      .as('admin')
      .patch(`/api/v1/members/${world.member.inspector}`, { closed: false }, { 'If-Match': '2' })
    expect((await world.as('inspector').get('/api/v1/units')).status).toBe(401)
  })

  it('the feed, even to who has its tag', async () => {
    const world = await newWorld()
    const { path } = await makeFeed(world, 'inspector')
    const tag = (await world.as(null).get(path)).headers.get('ETag') ?? ''
    await close(world, 'inspector')
    expect((await world.as(null).get(path, { 'If-None-Match': tag })).status).toBe(404)
    await world
      .as('admin')
      .patch(`/api/v1/members/${world.member.inspector}`, { closed: false }, { 'If-Match': '2' })
    expect((await world.as(null).get(path)).status).toBe(404)
  })

  it('the sign-in link and the code', async () => {
    const world = await newWorld()
    const link = await linkFor(world, 'inspector')
    await close(world, 'inspector')
    expect(sessionOf(await world.as(null).form(link, {}))).toBeNull()
    const again = await newWorld()
    const code = await codeFor(again, 'inspector')
    await close(again, 'inspector')
    await again
      .as('admin')
      .patch(`/api/v1/members/${again.member.inspector}`, { closed: false }, { 'If-Match': '2' })
    expect(sessionOf(await typeIn(again, code))).toBeNull()
  })

  it('the passkey', async () => {
    const world = await newWorld()
    const device = await deviceOf(world, 'inspector')
    await close(world, 'inspector')
    await world
      .as('admin')
      .patch(`/api/v1/members/${world.member.inspector}`, { closed: false }, { 'If-Match': '2' })
    expect(sessionOf(await signIn(world, 'inspector', device))).toBeNull()
    expect(await rowsOf(world, 'SELECT 1 FROM passkeys WHERE org_id = ?1')).toEqual([])
  })

  it('the PIN on a ward’s tablet', async () => {
    const world = await newWorld()
    await withPin(await newTablet(world), 'inspector')
    expect(await rowsOf(world, 'SELECT 1 FROM tablet_pins WHERE org_id = ?1')).toHaveLength(1)
    await close(world, 'inspector')
    expect(await rowsOf(world, 'SELECT 1 FROM tablet_pins WHERE org_id = ?1')).toEqual([])
  })

  it('the access token', async () => {
    const world = await newWorld()
    const { token } = await makeToken(world)
    await world
      .as('admin')
      .patch(`/api/v1/members/${world.member.supervisor}`, { role: 'admin' }, { 'If-Match': '1' })
    expect((await program(world, token).get('/api/v1/units')).status).toBe(200)
    const as = {
      ...world,
      as: (person: Person | null) => world.as(person === 'admin' ? 'supervisor' : person),
    }
    expect((await close(as, 'admin')).status).toBe(200)
    expect((await program(world, token).get('/api/v1/units')).status).toBe(401)
  })

  it('holds no open round, whatever is undone or handed over later', async () => {
    const world = await newWorld()
    const [first = '', second = ''] = await assigned(world, 'inspector', 2)
    await world.as('inspector').post(pathOf(first, '/completion'), {})
    await close(world, 'inspector')
    expect((await world.as('lead').delete(pathOf(first, '/completion'), { reason: '误点' })).status).toBe(200)
    const handed = await world
      .as('lead')
      .patch(pathOf(second), { assigneeId: world.member.inspector }, { 'If-Match': '2' })
    expect(handed.status).toBe(422)
    expect(await assigneesOf(world)).toEqual({ nobody: 2 })
  })
})
