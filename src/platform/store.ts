import { askedAgain } from './d1-faults.ts'
import type { BoundQuery, BoundWrite, SqlValue, Statement } from './sql.ts'

/**
 * The one way to the database, asked for by organisation. D1 stands behind it today; a SQLite Durable Object per
 * organisation can tomorrow.
 */
export type Store = {
  readonly orgId: string
  all<Row>(query: BoundQuery<Row>): Promise<Row[]>
  first<Row>(query: BoundQuery<Row>): Promise<Row | null>
  /** Several queries in one round trip. */
  many<Rows extends readonly unknown[]>(
    queries: readonly [...{ [K in keyof Rows]: BoundQuery<Rows[K]> }],
  ): Promise<{ [K in keyof Rows]: Rows[K][] }>
  /** One transaction. Answers how many rows each write changed; throws ConstraintFailed and keeps nothing. */
  batch(writes: readonly BoundWrite[]): Promise<number[]>
  readonly usage: Usage
}

/** What an invocation has cost so far: exact, so that tests can assert it. */
export type Usage = {
  statements: number
  rowsRead: number
  rowsWritten: number
  /** the size of the whole database after the last statement, where the store tells it */
  databaseBytes: number | null
}

/** A statement broke a key or a NOT NULL; its whole batch was rolled back. */
export class ConstraintFailed extends Error {
  override name = 'ConstraintFailed'
  readonly kind: 'unique' | 'not-null' | 'check'
  /** `table.column` of the first column named */
  readonly column: string

  constructor(kind: ConstraintFailed['kind'], column: string, options: ErrorOptions) {
    super(`${kind} constraint of ${column}`, options)
    this.kind = kind
    this.column = column
  }
}

/** Production's limits where local D1 is laxer, and the free plan's 50 statements an invocation less a margin. */
const limits = { boundValues: 100, statements: 40, statementBytes: 90_000, valueBytes: 1_900_000 }

export function newUsage(): Usage {
  return { statements: 0, rowsRead: 0, rowsWritten: 0, databaseBytes: null }
}

export function storeFor(database: D1Database, orgId: string, usage: Usage = newUsage()): Store {
  const run = runner(database, orgId, usage)
  return {
    orgId,
    usage,
    async all<Row>(query: BoundQuery<Row>) {
      const [rows] = await askedAgain(() => run<Row>([query]))
      return rows?.rows ?? []
    },
    async first<Row>(query: BoundQuery<Row>) {
      const [rows] = await askedAgain(() => run<Row>([query]))
      return rows?.rows[0] ?? null
    },
    async many<Rows extends readonly unknown[]>(
      queries: readonly [...{ [K in keyof Rows]: BoundQuery<Rows[K]> }],
    ) {
      const results = await askedAgain(() => run<unknown>(queries))
      return results.map(({ rows }) => rows) as { [K in keyof Rows]: Rows[K][] }
    },
    async batch(writes) {
      if (writes.length === 0) return []
      const results = await run<never>(writes)
      return results.map(({ changes }) => changes)
    },
  }
}

type Ran<Row> = { rows: Row[]; changes: number }

function runner(database: D1Database, orgId: string, usage: Usage) {
  return async function run<Row>(bound: readonly (BoundQuery<Row> | BoundWrite)[]): Promise<Ran<Row>[]> {
    usage.statements += bound.length
    if (usage.statements > limits.statements) {
      throw new Error(`more than ${limits.statements} statements in one invocation`)
    }
    const prepared = bound.map(({ statement, values }) =>
      database.prepare(statement.text).bind(...valuesInOrder(statement, values, orgId)),
    )
    try {
      const results = await database.batch<Row>(prepared)
      return results.map(({ results: rows, meta }) => {
        usage.rowsRead += meta.rows_read
        usage.rowsWritten += meta.rows_written
        // `npm run serve` answers without it.
        usage.databaseBytes = (meta as Partial<D1Meta>).size_after ?? null
        return { rows, changes: meta.changes }
      })
    } catch (fault) {
      throw constraintOf(fault) ?? fault
    }
  }
}

function valuesInOrder(statement: Statement, values: Readonly<Record<string, SqlValue>>, orgId: string) {
  if (statement.text.length > limits.statementBytes) throw new Error(`SQL ${statement.name} is too long`)
  if (statement.placeholders.length > limits.boundValues)
    throw new Error(`SQL ${statement.name} binds too much`)
  return statement.placeholders.map((placeholder) => {
    const value = placeholder === 'org' && !statement.ofDirectory ? orgId : values[placeholder]
    if (value === undefined) throw new Error(`SQL ${statement.name} lacks a value for :${placeholder}`)
    if (
      typeof value === 'string' &&
      value.length > limits.valueBytes / 3 &&
      byteLength(value) > limits.valueBytes
    ) {
      throw new Error(`SQL ${statement.name}: the value of :${placeholder} is too large`)
    }
    return value
  })
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

function constraintOf(fault: unknown): ConstraintFailed | null {
  const message = fault instanceof Error ? fault.message : ''
  const found = /(UNIQUE|NOT NULL|CHECK) constraint failed: (?:([\w.]+))?/.exec(message)
  if (!found) return null
  const kind = found[1] === 'UNIQUE' ? 'unique' : found[1] === 'NOT NULL' ? 'not-null' : 'check'
  return new ConstraintFailed(kind, columnOf(found[2] ?? '', message), { cause: fault })
}

/** SQLite names the organisation's column first; what tells one key from another is the last one. */
function columnOf(first: string, message: string): string {
  return /constraint failed: ([\w., ]+)/.exec(message)?.[1]?.split(', ').at(-1)?.trim() ?? first
}
