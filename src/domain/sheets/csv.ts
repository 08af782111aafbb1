import Papa from 'papaparse'
import { fileRefused, mostColumns, mostRows, sheetOf, tooManyLines, type Cell, type Sheet } from './sheet.ts'

/** What a spreadsheet program would take for a formula (OWASP ASVS 1.2.10). */
const formulaSign = /^[=+\-@\t\r\0]/
/** In Chinese and Japanese also where the sign is a wide one. */
const guardedFormulaSign = /^'+[=+\-@\t\r\0＝＋－＠]/
const inNeedOfGuard = /^'*[=+\-@\t\r\0＝＋－＠]/

const delimiters = [',', ';', '\t', '|']
const linesLookedAt = 10
/** Empty rows count as well while the text is read: Excel leaves some behind a list. */
const mostRowsRead = mostRows * 4

/** Reads CSV with whichever delimiter it has; a cell that a spreadsheet would calculate is a formula. */
export function readCsv(text: string): Sheet {
  const [chosen] = /^sep=(.)\r?\n/.exec(text) ?? []
  const delimiter = chosen?.charAt('sep='.length) ?? mostFrequentDelimiter(text)
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, preview: mostRowsRead })
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken) throw fileRefused('file-broken-quotes', { line: (broken.row ?? 0) + 1 })
  if (data.length === mostRowsRead) throw tooManyLines()
  const rows = data.map((cells, index) => ({
    line: index + 1,
    cells: cells.slice(0, mostColumns).map(cellOf),
  }))
  return sheetOf(chosen === undefined ? rows : rows.slice(1))
}

/** With a byte-order mark, so that Excel shows Chinese; what would be calculated is guarded by an apostrophe. */
export function printCsv(rows: readonly (readonly string[])[]): string {
  const guarded = rows.map((cells) => cells.map((cell) => (inNeedOfGuard.test(cell) ? `'${cell}` : cell)))
  return `\uFEFF${Papa.unparse(guarded, { newline: '\r\n' })}\r\n`
}

function cellOf(text: string): Cell {
  const cell = text.trim()
  if (guardedFormulaSign.test(cell)) return cell.slice(1)
  return formulaSign.test(cell) ? null : cell
}

/** Names hold commas now and then; the delimiter is what stands most often outside of quotes. */
function mostFrequentDelimiter(text: string): string {
  const lines = text.slice(0, 20_000).split(/\r?\n|\r/, linesLookedAt)
  const bare = lines.join('\n').replaceAll(/"[^"]*"/g, '')
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}
