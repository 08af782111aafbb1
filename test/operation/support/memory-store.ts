import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'

/** A store in memory that answers as D1's command line does: several statements are one transaction. */
export type MemoryStore = {
  database: DatabaseSync
  ask: (sql: string) => unknown[][]
  run: (statements: readonly string[]) => void
}

export function newStore(): MemoryStore {
  const database = new DatabaseSync(':memory:')
  const names = readdirSync('migrations').toSorted()
  database.exec('CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT)')
  for (const name of names) {
    database.exec(readFileSync(join('migrations', name), 'utf8'))
    database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(name)
  }
  // Rows are filled by their types alone, so as to need no word about a table.
  database.exec('PRAGMA ignore_check_constraints = ON')
  return {
    database,
    ask: (sql) =>
      transaction(database, () => sql.split(/;\s*\n/).map((statement) => database.prepare(statement).all())),
    run: (statements) =>
      transaction(database, () => {
        for (const statement of statements) database.prepare(statement).run()
      }),
  }
}

/** All rows of all tables of the organisation, as SQLite itself prints them. */
export function contents(
  { database }: Pick<MemoryStore, 'database'>,
  orgId: string,
): Record<string, string[]> {
  return Object.fromEntries(tablesOf(database).map((table) => [table, rowsOf(database, table, orgId)]))
}

export function tablesOf(database: DatabaseSync): string[] {
  const rows = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations' ORDER BY name`,
    )
    .all()
  return rows.map(({ name }) => String(name))
}

/** `inKey`: of its primary key or of another one, so that no two rows may have the same */
export type ColumnInfo = { name: string; type: string; notnull: number; inKey: number }

export function columnsOf(database: DatabaseSync, table: string): ColumnInfo[] {
  const text = `SELECT name, type, "notnull", name IN (
      SELECT part.name FROM pragma_index_list(?1) AS key, pragma_index_info(key.name) AS part WHERE key."unique" = 1
    ) AS inKey FROM pragma_table_info(?1)`
  return database.prepare(text).all(table) as ColumnInfo[]
}

export function insert(database: DatabaseSync, table: string, row: Record<string, SQLInputValue>): void {
  const names = Object.keys(row)
  const text = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
  database.prepare(text).run(...Object.values(row))
}

function rowsOf(database: DatabaseSync, table: string, orgId: string): string[] {
  const columns = columnsOf(database, table)
  const quoted = columns.map(({ name }) => `quote(${name})`).join(` || ' ' || `)
  const key = columns.some(({ name }) => name === 'org_id') ? 'org_id' : 'id'
  const rows = database.prepare(`SELECT ${quoted} AS line FROM ${table} WHERE ${key} = ?`).all(orgId)
  return rows.map(({ line }) => String(line)).toSorted()
}

function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN')
  try {
    const answer = work()
    database.exec('COMMIT')
    return answer
  } catch (fault) {
    database.exec('ROLLBACK')
    throw fault
  }
}
