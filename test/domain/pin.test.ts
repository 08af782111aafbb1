import { describe, expect, it } from 'vitest'
import { faultOfPin, tidyPin } from '../../src/domain/pin.ts'

describe('a PIN', () => {
  it.each([
    ['0000', 'pin-same-digit'],
    ['000000', 'pin-same-digit'],
    ['888888', 'pin-same-digit'],
    ['1234', 'pin-run'],
    ['123456', 'pin-run'],
    ['9876', 'pin-run'],
    ['987654', 'pin-run'],
    ['012345', 'pin-run'],
    ['12', 'pin-run'],
    ['', 'pin-length'],
    ['7', 'pin-length'],
    ['2580', 'pin-length'],
    ['2580147', 'pin-length'],
    ['12a456', 'pin-not-digits'],
    ['-12345', 'pin-not-digits'],
    ['1e5000', 'pin-not-digits'],
    ['密码', 'pin-not-digits'],
    ['258014', null],
    ['112233', null],
    ['901234', null],
  ])('%j: %s', (pin, fault) => {
    expect(faultOfPin(pin)).toBe(fault)
  })

  it.each([
    ['２５８０１４', '258014'],
    [' 258 014 ', '258014'],
    ['258014', '258014'],
  ])('typed as %j is %j', (typed, pin) => {
    expect(tidyPin(typed)).toBe(pin)
  })
})
