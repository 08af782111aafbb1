import { describe, expect, it } from 'vitest'
import { configOf, type Bindings } from '../../src/env.ts'

function config(origin: string | undefined, allowHttp?: string) {
  const bindings = { ROUNDS_ORIGIN: origin, ...(allowHttp !== undefined && { ROUNDS_ALLOW_HTTP: allowHttp }) }
  return configOf(bindings as Bindings)
}

describe('ROUNDS_ORIGIN', () => {
  it.each([
    ['https://rounds.example.org', undefined, '__Host-rounds', true, false],
    ['https://rounds.example.org:8443', undefined, '__Host-rounds', true, false],
    ['https://localhost', undefined, '__Host-rounds', true, false],
    ['http://localhost:8787', undefined, 'rounds', false, false],
    ['http://127.0.0.1:8787', undefined, 'rounds', false, false],
    ['http://[::1]:8787', undefined, 'rounds', false, false],
    ['http://rounds.hospital.lan', '1', 'rounds', false, true],
  ])(
    '%s (ROUNDS_ALLOW_HTTP=%s): cookie %s, secure %s, unencrypted %s',
    (origin, allowHttp, cookieName, secure, unencrypted) => {
      expect(config(origin, allowHttp)).toEqual({ origin, cookieName, secure, unencrypted })
    },
  )

  it.each([
    [undefined, undefined],
    ['', undefined],
    ['rounds.example.org', undefined],
    ['https://rounds.example.org/', undefined],
    ['https://rounds.example.org/app', undefined],
    ['https://ROUNDS.example.org', undefined],
    ['https://rounds.example.org:443', undefined],
    ['https://user@rounds.example.org', undefined],
    ['http://rounds.hospital.lan', undefined],
    ['http://rounds.hospital.lan', 'true'],
    ['http://localhost.example.org', undefined],
    ['http://127.0.0.2', undefined],
    ['ftp://rounds.example.org', '1'],
    ['file:///etc', '1'],
    ['null', '1'],
  ])('%s (ROUNDS_ALLOW_HTTP=%s): no answer at all', (origin, allowHttp) => {
    expect(() => config(origin, allowHttp)).toThrow(/ROUNDS_ORIGIN/)
  })
})
