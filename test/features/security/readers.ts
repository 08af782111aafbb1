import { insertTablet } from '../../../src/features/tablets/repository.ts'
import { newId } from '../../../src/platform/ids.ts'
import { makeToken } from '../access-tokens/support.ts'
import { newAsset } from '../assets/assets.ts'
import { previewOf } from '../imports/support.ts'
import { makeChecklist } from '../rounds/rig.ts'
import type { Client, Person, World } from '../support/world.ts'
import { dutyIn, planIn, roundIn, type Place } from './write-actions.ts'

/**
 * Who may read what a route answers, of their own unit's things (ward 1, owned by the office) and of another's (ward 2). Where
 * one may not, it is refused (403) or not there (404); `refused` says which, 403 where it says nothing.
 */
export type Readers = {
  /** the path's id */
  prepare?: (world: World, place: Place) => Promise<string>
  own: readonly Person[]
  /** those of `own` where it makes no difference */
  other?: readonly Person[]
  refused?: 403 | 404
  /** who is refused (403) because they may see the thing itself; to all others it is not there */
  seen?: { own: readonly Person[]; other: readonly Person[] }
  ask?: (client: Client, id: string, world: World) => Promise<Response>
}

export const everybody: readonly Person[] = [
  'viewer',
  'inspector',
  'lead',
  'officeLead',
  'neighbour',
  'supervisor',
  'admin',
  'auditor',
]
const seesAll: readonly Person[] = ['supervisor', 'admin']
const ward1: readonly Person[] = ['viewer', 'inspector', 'lead', ...seesAll]
const ward2: readonly Person[] = ['neighbour', ...seesAll]
const performersAndOwner: readonly Person[] = ['viewer', 'inspector', 'lead', 'officeLead', ...seesAll]
const steerers: readonly Person[] = ['lead', 'officeLead', 'supervisor']
const owners: readonly Person[] = ['officeLead', 'supervisor']
const auditors: readonly Person[] = ['auditor', ...seesAll]
const admins: readonly Person[] = ['admin']

const unitOf = async ({ unit }: World, place: Place) => (place === 'own' ? unit.ward1 : unit.ward2)
const memberOf = async ({ member }: World, place: Place) =>
  place === 'own' ? member.colleague : member.neighbour
const assetOf = async (world: World, place: Place) =>
  (await newAsset(world, { unitId: await unitOf(world, place) })).id

const tokenIn = async (world: World) => (await makeToken(world)).id

const previewIn = async (world: World) =>
  (await previewOf(world.as('admin'), 'units', '名称\n外科\n')).split('/').at(-1) ?? ''

async function tabletIn(world: World, place: Place): Promise<string> {
  const id = newId('tablet', world.orgId)
  const unitId = await unitOf(world, place)
  const values = {
    id,
    unitId,
    name: '护士站平板',
    secretHash: id,
    madeBy: world.member.admin,
    now: world.now,
  }
  await world.store.batch([insertTablet(values)])
  return id
}

const asUnit = { prepare: unitOf, own: ward1, other: ward2, refused: 404 } satisfies Readers
const asAsset = { ...asUnit, prepare: assetOf } satisfies Readers
const asRound = {
  prepare: roundIn,
  own: performersAndOwner,
  other: ward2,
  refused: 404,
} satisfies Readers
const asDuty = { ...asRound, prepare: dutyIn } satisfies Readers
const asChecklist = { prepare: makeChecklist, own: everybody } satisfies Readers
const editorsOfDuty = {
  prepare: dutyIn,
  own: owners,
  other: ['supervisor'],
  seen: { own: performersAndOwner, other: ward2 },
} satisfies Readers

