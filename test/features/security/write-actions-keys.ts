import { Device } from '../passkeys/device.ts'
import { add, challengeToAdd, deviceOf, idsOf } from '../passkeys/support.ts'
import { newTablet, tabletIds } from '../tablets/support.ts'
import type { Person, World } from '../support/world.ts'
import type { ActionAnywhere } from './write-actions-anywhere.ts'
import type { Ask } from './write-actions.ts'

const everybody: readonly Person[] = [
  'viewer',
  'inspector',
  'lead',
  'officeLead',
  'neighbour',
  'supervisor',
  'admin',
]
const challenge: Ask = (client) => client.form('/account/passkeys/challenges', {})
const answer: Ask = (client, key) => add(client, key)
const rename: Ask = (client, id) => client.form(`/account/passkeys/${id}`, { name: '科室电脑' })
const setUp: Ask = (client, _, { unit }) =>
  client.form('/tablets', { unitId: unit.ward1, name: '护士站平板' })
const revoke: Ask = (client, id) => client.form(`/tablets/${id}/revocation`, {})
const remove: Ask = (client, id) => client.form(`/account/passkeys/${id}/removal`, {})

/** What lets people in. Only pages do it: a program has no finger, and makes no keys for itself. */
export const actionsOnKeys: Readonly<Record<string, ActionAnywhere>> = {
  'begin to add a passkey': { may: everybody, entries: 0, api: challenge },
  'add a passkey': { may: ['inspector'], prepare: newKey, refused: [409], api: answer },
  'rename one’s passkey': { may: ['inspector'], prepare: passkey, refused: [404], api: rename },
  'set up a tablet of the ward': { may: ['lead', 'admin'], entries: 2, api: setUp },
  'revoke a tablet of the ward': { may: ['lead', 'admin'], prepare: tablet, api: revoke },
  'remove one’s passkey': { may: ['inspector'], prepare: passkey, refused: [404], api: remove },
}

async function newKey(world: World): Promise<string> {
  return (await Device.make()).register(await challengeToAdd(world.as('inspector')))
}

async function passkey(world: World): Promise<string> {
  await deviceOf(world, 'inspector')
  return (await idsOf(world))[0] ?? ''
}

async function tablet(world: World): Promise<string> {
  await newTablet(world)
  return (await tabletIds(world))[0] ?? ''
}
