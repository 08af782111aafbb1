import { Unzip, UnzipInflate } from 'fflate'
import { Refusal } from '../errors.ts'
import { fileRefused } from './sheet.ts'

/** A sheet of 5,000 lines unpacks to about two million bytes. */
const mostUnpacked = 12_000_000
/** Deflate makes at most 1,032 bytes of one: so little goes in at a time that what comes out stays small. */
const slice = 4096

/** The wanted files of a ZIP archive. Counts what really comes out, whatever sizes the archive claims. */
export function unpack(
  archive: Uint8Array,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  try {
    pushAll(archive, unzipInto(files, isWanted))
  } catch (fault) {
    throw fault instanceof Refusal ? fault : fileRefused('file-not-a-sheet')
  }
  return files
}

function unzipInto(files: Map<string, Uint8Array>, isWanted: (name: string) => boolean): Unzip {
  let unpacked = 0
  const unzip = new Unzip((file) => {
    if (!isWanted(file.name)) return
    const chunks: Uint8Array[] = []
    file.ondata = (fault, chunk, isLast) => {
      if (fault) throw fault
      unpacked += chunk.length
      if (unpacked > mostUnpacked) throw fileRefused('file-unpacks-too-large')
      chunks.push(chunk)
      if (isLast) files.set(file.name, joined(chunks))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  return unzip
}

function pushAll(archive: Uint8Array, unzip: Unzip): void {
  for (let at = 0; at < archive.length; at += slice)
    unzip.push(archive.subarray(at, at + slice), at + slice >= archive.length)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
