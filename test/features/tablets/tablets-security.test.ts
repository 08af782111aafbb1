import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { hashOfSecret, newSecret } from '../../../src/platform/ids.ts'
import { deviceOf, signIn } from '../passkeys/support.ts'
import { rowsOf, trailOf } from '../sign-in/support.ts'
import { breaking } from '../support/database.ts'
import { keptOf } from '../support/kept.ts'
import { textOf } from '../support/page.ts'
import { newWorld, type World } from '../support/world.ts'
import { Browser, goodPin, newTablet, tabletIds, typePin, whoIsOn, withPin } from './support.ts'

const minute = 60_000

describe('a PIN lets nobody in', () => {
  const tries: Record<string, (world: World, tablet: Browser) => Promise<Response>> = {
    'that is wrong': (world, tablet) => typePin(world, tablet, 'inspector', '258015'),
    'that is empty': (world, tablet) => typePin(world, tablet, 'inspector', ''),
    'of somebody else': async (world, tablet) => {
      await withPin(tablet, 'colleague', '903311')
      return typePin(world, tablet, 'inspector', '903311')
    },
    'of another tablet': async (world, tablet) => {
      const other = await newTablet(world)
      await withPin(other, 'colleague')
      return typePin(world, tablet, 'colleague')
    },
    'of somebody who has none': (world, tablet) => typePin(world, tablet, 'viewer'),
    'of a member closed since': async (world, tablet) => {
      const path = `/api/v1/members/${world.member.inspector}`
      await world.as('admin').patch(path, { closed: true }, { 'If-Match': '1' })
      return typePin(world, tablet, 'inspector')
    },
    'of a member closed and opened again': async (world, tablet) => {
      const path = `/api/v1/members/${world.member.inspector}`
      await world.as('admin').patch(path, { closed: true }, { 'If-Match': '1' })
      await world.as('admin').patch(path, { closed: false }, { 'If-Match': '2' })
      return typePin(world, tablet, 'inspector')
    },
    'of a member signed out everywhere since': async (world, tablet) => {
      await world.as('admin').form(`/members/${world.member.inspector}/signing-out`, {})
      return typePin(world, tablet, 'inspector')
    },
    'of a member who administers now': async (world, tablet) => {
      const path = `/api/v1/members/${world.member.inspector}`
      await world.as('admin').patch(path, { role: 'admin' }, { 'If-Match': '1' })
      return typePin(world, tablet, 'inspector')
    },
    'of another organisation’s member': async (world, tablet) => {
      const theirs = await newWorld()
      await withPin(await newTablet(theirs), 'inspector')
      return typePin({ ...world, member: theirs.member }, tablet, 'inspector')
    },
    'that is locked': async (world, tablet) => {
      for (let time = 0; time < 5; time += 1) await typePin(world, tablet, 'inspector', '000000')
      return typePin(world, tablet, 'inspector')
    },
  }

  it.each(Object.entries(tries))('%s: the same words', async (_, attempt) => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    const sessions = await rowsOf(world, 'sessions')
    const answer = await attempt(world, tablet)
    expect([answer.status, textOf(await answer.text())]).toEqual([
      409,
      expect.stringContaining('数字密码不正确，或已锁定'),
    ])
    expect(tablet.session).toBeUndefined()
    expect(await whoIsOn(tablet)).toBeNull()
    expect(await rowsOf(world, 'sessions')).toBeLessThanOrEqual(sessions + 2)
  })

  it('without its tablet, nor with what the store knows of it', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    const secret = tablet.tablet ?? ''
    for (const cookie of [newSecret(world.orgId), hashOfSecret(secret), `${secret}x`]) {
      const stranger = new Browser(world)
      stranger.cookies.set('__Host-rounds-tablet', cookie)
      expect([401, 404]).toContain((await typePin(world, stranger, 'inspector')).status)
    }
    expect((await typePin(world, new Browser(world), 'inspector')).status).toBe(401)
  })

  it('a PIN of an account open again opens nothing', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    await typePin(world, tablet, 'inspector')
    const path = `/api/v1/members/${world.member.inspector}`
    await world.as('admin').patch(path, { closed: true }, { 'If-Match': '1' })
    expect(await whoIsOn(tablet)).toBeNull()
    expect(await (await tablet.get('/tablet')).text()).not.toContain(world.member.inspector)
  })
})

describe('guessing a PIN', () => {
  it('ten at the same moment count as ten: five are looked at, then it is locked, and the trail says so once', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    const guesses = Array.from({ length: 10 }, (_, index) => `99887${index}`)
    const answers = await Promise.all(guesses.map((pin) => typePin(world, tablet, 'inspector', pin)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([409]))
    expect(await triesIn(world)).toBe(5)
    expect((await typePin(world, tablet, 'inspector')).status).toBe(409)
    const locked = (await trailOf(world)).filter(({ action }) => action === 'pin.locked')
    expect(locked).toHaveLength(1)
    expect(await (await tablet.get('/tablet')).text()).toContain('已锁定')
  })

  it('the fifth may be right, and takes the wrong ones back', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    for (let time = 0; time < 4; time += 1) await typePin(world, tablet, 'inspector', '000000')
    expect((await typePin(world, tablet, 'inspector')).status).toBe(303)
    expect(await triesIn(world)).toBe(0)
  })

  it('locks one person on one tablet, until they sign in another way and set a new one', async () => {
    const world = await newWorld()
    const [tablet, other] = [await newTablet(world), await newTablet(world)]
    for (const one of [tablet, other]) await withPin(one, 'inspector')
    await withPin(tablet, 'colleague')
    for (let time = 0; time < 6; time += 1) await typePin(world, tablet, 'inspector', '000000')
    expect((await typePin(world, other, 'inspector')).status).toBe(303)
    expect((await typePin(world, tablet, 'colleague')).status).toBe(303)
    await tablet.form('/tablet/switch', {})
    await withPin(tablet, 'inspector', '741963')
    expect((await typePin(world, tablet, 'inspector')).status).toBe(409)
    expect((await typePin(world, tablet, 'inspector', '741963')).status).toBe(303)
  })

  it('a failure between the count and the answer does not take the count back', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    world.database = breaking(world.database, /tablet_pins AS pins/)
    expect((await typePin(world, tablet, 'inspector', '000000')).status).toBe(500)
    world.database = env.DB
    expect(await triesIn(world)).toBe(1)
  })
})

