/** Which tables belong to an organisation, asked of the store itself: a table of tomorrow is in the backup of tomorrow. */

export type Column = {
  name: string
  type: 'INTEGER' | 'REAL' | 'TEXT' | 'BLOB'
  /** a row may come without it */
  optional: boolean
}

export type Table = {
  name: string
  columns: readonly Column[]
  /** the column that says whose row it is */
  orgColumn: string
  /** what tells the rows of one organisation apart, in the order of the primary key */
  key: readonly Column[]
}

export type Schema = { tables: readonly Table[]; migrations: readonly string[] }

/** Not of any organisation, and why no backup of one needs them. */
export const leftOut: Readonly<Record<string, string>> = {
  d1_migrations: 'which migrations the store has had; the manifest names them',
  sqlite_sequence: 'the counter of d1_migrations',
  sqlite_stat1: 'figures for the planner of queries, written by the migrations',
}

type SchemaRow = {
  table: string
  column: string
  type: string
  required: number
  default: string | null
  key: number
}

/** Two statements; `schemaOf` reads what they answer. Tables of D1 itself (`_cf_…`) may not be looked at. */
export const schemaSql = `SELECT m.name AS "table", c.name AS "column", c.type, c."notnull" AS required,
    c.dflt_value AS "default", c.pk AS key
  FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
  WHERE m.type = 'table' AND substr(m.name, 1, 4) <> '_cf_' ORDER BY m.name, c.cid;
  SELECT name FROM d1_migrations ORDER BY id`

export function schemaOf(answer: readonly unknown[][]): Schema {
  const [rows = [], migrations = []] = answer as [SchemaRow[]?, { name: string }[]?]
  const byTable = Map.groupBy(rows, (row) => row.table)
  const tables = [...byTable].filter(([name]) => !(name in leftOut)).map(([name, of]) => tableOf(name, of))
  return { tables, migrations: migrations.map(({ name }) => name) }
}

function tableOf(name: string, rows: readonly SchemaRow[]): Table {
  const orgColumn = name === 'organisations' ? 'id' : 'org_id'
  if (!rows.some(({ column }) => column === orgColumn)) {
    throw new Error(
      `The table ${name} has no org_id: nobody knows whose rows it holds. Say in scripts/backup/tables.ts why it is left out.`,
    )
  }
  const key = rows.filter((row) => row.key > 0 && row.column !== orgColumn).toSorted((a, b) => a.key - b.key)
  if (!rows.some((row) => row.key > 0)) throw new Error(`The table ${name} has no primary key to read it by.`)
  return { name, columns: rows.map(columnOf), orgColumn, key: key.map(columnOf) }
}

function columnOf({ table, column, type, required, default: fallback }: SchemaRow): Column {
  if (type !== 'INTEGER' && type !== 'REAL' && type !== 'TEXT' && type !== 'BLOB') {
    throw new Error(`The column ${table}.${column} has the type ${type}, which a backup cannot keep exactly.`)
  }
  return { name: column, type, optional: required === 0 || fallback !== null }
}
