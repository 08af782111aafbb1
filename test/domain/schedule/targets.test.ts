import { describe, expect, test } from 'vitest'
import type { Pick, Targets } from '../../../src/domain/schedule/plan.ts'
import { pickTargets, type TargetAsset, type TargetUnit } from '../../../src/domain/schedule/targets.ts'
import { day } from './schedule-fixtures.ts'

const on = day('2026-05-01')

const units: TargetUnit[] = [
  unit('hospital', null),
  unit('north', 'hospital', ['campus']),
  unit('icu', 'north', ['clinical', 'high-risk']),
  unit('ward-1', 'north', ['clinical']),
  unit('ward-2', 'hospital', ['clinical']),
  unit('closed-today', 'hospital', ['clinical'], on),
  unit('closes-tomorrow', 'hospital', ['clinical'], on + 1),
  unit('old-campus', 'hospital', [], on - 100),
  unit('in-old-campus', 'old-campus', ['clinical']),
]
const assets: TargetAsset[] = [
  asset('pump-2', 'ward-1', 'pump'),
  asset('pump-1', 'icu', 'pump', ['backup']),
  asset('lift', 'north', 'lift'),
  asset('scrapped', 'icu', 'pump', [], on),
  asset('left-behind', 'in-old-campus', 'pump'),
]

describe('targets: (ids ∪ those with all tags and one of the types under the unit) − exceptions, active on the date', () => {
  const table: [string, { units?: Pick; assets?: Pick }, string[]][] = [
    ['ids, in the organisation’s order', { units: { ids: ['ward-2', 'icu'] } }, ['icu', 'ward-2']],
    ['a tag', { units: { tags: ['clinical'] } }, ['icu', 'ward-1', 'ward-2', 'closes-tomorrow']],
    ['all tags', { units: { tags: ['clinical', 'high-risk'] } }, ['icu']],
    ['under a unit, itself included', { units: { under: 'north' } }, ['north', 'icu', 'ward-1']],
    ['a tag under a unit', { units: { tags: ['clinical'], under: 'north' } }, ['icu', 'ward-1']],
    ['ids as well as tags', { units: { ids: ['ward-2'], tags: ['high-risk'] } }, ['icu', 'ward-2']],
    ['ids alone pick no others', { units: { ids: ['ward-2'], tags: [] } }, ['ward-2']],
    [
      'exceptions by tag',
      { units: { tags: ['clinical'], exceptTags: ['high-risk'], under: 'north' } },
      ['ward-1'],
    ],
    ['exceptions by id, even of ids', { units: { ids: ['icu', 'ward-1'], exceptIds: ['icu'] } }, ['ward-1']],
    ['closed ones and what lies in them', { units: { ids: ['closed-today', 'in-old-campus'] } }, []],
    ['nothing asked for', { units: {} }, []],
    ['assets of a type', { assets: { types: ['pump'] } }, ['pump-2', 'pump-1']],
    [
      'assets of one of the types under a unit',
      { assets: { types: ['pump', 'lift'], under: 'north' } },
      ['pump-2', 'pump-1', 'lift'],
    ],
    ['assets of a branch', { assets: { under: 'icu' } }, ['pump-1']],
    ['assets without a tag', { assets: { types: ['pump'], exceptTags: ['backup'] } }, ['pump-2']],
    ['units before assets', { assets: { ids: ['lift'] }, units: { ids: ['icu'] } }, ['icu', 'lift']],
    ['an unknown id', { units: { ids: ['gone'] } }, []],
  ]
  test.each(table)('%s', (_, picks, expected) => {
    const targets: Targets = { ...picks, coverage: 'each' }
    expect(pickTargets(targets, { units, assets, members: [] }, on).map(({ id }) => id)).toEqual(expected)
  })

  test('none', () => {
    expect(pickTargets({ none: true }, { units, assets, members: [] }, on)).toEqual([])
  })

  test('the kind tells units from assets', () => {
    const targets: Targets = { units: { ids: ['icu'] }, assets: { ids: ['lift'] }, coverage: 'each' }
    expect(pickTargets(targets, { units, assets, members: [] }, on).map(({ kind }) => kind)).toEqual([
      'unit',
      'asset',
    ])
  })

  test('a circle of parents does not hang', () => {
    const circle = [unit('a', 'b', ['x']), unit('b', 'a', ['x'])]
    const targets: Targets = { units: { under: 'a' }, coverage: 'each' }
    expect(pickTargets(targets, { units: circle, assets: [], members: [] }, on).map(({ id }) => id)).toEqual([
      'a',
      'b',
    ])
  })
})

function unit(
  id: string,
  parentId: string | null,
  tags: string[] = [],
  closedOn: number | null = null,
): TargetUnit {
  return { id, parentId, tags, closedOn }
}

function asset(
  id: string,
  unitId: string,
  type: string,
  tags: string[] = [],
  closedOn: number | null = null,
): TargetAsset {
  return { id, unitId, type, tags, closedOn }
}
