import { invalid, type Refusal } from '../errors.ts'

/** What stands in a cell, trimmed. Null: a formula, whose value nobody has seen. */
export type Cell = string | null

/** A row that is not empty; `line` is its number in the file, from 1, as a spreadsheet shows it. */
export type SheetRow = { line: number; cells: Cell[] }
export type Sheet = SheetRow[]

/** A hospital's longest list is shorter; a longer file comes in parts. */
export const mostLines = 5000
/** Rows above the first line: a title, the header. */
export const mostRows = mostLines + 10
/** Columns further to the right are never ours. */
export const mostColumns = 60
/** Of all cells together, in characters. */
const mostText = 1_200_000

/** Why a file cannot be read at all; the sentences are in `platform/import-messages.ts`. */
export type FileFault =
  | 'file-missing'
  | 'file-empty'
  | 'file-old-excel'
  | 'file-not-a-sheet'
  | 'file-unknown-encoding'
  | 'file-broken-quotes'
  | 'file-unpacks-too-large'
  | 'file-too-many-lines'
  | 'file-too-much-text'
  | 'file-without-header'
  | 'file-with-doubled-column'
  | 'file-without-lines'
  | 'file-too-many-things'

export function fileRefused(
  code: FileFault,
  params: Readonly<Record<string, string | number>> = {},
): Refusal {
  return invalid({ path: 'file', code, params })
}

export function tooManyLines(): Refusal {
  return fileRefused('file-too-many-lines', { most: mostLines })
}

/** Drops empty rows; refuses what is more than a list of people or things. */
export function sheetOf(rows: readonly SheetRow[]): Sheet {
  const sheet = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (sheet.length > mostRows) throw tooManyLines()
  let text = 0
  for (const { cells } of sheet) for (const cell of cells) text += cell?.length ?? 0
  if (text > mostText) throw fileRefused('file-too-much-text')
  return sheet
}
