import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { manifestSchema, type Manifest } from './manifest.ts'
import type { Row } from './rows.ts'
import { fileOf, linesOf, tableEnding } from './table-file.ts'

/** A backup that is not as it was written, in a sentence for whoever wanted to restore it. */
export class Damaged extends Error {
  override name = 'Damaged'
}

/** Reads all of it once: the manifest, and of each table the length, the hash, the number of rows, and whose they are. */
export function checkBackup(folder: string): Manifest {
  const manifest = readManifest(folder)
  requireNamed(folder, manifest)
  for (const name of Object.keys(manifest.tables)) checkTable(folder, name, manifest)
  return manifest
}

function readManifest(folder: string): Manifest {
  const path = join(folder, 'manifest.json')
  let written: unknown
  try {
    written = JSON.parse(readFileSync(path, 'utf8'))
  } catch (fault) {
    throw new Damaged(`${path} cannot be read as a manifest: there is no whole backup here.`, {
      cause: fault,
    })
  }
  const version = (written as { formatVersion?: unknown } | null)?.formatVersion
  if (typeof version === 'number' && version > 1) {
    throw new Damaged(`${path} was written by a newer version of Rounds: bring the code up to date first.`)
  }
  const read = manifestSchema.safeParse(written)
  if (!read.success) {
    const [fault] = read.error.issues
    throw new Damaged(`${path} is no manifest of a backup: ${fault?.path.join('.')}: ${fault?.message}.`)
  }
  return read.data
}

function requireNamed(folder: string, { tables }: Manifest): void {
  const files = readdirSync(folder).filter((name) => name.endsWith(tableEnding))
  const unnamed = files.find((name) => !(name.slice(0, -tableEnding.length) in tables))
  if (unnamed !== undefined) throw new Damaged(`The manifest says nothing of ${join(folder, unnamed)}.`)
}

function checkTable(folder: string, name: string, { tables, organisation }: Manifest): void {
  const expected = tables[name]
  const path = fileOf(folder, name)
  const bytes = statSync(path, { throwIfNoEntry: false })?.size
  if (!expected || bytes === undefined) throw new Damaged(`${path} is missing.`)
  if (bytes < expected.bytes) throw new Damaged(`${path} is cut short: ${bytes} of ${expected.bytes} bytes.`)
  const hash = createHash('sha256')
  let rows = 0
  const orgColumn = name === 'organisations' ? 'id' : 'org_id'
  for (const line of linesOf(path)) {
    rows += 1
    hash.update(`${line}\n`)
    const row = rowIn(line)
    if (!row) throw new Damaged(`${path}, line ${rows}, is no row.`)
    if (row[orgColumn] !== organisation.id) {
      throw new Damaged(`${path}, line ${rows}, belongs to another organisation than the manifest says.`)
    }
  }
  if (rows !== expected.rows)
    throw new Damaged(`${path} has ${rows} rows; the manifest says ${expected.rows}.`)
  if (bytes !== expected.bytes || hash.digest('hex') !== expected.sha256) {
    throw new Damaged(`${path} is not what was written: its hash is another one.`)
  }
}

function rowIn(line: string): Row | null {
  try {
    const row: unknown = JSON.parse(line)
    return typeof row === 'object' && row !== null && !Array.isArray(row) ? (row as Row) : null
  } catch {
    return null
  }
}
