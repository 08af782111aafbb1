import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { cleanText, cutText, textLine } from '../../../src/domain/calendar/text.ts'

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      '\0',
      '\t',
      '\u000B',
      '\u007F',
      '\u0085',
      '\u2028',
      '\u2029',
      '\uFEFF',
    ),
    fc.constantFrom('\uD800', '\uDC00', '😀', '👩‍⚕️', '🇨🇳', '输液泵', 'é', ' '),
    fc.constantFrom(';', ':', ',', '"', '\\', '\\n', 'END:VEVENT', '\r\nEND:VEVENT\r\nBEGIN:VALARM'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
  maxLength: 120,
})

describe('a text property', () => {
  it('is one content line of short lines, and reads back as the cleaned text', () => {
    fc.assert(fc.property(hostile, expectOneSoundLine), { numRuns: 2_000 })
  })

  it('holds 10,000 characters', () => {
    expectOneSoundLine('手'.repeat(10_000))
    expectOneSoundLine('😀;,\\'.repeat(2_000))
    expectOneSoundLine(`${'a'.repeat(66)}手卫生`)
  })

  it.each([
    ['CR and CRLF become LF', 'a\rb\r\nc', 'a\nb\nc'],
    ['other controls go', 'a\0b\tc\u0085d\u007F', 'abcd'],
    ['a lone surrogate is replaced', 'a\uD800b', 'a\uFFFDb'],
  ])('%s', (_, text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned)
  })
})

describe('cutting', () => {
  it.each([
    ['what fits stays', 'abc', 3, 'abc'],
    ['what does not ends in an ellipsis', 'abcdef', 4, 'abc…'],
    ['an emoji of several characters stays whole', 'ab👩‍⚕️cd', 6, 'ab…'],
    ['an accent stays with its letter', 'abce\u0301xyz', 5, 'abc…'],
  ])('%s', (_, text, most, expected) => {
    expect(cutText(text, most)).toBe(expected)
  })

  it('never passes its limit nor splits a character', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 80 }), (text, most) => {
        const cut = cutText(cleanText(text), most)
        expect(cut.length).toBeLessThanOrEqual(most)
        expect(cut.isWellFormed()).toBe(true)
      }),
    )
  })
})

function expectOneSoundLine(text: string): void {
  const line = textLine('SUMMARY', text)
  expect(line.endsWith('\r\n')).toBe(true)
  const physical = line.slice(0, -2).split('\r\n')
  for (const [index, part] of physical.entries()) {
    expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75)
    expect(part.isWellFormed()).toBe(true)
    expect(part.startsWith(' ')).toBe(index > 0)
    expect(part).not.toMatch(/[\r\n]/)
  }
  const calendar = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${line}END:VEVENT\r\nEND:VCALENDAR\r\n`
  const event = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent')
  expect(event?.getAllProperties().map((property) => property.name)).toEqual(['summary'])
  expect(event?.getFirstPropertyValue('summary')).toBe(cleanText(text))
}
