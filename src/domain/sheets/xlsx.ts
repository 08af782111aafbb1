import { columnOf, fillMerged, put } from './merged-cells.ts'
import { asShown, numberFormats, type NumberFormat } from './number-formats.ts'
import { fileRefused, mostColumns, mostRows, sheetOf, tooManyLines, type Cell, type Sheet } from './sheet.ts'
import { unpack } from './unpack.ts'
import { attributeOf, eachTag, tagsOf, unescaped } from './xml.ts'

const workbookPath = 'xl/workbook.xml'
const relationsPath = 'xl/_rels/workbook.xml.rels'
const stringsPath = 'xl/sharedStrings.xml'
const stylesPath = 'xl/styles.xml'

/** The first visible sheet of a workbook. */
export function readXlsx(archive: Uint8Array): Sheet {
  const book = unpack(archive, (name) => name === workbookPath || name === relationsPath)
  const sheetPath = firstSheet(textOf(book, workbookPath), textOf(book, relationsPath))
  const wanted = new Set([sheetPath, stringsPath, stylesPath])
  const parts = unpack(archive, (name) => wanted.has(name))
  if (!parts.has(sheetPath)) throw fileRefused('file-not-a-sheet')
  return cellsOf(textOf(parts, sheetPath), {
    strings: sharedStrings(textOf(parts, stringsPath)),
    formats: numberFormats(textOf(parts, stylesPath)),
  })
}

function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = files.get(path)
  return bytes ? new TextDecoder().decode(bytes) : ''
}

function firstSheet(workbook: string, relations: string): string {
  const sheets = tagsOf(workbook).filter(({ name, isOpening }) => name === 'sheet' && isOpening)
  const visible = sheets.find(
    ({ attributes }) => (attributeOf(attributes, 'state') ?? 'visible') === 'visible',
  )
  const reference = visible && /\s[\w]+:id="([^"]*)"/.exec(visible.attributes)?.[1]
  const relation = tagsOf(relations).find(({ attributes }) => attributeOf(attributes, 'Id') === reference)
  const target = relation && attributeOf(relation.attributes, 'Target')
  if (target === undefined) throw fileRefused('file-not-a-sheet')
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Texts that cells refer to by number; how a text is pronounced is no part of it. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let isPhonetic = false
  eachTag(xml, ({ name, isOpening, isClosing, before }) => {
    if (name === 'rPh') isPhonetic = isOpening
    else if (name === 't' && isClosing && !isOpening && !isPhonetic) text += before
    else if (name === 'si') {
      if (isClosing) strings.push(unescaped(text))
      text = ''
    }
  })
  return strings
}

type Book = { strings: readonly string[]; formats: readonly (NumberFormat | null)[] }
type OpenCell = { column: number; type: string; style: string; text: string; isFormula: boolean }

function cellsOf(xml: string, book: Book): Sheet {
  const rows = new Map<number, Cell[]>()
  const merged: string[] = []
  let line = 0
  let column = -1
  let cell: OpenCell | null = null
  eachTag(xml, ({ name, isOpening, isClosing, attributes, before }) => {
    if (name === 'row' && isOpening) {
      line = Number(attributeOf(attributes, 'r') ?? line + 1)
      column = -1
    } else if (name === 'c' && isOpening) {
      column = columnOf(attributeOf(attributes, 'r')) ?? column + 1
      cell = isClosing ? null : openCell(column, attributes)
    } else if (cell && name === 'c') {
      keep(rows, line, cell.column, valueOf(cell, book))
      cell = null
    } else if (cell && name === 'f') cell.isFormula = true
    else if (cell && !isOpening && (name === 'v' || name === 't')) cell.text += before
    else if (name === 'mergeCell' && isOpening) merged.push(attributeOf(attributes, 'ref') ?? '')
  })
  fillMerged(rows, merged)
  return sheetOf([...rows].map(([number, cells]) => ({ line: number, cells })))
}

function openCell(column: number, attributes: string): OpenCell {
  const [type = 'n', style = '0'] = [attributeOf(attributes, 't'), attributeOf(attributes, 's')]
  return { column, type, style, text: '', isFormula: false }
}

function keep(rows: Map<number, Cell[]>, line: number, column: number, value: Cell): void {
  if (value === '' || column >= mostColumns) return
  const cells = rows.get(line) ?? []
  put(cells, column, value)
  rows.set(line, cells)
  if (rows.size > mostRows) throw tooManyLines()
}

function valueOf({ type, style, text, isFormula }: OpenCell, { strings, formats }: Book): Cell {
  if (isFormula || type === 'e') return null
  if (type === 's') return (strings[Number(text)] ?? '').trim()
  if (type === 'n') return asShown(numberText(text.trim()), formats[Number(style)])
  return unescaped(text).trim()
}

/** Whole numbers as they stand; others as people write them (`0.1`, not `0.10000000000000001`). */
function numberText(text: string): string {
  if (/^-?\d{0,15}$/.test(text)) return text
  const value = Number(text)
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : text
}