describe('a session on a tablet', () => {
  it('is good together with its tablet’s cookie alone', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    await typePin(world, tablet, 'inspector')
    const stolen = new Browser(world)
    stolen.cookies.set('__Host-rounds', tablet.session ?? '')
    expect((await stolen.get('/')).status).toBe(303)
    const other = await newTablet(world)
    stolen.cookies.set('__Host-rounds-tablet', other.tablet ?? '')
    expect((await stolen.get('/')).status).toBe(303)
    expect(await whoIsOn(tablet)).toBe('尹护士')
  })

  it('that a link began is one too: without the tablet it opens nothing', async () => {
    const world = await newWorld()
    const tablet = await newTablet(world)
    await tablet.signIn('inspector')
    const alone = new Browser(world)
    alone.cookies.set('__Host-rounds', tablet.session ?? '')
    expect((await alone.get('/')).status).toBe(303)
    world.now += 30 * minute
    expect(await whoIsOn(tablet)).toBeNull()
  })

  it('and one that a passkey began as well', async () => {
    const world = await newWorld()
    const device = await deviceOf(world, 'inspector')
    const tablet = await newTablet(world)
    const challenge = await (
      await tablet.form('/sign-in/passkey/challenges', {})
    ).json<{ challenge: string }>()
    const answer = await device.sign(challenge.challenge, world.member.inspector)
    const begun = await tablet.form('/sign-in/passkey', { answer })
    expect([begun.status, begun.headers.get('Location')]).toEqual([303, '/tablet/pin'])
    expect((await signIn(world, 'inspector', device)).headers.get('Location')).toBe('/')
  })

  it('is dead at once where the tablet’s unit is closed, and stays so', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    await typePin(world, tablet, 'inspector')
    const path = `/api/v1/units/${world.unit.ward1}`
    expect((await world.as('admin').patch(path, { closed: true }, { 'If-Match': '1' })).status).toBe(200)
    expect((await tablet.get('/tablet')).status).toBe(404)
    await world.as('admin').patch(path, { closed: false }, { 'If-Match': '2' })
    expect(await whoIsOn(tablet)).toBeNull()
  })

  it('bug: took the list of everybody away, as a file for whoever comes next', async () => {
    const world = await newWorld()
    const tablet = await newTablet(world)
    await tablet.signIn('supervisor')
    expect((await tablet.get('/exports?kind=members')).status).toBe(403)
    expect(await (await tablet.get('/members')).text()).not.toContain('/exports?')
    expect((await world.as('supervisor').get('/exports?kind=members')).status).toBe(200)
  })

  it('of a PIN sets no new PIN; an administrator’s sets none at all', async () => {
    const world = await newWorld()
    const tablet = await withPin(await newTablet(world), 'inspector')
    await typePin(world, tablet, 'inspector')
    const pin = { pin: '741963', again: '741963' }
    expect((await tablet.form('/tablet/pin', pin)).status).toBe(403)
    await tablet.signIn('admin')
    expect((await tablet.form('/tablet/pin', pin)).status).toBe(403)
    expect((await world.as('inspector').form('/tablet/pin', pin)).status).toBe(404)
  })
})

it('the store holds neither a tablet’s secret nor a PIN, and equal PINs look different', async () => {
  const world = await newWorld()
  const tablet = await withPin(await newTablet(world), 'inspector')
  await withPin(tablet, 'colleague')
  await typePin(world, tablet, 'inspector')
  const kept = await keptOf(world)
  for (const canary of [tablet.tablet, tablet.session, goodPin]) {
    expect(canary?.length).toBeGreaterThan(5)
    expect(JSON.stringify(kept)).not.toContain(canary)
  }
  const hashes = (kept.tablet_pins ?? []).map((row) => (row as { pin_hash: string }).pin_hash)
  expect(new Set(hashes).size).toBe(2)
})

it('leads set up and revoke tablets of their own units alone', async () => {
  const world = await newWorld()
  await newTablet(world)
  const [id] = await tabletIds(world)
  expect((await world.as('officeLead').form(`/tablets/${id}/revocation`, {})).status).toBe(404)
  expect(
    (await world.as('officeLead').form('/tablets', { unitId: world.unit.ward1, name: 'x' })).status,
  ).toBe(404)
  expect(await (await world.as('officeLead').get('/tablets')).text()).not.toContain('护士站平板')
  expect((await world.as('supervisor').form(`/tablets/${id}/revocation`, {})).status).toBe(403)
})

async function triesIn({ orgId }: World): Promise<number | undefined> {
  const row = await env.DB.prepare('SELECT max(tries) AS tries FROM tablet_pins WHERE org_id = ?')
    .bind(orgId)
    .first<{ tries: number }>()
  return row?.tries
}
