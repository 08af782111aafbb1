import { expect, it } from 'vitest'
import { isHiddenFrom, mayReadRound, type Actor, type RoundScope } from '../../src/domain/access.ts'

/** hospital ─┬─ office   └─ medicine ─── ward ; ward 2 joins the office */
const opening = 1000
const round: RoundScope = {
  withUnits: [],
  ownedBy: 'office',
  performedBy: 'office',
  assigneeId: null,
  targetId: 'ward',
  targetUnitId: 'ward',
  hiddenUntil: opening,
}

function actor(values: Partial<Actor> = {}): Actor {
  const memberOf = values.memberOf ?? new Set(['ward'])
  return {
    memberId: 'nurse',
    role: 'inspector',
    rights: [],
    memberOf,
    ownUnits: memberOf,
    unitsAbove: new Set(['medicine', 'hospital']),
    standsInFor: new Set(),
    via: { kind: 'browser', id: 's' },
    ...values,
  }
}

const ofOffice = { memberOf: new Set(['office']), unitsAbove: new Set(['hospital']) }
const wholeHouse = { targetId: 'hospital', targetUnitId: 'hospital' }
const self = { performedBy: 'ward' }

it.each<[string, Partial<Actor>, Partial<RoundScope>, boolean]>([
  ['those who belong to the inspected unit', {}, {}, true],
  ['their lead', { role: 'lead' }, {}, true],
  ['whoever only looks things up there', { role: 'viewer' }, {}, true],
  ['nobody, where nothing is kept', {}, { hiddenUntil: null }, false],
  ['the performer of another unit', ofOffice, {}, false],
  ['those who belong to the performing unit too', { memberOf: new Set(['ward', 'office']) }, {}, true],
  ['whom it is assigned to by name', {}, { assigneeId: 'nurse' }, false],
  ['who stands in for that one', { standsInFor: new Set(['boss']) }, { assigneeId: 'boss' }, false],
  ['an asset’s unit', {}, { targetId: 'fridge' }, true],
  ['who checks what they did themselves', {}, self, true],
  [
    'the lead of a unit above',
    { role: 'lead', memberOf: new Set(['medicine']), ownUnits: new Set(['medicine', 'ward']) },
    {},
    false,
  ],
  ['a unit below the inspected one', {}, wholeHouse, true],
  ['a performer below the inspected unit', ofOffice, wholeHouse, false],
  ['one that joins the performer', {}, { ...wholeHouse, withUnits: ['ward'] }, false],
  ['one that joins the performer, and is inspected', {}, { withUnits: ['ward'] }, true],
  ['the inspected member', { memberId: 'm' }, { targetId: 'm', targetUnitId: null, assigneeId: 'm' }, true],
  ['another member', {}, { targetId: 'm', targetUnitId: null }, false],
  ['a supervisor of that very unit', { role: 'supervisor' }, {}, false],
  ['an administrator', { role: 'admin' }, {}, false],
])('hidden from %s', (_, who, what, expected) => {
  const scope = { ...round, ...what }
  expect(isHiddenFrom(actor(who), scope, opening - 1)).toBe(expected)
  expect(isHiddenFrom(actor(who), scope, opening)).toBe(false)
  if (expected) expect(mayReadRound(actor(who), scope, opening - 1)).toBe(false)
})

it('once it has opened, those whom it inspects read it', () => {
  expect(mayReadRound(actor(), round, opening)).toBe(true)
})
