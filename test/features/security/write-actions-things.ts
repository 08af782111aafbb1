import { makeToken } from '../access-tokens/support.ts'
import { newAsset } from '../assets/assets.ts'
import { monthly } from '../duties/duty-form.ts'
import { makeDuty, newPlan } from '../duties/support.ts'
import { makeChecklist, plan, roundOf } from '../rounds/rig.ts'
import type { Client, Person, World } from '../support/world.ts'
import type { ActionAnywhere } from './write-actions-anywhere.ts'
import { owners, reason, seen, steerers, type Ask } from './write-actions.ts'

const admins: readonly Person[] = ['admin']
const steersAll: readonly Person[] = ['supervisor', 'admin']

/** What is done to things that are there: assets, units, members, checklists, duties, feeds, several rounds. */
export const actionsOnThings: Readonly<Record<string, ActionAnywhere>> = {
  ...actionsOnAssets(),
  ...actionsOnUnits(),
  ...actionsOnMembers(),
  'publish a checklist anew': {
    may: steerers,
    prepare: makeChecklist,
    api: (client, id) =>
      client.patch(`/api/v1/checklists/${id}`, { title: '消防', items: [{ text: '通道畅通' }] }, seen),
    page: (client, id) =>
      client.form(`/checklists/${id}`, { title: '消防', items: '通道畅通', version: '1' }),
  },
  'give a duty a further plan': {
    may: owners,
    prepare: async (world) => (await makeDuty(world)).id,
    api: (client, id) =>
      client.post(`/api/v1/duties/${id}/plans`, { from: '2026-04-01', plan: newPlan(), replaces: null }),
    page: async (client, id, world) => {
      const typed = monthly(world, { from: '2026-04-01' })
      const tried = await client.form(`/duties/${id}/plans`, typed)
      const proposed = /name="seen" value="([^"]*)"/.exec(await tried.clone().text())?.[1]
      if (proposed === undefined) return tried
      return client.form(`/duties/${id}/plans`, { ...typed, seen: proposed.replaceAll('&quot;', '"') })
    },
  },
  'revoke a feed of the inspector’s': {
    may: ['inspector'],
    prepare: (world) => feedOf(world.as('inspector')),
    api: (client, id) => client.delete(`/api/v1/feeds/${id}`),
    page: (client, id) => client.form(`/feeds/${id}/revocation`, {}),
  },
  'make an access token': {
    may: admins,
    api: (client) => client.post('/api/v1/tokens', { name: '排班系统', role: 'viewer', validDays: 90 }),
    page: (client) => client.form('/settings/tokens', { name: '排班系统', role: 'viewer', validDays: '90' }),
  },
  'revoke an access token': {
    may: admins,
    prepare: async (world) => (await makeToken(world)).id,
    api: (client, id) => client.delete(`/api/v1/tokens/${id}`),
    page: (client, id) => client.form(`/settings/tokens/${id}/revocation`, {}),
  },
  'hand several rounds over': {
    may: steerers,
    entries: 2,
    prepare: severalLate,
    api: (client, ids, { member }) =>
      client.form('/rounds/several/hand-over', {
        round: ids.split(' '),
        performedBy: '',
        assigneeId: member.colleague,
      }),
  },
  'move several rounds': {
    may: steerers,
    entries: 2,
    prepare: severalLate,
    api: (client, ids) =>
      client.form('/rounds/several/move', {
        round: ids.split(' '),
        version: ids.split(' ').map(() => '1'),
        to: '2026-03-03',
        by: '',
        reason: '',
      }),
  },
  'excuse several rounds': {
    may: owners,
    entries: 2,
    // a lead of the performer comes to that page to hand over, and is told there which rounds it refuses
    refused: [200, 403],
    prepare: severalLate,
    api: (client, ids) =>
      client.form('/rounds/several/excuse', {
        round: ids.split(' '),
        code: 'in-use',
        reason,
      }),
  },
}

function actionsOnAssets(): Record<string, ActionAnywhere> {
  const asset = async (world: World) => (await newAsset(world)).id
  const closed = async (world: World) => {
    const id = await asset(world)
    await world.as('admin').patch(`/api/v1/assets/${id}`, { closed: true }, seen)
    return id
  }
  return {
    'change an asset': {
      may: admins,
      prepare: asset,
      api: (client, id) => client.patch(`/api/v1/assets/${id}`, { name: '输注泵2号' }, seen),
      page: (client, id, { unit }) =>
        client.form(`/assets/${id}`, { unitId: unit.ward1, type: 'lift', name: '2号电梯', version: '1' }),
    },
    'close an asset': {
      may: admins,
      prepare: asset,
      api: (client, id) => client.patch(`/api/v1/assets/${id}`, { closed: true }, seen),
      page: (client, id) => client.form(`/assets/${id}/closing`, { version: '1' }),
    },
    'open an asset again': {
      may: admins,
      prepare: closed,
      api: (client, id) => client.patch(`/api/v1/assets/${id}`, { closed: false }, { 'If-Match': '2' }),
      page: (client, id) => client.form(`/assets/${id}/reopening`, { version: '2' }),
    },
    ...suspensionOf('an asset', 'assets', asset),
  }
}

