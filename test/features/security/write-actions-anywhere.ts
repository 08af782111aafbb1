import { monthly } from '../duties/duty-form.ts'
import { newDuty } from '../duties/support.ts'
import { confirm, upload } from '../imports/support.ts'
import type { Person, World } from '../support/world.ts'
import { owners, reason, seen, steerers, type Action } from './write-actions.ts'

/** One that does not depend on whose unit a thing is in. */
export type ActionAnywhere = Omit<Action, 'prepare'> & {
  prepare?: (world: World) => Promise<string>
  /** 403 or 404 where nothing is said */
  refused?: readonly number[]
}

/** What names no thing of a unit, or makes a new one. */
export const actionsAnywhere: Readonly<Record<string, ActionAnywhere>> = {
  'make a round by hand for a ward': {
    may: steerers,
    api: (client, _, { unit }) =>
      client.post('/api/v1/rounds', {
        title: '抽查',
        planned: '2026-03-02',
        performedBy: unit.ward1,
        ownedBy: unit.office,
      }),
    page: (client, _, { unit }) =>
      client.form('/rounds', { title: '抽查', planned: '2026-03-02', performedBy: unit.ward1 }),
  },
  'make a duty of the office': {
    may: owners,
    api: (client, _, world) => client.post('/api/v1/duties', newDuty(world)),
    page: (client, _, world) => client.form('/duties', monthly(world)),
  },
  'make a duty of another ward': {
    may: ['supervisor'],
    api: (client, _, world) => client.post('/api/v1/duties', newDuty(world, { ownedBy: world.unit.ward2 })),
  },
  'take duties over from the library for the office': {
    may: owners,
    // the duty and its checklist
    entries: 2,
    api: (client, _, { unit }) => client.post('/api/v1/library/packs/blood/duties', fromLibrary(unit.office)),
    page: (client, _, { unit }) => client.form('/library/blood', fromLibrary(unit.office)),
  },
  'make a checklist': {
    may: steerers,
    api: (client) => client.post('/api/v1/checklists', { title: '消防', items: [{ text: '通道畅通' }] }),
    page: (client) => client.form('/checklists', { title: '消防', items: '通道畅通' }),
  },
  'make a unit': {
    may: ['admin'],
    api: (client) => client.post('/api/v1/units', { name: '外科' }),
    page: (client) => client.form('/units', { name: '外科', order: '0' }),
  },
  'change a unit': {
    may: ['admin'],
    api: (client, _, { unit }) => client.patch(`/api/v1/units/${unit.ward1}`, { name: '一病区' }, seen),
    page: (client, _, { unit }) =>
      client.form(`/units/${unit.ward1}`, { name: '一病区', order: '0', version: '1' }),
  },
  'suspend a unit': {
    may: ['supervisor', 'admin'],
    api: (client, _, { unit }) =>
      client.put(`/api/v1/units/${unit.ward1}/suspension`, { from: '2026-04-01', until: null, reason }),
  },
  'make an asset': {
    may: ['admin'],
    api: (client, _, { unit }) =>
      client.post('/api/v1/assets', { unitId: unit.ward1, type: 'lift', name: '1号电梯' }),
    page: (client, _, { unit }) =>
      client.form('/assets', { unitId: unit.ward1, type: 'lift', name: '1号电梯' }),
  },
  'make a member': {
    may: ['admin'],
    api: (client) => client.post('/api/v1/members', { name: '钱', role: 'admin' }),
    page: (client) => client.form('/members', { name: '钱', role: 'admin' }),
  },
  'hand in a list of units': {
    may: ['admin'],
    // nothing of the hospital's is changed yet
    entries: 0,
    api: (client) => upload(client, 'units', '名称\n外科\n'),
  },
  'import a list of units': {
    may: ['admin'],
    prepare: async (world) =>
      (await upload(world.as('admin'), 'units', '名称\n外科\n')).headers.get('Location') ?? '',
    api: (client) => client.post('/api/v1/imports', { kind: 'units', csv: 'Name\n外科\n' }),
    page: (client, preview) => confirm(client, preview),
  },
  'change a member': {
    may: ['admin'],
    api: (client, _, { member }) =>
      client.patch(`/api/v1/members/${member.colleague}`, { role: 'admin' }, seen),
    page: (client, _, { member }) =>
      client.form(`/members/${member.colleague}`, { name: '柯护士', role: 'admin', version: '1' }),
  },
  'change the settings': {
    may: ['admin'],
    api: (client) => client.patch('/api/v1/organisation', { firstWeekday: 7 }, seen),
    page: (client) =>
      client.form('/settings/retention', { keepMonths: '60', confirmed: 'yes', version: '1' }),
  },
  'change what people are called': {
    may: ['admin'],
    api: (client) => client.patch('/api/v1/organisation', { names: { toOthers: 'role' } }, seen),
    page: (client) => client.form('/settings/names', { inFeeds: 'none', toOthers: 'role', version: '1' }),
  },
  'change the name of the organisation': {
    may: ['admin'],
    api: (client) => client.patch('/api/v1/organisation', { name: '市二医院' }, seen),
    page: (client) =>
      client.form('/settings/organisation', {
        name: '市二医院',
        nameEn: '',
        locale: 'zh-CN',
        firstWeekday: '1',
        timeZone: 'Asia/Shanghai',
        version: '1',
      }),
  },
  'change the reasons for excuses': {
    may: ['admin'],
    api: (client) =>
      client.patch(
        '/api/v1/organisation',
        { excuses: [{ code: 'in-use', name: '占用', nameEn: null, isUsed: true }] },
        seen,
      ),
    page: (client) => client.form('/settings/excuses', { used: ['in-use'], version: '1' }),
  },
  'let a nurse of the ward sign in': {
    may: ['lead', 'admin'],
    api: (client, _, { member }) => client.post(`/api/v1/members/${member.colleague}/sign-in-codes`),
    page: (client, _, { member }) => client.form(`/members/${member.colleague}/sign-in-codes`, {}),
  },
  'let a nurse of the ward sign in by a link': {
    may: ['lead', 'admin'],
    api: (client, _, { member }) => client.post(`/api/v1/members/${member.colleague}/sign-in-links`),
  },
  'let a lead sign in': {
    may: ['admin'],
    api: (client, _, { member }) => client.post(`/api/v1/members/${member.lead}/sign-in-codes`),
    page: (client, _, { member }) => client.form(`/members/${member.lead}/sign-in-codes`, {}),
  },
  ...feedsOf(),
}

