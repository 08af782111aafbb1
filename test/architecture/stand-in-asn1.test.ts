import { createSign, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { AsnParser, ECDSASigValue } from '../../scripts/stand-ins/asn1.ts'

const read = (...bytes: number[]) => AsnParser.parse(Uint8Array.from(bytes), ECDSASigValue)

describe('an ECDSA signature in DER', () => {
  it.each([
    ['two small numbers', [0x30, 6, 2, 1, 5, 2, 1, 7], [5], [7]],
    ['a zero before a high first bit', [0x30, 8, 2, 2, 0, 0x80, 2, 2, 0, 0xff], [0, 0x80], [0, 0xff]],
    ['nought', [0x30, 6, 2, 1, 0, 2, 1, 1], [0], [1]],
  ])('%s', (_, bytes, r, s) => {
    expect(read(...bytes)).toEqual({ r: Uint8Array.from(r), s: Uint8Array.from(s) })
  })

  it.each([
    ['nothing', []],
    ['a tag alone', [0x30]],
    ['another tag', [0x31, 6, 2, 1, 5, 2, 1, 7]],
    ['a number of another tag', [0x30, 6, 3, 1, 5, 2, 1, 7]],
    ['one number', [0x30, 3, 2, 1, 5]],
    ['three numbers', [0x30, 9, 2, 1, 5, 2, 1, 7, 2, 1, 9]],
    ['cut off', [0x30, 6, 2, 1, 5, 2, 1]],
    ['more behind it', [0x30, 6, 2, 1, 5, 2, 1, 7, 0]],
    ['a long length', [0x30, 0x81, 6, 2, 1, 5, 2, 1, 7]],
    ['a length without end', [0x30, 0x80, 2, 1, 5, 2, 1, 7, 0, 0]],
    ['an empty number', [0x30, 5, 2, 0, 2, 1, 7]],
    ['a negative number', [0x30, 6, 2, 1, 0x85, 2, 1, 7]],
    ['a zero too many', [0x30, 7, 2, 2, 0, 5, 2, 1, 7]],
  ])('refuses %s', (_, bytes) => {
    expect(() => read(...bytes)).toThrow(RangeError)
  })

  it('reads what is signed with P-256, short numbers too', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    for (let turn = 0; turn < 300; turn += 1) {
      const text = `round ${turn}`
      const der = createSign('sha256').update(text).sign(privateKey)
      const { r, s } = AsnParser.parse(der, ECDSASigValue)
      const lengths = [r.length, s.length]
      expect(Math.max(...lengths)).toBeLessThanOrEqual(33)
      expect(4 + 2 + lengths.reduce((sum, length) => sum + length, 0)).toBe(der.length)
    }
  })
})
