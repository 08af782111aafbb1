import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { printXlsx } from '../../../src/domain/sheets/print-xlsx.ts'
import { readSheet } from '../../../src/domain/sheets/read-sheet.ts'
import { cellsOf, refusalOf, workbook } from './files.ts'

describe('a workbook', () => {
  it('of ours reads back as it was, formulas and markup only text', () => {
    const rows = [
      ['工号', '姓名'],
      ['007', '<b>&"甲"'],
      ['=1+1', ''],
      ['', 'a\nb'],
    ]
    expect(cellsOf(printXlsx('人员', rows))).toEqual([rows[0], rows[1], ['=1+1'], ['', 'a\nb']])
  })

  it('is the same file for the same list', () => {
    expect(printXlsx('a', [['b']])).toEqual(printXlsx('a', [['b']]))
  })

  it.each([
    ['shared text', '<row r="1"><c r="A1" t="s"><v>1</v></c></row>', '内科'],
    ['text in pieces, its pronunciation left out', '<row><c t="s"><v>2</v></c></row>', '张伟'],
    ['inline text', '<row><c t="inlineStr"><is><t>a &amp; b&#10;c</t></is></c></row>', 'a & b\nc'],
    ['a whole number', '<row><c><v>10423</v></c></row>', '10423'],
    ['a number that a float cannot hold', '<row><c><v>0.30000000000000004</v></c></row>', '0.3'],
    ['a number with an exponent', '<row><c><v>1.0423E4</v></c></row>', '10423'],
    ['names with a prefix', '<x:row><x:c t="str"><x:v>甲</x:v></x:c></x:row>', '甲'],
    ['a formula', '<row><c t="str"><f>A2</f><v>甲</v></c></row>', null],
    ['a fault of calculation', '<row><c t="e"><v>#N/A</v></c></row>', null],
  ])('with %s', (_, row, expected) => {
    const strings =
      '<si><t>a</t></si><si><t>内科</t></si><si><r><t>张</t></r><rPh><t>x</t></rPh><r><t>伟</t></r></si>'
    expect(cellsOf(workbook(row, { strings }))).toEqual([[expected]])
  })

  it('has its cells where they say they are, and its rows under their own numbers', () => {
    const sheet =
      '<row r="3"><c r="C3"><v>3</v></c><c r="A3"><v>1</v></c></row><row r="9"><c r="B9"/><c r="D9"><v>4</v></c></row>'
    expect(readSheet(workbook(sheet))).toEqual([
      { line: 3, cells: ['1', '', '3'] },
      { line: 9, cells: ['', '', '', '4'] },
    ])
  })

  it('is read from its first sheet that is not hidden', () => {
    const states = ['state="hidden"', '']
    expect(cellsOf(workbook('<row><c><v>1</v></c></row>', { states }))).toEqual([['1']])
  })
})

describe('what a spreadsheet shows but does not keep in each cell', () => {
  it.each([
    ['00000', '42', '00042'],
    ['00000_ ', '42', '00042'],
    ['000;[Red]-000', '7', '007'],
    ['&quot;SB-&quot;0000', '12', 'SB-0012'],
    ['00', '123', '123'],
    ['0', '42', '42'],
    ['0000', '1.5', '1.5'],
    ['0000', '-5', '-5'],
    ['#,##0', '1000', '1000'],
    ['yyyy/m/d', '46500', '46500'],
  ])('zeros of the number format %s do not get lost', (format, number, expected) => {
    const styles = `<numFmts><numFmt numFmtId="176" formatCode="${format}"/></numFmts><cellStyleXfs><xf numFmtId="176"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs>`
    const row = `<row><c s="1"><v>${number}</v></c><c s="0"><v>5</v></c></row>`
    expect(cellsOf(workbook(row, { styles }))).toEqual([[expected, '5']])
  })

  it('one ward merged beside all its nurses belongs to each of them', () => {
    const sheet =
      '<row r="1"><c r="A1" t="str"><v>内科</v></c><c r="B1" t="str"><v>甲</v></c></row>' +
      '<row r="2"><c r="A2"/><c r="B2" t="str"><v>乙</v></c></row>' +
      '<row r="3"><c r="B3" t="str"><v>丙</v></c></row><row r="4"><c r="B4" t="str"><v>丁</v></c></row>'
    const merged = '<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="C1:D1048576"/></mergeCells>'
    expect(cellsOf(workbook(sheet, { merged })).map(([ward]) => ward)).toEqual(['内科', '内科', '内科', ''])
  })

  it('ranges that overlap without end are refused', () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(4000)
    const merged = `<mergeCells>${'<mergeCell ref="A1:A4000"/>'.repeat(5000)}</mergeCells>`
    const began = performance.now()
    expect(refusalOf(workbook(rows, { merged })).code).toBe('file-not-a-sheet')
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

describe('bad archives', () => {
  it('that unpack to too much are refused before they fill memory, whatever sizes they claim', () => {
    const bomb = workbook(`<row><c t="str"><v>${' '.repeat(60_000_000)}</v></c></row>`)
    expect(bomb.length).toBeLessThan(200_000)
    for (const archive of [bomb, claiming(bomb, 100)])
      expect(refusalOf(archive).code).toBe('file-unpacks-too-large')
  })

  it.each([
    ['no workbook', zipSync({ 'word/document.xml': strToU8('<w/>') })],
    ['a workbook without sheets', workbook('').slice(0, 200)],
    ['cut short', printXlsx('a', [['b']]).slice(0, 700)],
    ['a sheet that is not there', zipSync({ 'xl/workbook.xml': strToU8('<workbook><sheets/></workbook>') })],
  ])('%s', (_, archive) => {
    expect(refusalOf(archive).code).toBe('file-not-a-sheet')
  })

  it('with too many lines', () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(6000)
    expect(refusalOf(workbook(rows))).toEqual({ code: 'file-too-many-lines', params: { most: 5000 } })
  })

  it('with tags that never end take no longer than their length', () => {
    const began = performance.now()
    expect(() => cellsOf(workbook('<row><c'.repeat(500_000)))).not.toThrow()
    expect(() => cellsOf(workbook('<'.repeat(3_000_000)))).not.toThrow()
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

/** The same archive, lying about how much is in it. */
function claiming(archive: Uint8Array, size: number): Uint8Array {
  const lying = archive.slice()
  const view = new DataView(lying.buffer)
  for (let at = 0; at < lying.length - 30; at += 1) {
    if (view.getUint32(at, true) === 0x04_03_4b_50) view.setUint32(at + 22, size, true)
    if (view.getUint32(at, true) === 0x02_01_4b_50) view.setUint32(at + 24, size, true)
  }
  return lying
}
