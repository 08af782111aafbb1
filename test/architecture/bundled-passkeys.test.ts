import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleWorker } from '../../scripts/bundle.ts'
import { digestOf } from '../../src/platform/ids.ts'
import type * as checks from '../../src/platform/webauthn.ts'
import { Device, ourOrigin, type Twist } from '../features/passkeys/device.ts'

const folder = mkdtempSync(join(tmpdir(), 'rounds-bundle-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Most of the library is left out of the bundle: what is deployed has to check as the whole of it does. */
let bundled: typeof checks
beforeAll(async () => {
  const outfile = join(folder, 'webauthn.mjs')
  await bundleWorker('src/platform/webauthn.ts', outfile)
  bundled = await import(pathToFileURL(outfile).href)
}, 60_000)

const challenge = 'dG8gYmUgc2lnbmVk'

function expected() {
  return { party: bundled.relyingPartyOf(ourOrigin), challengeHash: digestOf(challenge) }
}

async function newKeyOf(device: Device, twist: Twist = {}) {
  return bundled.checkNewKey(JSON.parse(await device.register(challenge, twist)), expected())
}

describe('bundled, passkeys', () => {
  it.each([
    ['ES256', -7],
    ['RS256', -257],
  ] as const)('of %s are added and sign', async (_, algorithm) => {
    const device = await Device.make(algorithm)
    const key = await newKeyOf(device)
    const answer = async (by: Device) => JSON.parse(await by.sign(challenge, 'member', { signCount: 3 }))
    const check = async (by: Device) =>
      bundled.checkAssertion(await answer(by), key?.publicKey ?? '', expected())
    expect(await check(device)).toEqual({ signCount: 3 })
    expect(await check(await Device.make(algorithm))).toBeNull()
  })

  it.each(['packed', 'tpm', 'android-key', 'android-safetynet', 'fido-u2f', 'apple', 'another'])(
    'that attest who made their device (%s) are refused',
    async (attestation) => {
      const device = await Device.make()
      expect(await newKeyOf(device)).not.toBeNull()
      expect(await newKeyOf(device, { attestation })).toBeNull()
    },
  )
})

it('another version of the library, with other modules, is not bundled', async () => {
  const library = join(folder, 'node_modules/@simplewebauthn/server')
  mkdirSync(library, { recursive: true })
  writeFileSync(join(library, 'index.js'), 'export const verifyRegistrationResponse = 1')
  writeFileSync(join(folder, 'entry.js'), `export * from '@simplewebauthn/server'`)
  await expect(bundleWorker(join(folder, 'entry.js'), join(folder, 'out.js'))).rejects.toThrow(
    'registration/verifications/ was to be left out (decision 014), and is not there',
  )
})
