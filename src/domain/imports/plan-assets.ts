import type { Day } from '../time/civil.ts'
import { CellReader, listIn } from './cells.ts'
import { draftId, type Line, type Thing } from './line.ts'
import { known, matchedForCertain, namesakes, onlyOne, refuseDoubles, type Known } from './match.ts'
import { unitMeant } from './plan-members.ts'
import type { UnitState } from './plan-units.ts'
import type { Row } from './rows.ts'
import { unitReferences, type UnitReferences } from './unit-references.ts'
import type { TagWords } from './tag-words.ts'

export type AssetState = Thing & {
  unitId: string
  type: string
  nameEn: string | null
  tags: string[]
  validUntil: Day | null
}

const most = { code: 40, name: 80, nameEn: 120 }

type There = { assets: readonly AssetState[]; units: readonly UnitState[]; words: TagWords; today: Day }
type Surroundings = {
  assets: Known<AssetState>
  units: UnitReferences
  closedUnits: ReadonlySet<string>
  words: TagWords
  today: Day
}

/** What a list of assets would change, line by line. What is not on the list stays as it is. */
export function planAssets(rows: readonly Row[], { assets, units, words, today }: There): Line<AssetState>[] {
  const around: Surroundings = {
    assets: known(assets),
    units: unitReferences(units, listIn),
    closedUnits: new Set(units.filter(({ closedOn }) => closedOn !== null).map(({ id }) => id)),
    words,
    today,
  }
  const lines = rows.map((row) => assetLine(row, around))
  refuseDoubles(lines, ({ unitId }) => unitId)
  return lines
}

function assetLine(row: Row, around: Surroundings): Line<AssetState> {
  const cells = new CellReader(row)
  const unitText = cells.text('unit')
  const unitId =
    unitText === undefined ? undefined : (unitMeant(cells, 'unit', around.units, unitText) ?? undefined)
  const before = whatIsMeant(cells, around.assets, unitId)
  const after: AssetState = {
    id: before?.id ?? draftId(row.line),
    unitId: unitId ?? before?.unitId ?? '',
    type: typeIn(cells, around.words) ?? before?.type ?? '',
    name: cells.short('name', most.name) ?? before?.name ?? '',
    nameEn: cells.said<string | null>('nameEn', cells.short('nameEn', most.nameEn), before?.nameEn, null),
    code: cells.said<string | null>('code', cells.code(most.code, before?.code), before?.code, null),
    tags: cells.said('tags', cells.tags('tags', around.words.readTags), before?.tags, []),
    validUntil: cells.said<Day | null>('validUntil', cells.day('validUntil'), before?.validUntil, null),
    closedOn: cells.closedOn(before?.closedOn ?? null, around.today),
    version: before?.version ?? 1,
  }
  requireWhole(cells, after)
  const comesIn = after.closedOn === null && (before === null || before.closedOn !== null)
  if ((comesIn || after.unitId !== before?.unitId) && around.closedUnits.has(after.unitId))
    cells.fault('unit', 'cell-closed-unit', { text: unitText ?? '' })
  return { line: row.line, before, after, faults: cells.faults }
}

/** A name says which asset only in its unit: every ward has a first infusion pump. */
function whatIsMeant(
  cells: CellReader,
  assets: Known<AssetState>,
  unitId: string | undefined,
): AssetState | null {
  const certain = matchedForCertain(assets, cells)
  if (certain !== undefined) return certain
  const found = namesakes(assets, cells)
  return onlyOne(unitId === undefined ? found : found.filter((asset) => asset.unitId === unitId), cells)
}

function typeIn(cells: CellReader, words: TagWords): string | undefined {
  return cells.tags('type', (text) => [words.readType(text)])?.[0]
}

function requireWhole(cells: CellReader, asset: AssetState): void {
  if (asset.name === '') cells.require('name')
  if (asset.type === '') cells.require('type')
  if (asset.unitId === '' && cells.text('unit') === undefined) cells.require('unit')
}
