/**
 * Reads an ECDSA signature as WebAuthn carries it: a SEQUENCE of two INTEGERs in DER (RFC 3279, 2.2.3; X.690). In the bundle
 * these two names stand for the ASN.1 library that `@simplewebauthn/server` reads them with (docs/decisions/014), and
 * so bear its names. A signature of ES256 fits lengths of one byte; longer ones are refused.
 */
export const AsnParser = {
  /** Throws on whatever is not exactly that. The numbers keep the zero that DER puts before a high first bit. */
  parse(signature: Uint8Array, _of: typeof ECDSASigValue): ECDSASigValue {
    const [sequence, rest] = readElement(signature, SEQUENCE)
    const [r, behind] = readElement(sequence, INTEGER)
    const [s, end] = readElement(behind, INTEGER)
    if (rest.length + end.length > 0) throw new RangeError('more than a signature')
    return { r: naturalNumber(r), s: naturalNumber(s) }
  },
}

export class ECDSASigValue {
  r = new Uint8Array()
  s = new Uint8Array()
}

const SEQUENCE = 0x30
const INTEGER = 0x02
const LONGEST = 0x7f

/** What the element holds, and what comes behind it. */
function readElement(bytes: Uint8Array, tag: number): [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>] {
  const [found, length] = bytes
  if (found !== tag || length === undefined || length > LONGEST || bytes.length < 2 + length) {
    throw new RangeError('no signature in DER')
  }
  return [bytes.slice(2, 2 + length), bytes.slice(2 + length)]
}

/** Neither negative nor longer than it need be: DER has one form for each number. */
function naturalNumber(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const [first, second] = bytes
  const isLong = first === 0 && second !== undefined && second < 0x80
  if (first === undefined || first >= 0x80 || isLong) throw new RangeError('no natural number in DER')
  return bytes
}
