import { literal } from '../../src/platform/literal-sql.ts'
import type { Column, Table } from './tables.ts'

/** As a backup keeps it: BLOBs in hex, all else as it is. */
export type Value = string | number | null
export type Row = Readonly<Record<string, Value>>

/** Statements are cut below D1's 100 KB, which hex counts twice. */
const longestStatement = 80_000
/** characters; a Chinese one is six digits of hex */
const longestPiece = 12_000

export function literalOf({ type, name }: Column, value: Value): string {
  if (value === null) return 'NULL'
  if (type === 'BLOB') return `X'${String(value)}'`
  if (type === 'REAL' && Number.isFinite(value)) return String(value)
  if ((type === 'TEXT') !== (typeof value === 'string')) throw new Error(`${name} holds no ${type}`)
  return literal(value)
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A row as one string by which it is found again. */
export function keyOf({ key }: Table, row: Row): string {
  return JSON.stringify(key.map(({ name }) => row[name]))
}

/**
 * Statements that add the rows. What is there already stays, so that a restore that was cut short can go on. Text too long for
 * one statement comes in pieces.
 */
export function* insertStatements(
  table: Table,
  columns: readonly Column[],
  rows: Iterable<Row>,
): Generator<string> {
  const head = `INSERT INTO ${identifier(table.name)} (${columns.map(({ name }) => identifier(name)).join(', ')}) VALUES`
  let values: string[] = []
  let length = 0
  const statement = () => `${head}\n${values.join(',\n')}\nON CONFLICT DO NOTHING`
  for (const row of rows) {
    const next = `(${columns.map((column) => literalOf(column, firstPiece(column, row))).join(', ')})`
    if (values.length > 0 && length + next.length > longestStatement) {
      yield statement()
      values = []
      length = 0
    }
    values.push(next)
    length += next.length + 2
    const rest = furtherPieces(table, columns, row)
    if (rest.length === 0) continue
    yield statement()
    yield* rest
    values = []
    length = 0
  }
  if (values.length > 0) yield statement()
}

function firstPiece({ name }: Column, row: Row): Value {
  const value = row[name] ?? null
  return typeof value === 'string' ? value.slice(0, cut(value, 0)) : value
}

/** Each adds a piece where exactly the pieces before it are there: running it twice changes nothing. */
function furtherPieces(table: Table, columns: readonly Column[], row: Row): string[] {
  return columns.flatMap((column) => {
    const value = row[column.name]
    return typeof value === 'string' ? piecesOf(table, row, column, value) : []
  })
}

function piecesOf(table: Table, row: Row, column: Column, value: string): string[] {
  const statements: string[] = []
  const name = identifier(column.name)
  for (let from = cut(value, 0); from < value.length; from = cut(value, from)) {
    if (column.type === 'BLOB') throw new Error(`${table.name}.${column.name} is too long to be restored`)
    const piece = literalOf(column, value.slice(from, cut(value, from)))
    statements.push(
      `UPDATE ${identifier(table.name)} SET ${name} = ${name} || ${piece}
       WHERE ${whereRow(table, row)} AND length(CAST(${name} AS BLOB)) = ${Buffer.byteLength(value.slice(0, from))}`,
    )
  }
  return statements
}

/** The end of the piece that begins there; never inside a character of two units. */
function cut(value: string, from: number): number {
  const end = Math.min(from + longestPiece, value.length)
  const isLead = /[\uD800-\uDBFF]/.test(value.charAt(end - 1)) && end < value.length
  return isLead ? end - 1 : end
}

export function bytesOf({ type }: Column, value: string): number {
  return type === 'BLOB' ? value.length / 2 : Buffer.byteLength(value)
}

function whereRow({ orgColumn, key }: Table, row: Row): string {
  const org = `${identifier(orgColumn)} = ${literal(row[orgColumn] ?? null)}`
  return [
    org,
    ...key.map((column) => `${identifier(column.name)} = ${literalOf(column, row[column.name] ?? null)}`),
  ].join(' AND ')
}