/** By route, in the words of docs/access.md. */
export const readers: Readonly<Record<string, Readers>> = {
  'GET /': { own: everybody },
  'GET /overdue': { own: everybody },
  'GET /year-plan': { own: everybody },
  'GET /rounds': { own: everybody },
  'GET /account': { own: everybody },
  'GET /api/v1/sessions': { own: everybody },
  'GET /feeds': { own: everybody },
  'GET /account/passkeys': { own: everybody },
  'GET /tablets': { own: ['lead', 'officeLead', 'admin'] },
  'GET /tablets/new': { own: ['lead', 'officeLead', 'admin'] },
  'GET /tablets/:id/revocation': {
    prepare: tabletIn,
    own: ['lead', 'admin'],
    other: ['admin'],
    seen: { own: ward1, other: ward2 },
  },
  'GET /api/v1/feeds': { own: everybody },
  'GET /units': { own: everybody },
  'GET /api/v1/units': { own: everybody },
  'GET /assets': { own: everybody },
  'GET /api/v1/assets': { own: everybody },
  'GET /members': { own: ['lead', 'officeLead', ...seesAll] },
  'GET /api/v1/members': { own: everybody },
  'GET /duties': { own: everybody },
  'GET /api/v1/duties': { own: everybody },
  'GET /library': { own: steerers },
  'GET /api/v1/library/packs': { own: steerers },
  'GET /library/:pack': { own: steerers },
  'GET /library/:pack/taken': { own: steerers },
  'GET /api/v1/library/packs/:pack': { own: steerers },
  'GET /checklists': { own: everybody },
  'GET /api/v1/checklists': { own: everybody },
  'GET /api/v1/rounds': { own: everybody },

  'GET /units/:id': asUnit,
  'GET /api/v1/units/:id': asUnit,
  'GET /assets/:id': asAsset,
  'GET /api/v1/assets/:id': asAsset,
  'GET /api/v1/members/:id': { ...asUnit, prepare: memberOf },
  'GET /rounds/:id': asRound,
  'GET /rounds/:file{[^/]+\\.ics}': {
    ...asRound,
    ask: (client, id) => client.get(`/rounds/${id}.ics`),
  },
  'GET /api/v1/rounds/:id': asRound,
  'GET /duties/:id': asDuty,
  'GET /duties/:id/progress': asDuty,
  'GET /api/v1/duties/:id/progress': asDuty,
  'GET /api/v1/duties/:id': asDuty,
  'GET /checklists/:id': asChecklist,
  'GET /api/v1/checklists/:id': asChecklist,

  'GET /audit': { own: auditors },
  'GET /api/v1/audit': { own: auditors },
  'GET /owned': { own: [...steerers, 'admin'] },
  'GET /owned/:id': { prepare: dutyIn, own: [...owners, 'admin'], other: seesAll, refused: 404 },

  'GET /service': { own: seesAll },
  'GET /api/v1/service': { own: seesAll },
  'GET /settings': { own: admins },
  'GET /settings/organisation': { own: admins },
  'GET /settings/names': { own: admins },
  'GET /settings/retention': { own: admins },
  'GET /settings/excuses': { own: admins },
  'GET /api/v1/organisation': { own: everybody },
  'GET /settings/holidays': { own: admins },
  'GET /settings/working-days': { own: everybody },
  'GET /settings/working-days/days/new': { own: seesAll },
  'GET /settings/working-days/closures/new': { own: seesAll },
  'GET /settings/working-days/named/new': { own: seesAll },
  'GET /settings/working-days/imports/new': { own: seesAll },
  'GET /api/v1/working-days': {
    own: everybody,
    ask: (client) => client.get('/api/v1/working-days?from=2026-03-01&to=2026-03-31'),
  },
  'GET /api/v1/day-stretches': { own: everybody },
  'GET /api/v1/tokens': { own: admins },
  'GET /settings/tokens': { own: admins },
  'GET /settings/tokens/:id/revocation': { prepare: tokenIn, own: admins },
  'GET /units/new': { own: admins },
  'GET /assets/new': { own: admins },
  'GET /members/new': { own: admins },
  'GET /imports': { own: admins },
  'GET /imports/:id': { prepare: previewIn, own: admins, refused: 404 },
  'GET /imports/template': { own: auditors, ask: (client) => client.get('/imports/template?kind=units') },
  'GET /exports': { own: auditors, ask: (client) => client.get('/exports?kind=members') },
  'GET /duties/new': { own: steerers },
  'GET /checklists/new': { own: steerers },
  'GET /rounds/new': { own: steerers },
  'GET /rounds/several': {
    prepare: roundIn,
    own: steerers,
    other: ['supervisor'],
    seen: { own: everybody, other: everybody.filter((person) => !steerers.includes(person)) },
    ask: (client, id) => client.get(`/rounds/several?step=hand-over&round=${id}`),
  },
  'GET /units/:id/edit': { prepare: unitOf, own: admins },
  'GET /units/:id/closing': { prepare: unitOf, own: admins },
  'GET /assets/:id/edit': { prepare: assetOf, own: admins },
  'GET /assets/:id/closing': { prepare: assetOf, own: admins },
  'GET /members/:id/edit': { prepare: memberOf, own: admins },
  'GET /members/:id/leaving': { prepare: memberOf, own: admins },
  'GET /api/v1/members/:id/leaving': { prepare: memberOf, own: admins },
  'GET /account/leave': { own: everybody },
  'GET /members/:id/leave': {
    prepare: memberOf,
    own: ['lead', 'admin'],
    other: ['neighbour', 'admin'],
    refused: 404,
    seen: { own: ['viewer', 'inspector', 'supervisor'], other: ['supervisor'] },
  },
  'GET /api/v1/members/:id/deputies': {
    prepare: memberOf,
    own: ['lead', ...seesAll],
    other: ['neighbour', ...seesAll],
    refused: 404,
    seen: { own: ['viewer', 'inspector'], other: [] },
  },
  'GET /members/:id/signing-out': {
    prepare: memberOf,
    own: admins,
    seen: { own: ['viewer', 'inspector', 'lead', 'supervisor'], other: ['neighbour', 'supervisor'] },
  },
  'GET /checklists/:id/edit': { prepare: makeChecklist, own: steerers },
  'GET /duties/:id/edit': editorsOfDuty,
  'GET /duties/:id/closing': editorsOfDuty,
  'GET /duties/:id/plans/new': editorsOfDuty,
  'GET /duties/:id/plans/:planId/ending': {
    ...editorsOfDuty,
    prepare: planIn,
    ask: (client, path) => client.get(`/duties/${path}/ending`),
  },
  'GET /duties/:id/plans/:planId/precedence': {
    ...editorsOfDuty,
    prepare: planIn,
    ask: (client, path) => client.get(`/duties/${path}/precedence`),
  },
  'GET /duties/:id/suspension/new': editorsOfDuty,
  'GET /units/:id/suspension/new': {
    ...asUnit,
    own: seesAll,
    other: seesAll,
    seen: { own: ward1, other: ward2 },
  },
  'GET /assets/:id/suspension/new': {
    ...asAsset,
    own: seesAll,
    other: seesAll,
    seen: { own: ward1, other: ward2 },
  },
}
