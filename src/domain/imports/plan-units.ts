import type { Day } from '../time/civil.ts'
import { CellReader, listIn } from './cells.ts'
import { draftId, type Line, type Thing } from './line.ts'
import { known, matchedForCertain, namesakes, onlyOne, refuseDoubles, type Known } from './match.ts'
import { mostOrder } from '../unit-tree.ts'
import { unitMeant } from './plan-members.ts'
import type { Row } from './rows.ts'
import { settleTree } from './settle-tree.ts'
import type { TagWords } from './tag-words.ts'
import { unitReferences, type UnitReferences } from './unit-references.ts'

export type UnitState = Thing & {
  parentId: string | null
  nameEn: string | null
  tags: string[]
  order: number
}

const most = { code: 20, name: 80, nameEn: 120 }

type There = {
  units: readonly UnitState[]
  /** units that assets or duties hang on */
  held: ReadonlySet<string>
  words: TagWords
  today: Day
}

type Draft = { line: Line<UnitState>; cells: CellReader }

/** What a list of units would change, line by line. The lines may come in any order. */
export function planUnits(rows: readonly Row[], there: There): Line<UnitState>[] {
  const units = known(there.units)
  const drafts = drafted(rows, units, there)
  const lines = drafts.map(({ line }) => line)
  refuseDoubles(lines, ({ parentId }) => parentId ?? '')
  settleTree(lines, there.units, there.held)
  return lines
}

/** First what id or code names for certain, then what a name says below its parent, then who belongs to whom. */
function drafted(rows: readonly Row[], units: Known<UnitState>, there: There): Draft[] {
  const drafts = new Map<Row, Draft>()
  const waiting: Row[] = []
  const named = new Map(there.units.map((unit) => [unit.id, unit]))
  for (const row of rows) {
    const cells = new CellReader(row)
    const before = matchedForCertain(units, cells)
    if (before === undefined) waiting.push(row)
    else {
      const draft = draftOf(row, cells, before, there)
      drafts.set(row, draft)
      if (before) named.set(before.id, draft.line.after)
    }
  }
  const references = unitReferences([...named.values()], listIn)
  matchByName(waiting, { units, references, there, drafts })
  const inOrder = rows.flatMap((row) => drafts.get(row) ?? [])
  findParents(inOrder, references)
  return inOrder
}

type Matching = { units: Known<UnitState>; references: UnitReferences; there: There; drafts: Map<Row, Draft> }

/** A line whose parent nobody knows yet waits for the line that makes it. */
function matchByName(rows: readonly Row[], { units, references, there, drafts }: Matching): void {
  let waiting = [...rows]
  for (let isLast = false; waiting.length > 0;) {
    const before = waiting.length
    waiting = waiting.filter((row) => {
      const cells = new CellReader(row)
      const found = namesakes(units, cells)
      const parent = cells.text('parent')
      const parents = parent === undefined ? [] : references.find(parent)
      if (found.length > 0 && parent !== undefined && parents.length === 0 && !isLast) return true
      const near = found.filter(
        ({ parentId }) => parent === undefined || parents.some(({ id }) => id === parentId),
      )
      const draft = draftOf(row, cells, onlyOne(near, cells), there)
      drafts.set(row, draft)
      references.add(draft.line.after)
      return false
    })
    isLast = waiting.length === before
  }
}

function draftOf(row: Row, cells: CellReader, before: UnitState | null, there: There): Draft {
  const { units, words, today } = there
  const after: UnitState = {
    id: before?.id ?? draftId(row.line),
    parentId: cells.said<string | null>('parent', undefined, before?.parentId, null),
    name: cells.short('name', most.name) ?? before?.name ?? '',
    nameEn: cells.said<string | null>('nameEn', cells.short('nameEn', most.nameEn), before?.nameEn, null),
    code: cells.said<string | null>('code', cells.code(most.code, before?.code), before?.code, null),
    tags: cells.said('tags', cells.tags('tags', words.readTags), before?.tags, []),
    order: cells.number('order', mostOrder) ?? before?.order ?? orderOfLine(row.line, units),
    closedOn: cells.closedOn(before?.closedOn ?? null, today),
    version: before?.version ?? 1,
  }
  if (after.name === '') cells.require('name')
  return { line: { line: row.line, before, after, faults: cells.faults }, cells }
}

/** Behind what is there, in the order of the list, which hospitals mean. */
function orderOfLine(line: number, units: readonly UnitState[]): number {
  const last = units.reduce((highest, { order }) => Math.max(highest, order), 0)
  return Math.min(last + line, mostOrder)
}

/** A path may lead through a unit whose own parent is found later: again, until nothing more is found. */
function findParents(drafts: readonly Draft[], references: UnitReferences): void {
  let waiting = drafts.filter(({ cells }) => cells.text('parent') !== undefined)
  for (let length = Infinity; waiting.length < length;) {
    length = waiting.length
    waiting = waiting.filter(({ cells, line: { after } }) => {
      const found = references.find(cells.text('parent') ?? '')
      if (found.length !== 1) return true
      after.parentId = found[0]?.id ?? null
      return false
    })
  }
  for (const { cells } of waiting) unitMeant(cells, 'parent', references, cells.text('parent') ?? '')
}
