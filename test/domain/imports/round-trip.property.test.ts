import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roles } from '../../../src/domain/access.ts'
import { planAssets, type AssetState } from '../../../src/domain/imports/plan-assets.ts'
import { planMembers, type MemberState } from '../../../src/domain/imports/plan-members.ts'
import { planUnits, type UnitState } from '../../../src/domain/imports/plan-units.ts'
import { printAssets, printMembers, printUnits } from '../../../src/domain/imports/print-lists.ts'
import { rowsOf, type Row } from '../../../src/domain/imports/rows.ts'
import type { ImportKind } from '../../../src/domain/imports/words.ts'
import { printCsv } from '../../../src/domain/sheets/csv.ts'
import { printXlsx } from '../../../src/domain/sheets/print-xlsx.ts'
import { readSheet } from '../../../src/domain/sheets/read-sheet.ts'
import { tagWordsIn } from '../../../src/platform/tag-messages.ts'
import { today, told } from './fixtures.ts'

/** What a form would have taken: trimmed, one line; few enough words that names and codes often meet. */
const few = fc.constantFrom(
  '内科',
  '一病区',
  'ICU',
  '=1+1',
  "'=2",
  '-',
  '甲；乙',
  '内科 / 一病区',
  'a/b',
  '"q"',
  'u_1',
  '007',
)
const any = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !/\p{Cc}|[\u2028\u2029\uFEFF]|\p{Cs}/u.test(text) && text.length <= 20)
const name = fc.oneof({ weight: 3, arbitrary: few }, any)
const optional = fc.option(name, { nil: null })
const tag = fc.constantFrom('ward', 'clinical', '自定义', 'a-b')
const day = fc.option(fc.integer({ min: 10_000, max: 30_000 }), { nil: null })
const common = {
  name,
  nameEn: optional,
  code: optional,
  closedOn: day,
  version: fc.integer({ min: 1, max: 9 }),
}

const unitList = fc
  .array(fc.record({ ...common, tags: fc.uniqueArray(tag), order: fc.nat(9), above: fc.nat() }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((units): UnitState[] =>
    units.map(({ above, ...unit }, at) => ({
      ...unit,
      id: `u_${at}`,
      parentId: at === 0 ? null : `u_${above % at}`,
    })),
  )

const format = fc.constantFrom('csv', 'xlsx')
const locale = fc.constantFrom('zh-CN' as const, 'en' as const)

function readBack(kind: ImportKind, table: string[][], as: string): Row[] {
  const file = as === 'csv' ? new TextEncoder().encode(printCsv(table)) : printXlsx('x', table)
  return rowsOf(kind, readSheet(file)).rows
}

const isUnchanged = (outcome: string) => outcome.startsWith('unchanged')

it('units that are exported come back with nothing to change', () => {
  fc.assert(
    fc.property(unitList, format, locale, (units, as, language) => {
      const words = tagWordsIn(language)
      const rows = readBack('units', printUnits(units, words, language), as)
      const outcomes = told(planUnits(rows, { units, held: new Set(), words, today }))
      expect(outcomes.filter((outcome) => !isUnchanged(outcome))).toEqual([])
      expect(outcomes).toHaveLength(units.length)
    }),
  )
})

it('members that are exported come back with nothing to change', () => {
  const members = fc.uniqueArray(
    fc.record({
      ...common,
      role: fc.constantFrom(...roles),
      hasRight: fc.boolean(),
      in: fc.uniqueArray(fc.nat(11)),
    }),
    { maxLength: 12, minLength: 1, selector: ({ code }) => code ?? Symbol('none') },
  )
  fc.assert(
    fc.property(unitList, members, format, locale, (units, people, as, language) => {
      const there = people.map(({ hasRight, in: places, ...one }, at): MemberState => ({
        ...one,
        id: `m_${at}`,
        rights: hasRight ? ['audit'] : [],
        unitIds: places.flatMap((place) => units[place]?.id ?? []),
      }))
      const rows = readBack('members', printMembers(there, units, language), as)
      const outcomes = told(planMembers(rows, { members: there, units, today }))
      expect(outcomes.filter((outcome) => !isUnchanged(outcome))).toEqual([])
    }),
  )
})

it('assets that are exported come back with nothing to change', () => {
  const assets = fc.array(
    fc.record({
      ...common,
      type: fc.constantFrom('lift', 'infusion-pump', '自制'),
      tags: fc.uniqueArray(tag),
      validUntil: day,
      in: fc.nat(),
    }),
    { maxLength: 12, minLength: 1 },
  )
  fc.assert(
    fc.property(unitList, assets, format, locale, (units, things, as, language) => {
      const words = tagWordsIn(language)
      const there = things.map(({ in: place, ...one }, at): AssetState => ({
        ...one,
        id: `a_${at}`,
        unitId: units[place % units.length]?.id ?? '',
      }))
      const rows = readBack('assets', printAssets(there, units, words, language), as)
      const outcomes = told(planAssets(rows, { assets: there, units, words, today }))
      expect(outcomes.filter((outcome) => !isUnchanged(outcome))).toEqual([])
    }),
  )
})
