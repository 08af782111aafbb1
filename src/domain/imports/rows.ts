import { fileRefused, mostLines, tooManyLines, type Cell, type Sheet } from '../sheets/sheet.ts'
import { columnsOf, plain, wordsIn, type Column, type ImportKind } from './words.ts'

/** One line of a list: what stands under the columns that are ours. A column the file lacks is not there. */
export type Row = { line: number; cells: Readonly<Partial<Record<Column, Cell>>> }

export type Rows = {
  rows: Row[]
  /** headers that nobody here reads, as written */
  ignored: string[]
}

/** Lists often begin with a title. */
const rowsLookedAt = 10

/** Finds the header, and the lines below it under its columns. */
export function rowsOf(kind: ImportKind, sheet: Sheet): Rows {
  if (sheet.length === 0) throw fileRefused('file-empty')
  const columns = columnsByWord(kind)
  const header = sheet
    .slice(0, rowsLookedAt)
    .find(({ cells }) =>
      ['name', 'code', 'id'].some((column) => readHeader(columns, cells).includes(column as Column)),
    )
  if (header === undefined) throw fileRefused('file-without-header', { row: sheet[0]?.line ?? 1 })

  const read = readHeader(columns, header.cells)
  const doubled = read.findIndex((column, index) => column !== undefined && read.indexOf(column) < index)
  if (doubled >= 0) throw fileRefused('file-with-doubled-column', { column: header.cells[doubled] ?? '' })
  const rows = sheet
    .slice(sheet.indexOf(header) + 1)
    .filter(({ cells }) => !isHeaderAgain(columns, read, cells))
    .map(({ line, cells }) => ({ line, cells: under(read, cells) }))
    .filter(saysSomething)
  if (rows.length === 0) throw fileRefused('file-without-lines')
  if (rows.length > mostLines) throw tooManyLines()
  return {
    rows,
    ignored: header.cells.flatMap((cell, index) => (cell && read[index] === undefined ? [cell] : [])),
  }
}

function columnsByWord(kind: ImportKind): ReadonlyMap<string, Column> {
  return new Map(
    columnsOf(kind).flatMap(([column, words]) =>
      wordsIn(words).map((word) => [plain(word), column] as const),
    ),
  )
}

function readHeader(columns: ReadonlyMap<string, Column>, cells: readonly Cell[]): (Column | undefined)[] {
  return cells.map((cell) => (cell === null ? undefined : columns.get(plain(cell))))
}

/** On each page of a printed list, or in the second row of a header that has two. */
function isHeaderAgain(
  columns: ReadonlyMap<string, Column>,
  header: readonly (Column | undefined)[],
  cells: readonly Cell[],
): boolean {
  const again = readHeader(columns, cells)
  return again.filter((column, index) => column !== undefined && column === header[index]).length > 1
}

/** Lists are numbered further down than they are filled in. */
function saysSomething({ cells }: Row): boolean {
  return Object.values(cells).some((cell) => cell !== '')
}

function under(columns: readonly (Column | undefined)[], cells: readonly Cell[]): Row['cells'] {
  const found: Partial<Record<Column, Cell>> = {}
  for (const [index, column] of columns.entries())
    if (column) found[column] = cells[index] ?? (cells[index] === null ? null : '')
  return found
}
