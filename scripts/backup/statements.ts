import { literal } from '../../src/platform/literal-sql.ts'
import { identifier, literalOf, type Row } from './rows.ts'
import { sumsSql, weightSql, type Summed } from './sums.ts'
import type { Column, Table } from './tables.ts'

/** Rows that are read again at the end because they carry an instant of while the backup ran; more than that are read in pages. */
const mostTouched = 20_000

/** A page by key: where the last one ended, never counted from the beginning. */
export function pageSql(table: Table, orgId: string, after: Row | null, limit: number): string {
  const keys = table.key.map(({ name }) => identifier(name)).join(', ')
  const values = after && table.key.map((column) => literalOf(column, after[column.name] ?? null)).join(', ')
  const beyond = values ? ` AND (${keys}) > (${values})` : ''
  const order = keys ? ` ORDER BY ${keys}` : ''
  return `SELECT ${listed(table.columns)} FROM ${of(table, orgId)}${beyond}${order} LIMIT ${limit}`
}

/** Rows with any instant of that time: which column tells of a change need not be known. */
export function touchedSql(table: Table, orgId: string, from: number, until: number): string {
  const isWithin = table.columns
    .filter(({ type }) => type === 'INTEGER')
    .map(({ name }) => `${identifier(name)} BETWEEN ${from} AND ${until}`)
  return `SELECT ${listed(table.columns)} FROM ${of(table, orgId)} AND (${isWithin.join(' OR ') || '0'}) LIMIT ${mostTouched}`
}

export function sumSql(table: Table, summed: Summed, orgId: string): string {
  return `SELECT ${sumsSql(summed)} FROM (SELECT *, ${weightSql(summed)} FROM ${of(table, orgId)})`
}

function listed(columns: readonly Column[]): string {
  return columns
    .map(({ name, type }) => {
      const column = identifier(name)
      return type === 'BLOB' ? `iif(${column} IS NULL, NULL, hex(${column})) AS ${column}` : column
    })
    .join(', ')
}

function of({ name, orgColumn }: Table, orgId: string): string {
  return `${identifier(name)} WHERE ${identifier(orgColumn)} = ${literal(orgId)}`
}
