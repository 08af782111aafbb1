import { describe, expect, it } from 'vitest'
import type { Role } from '../../../src/domain/access.ts'
import { soleCover } from '../../../src/domain/leave/sole-cover.ts'

//   hospital ─┬─ medicine ─┬─ ward1
//             │            └─ ward2
//             └─ pharmacy
const units = [
  { id: 'hospital', parentId: null },
  { id: 'medicine', parentId: 'hospital' },
  { id: 'ward1', parentId: 'medicine' },
  { id: 'ward2', parentId: 'medicine' },
  { id: 'pharmacy', parentId: 'hospital' },
]

function person(id: string, role: Role, ...unitIds: string[]) {
  return { id, role, unitIds }
}

type Person = ReturnType<typeof person>

function rowsOf(people: readonly Person[]) {
  return people.flatMap(({ id, role, unitIds }) => unitIds.map((unitId) => ({ id, role, unitId })))
}

describe('whom a unit cannot spare', () => {
  it.each<[string, Person, Person[], { lead: string[]; performer: string[] }]>([
    [
      'the only lead of a ward',
      person('li', 'lead', 'ward1'),
      [person('yin', 'inspector', 'ward1')],
      {
        lead: ['ward1'],
        performer: [],
      },
    ],
    [
      'one of two leads',
      person('li', 'lead', 'ward1'),
      [person('wu', 'lead', 'ward1')],
      { lead: [], performer: [] },
    ],
    [
      'a lead above does too',
      person('li', 'lead', 'ward1'),
      [person('wu', 'lead', 'medicine')],
      {
        lead: [],
        performer: [],
      },
    ],
    [
      'a lead below does not',
      person('li', 'lead', 'medicine'),
      [person('wu', 'lead', 'ward1')],
      {
        lead: ['medicine'],
        performer: ['medicine'],
      },
    ],
    [
      'the only nurse',
      person('yin', 'inspector', 'pharmacy'),
      [person('ke', 'inspector', 'ward1')],
      {
        lead: [],
        performer: ['pharmacy'],
      },
    ],
    [
      'a viewer does no rounds',
      person('yin', 'inspector', 'pharmacy'),
      [person('wei', 'viewer', 'pharmacy')],
      {
        lead: [],
        performer: ['pharmacy'],
      },
    ],
    [
      'nor is a supervisor there',
      person('yin', 'inspector', 'pharmacy'),
      [person('su', 'supervisor', 'hospital')],
      {
        lead: [],
        performer: ['pharmacy'],
      },
    ],
    [
      'of a whole branch its top is named',
      person('li', 'lead', 'medicine'),
      [],
      {
        lead: ['medicine'],
        performer: ['medicine'],
      },
    ],
    [
      'in a parent and its child',
      person('li', 'lead', 'medicine', 'ward1'),
      [person('wu', 'lead', 'ward2')],
      {
        lead: ['medicine'],
        performer: ['medicine'],
      },
    ],
    [
      'of four units the bare ones',
      person('li', 'lead', 'ward1', 'ward2', 'pharmacy'),
      [person('wu', 'lead', 'ward2')],
      {
        lead: ['ward1', 'pharmacy'],
        performer: ['ward1', 'pharmacy'],
      },
    ],
    ['a supervisor', person('su', 'supervisor', 'hospital'), [], { lead: [], performer: [] }],
    ['somebody without a unit', person('li', 'lead'), [], { lead: [], performer: [] }],
  ])('%s', (_, member, others, expected) => {
    expect(soleCover(units, rowsOf([member, ...others]), member)).toEqual(expected)
  })
})
