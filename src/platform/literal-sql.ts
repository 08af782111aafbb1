import type { BoundWrite, SqlValue } from './sql.ts'

/** A write with its values in its text, for the command line, which has no way to bind them. */
export function literalSql({ statement, values }: BoundWrite, orgId: string): string {
  return statement.text.replaceAll(/\?(\d+)/g, (_, position: string) => {
    const placeholder = statement.placeholders[Number(position) - 1] ?? ''
    const value = placeholder === 'org' ? orgId : values[placeholder]
    if (value === undefined) throw new Error(`SQL ${statement.name} lacks a value for :${placeholder}`)
    return literal(value)
  })
}

/** Text goes as hex: quotes, semicolons and line breaks in it mean nothing to SQL, to a splitter of statements or to a shell. */
export function literal(value: SqlValue): string {
  if (value === null) return 'NULL'
  if (typeof value === 'string') return `CAST(X'${hexOf(value)}' AS TEXT)`
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no whole number`)
  return String(value)
}

function hexOf(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
