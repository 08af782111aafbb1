import { env } from 'cloudflare:workers'
import { base64url, bytesOf } from '../../../src/platform/webauthn.ts'

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
}

/** A device that makes keys and signs like a real one: real keys of WebCrypto, real bytes. */
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
    const id = bytesOf(twist.credentialId ?? this.id) ?? new Uint8Array()
    const attested = new Uint8Array([...new Uint8Array(16), 0, id.length, ...id, 0xa0])
    const publicKey = await crypto.subtle.exportKey('spki', this.#keys.publicKey)
    return JSON.stringify({
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      response: {
        clientDataJSON: clientData('webauthn.create', challenge, twist),
        authenticatorData: base64url(await authenticatorData(0x40, this.signCount, twist, attested)),
        publicKey: base64url(new Uint8Array(publicKey)),
        publicKeyAlgorithm: this.#algorithm,
      },
    })
  }

  /** The answer to a challenge of `POST /sign-in/passkey/challenges`, for the member of that id. */
  async sign(challenge: string, memberId: string, twist: Twist = {}): Promise<string> {
    const clientDataJSON = clientData('webauthn.get', challenge, twist)
    const data = await authenticatorData(0, this.signCount, twist, new Uint8Array())
    const hash = await crypto.subtle.digest('SHA-256', bytesOf(clientDataJSON) ?? new Uint8Array())
    const parameters =
      this.#algorithm === -7 ? { name: 'ECDSA', hash: 'SHA-256' } : { name: 'RSASSA-PKCS1-v1_5' }
    const signed = new Uint8Array([...data, ...new Uint8Array(hash)])
    const signature = new Uint8Array(await crypto.subtle.sign(parameters, this.#keys.privateKey, signed))
    return JSON.stringify({
      id: twist.credentialId ?? this.id,
      type: 'public-key',
      response: {
        clientDataJSON,
        authenticatorData: base64url(data),
        signature: base64url(this.#algorithm === -7 ? der(signature) : signature),
        userHandle: twist.userHandle ?? base64url(new TextEncoder().encode(memberId)),
      },
    })
  }
}

function clientData(type: string, challenge: string, twist: Twist): string {
  const origin = twist.origin ?? env.ROUNDS_ORIGIN
  const data = { type: twist.type ?? type, challenge, origin, crossOrigin: twist.crossOrigin ?? false }
  return base64url(new TextEncoder().encode(JSON.stringify(data)))
}

async function authenticatorData(
  flags: number,
  signCount: number,
  twist: Twist,
  attested: Uint8Array,
): Promise<Uint8Array> {
  const rpId = new TextEncoder().encode(twist.rpId ?? new URL(env.ROUNDS_ORIGIN).hostname)
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
export function der(raw: Uint8Array): Uint8Array {
  const numbers = [raw.subarray(0, 32), raw.subarray(32)].flatMap((half) => {
    const first = half.findIndex((byte) => byte !== 0)
    const digits = [...half.subarray(first)]
    if ((digits[0] ?? 0) > 0x7f) digits.unshift(0)
    return [0x02, digits.length, ...digits]
  })
  return new Uint8Array([0x30, numbers.length, ...numbers])
}
