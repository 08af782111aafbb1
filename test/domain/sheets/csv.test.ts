import { describe, expect, it } from 'vitest'
import { printCsv } from '../../../src/domain/sheets/csv.ts'
import { cellsOf, refusalOf } from './files.ts'

const bytes = (...numbers: number[]) => Uint8Array.from(numbers)
const wide = (text: string, isLittle: boolean) =>
  Array.from(text).flatMap((character) => {
    const code = character.charCodeAt(0)
    return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]
  })

/** 姓名,科室 / 张伟,内科 as Excel in China saves CSV. */
const gbk = [
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xbf, 0xc6, 0xca, 0xd2, 0x0d, 0x0a, 0xd5, 0xc5, 0xce, 0xb0, 0x2c, 0xc4, 0xda,
  0xbf, 0xc6,
]
const people = [
  ['姓名', '科室'],
  ['张伟', '内科'],
]
const text = '姓名,科室\r\n张伟,内科'

describe('every encoding', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a byte-order mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['GBK', bytes(...gbk)],
    ['UTF-16, little end first', bytes(0xff, 0xfe, ...wide(text, true))],
    ['UTF-16, big end first', bytes(0xfe, 0xff, ...wide(text, false))],
  ])('%s', (_, file) => {
    expect(cellsOf(file)).toEqual(people)
  })

  it.each([
    ['little end first', true],
    ['big end first', false],
  ])('UTF-16 without a mark is told by its zero bytes, %s', (_, isLittle) => {
    expect(cellsOf(bytes(...wide('code,name\r\n1,甲', isLittle)))).toEqual([
      ['code', 'name'],
      ['1', '甲'],
    ])
  })

  it('GB18030 of four bytes', () => {
    expect(cellsOf(bytes(0x61, 0x2c, 0x95, 0x34, 0xb2, 0x35))).toEqual([['a', '𠮷']])
  })
})

describe('every delimiter', () => {
  it.each([
    ['comma', 'a,b\n1,2'],
    ['semicolon', 'a;b\n1;2'],
    ['tab', 'a\tb\n1\t2'],
    ['bar', 'a|b\n1|2'],
    ['named by Excel', 'sep=;\r\na;b\r\n1;2'],
    ['old line ends', 'a,b\r1,2'],
  ])('%s', (_, file) => {
    expect(cellsOf(file)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('several units between semicolons do not make the semicolon one', () => {
    expect(cellsOf('name,units\n甲,"a;b;c;d"\n乙,"a;b"')).toEqual([
      ['name', 'units'],
      ['甲', 'a;b;c;d'],
      ['乙', 'a;b'],
    ])
  })
})

describe('cells', () => {
  it('hold line breaks and quotes, and lose blanks around them', () => {
    expect(cellsOf('a, b \n"1\n2","say ""x"""')).toEqual([
      ['a', 'b'],
      ['1\n2', 'say "x"'],
    ])
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '"=HYPERLINK(""x"")"'])('%s is a formula', (cell) => {
    expect(cellsOf(`a\n${cell}`)).toEqual([['a'], [null]])
  })

  it.each(['=1', "'=1", '+86', '-', '@a', '＝1', "'＋1", "'", "'s", 'a=b', '甲'])(
    '%s goes out and comes back',
    (cell) => {
      expect(cellsOf(printCsv([['a'], [cell]]))).toEqual([['a'], [cell]])
    },
  )

  it('that a spreadsheet would calculate go out with an apostrophe, behind a byte-order mark', () => {
    expect(printCsv([['名称'], ['=1+1'], ['＝1+1']])).toBe("\uFEFF名称\r\n'=1+1\r\n'＝1+1\r\n")
  })
})

describe('rows', () => {
  it('keep their numbers where empty ones lie between them', () => {
    expect(cellsOf('a,b\n\n,,\n1,2\n')).toHaveLength(2)
  })

  it.each([
    ['10,000 lines', `name\n${'x\n'.repeat(10_000)}`, 'file-too-many-lines'],
    ['100,000 empty lines', `name\n${'\n'.repeat(100_000)}`, 'file-too-many-lines'],
    ['a quote without its partner', 'a,b\n"1,2\n3,4', 'file-broken-quotes'],
    ['too much text', `a\n${'x'.repeat(1_300_000)}`, 'file-too-much-text'],
    ['nothing at all', '', 'file-empty'],
  ])('%s', (_, file, code) => {
    expect(refusalOf(file).code).toBe(code)
  })
})

describe('what is no list', () => {
  it.each([
    ['an old workbook, or one with a password', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'file-old-excel'],
    ['a PDF', '%PDF-1.7\n%äöü', 'file-not-a-sheet'],
    ['a web page called .xls', '\n <html><table><tr><td>1</td></tr></table></html>', 'file-not-a-sheet'],
    [
      'an image',
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 1, 0),
      'file-not-a-sheet',
    ],
    ['noise', bytes(...Array.from({ length: 200 }, (_, at) => 255 - (at % 90))), 'file-unknown-encoding'],
  ])('%s', (_, file, code) => {
    expect(refusalOf(file).code).toBe(code)
  })
})
