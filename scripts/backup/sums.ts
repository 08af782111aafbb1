import { bytesOf, identifier, type Row } from './rows.ts'
import type { Column } from './tables.ts'

/**
 * What SQLite and Node can both work out of a table's rows, so that the two need not be compared row by row: how many there
 * are, and of each column the sum of its numbers (each modulo a prime, so that no sum leaves the whole numbers) or of its lengths.
 * Every change of a row in this service shows in it: it raises a version, sets an instant or adds a row.
 */
export type Sums = readonly number[]

const prime = 1_000_003
const nothing = -7

export function newSums(columns: readonly Column[]): number[] {
  return [0, ...columns.map(() => 0)]
}

export function addToSums(sums: number[], columns: readonly Column[], row: Row): void {
  sums[0] = (sums[0] ?? 0) + 1
  for (const [at, column] of columns.entries()) sums[at + 1] = (sums[at + 1] ?? 0) + summand(column, row)
}

function summand(column: Column, row: Row): number {
  const value = row[column.name] ?? null
  if (value === null) return nothing
  if (typeof value === 'string') return bytesOf(column, value)
  return (Math.trunc(value) % prime) + 0
}

/** A list of result columns: `s0`, `s1` … */
export function sumsSql(columns: readonly Column[]): string {
  const ofColumns = columns.map(({ name, type }, at) => {
    const column = identifier(name)
    const value =
      type === 'INTEGER' || type === 'REAL'
        ? `CAST(${column} AS INTEGER) % ${prime}`
        : `length(CAST(${column} AS BLOB))`
    return `coalesce(sum(coalesce(${value}, ${nothing})), 0) AS s${at + 1}`
  })
  return ['count(*) AS s0', ...ofColumns].join(', ')
}

export function sumsIn(columns: readonly Column[], row: Row | undefined): Sums {
  return newSums(columns).map((_, at) => Number(row?.[`s${at}`]))
}

export function isSame(one: Sums, other: Sums): boolean {
  return one.length === other.length && one.every((sum, at) => sum === other[at])
}
