import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { newWorld, type World } from '../support/world.ts'
import { rowsOf, sessionOf, trailOf } from '../sign-in/support.ts'
import { base64url, Device, type Twist } from './device.ts'
import { add, challengeToAdd, challengeToSignIn, deviceOf, idsOf, minute, signIn } from './support.ts'

describe('adding a passkey is refused', () => {
  const twists: Record<string, Twist> = {
    'of another origin': { origin: 'https://evil.example' },
    'of another port of ours': { origin: `${env.ROUNDS_ORIGIN}:8443` },
    'for another relying party': { rpId: 'evil.example' },
    'in a frame': { crossOrigin: true },
    'that is a signature': { type: 'webauthn.get' },
    'with nobody there': { flags: 0x04 },
    'with nobody verified': { flags: 0x01 },
    'that says who made the device': { attestation: 'packed' },
    'whose id is another one': { credentialId: base64url(new Uint8Array(16)) },
  }

  it.each(Object.entries(twists))('%s', async (_, twist) => {
    const world = await newWorld()
    const [client, device] = [world.as('inspector'), await Device.make()]
    const answer = await device.register(await challengeToAdd(client), twist)
    expect((await add(client, answer)).status).toBe(409)
    expect(await idsOf(world)).toEqual([])
  })

  it.each([
    ['a second time', async (world: World) => challengeToAdd(world.as('inspector')), true],
    ['to another member’s challenge', async (world: World) => challengeToAdd(world.as('colleague')), false],
    ['to a challenge to sign in', challengeToSignIn, false],
    ['to no challenge', async () => base64url(new Uint8Array(32)), false],
  ] as const)('%s', async (_, challengeIn, isGoodOnce) => {
    const world = await newWorld()
    const [client, device] = [world.as('inspector'), await Device.make()]
    const challenge = await challengeIn(world)
    if (isGoodOnce) expect((await add(client, await device.register(challenge))).status).toBe(303)
    expect((await add(client, await (await Device.make()).register(challenge))).status).toBe(409)
  })

  it('after five minutes', async () => {
    const world = await newWorld()
    const [client, device] = [world.as('inspector'), await Device.make()]
    const challenges = [await challengeToAdd(client), await challengeToAdd(client)]
    world.now += 5 * minute - 1
    expect((await add(client, await device.register(challenges[0] ?? ''))).status).toBe(303)
    world.now += 1
    expect((await add(client, await device.register(challenges[1] ?? ''))).status).toBe(409)
  })

  it('of a device that is another member’s already', async () => {
    const world = await newWorld()
    const device = await deviceOf(world, 'colleague')
    const client = world.as('inspector')
    expect((await add(client, await device.register(await challengeToAdd(client)))).status).toBe(422)
  })

  it.each(['', '{}', 'null', '[]', '{"id":"x","response":{}}', '{', '"'.repeat(9_000)])(
    'where the answer is %j',
    async (answer) => {
      const world = await newWorld()
      expect((await add(world.as('inspector'), answer)).status).toBe(409)
      expect((await world.as(null).form('/sign-in/passkey', { answer })).status).toBe(404)
    },
  )
})

