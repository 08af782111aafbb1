import { strToU8, zipSync } from 'fflate'
import { escaped } from './xml.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Files in an archive carry a date; this one never changes, so that the same list is the same file. */
const noTime = '1980-01-01T12:00:00'
/** Fast: a list is opened once, not stored by the thousand. */
const compression = { level: 1, mtime: noTime } as const

const contentTypes = `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`

const rootRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const bookRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`

/** 1: text, so that Excel leaves 007 and 2027-06-30 as they were typed; 2: the header, bold. */
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`

/** A workbook of one sheet; the first row is its header. Every cell is text, so none is ever calculated. */
export function printXlsx(sheetName: string, rows: readonly (readonly string[])[]): Uint8Array {
  const workbook = `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  const strings = new Map<string, number>()
  const sheet = sheetXml(rows, strings)
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': rootRelations,
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': bookRelations,
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': stringsXml(strings),
    'xl/worksheets/sheet1.xml': sheet,
  }
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const)
  return zipSync(Object.fromEntries(files), compression)
}

function sheetXml(rows: readonly (readonly string[])[], strings: Map<string, number>): string {
  const columns = Math.max(1, rows[0]?.length ?? 1)
  let body = ''
  for (const [index, cells] of rows.entries()) {
    body += '<row>'
    for (const cell of cells) body += cellXml(cell, index === 0 ? 2 : 1, strings)
    body += '</row>'
  }
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${columns}" width="18" customWidth="1" style="1"/></cols><sheetData>${body}</sheetData></worksheet>`
}

/** Roles, units and states stand in many rows: a text is kept once, and a cell names its number. */
function cellXml(text: string, style: number, strings: Map<string, number>): string {
  if (text === '') return `<c s="${style}"/>`
  const number = strings.get(text) ?? strings.size
  strings.set(text, number)
  return `<c s="${style}" t="s"><v>${number}</v></c>`
}

function stringsXml(strings: ReadonlyMap<string, number>): string {
  let items = ''
  for (const text of strings.keys()) items += `<si><t xml:space="preserve">${escaped(text)}</t></si>`
  return `${declaration}<sst xmlns="${main}" uniqueCount="${strings.size}">${items}</sst>`
}
