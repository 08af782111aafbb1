import { describe, expect, it } from 'vitest'
import * as access from '../../src/domain/access.ts'
import * as tablets from '../../src/domain/access-to-tablets.ts'
import { roles, type Actor, type Role } from '../../src/domain/access.ts'

const [unit, other] = ['unit_o_ward', 'unit_o_other']
const round = {
  withUnits: [],
  ownedBy: unit,
  performedBy: unit,
  assigneeId: null,
  targetId: unit,
  targetUnitId: unit,
  hiddenUntil: null,
}
const nurse = { id: 'member_o_nurse', role: 'inspector', rights: [], unitIds: [unit] } as const

function actorOf(role: Role, kind: 'browser' | 'tablet'): Actor {
  return {
    memberId: 'member_o_self',
    role,
    rights: [],
    ownUnits: new Set([unit]),
    memberOf: new Set(),
    unitsAbove: new Set(),
    standsInFor: new Set(),
    via: { kind, id: 'session_o_x' },
  }
}

/** The same as in a browser of one's own. */
const asAlways: Record<string, (actor: Actor) => boolean> = {
  'read a unit': (actor) => access.mayReadUnit(actor, unit),
  'read a round': (actor) => access.mayReadRound(actor, round, 0),
  'do a round': (actor) => access.mayDoRound(actor, round),
  'steer a round': (actor) => access.maySteerRound(actor, round),
  'excuse a round': (actor) => access.mayGrantForRound(actor, round),
  'make a round by hand': (actor) => access.mayMakeRoundFor(actor, round),
}

const never: Record<string, (actor: Actor) => boolean> = {
  administer: access.mayAdminister,
  'let somebody sign in': (actor) => access.mayMakeSignInLink(actor, nurse),
  'appoint a deputy': (actor) => access.mayAppointDeputy(actor, nurse),
  'appoint one’s own deputy': (actor) => access.mayAppointDeputy(actor, { ...nurse, id: actor.memberId }),
  'edit a duty': (actor) => access.mayEditDuty(actor, { ownedBy: unit }),
  'own duties': access.mayOwnDuties,
  'edit checklists': access.mayEditChecklists,
  'make a feed': (actor) => access.mayMakeFeed(actor, { kind: 'member', id: actor.memberId }),
  'make a unit’s feed': (actor) => access.mayMakeFeed(actor, { kind: 'unit', id: unit }),
  'set up a tablet': (actor) => tablets.mayKeepTablet(actor, unit),
  'look after tablets': tablets.mayKeepTablets,
  'take lists away as files, which stay on the tablet': access.mayExport,
}

describe.each(roles)('%s on a shared tablet', (role) => {
  it.each(Object.entries(asAlways))('may %s as always', (_, may) => {
    expect(may(actorOf(role, 'tablet'))).toBe(may(actorOf(role, 'browser')))
  })

  it.each(Object.entries(never))('may never %s', (_, may) => {
    expect(may(actorOf(role, 'tablet'))).toBe(false)
  })
})

it.each(Object.entries(never))('in a browser of one’s own somebody may %s', (_, may) => {
  expect(roles.some((role) => may(actorOf(role, 'browser')))).toBe(true)
})

it.each([
  ['admin', unit, true],
  ['admin', other, true],
  ['lead', unit, true],
  ['lead', other, false],
  ['supervisor', unit, false],
  ['inspector', unit, false],
  ['viewer', unit, false],
] as const)('%s, a tablet of %s: %s', (role, unitId, may) => {
  expect(tablets.mayKeepTablet(actorOf(role, 'browser'), unitId)).toBe(may)
})

it('everybody but administrators may have a PIN', () => {
  expect(roles.filter((role) => tablets.mayHavePin({ role }))).toEqual([
    'supervisor',
    'lead',
    'inspector',
    'viewer',
  ])
})
