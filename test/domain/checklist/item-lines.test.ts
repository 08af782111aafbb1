import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  identifyItems,
  parseItemLines,
  printItemLines,
  type Item,
} from '../../../src/domain/checklist/item-lines.ts'

const plain = { textEn: null, help: null, helpEn: null }

describe('lines become items', () => {
  it.each([
    ['封条完整', { text: '封条完整', ...plain }],
    ['封条完整 | Seal whole', { ...plain, text: '封条完整', textEn: 'Seal whole' }],
    ['封条完整｜｜看编号', { ...plain, text: '封条完整', help: '看编号' }],
    ['a | b | c | d | e', { text: 'a', textEn: 'b', help: 'c', helpEn: 'd | e' }],
    [String.raw`开\|关`, { text: '开|关', ...plain }],
    ['1. 封条完整', { text: '封条完整', ...plain }],
    ['12、封条完整', { text: '封条完整', ...plain }],
    ['（3）封条完整', { text: '封条完整', ...plain }],
    ['①封条完整', { text: '封条完整', ...plain }],
    ['二、封条完整', { text: '封条完整', ...plain }],
    ['（十二）封条完整', { text: '封条完整', ...plain }],
    ['□ 封条完整', { text: '封条完整', ...plain }],
    ['- seal whole', { text: 'seal whole', ...plain }],
    ['2.5 MPa以上', { text: '2.5 MPa以上', ...plain }],
    ['-20℃冰箱温度正常', { text: '-20℃冰箱温度正常', ...plain }],
    ['24小时双人值守', { text: '24小时双人值守', ...plain }],
    ['三管监测到位', { text: '三管监测到位', ...plain }],
  ])('%s', (line, item) => {
    expect(parseItemLines(line)).toEqual([item])
  })

  it('empty lines are nothing, whatever ends a line', () => {
    expect(parseItemLines('a\r\n\r\n  \nb\rc').map(({ text }) => text)).toEqual(['a', 'b', 'c'])
  })

  it('a text that was there before keeps what looks like a number', () => {
    expect(parseItemLines('1. a\n2. b', new Set(['1. a'])).map(({ text }) => text)).toEqual(['1. a', 'b'])
  })

  it('what is printed is read back', () => {
    const part = fc.stringMatching(/^[a-z|｜.\d（）、一□ -]{1,12}$/u).filter((text) => text.trim() === text)
    const optional = fc.option(part)
    const item = fc.record({ text: part, textEn: optional, help: optional, helpEn: optional })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5 }), (items) => {
        const known = new Set(items.map(({ text }) => text))
        expect(parseItemLines(printItemLines(items), known)).toEqual(items)
      }),
    )
  })
})

describe('items keep their ids', () => {
  const before: Item[] = ['a', 'b', 'c'].map((text) => ({ id: `id-${text}`, text, ...plain }))
  const idsOf = (texts: string[]) => {
    let made = 0
    const newId = () => `new-${(made += 1)}`
    return identifyItems(parseItemLines(texts.join('\n')), before, newId).map(({ id }) => id)
  }

  it.each([
    [
      ['a', 'b', 'c'],
      ['id-a', 'id-b', 'id-c'],
    ],
    [
      ['c', 'x', 'a'],
      ['id-c', 'new-1', 'id-a'],
    ],
    [
      ['a | English', 'B'],
      ['id-a', 'new-1'],
    ],
    [
      ['a', 'a'],
      ['id-a', 'new-1'],
    ],
  ])('%j', (texts, ids) => {
    expect(idsOf(texts)).toEqual(ids)
  })

  it('an id that the caller gives wins, and is not given twice', () => {
    const items = [
      { ...plain, text: 'b' },
      { ...plain, text: 'x', id: 'id-b' },
    ]
    expect(identifyItems(items, before, () => 'new').map(({ id }) => id)).toEqual(['new', 'id-b'])
  })
})