function feedsOf(): Record<string, ActionAnywhere> {
  type Scope = { kind: string; id?: string }
  const making = (scopeIn: (world: World) => Scope): Pick<Action, 'api' | 'page'> => ({
    api: (client, _, world) => client.post('/api/v1/feeds', { name: '任务', scope: scopeIn(world) }),
    page: (client, _, world) => {
      const { kind, id } = scopeIn(world)
      const scope = id === undefined ? kind : `${kind}:${id}`
      return client.form('/feeds', { name: '任务', scope, language: 'zh-CN' })
    },
  })
  const everybody: Person[] = [
    'viewer',
    'inspector',
    'lead',
    'officeLead',
    'neighbour',
    'supervisor',
    'admin',
  ]
  return {
    'subscribe to one’s own rounds': { may: everybody, ...making(() => ({ kind: 'member' })) },
    'subscribe to a ward': {
      may: ['lead', 'supervisor'],
      ...making(({ unit }) => ({ kind: 'unit', id: unit.ward1 })),
    },
    'subscribe to another ward': {
      may: ['supervisor'],
      ...making(({ unit }) => ({ kind: 'unit', id: unit.ward2 })),
    },
    'subscribe to the organisation': { may: ['supervisor'], ...making(() => ({ kind: 'organisation' })) },
  }
}

function fromLibrary(ownedBy: string) {
  return { entries: ['blood-use-year-end-inspection'], ownedBy, from: '2026-03-02' }
}