describe('signing in by passkey is refused', () => {
  type Try = (world: World, device: Device) => Promise<Response>
  const twisted =
    (twist: Twist): Try =>
    (world, device) =>
      signIn(world, 'inspector', device, twist)
  const tries: Record<string, Try> = {
    'from another origin': twisted({ origin: 'https://evil.example' }),
    'for another relying party': twisted({ rpId: 'evil.example' }),
    'in a frame': twisted({ crossOrigin: true }),
    'by a new key': twisted({ type: 'webauthn.create' }),
    'with nobody there': twisted({ flags: 0x04 }),
    'with nobody verified': twisted({ flags: 0x01 }),
    'by an unknown key': async (world) => signIn(world, 'inspector', await Device.make()),
    'by another’s signature': async (world, device) =>
      signIn(world, 'inspector', await Device.make(), { credentialId: device.id }),
    'as another member': (world, device) => signIn(world, 'supervisor', device),
    'as nobody': twisted({ userHandle: base64url(new TextEncoder().encode('admin')) }),
    'of another organisation': async (world, device) => {
      const other = await newWorld()
      return signIn({ ...world, member: other.member }, 'inspector', device)
    },
    'of a member closed since': async (world, device) => {
      const path = `/api/v1/members/${world.member.inspector}`
      await world.as('admin').patch(path, { closed: true }, { 'If-Match': '1' })
      return signIn(world, 'inspector', device)
    },
    'of a member closed and opened again': async (world, device) => {
      const path = `/api/v1/members/${world.member.inspector}`
      await world.as('admin').patch(path, { closed: true }, { 'If-Match': '1' })
      await world.as('admin').patch(path, { closed: false }, { 'If-Match': '2' })
      return signIn(world, 'inspector', device)
    },
    'of a member signed out everywhere since': async (world, device) => {
      const path = `/members/${world.member.inspector}/signing-out`
      expect((await world.as('admin').form(path, {})).status).toBe(303)
      return signIn(world, 'inspector', device)
    },
    'to a challenge to add one': async (world, device) => {
      const answer = await device.sign(await challengeToAdd(world.as('inspector')), world.member.inspector)
      return world.as(null).form('/sign-in/passkey', { answer })
    },
    'a second time': async (world, device) => {
      const answer = await device.sign(await challengeToSignIn(world), world.member.inspector)
      expect((await world.as(null).form('/sign-in/passkey', { answer })).status).toBe(303)
      return world.as(null).form('/sign-in/passkey', { answer })
    },
    'after five minutes': async (world, device) => {
      const answer = await device.sign(await challengeToSignIn(world), world.member.inspector)
      world.now += 5 * minute
      return world.as(null).form('/sign-in/passkey', { answer })
    },
  }

  it.each(Object.entries(tries))('%s: the same answer, and nobody is signed in', async (_, attempt) => {
    const world = await newWorld()
    const answer = await attempt(world, await deviceOf(world, 'inspector'))
    expect([answer.status, sessionOf(answer)]).toEqual([404, null])
    const unknown = await signIn(world, 'inspector', await Device.make())
    expect(await answer.text()).toBe(await unknown.text())
  })

  it.each([
    [5, 5],
    [5, 4],
    [5, 0],
  ])('where the device counted %i and now %i, and the trail says so', async (first, second) => {
    const world = await newWorld()
    const device = await deviceOf(world, 'inspector')
    expect((await signIn(world, 'inspector', device, { signCount: first })).status).toBe(303)
    expect((await signIn(world, 'inspector', device, { signCount: second })).status).toBe(404)
    expect((await trailOf(world)).at(-1)?.action).toBe('passkey.copy-suspected')
  })

  it('by whoever has no key, and no count of theirs is in the trail', async () => {
    const world = await newWorld()
    const device = await deviceOf(world, 'inspector')
    expect((await signIn(world, 'inspector', device, { signCount: 5 })).status).toBe(303)
    const twist = { credentialId: device.id, signCount: 4 }
    expect((await signIn(world, 'inspector', await Device.make(), twist)).status).toBe(404)
    expect((await trailOf(world)).at(-1)?.action).toBe('session.begun')
  })

  it('nine times where ten use one answer at the same moment', async () => {
    const world = await newWorld()
    const device = await deviceOf(world, 'inspector')
    const before = await rowsOf(world, 'sessions')
    const answer = await device.sign(await challengeToSignIn(world), world.member.inspector)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => world.as(null).form('/sign-in/passkey', { answer })),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await rowsOf(world, 'sessions')).toBe(before + 1)
  })
})

describe('passkeys: security', () => {
  it('another member’s is not there', async () => {
    const world = await newWorld()
    await deviceOf(world, 'inspector')
    const [id] = await idsOf(world)
    for (const person of ['colleague', 'lead', 'admin'] as const) {
      const client = world.as(person)
      expect((await client.get(`/account/passkeys/${id}`)).status).toBe(404)
      expect((await client.form(`/account/passkeys/${id}`, { name: 'x' })).status).toBe(404)
      expect((await client.form(`/account/passkeys/${id}/removal`, {})).status).toBe(404)
    }
    expect(await idsOf(world)).toEqual([id])
  })

  it('a challenge is stored as its hash only, and gone after its minutes', async () => {
    const world = await newWorld()
    const challenge = await challengeToAdd(world.as('inspector'))
    const rows = env.DB.prepare('SELECT * FROM passkey_challenges WHERE org_id = ?').bind(world.orgId)
    const stored = await rows.all()
    expect(stored.results).toHaveLength(1)
    expect(JSON.stringify(stored.results)).not.toContain(challenge)
    world.now += 5 * minute
    await challengeToAdd(world.as('inspector'))
    expect((await rows.all()).results).toHaveLength(1)
  })

  it('who was signed in on the browser is signed out', async () => {
    const world = await newWorld()
    const device = await deviceOf(world, 'inspector')
    const answer = await device.sign(await challengeToSignIn(world), world.member.inspector)
    expect((await world.as('colleague').form('/sign-in/passkey', { answer })).status).toBe(303)
    expect((await world.as('colleague').get('/api/v1/units')).status).toBe(401)
  })
})
