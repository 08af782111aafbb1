import { readCsv } from './csv.ts'
import { decodeText } from './decode-text.ts'
import { fileRefused, type Sheet } from './sheet.ts'
import { readXlsx } from './xlsx.ts'

/** Reads a list by what the file is, not by what it is called. */
export function readSheet(file: Uint8Array): Sheet {
  if (file.length === 0) throw fileRefused('file-empty')
  if (beginsWith(file, [0x50, 0x4b, 0x03, 0x04])) return readXlsx(file)
  // What Excel wrote until 2003, and what it writes today where a password is asked for.
  if (beginsWith(file, [0xd0, 0xcf, 0x11, 0xe0])) throw fileRefused('file-old-excel')
  if (beginsWith(file, [0x25, 0x50, 0x44, 0x46])) throw fileRefused('file-not-a-sheet')
  const text = decodeText(file)
  // Some systems call a web page with a table `.xls`.
  if (/^\s*<[a-z!?]/i.test(text)) throw fileRefused('file-not-a-sheet')
  return readCsv(text)
}

function beginsWith(file: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => file[index] === byte)
}
