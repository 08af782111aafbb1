import { env } from 'cloudflare:workers'
import type { Client, Person, World } from '../support/world.ts'
import { Device, type Twist } from './device.ts'

export const minute = 60_000

type Asked = { challenge: string; user: { id: string } }

export async function challengeToAdd(client: Client): Promise<string> {
  const response = await client.form('/account/passkeys/challenges', {})
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`)
  return (await response.json<Asked>()).challenge
}

export async function challengeToSignIn(world: World): Promise<string> {
  return (await (await world.as(null).form('/sign-in/passkey/challenges', {})).json<Asked>()).challenge
}

export function add(client: Client, answer: string, name = '我的手机'): Promise<Response> {
  return client.form('/account/passkeys', { name, answer })
}

/** A device whose key that person has added. */
export async function deviceOf(world: World, person: Person, algorithm: -7 | -257 = -7): Promise<Device> {
  const [client, device] = [world.as(person), await Device.make(algorithm)]
  const added = await add(client, await device.register(await challengeToAdd(client)))
  if (added.status !== 303) throw new Error(`${added.status}: ${await added.text()}`)
  return device
}

export async function signIn(
  world: World,
  person: Person,
  device: Device,
  twist: Twist = {},
): Promise<Response> {
  const answer = await device.sign(await challengeToSignIn(world), world.member[person], twist)
  return world.as(null).form('/sign-in/passkey', { answer })
}

export async function idsOf(world: World): Promise<string[]> {
  const { results } = await env.DB.prepare('SELECT id FROM passkeys WHERE org_id = ? ORDER BY created_at')
    .bind(world.orgId)
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}
