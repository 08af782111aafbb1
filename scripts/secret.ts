import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** 256 bits, as text. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * What draws are made by (ROUNDS_SECRET): of the environment or, made once, of a file beside the store that only its owner may
 * read. It is no part of the store, so that a backup gives no draw away.
 */
export function secretBeside(folder: string): string {
  const given = process.env.ROUNDS_SECRET
  if (given) return given
  const file = join(folder, 'secret.txt')
  try {
    writeFileSync(file, `${newSecret()}\n`, { mode: 0o600, flag: 'wx' })
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
  }
  return readFileSync(file, 'utf8').trim()
}
