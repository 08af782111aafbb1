import { fileRefused } from './sheet.ts'

/** How far one looks to tell UTF-16 by its zero bytes. */
const sample = 400

/** The text of a list; refused where it is none. */
export function decodeText(bytes: Uint8Array): string {
  const text = textIn(bytes)
  if (text === null) throw fileRefused('file-unknown-encoding')
  if (text.includes('\0')) throw fileRefused('file-not-a-sheet')
  return text
}

/**
 * The text of a file, whichever encoding it was saved in: Unicode by its byte-order mark or by being sound, else what Excel
 * writes in China, of which GB18030 is the whole. Null where it is none of them.
 */
export function textIn(bytes: Uint8Array): string | null {
  for (const encoding of encodingsOf(bytes)) {
    const text = decoded(bytes, encoding)
    if (text !== null) return text
  }
  return null
}

function encodingsOf(bytes: Uint8Array): string[] {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return ['utf-16le']
  if (first === 0xfe && second === 0xff) return ['utf-16be']
  const zeros = [0, 0]
  for (const [index, byte] of bytes.subarray(0, sample).entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > 2 && even === 0) return ['utf-16le']
  if (even > 2 && odd === 0) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
