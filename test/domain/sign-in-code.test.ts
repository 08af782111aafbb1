import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookupOf, parseCode, parseOrgKey, printCode } from '../../src/domain/sign-in-code.ts'

const code = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')),
  minLength: 8,
  maxLength: 8,
})

describe('a sign-in code', () => {
  it('is read back as it is printed, in any case and with any white space', () => {
    fc.assert(
      fc.property(code, fc.constantFrom(' ', '\t', '-', '–', '　', ''), (one, between) => {
        expect(parseCode(printCode(one))).toBe(one)
        expect(parseCode(one.toLowerCase().split('').join(between))).toBe(one)
      }),
    )
  })

  it.each([
    ['7k3m q2x8', '7K3MQ2X8'],
    ['OIL-oil-09', '01101109'],
    ['７Ｋ３Ｍ－Ｑ２Ｘ８', '7K3MQ2X8'],
    ['  7K3M—Q2X8\n', '7K3MQ2X8'],
    ['7K3M.Q2X8', '7K3MQ2X8'],
  ])('%j is %s', (typed, expected) => {
    expect(parseCode(typed)).toBe(expected)
  })

  it.each(['', '7K3MQ2X', '7K3MQ2X89', '7K3MQ2XU', '7K3MQ2X!', '七K3MQ2X8', '7K3M/Q2X8', '\u00007K3MQ2X8'])(
    '%j is none',
    (typed) => {
      expect(parseCode(typed)).toBeNull()
    },
  )

  it('is looked up by its first three characters', () => {
    expect(lookupOf('7K3MQ2X8')).toBe('7K3')
  })
})

describe('the key of an organisation', () => {
  it.each([
    [' H7K2 M9QA ', 'h7k2m9qa'],
    ['ｈ７ｋ２-m9qa', 'h7k2m9qa'],
    ['', ''],
    ['x'.repeat(5000), 'x'.repeat(40)],
  ])('%.20j is %.10s', (typed, expected) => {
    expect(parseOrgKey(typed)).toBe(expected)
  })
})
