import { strToU8, zipSync } from 'fflate'
import { Refusal } from '../../../src/domain/errors.ts'
import { readSheet } from '../../../src/domain/sheets/read-sheet.ts'
import type { Cell } from '../../../src/domain/sheets/sheet.ts'

/** A workbook as others write it: `sheet` is what stands in `sheetData`, `strings` the shared ones. */
export function workbook(
  sheet: string,
  {
    strings = '',
    states = [''],
    styles = '',
    merged = '',
  }: { strings?: string; states?: string[]; styles?: string; merged?: string } = {},
) {
  const sheets = states.map(
    (state, at) => `<sheet name="s${at}" ${state} sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const relations = states.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const last = states.length
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook><sheets>${sheets.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${relations.join('')}</Relationships>`),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
    [`xl/worksheets/sheet${last}.xml`]: strToU8(
      `<worksheet><sheetData>${sheet}</sheetData>${merged}</worksheet>`,
    ),
  })
}

/** The cells of a file, row by row. */
export function cellsOf(file: Uint8Array | string): Cell[][] {
  return readSheet(typeof file === 'string' ? strToU8(file) : file).map(({ cells }) => cells)
}

/** Why a file is refused. */
export function refusalOf(file: Uint8Array | string): { code: string; params: unknown } {
  try {
    cellsOf(file)
  } catch (fault) {
    const [first] = fault instanceof Refusal ? fault.faults : []
    if (first) return { code: first.code, params: first.params }
    throw fault
  }
  throw new Error('the file was read')
}