function actionsOnUnits(): Record<string, ActionAnywhere> {
  const unit = async (world: World) => {
    const made = await world.as('admin').post('/api/v1/units', { name: '旧病区' })
    return (await made.json<{ id: string }>()).id
  }
  const closed = async (world: World) => {
    const id = await unit(world)
    await world.as('admin').patch(`/api/v1/units/${id}`, { closed: true }, seen)
    return id
  }
  return {
    'close a unit': {
      may: admins,
      prepare: unit,
      api: (client, id) => client.patch(`/api/v1/units/${id}`, { closed: true }, seen),
      page: (client, id) => client.form(`/units/${id}/closing`, { version: '1' }),
    },
    'open a unit again': {
      may: admins,
      prepare: closed,
      api: (client, id) => client.patch(`/api/v1/units/${id}`, { closed: false }, { 'If-Match': '2' }),
      page: (client, id) => client.form(`/units/${id}/reopening`, { version: '2' }),
    },
    ...suspensionOf('a unit', 'units', unit),
  }
}

const march = { from: '2026-03-05', until: '2026-03-10' }

async function leaveOf(world: World): Promise<string> {
  const made = await world
    .as('colleague')
    .post(`/api/v1/members/${world.member.colleague}/deputies`, { ...march, deputyId: world.member.lead })
  return (await made.json<{ id: string }>()).id
}

function actionsOnMembers(): Record<string, ActionAnywhere> {
  const colleague = async ({ member }: World) => member.colleague
  const closed = async (world: World) => {
    await world.as('admin').patch(`/api/v1/members/${world.member.colleague}`, { closed: true }, seen)
    return world.member.colleague
  }
  return {
    'close a member': {
      may: admins,
      prepare: colleague,
      api: (client, id) => client.patch(`/api/v1/members/${id}`, { closed: true }, seen),
    },
    'let a member go': {
      may: admins,
      prepare: colleague,
      api: (client, id) => client.post(`/api/v1/members/${id}/leaving`, { handOverTo: null }),
      page: (client, id) => client.form(`/members/${id}/leaving`, {}),
    },
    'enter a leave': {
      may: ['lead', 'admin'],
      prepare: colleague,
      api: (client, id, { member }) =>
        client.post(`/api/v1/members/${id}/deputies`, { ...march, deputyId: member.inspector }),
      page: (client, id, { member }) =>
        client.form(`/members/${id}/leave`, { ...march, deputyId: member.inspector }),
    },
    'end a leave': {
      may: ['lead', 'admin'],
      prepare: leaveOf,
      api: (client, leave, { member }) =>
        client.delete(`/api/v1/members/${member.colleague}/deputies/${leave}`),
      page: (client, leave, { member }) =>
        client.form(`/members/${member.colleague}/leave/${leave}/ending`, {}),
    },
    'open a member again': {
      may: admins,
      prepare: closed,
      api: (client, id) => client.patch(`/api/v1/members/${id}`, { closed: false }, { 'If-Match': '2' }),
      page: (client, id) => client.form(`/members/${id}/reopening`, { version: '2' }),
    },
  }
}

function suspensionOf(
  what: string,
  path: 'assets' | 'units',
  prepare: (world: World) => Promise<string>,
): Record<string, ActionAnywhere> {
  const suspend: Ask = (client, id) =>
    client.put(`/api/v1/${path}/${id}/suspension`, { from: '2026-03-02', until: null, reason })
  return {
    [`suspend ${what}`]: {
      may: steersAll,
      prepare,
      api: suspend,
      page: (client, id) =>
        client.form(`/${path}/${id}/suspension`, { from: '2026-03-02', until: '', reason }),
    },
    [`resume ${what}`]: {
      may: steersAll,
      prepare: async (world) => {
        const id = await prepare(world)
        await suspend(world.as('admin'), id, world)
        return id
      },
      api: (client, id) => client.delete(`/api/v1/${path}/${id}/suspension`),
      page: (client, id) => client.form(`/${path}/${id}/resumption`, {}),
    },
  }
}

async function feedOf(client: Client): Promise<string> {
  const made = await client.post('/api/v1/feeds', { name: '任务', scope: { kind: 'member' } })
  return (await made.json<{ id: string }>()).id
}

/** Two of ward 1, owned by the office, due three days from now; their ids in one text. */
async function severalLate(world: World): Promise<string> {
  const dueAt = world.now + 3 * 86_400_000
  const rounds = [0, 1].map(() => roundOf(world, { dueAt, opensAt: world.now - 86_400_000 }))
  await plan(world, rounds)
  return rounds.map(({ id }) => id).join(' ')
}
