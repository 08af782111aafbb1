import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Manifest } from './backup/manifest.ts'
import { takeBackup, TooBusy } from './backup/take.ts'
import { again, ask, execute, fail, orUsage, wordsOf } from './d1.ts'

/**
 * `npm run backup -- [--remote] [--org ID | --all] [--out FOLDER]`: one organisation's rows as JSON Lines with a manifest, in a new
 * folder that only its owner may read. Ends with 1 where people wrote more than could be followed, 2 where the store or the folder failed.
 */
const usage = 'npm run backup -- [--remote] [--org ID | --all] [--out FOLDER]'

/** A page of the deployed store comes through an API; the local one only has to fit into memory. */
const rowsInPage = { remote: 2_000, local: 10_000 }

type Organisation = { id: string; name: string }

const options = orUsage(usage, readOptions)
const { remote } = options
for (const organisation of wanted()) back(organisation)

function readOptions() {
  const { values } = parseArgs({
    options: {
      remote: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      org: { type: 'string' },
      out: { type: 'string', default: '.data/backups' },
    },
  })
  if (values.all && values.org !== undefined) throw new Error('--all and --org exclude each other')
  return values
}

function wanted(): Organisation[] {
  const [there] = execute<[Organisation[]]>('SELECT id, name FROM organisations ORDER BY id', { remote })
  if (there.length === 0) fail('There is no organisation in this store.')
  if (options.all) return there
  if (options.org === undefined && there.length > 1) {
    const list = there.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
    fail(`This store holds several organisations. Say which with --org, or --all:\n${list}`)
  }
  const found = there.filter(({ id }) => options.org === undefined || id === options.org)
  return found.length > 0 ? found : fail(`There is no organisation ${options.org} in this store.`)
}

function back({ id, name }: Organisation): void {
  const folder = join(options.out, `${id}-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`)
  console.log(`${name} (${id})`)
  try {
    const manifest = takeBackup({
      ask: reading,
      orgId: id,
      folder,
      rowsInPage: remote ? rowsInPage.remote : rowsInPage.local,
      report: (progress) => console.log(`  ${progress}`),
    })
    report(folder, manifest)
  } catch (fault) {
    console.error(`No backup of ${name}: ${wordsOf(fault)}.`)
    process.exitCode = Math.max(Number(process.exitCode ?? 0), fault instanceof TooBusy ? 1 : 2)
  }
}

function report(folder: string, manifest: Manifest): void {
  const { takenAt, tables, audit } = manifest
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, 'manifest.json')))
    .digest('hex')
  console.log(`  ${rows} rows of ${Object.keys(tables).length} tables, as they were at ${takenAt}
  ${folder}
  SHA-256 of its manifest: ${hash}`)
  if (audit.sealed)
    console.log(
      `  audit trail: ${audit.entries} entries, sealed up to ${audit.sealed.seq}:${audit.sealed.seal}`,
    )
}

function reading<Results extends unknown[]>(sql: string): Results {
  return again(() => ask<Results>(sql, { remote }))
}
