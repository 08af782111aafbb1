import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers'

/** The service's, as vitest.config.ts sets it; from there Node, where the bundled code is tried, would not get it. */
export const ourOrigin = 'https://rounds.test'

/** What somebody could try with their own device's answers. */
export type Twist = {
  origin?: string
  rpId?: string
  type?: string
  crossOrigin?: boolean
  /** flags of the authenticator data: present 1, verified 4 */
  flags?: number
  signCount?: number
  credentialId?: string
  userHandle?: string
  /** of a new key: what the device says of itself, though nobody has asked */
  attestation?: string
}

/** A device that makes keys and signs like a real one: real keys of WebCrypto, real bytes. It may run in Node as well. */
export class Device {
  readonly id: string
  readonly #keys: CryptoKeyPair
  readonly #algorithm: -7 | -257
  signCount = 0

  static async make(algorithm: -7 | -257 = -7): Promise<Device> {
    const rsa = {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    }
    const parameters = algorithm === -7 ? { name: 'ECDSA', namedCurve: 'P-256' } : rsa
    const keys = await crypto.subtle.generateKey(parameters, false, ['sign', 'verify'])
    return new Device(keys, algorithm)
  }

  constructor(keys: CryptoKeyPair, algorithm: -7 | -257) {
    this.#keys = keys
    this.#algorithm = algorithm
    this.id = base64url(crypto.getRandomValues(new Uint8Array(16)))
  }

  /** The answer to a challenge of `POST /account/passkeys/challenges`. */
  async register(challenge: string, twist: Twist = {}): Promise<string> {
    const id = isoBase64URL.toBuffer(twist.credentialId ?? this.id)
    const key = isoCBOR.encode(await this.#publicKey())
    const attested = new Uint8Array([...new Uint8Array(16), 0, id.length, ...id, ...key])
    const authData = await authenticatorData(0x40, this.signCount, twist, attested)
    const clientDataJSON = clientData('webauthn.create', challenge, twist)
    const fmt = twist.attestation ?? 'none'
    const attStmt = new Map<string, number | Uint8Array>()
    if (fmt !== 'none') {
      attStmt.set('alg', this.#algorithm)
      attStmt.set('sig', await this.#signature(authData, clientDataJSON))
    }
    const attestation = new Map<string, unknown>([
      ['fmt', fmt],
      ['attStmt', attStmt],
      ['authData', authData],
    ])
    return JSON.stringify({
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      response: {
        clientDataJSON,
        attestationObject: base64url(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0])),
      },
    })
  }

  /** The answer to a challenge of `POST /sign-in/passkey/challenges`, for the member of that id. */
  async sign(challenge: string, memberId: string, twist: Twist = {}): Promise<string> {
    const clientDataJSON = clientData('webauthn.get', challenge, twist)
    const data = await authenticatorData(0, this.signCount, twist, new Uint8Array())
    return JSON.stringify({
      id: twist.credentialId ?? this.id,
      type: 'public-key',
      response: {
        clientDataJSON,
        authenticatorData: base64url(data),
        signature: base64url(await this.#signature(data, clientDataJSON)),
        userHandle: twist.userHandle ?? base64url(new TextEncoder().encode(memberId)),
      },
    })
  }

  /** In COSE. */
  async #publicKey(): Promise<Map<number, number | Uint8Array>> {
    const { x = '', y = '', n = '', e = '' } = await crypto.subtle.exportKey('jwk', this.#keys.publicKey)
    return this.#algorithm === -7
      ? new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, isoBase64URL.toBuffer(x)],
          [-3, isoBase64URL.toBuffer(y)],
        ])
      : new Map<number, number | Uint8Array>([
          [1, 3],
          [3, -257],
          [-1, isoBase64URL.toBuffer(n)],
          [-2, isoBase64URL.toBuffer(e)],
        ])
  }

  async #signature(data: Uint8Array, clientDataJSON: string): Promise<Uint8Array> {
    const hash = await crypto.subtle.digest('SHA-256', isoBase64URL.toBuffer(clientDataJSON))
    const parameters =
      this.#algorithm === -7 ? { name: 'ECDSA', hash: 'SHA-256' } : { name: 'RSASSA-PKCS1-v1_5' }
    const signed = new Uint8Array([...data, ...new Uint8Array(hash)])
    const signature = new Uint8Array(await crypto.subtle.sign(parameters, this.#keys.privateKey, signed))
    return this.#algorithm === -7 ? der(signature) : signature
  }
}

export function base64url(bytes: Uint8Array): string {
  return isoBase64URL.fromBuffer(new Uint8Array(bytes))
}

function clientData(type: string, challenge: string, twist: Twist): string {
  const origin = twist.origin ?? ourOrigin
  const data = { type: twist.type ?? type, challenge, origin, crossOrigin: twist.crossOrigin ?? false }
  return base64url(new TextEncoder().encode(JSON.stringify(data)))
}

async function authenticatorData(
  flags: number,
  signCount: number,
  twist: Twist,
  attested: Uint8Array,
): Promise<Uint8Array> {
  const rpId = new TextEncoder().encode(twist.rpId ?? new URL(ourOrigin).hostname)
  const rpIdHash = new Uint8Array(await crypto.subtle.digest('SHA-256', rpId))
  const count = new DataView(new ArrayBuffer(4))
  count.setUint32(0, twist.signCount ?? signCount)
  return new Uint8Array([
    ...rpIdHash,
    (twist.flags ?? 0x05) | flags,
    ...new Uint8Array(count.buffer),
    ...attested,
  ])
}

/** The two numbers of an ECDSA signature as devices write them. */
function der(raw: Uint8Array): Uint8Array {
  const numbers = [raw.subarray(0, 32), raw.subarray(32)].flatMap((half) => {
    const first = half.findIndex((byte) => byte !== 0)
    const digits = [...half.subarray(first)]
    if ((digits[0] ?? 0) > 0x7f) digits.unshift(0)
    return [0x02, digits.length, ...digits]
  })
  return new Uint8Array([0x30, numbers.length, ...numbers])
}
