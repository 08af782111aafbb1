import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction, openDatabase } from './serve/sqlite-d1.ts'

/** The deployed store, or the one of `npm start` in the folder ROUNDS_DATA. */
export type WhichStore = { remote: boolean }

/** Wrangler's own words about what went wrong. */
export class StoreFailed extends Error {
  override name = 'StoreFailed'
}

const folder = process.env.ROUNDS_DATA ?? '.data/demo'
const database = 'rounds'

/** Before each further try of what may be run twice, in milliseconds. */
const pauses = [1_000, 5_000]

/** The rows of each statement; several statements, one behind another with `;` and a new line, are one transaction. */
export function execute<Results extends unknown[]>(sql: string, store: WhichStore): Results {
  try {
    return ask<Results>(sql, store)
  } catch (fault) {
    return fail(wordsOf(fault))
  }
}

/** The same, for who wants to clean up where it fails. */
export function ask<Results extends unknown[]>(sql: string, { remote }: WhichStore): Results {
  if (!remote) return runLocally(sql.split(/;\s*\n/)) as Results
  const answered = wrangler(['d1', 'execute', database, '--json', '--remote', '--command', sql])
  const results = (JSON.parse(answered) as { results: unknown[] }[]).map(({ results: rows }) => rows)
  return results as Results
}

/** Writes in one transaction that may be long: to D1 by a file, since a command line takes 128 KB. */
export function write(statements: readonly string[], { remote }: WhichStore): void {
  if (!remote) {
    runLocally(statements)
    return
  }
  const temporary = mkdtempSync(join(tmpdir(), 'rounds-'))
  try {
    const file = join(temporary, 'statements.sql')
    writeFileSync(file, `${statements.join(';\n')};\n`, { mode: 0o600 })
    wrangler(['d1', 'execute', database, '--json', '--yes', '--remote', '--file', file])
  } finally {
    rmSync(temporary, { recursive: true })
  }
}

let opened: DatabaseSync | undefined

/** On the file itself, which waits its turn beside a service that is running; `wrangler --local` gives up at once. */
function runLocally(statements: readonly string[]): unknown[][] {
  try {
    opened ??= openDatabase(folder)
    const open = opened
    const isRead = statements.every((text) => /^\s*(?:SELECT|WITH)\b/.test(text))
    return inTransaction(open, isRead, () => statements.map((text) => open.prepare(text).all()))
  } catch (fault) {
    throw new StoreFailed(`The store in ${folder}: ${wordsOf(fault)}`, { cause: fault })
  }
}

/** For reads and for writes that change nothing when they are run twice: the deployed store may fail for a moment. */
export function again<T>(run: () => T): T {
  for (const pause of pauses) {
    try {
      return run()
    } catch (fault) {
      if (!(fault instanceof StoreFailed)) throw fault
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
    }
  }
  return run()
}

/** The folder of the local store, for its owner alone. */
export function makeFolder(): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (fault) {
    fail(wordsOf(fault))
  }
}

/** Makes the local store where there is none, and brings it up to date. `npm run deploy` does so for the deployed one. */
export function migrateLocal(): void {
  makeFolder()
  try {
    const local = ['--local', '--config', 'wrangler.demo.toml', '--persist-to', folder]
    again(() => wrangler(['d1', 'migrations', 'apply', database, ...local]))
  } catch (fault) {
    fail(wordsOf(fault))
  }
}

function wrangler(args: string[]): string {
  const ran = spawnSync('wrangler', args, {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
  })
  if (ran.status !== 0) throw new StoreFailed(ran.stderr || ran.stdout || String(ran.error))
  return ran.stdout
}

/** What a command was asked; where that makes no sense, why not and how it is used. */
export function orUsage<Options>(usage: string, read: () => Options): Options {
  try {
    return read()
  } catch (fault) {
    return fail(`${wordsOf(fault)}\n\n${usage}`)
  }
}

export function fail(message: string): never {
  console.error(message)
  process.exit(2)
}

export function wordsOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault)
}
