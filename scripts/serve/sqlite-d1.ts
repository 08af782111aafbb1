import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

type Bound = { text: string; values: SQLInputValue[] }

/** As much of D1 as the service uses: bound statements, and a batch as one transaction. Rows read and written are not counted. */
export type SqliteD1 = {
  prepare(text: string): { bind(...values: SQLInputValue[]): Bound }
  batch(statements: Bound[]): Promise<{ results: unknown[]; meta: D1Counts }[]>
  close(): void
}

type D1Counts = { rows_read: number; rows_written: number; changes: number }

/** How long a write waits for one of a command that runs beside the service, in milliseconds. */
const longestWait = 5_000

/** The store of that folder in this process, on the file that `wrangler --local` makes and the other commands use. */
export function openStore(folder: string): SqliteD1 {
  return asD1(openDatabase(folder))
}

export function asD1(database: DatabaseSync): SqliteD1 {
  const prepared = new Map<string, StatementSync>()
  const statementOf = (text: string) => {
    const statement = prepared.get(text) ?? database.prepare(text)
    prepared.set(text, statement)
    return statement
  }
  return {
    prepare: (text) => ({ bind: (...values) => ({ text, values }) }),
    batch: async (statements) => {
      const isRead = statements.every(({ text }) => statementOf(text).columns().length > 0)
      return inTransaction(database, isRead, () =>
        statements.map((bound) => run(statementOf(bound.text), bound)),
      )
    },
    close: () => database.close(),
  }
}

function run(statement: StatementSync, { values }: Bound): { results: unknown[]; meta: D1Counts } {
  const none = { rows_read: 0, rows_written: 0 }
  if (statement.columns().length > 0) {
    return { results: statement.all(...values), meta: { ...none, changes: 0 } }
  }
  return { results: [], meta: { ...none, changes: Number(statement.run(...values).changes) } }
}

export function openDatabase(folder: string): DatabaseSync {
  const database = new DatabaseSync(databaseIn(folder), { timeout: longestWait })
  // In WAL, FULL is what keeps an acknowledged write through a power cut.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  return database
}

export function inTransaction<T>(database: DatabaseSync, isRead: boolean, work: () => T): T {
  database.exec(isRead ? 'BEGIN' : 'BEGIN IMMEDIATE')
  try {
    const answer = work()
    database.exec('COMMIT')
    return answer
  } catch (fault) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw fault
  }
}

/** Named after a hash by wrangler, which keeps one of its own beside it. */
export function databaseIn(store: string): string {
  const folder = join(store, 'v3/d1/miniflare-D1DatabaseObject')
  const files = existsSync(folder) ? readdirSync(folder) : []
  const file = files.find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))
  if (file === undefined) throw new Error('there is none yet; npm start and npm run serve make it')
  return join(folder, file)
}
