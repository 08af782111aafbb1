import { bytesOf, identifier, type Row } from './rows.ts'
import type { Column } from './tables.ts'

/**
 * What SQLite and Node can both work out of a table's rows, so that the two need not be compared row by row: how many there are, and of
 * each column the sum of its numbers or lengths. Each counts by a weight made from its row's key, or else one more here and one less
 * there, as in counts that are kept, would be the same. All stays within whole numbers for millions of rows.
 */
export type Sums = readonly number[]

/** What is summed, and by which columns its rows are told apart. */
export type Summed = { columns: readonly Column[]; key: readonly Column[] }

const prime = 1_000_003
const mostWeight = 1_009
const nothing = -7
/** of the last characters of a key, the last first */
const factors = [31, 131, 17]

export function newSums({ columns }: Summed): number[] {
  return [0, ...columns.map(() => 0)]
}

export function addToSums(sums: number[], { columns, key }: Summed, row: Row): void {
  const weight = weightOf(key, row)
  sums[0] = (sums[0] ?? 0) + 1
  for (const [at, column] of columns.entries()) {
    sums[at + 1] = (sums[at + 1] ?? 0) + summand(column, row) * weight
  }
}

function weightOf(key: readonly Column[], row: Row): number {
  const parts = key.map(({ name }, at) => {
    const value = row[name] ?? null
    if (typeof value !== 'string') return (at + 1) * (Math.trunc(value ?? 0) % mostWeight)
    const characters = Array.from(value)
    const codes = factors.map((factor, from) => factor * (characters.at(-1 - from)?.codePointAt(0) ?? 0))
    return (at + 1) * codes.reduce((sum, code) => sum + code, 0)
  })
  return parts.reduce((sum, part) => sum + part, 1) % mostWeight
}

function summand(column: Column, row: Row): number {
  const value = row[column.name] ?? null
  if (value === null) return nothing
  return typeof value === 'string' ? bytesOf(column, value) : Math.trunc(value) % prime
}

/** A list of result columns, `s0`, `s1` …, over rows that carry their weight. */
export function sumsSql({ columns }: Summed): string {
  const ofColumns = columns.map(({ name, type }, at) => {
    const column = identifier(name)
    const value = isNumber(type) ? `CAST(${column} AS INTEGER) % ${prime}` : `length(CAST(${column} AS BLOB))`
    return `coalesce(sum(coalesce(${value}, ${nothing}) * ${weight}), 0) AS s${at + 1}`
  })
  return ['count(*) AS s0', ...ofColumns].join(', ')
}

const weight = '"its weight"'

/** One more column, for `sumsSql`. */
export function weightSql({ key }: Summed): string {
  const parts = key.map(({ name, type }, at) => {
    const column = identifier(name)
    if (isNumber(type)) return `${at + 1} * (CAST(coalesce(${column}, 0) AS INTEGER) % ${mostWeight})`
    const text = type === 'BLOB' ? `hex(${column})` : column
    const codes = factors.map(
      (factor, from) => `${factor} * coalesce(unicode(substr(${text}, ${-1 - from}, 1)), 0)`,
    )
    return `${at + 1} * (${codes.join(' + ')})`
  })
  return `(${['1', ...parts].join(' + ')}) % ${mostWeight} AS ${weight}`
}

function isNumber(type: Column['type']): boolean {
  return type === 'INTEGER' || type === 'REAL'
}

export function sumsIn(summed: Summed, row: Row | undefined): Sums {
  return newSums(summed).map((_, at) => Number(row?.[`s${at}`]))
}

export function isSame(one: Sums, other: Sums): boolean {
  return one.length === other.length && one.every((sum, at) => sum === other[at])
}
