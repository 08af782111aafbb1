/**
 * The register of every SQL text. The store takes no other, so a test can EXPLAIN them all.
 *
 * A statement names its values (`:id`) and is bound by calling it with an object of the same names. `:org` is bound by the
 * store, never by the caller: no statement can forget its organisation.
 */

export type SqlValue = string | number | null

export type Statement = {
  readonly name: string
  readonly text: string
  readonly kind: 'query' | 'write'
  /** in the order of ?1, ?2 …; begins with `org`, unless the statement is one of the directory's */
  readonly placeholders: readonly string[]
  readonly ofDirectory: boolean
}

export type BoundQuery<Row> = { readonly statement: Statement; readonly values: Values; readonly row?: Row }
export type BoundWrite = { readonly statement: Statement; readonly values: Values }
type Values = Readonly<Record<string, SqlValue>>

const register = new Map<string, Statement>()

/** A SELECT of one organisation. */
export function query<Row, Params extends Values = Record<never, never>>(name: string, text: string) {
  const statement = define(name, text, 'query', false)
  return (params: Params): BoundQuery<Row> => ({ statement, values: params })
}

/** An INSERT, UPDATE or DELETE of one organisation. */
export function write<Params extends Values = Record<never, never>>(name: string, text: string) {
  const statement = define(name, text, 'write', false)
  return (params: Params): BoundWrite => ({ statement, values: params })
}

/** A SELECT over the directory of organisations, for jobs and operators; answers no data of a tenant. */
export function directoryQuery<Row, Params extends Values = Record<never, never>>(
  name: string,
  text: string,
) {
  const statement = define(name, text, 'query', true)
  return (params: Params): BoundQuery<Row> => ({ statement, values: params })
}

export function registeredStatements(): readonly Statement[] {
  return [...register.values()]
}

function define(name: string, source: string, kind: Statement['kind'], ofDirectory: boolean): Statement {
  if (register.has(name)) throw new Error(`SQL statement ${name} is registered twice`)
  const opening = /^\s*(\w+)/.exec(source)?.[1]?.toUpperCase()
  const allowed = kind === 'query' ? ['SELECT', 'WITH'] : ['INSERT', 'UPDATE', 'DELETE', 'WITH']
  if (!opening || !allowed.includes(opening)) throw new Error(`SQL statement ${name} is no ${kind}`)

  const placeholders: string[] = ofDirectory ? [] : ['org']
  const text = source.replaceAll(/(?<![:\w]):([a-zA-Z]\w*)/g, (_, placeholder: string) => {
    if (!placeholders.includes(placeholder)) placeholders.push(placeholder)
    return `?${placeholders.indexOf(placeholder) + 1}`
  })
  if (!ofDirectory && !text.includes('?1')) throw new Error(`SQL statement ${name} does not name :org`)

  const statement: Statement = { name, text, kind, placeholders, ofDirectory }
  register.set(name, statement)
  return statement
}
