import { printDate } from '../time/civil.ts'
import { listIn } from './cells.ts'
import type { AssetState } from './plan-assets.ts'
import type { MemberState } from './plan-members.ts'
import type { UnitState } from './plan-units.ts'
import type { TagWords } from './tag-words.ts'
import { unitReferences } from './unit-references.ts'
import {
  columnsOf,
  rightWords,
  roleWords,
  stateWords,
  type AssetColumn,
  type Column,
  type ImportKind,
  type Locale,
  type MemberColumn,
  type UnitColumn,
} from './words.ts'

/** Lists as they are exported: what an import reads back finds nothing to change. */

type Table = string[][]

export function printHeader(kind: ImportKind, locale: Locale): string[] {
  return columnsOf(kind).map(([, words]) => words[locale])
}

export function printUnits(units: readonly UnitState[], words: TagWords, locale: Locale): Table {
  const wordsOf = unitWords(units)
  return printed<UnitState, UnitColumn>('units', locale, units, (unit) => ({
    ...common('units', unit, locale),
    parent: unit.parentId === null ? '' : wordsOf(unit.parentId),
    tags: joined(unit.tags.map(words.printTag), locale),
    order: String(unit.order),
  }))
}

export function printMembers(
  members: readonly MemberState[],
  units: readonly UnitState[],
  locale: Locale,
): Table {
  const wordsOf = unitWords(units)
  return printed<MemberState, MemberColumn>('members', locale, members, (member) => ({
    ...common('members', member, locale),
    role: roleWords[member.role][locale],
    units: joined(member.unitIds.map(wordsOf), locale),
    rights: joined(
      member.rights.map((right) => rightWords[right][locale]),
      locale,
    ),
  }))
}

export function printAssets(
  assets: readonly AssetState[],
  units: readonly UnitState[],
  words: TagWords,
  locale: Locale,
): Table {
  const wordsOf = unitWords(units)
  return printed<AssetState, AssetColumn>('assets', locale, assets, (asset) => ({
    ...common('assets', asset, locale),
    unit: wordsOf(asset.unitId),
    type: words.printType(asset.type),
    tags: joined(asset.tags.map(words.printTag), locale),
    validUntil: asset.validUntil === null ? '' : printDate(asset.validUntil),
  }))
}

function printed<T, C extends Column>(
  kind: ImportKind,
  locale: Locale,
  things: readonly T[],
  cellsOf: (thing: T) => Record<C, string>,
): Table {
  const columns = columnsOf(kind).map(([column]) => column as C)
  return [
    printHeader(kind, locale),
    ...things.map((thing) => {
      const cells = cellsOf(thing)
      return columns.map((column) => cells[column])
    }),
  ]
}

type Common = {
  id: string
  code: string | null
  name: string
  nameEn: string | null
  closedOn: number | null
}

function common(kind: ImportKind, { id, code, name, nameEn, closedOn }: Common, locale: Locale) {
  const state = stateWords[kind][closedOn === null ? 'open' : 'closed'][locale]
  return { id, code: code ?? '', name, nameEn: nameEn ?? '', state }
}

/** By id; each unit's words are looked for once. */
function unitWords(units: readonly UnitState[]): (id: string) => string {
  const references = unitReferences(units, listIn)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const words = new Map<string, string>()
  return (id) => {
    const unit = byId.get(id)
    const found = words.get(id) ?? (unit ? references.print(unit) : id)
    words.set(id, found)
    return found
  }
}

function joined(words: readonly string[], locale: Locale): string {
  return words.join(locale === 'en' ? '; ' : '；')
}
