import { literal } from '../../src/platform/literal-sql.ts'
import { checkBackup } from './check.ts'
import { obstacles, type Manifest } from './manifest.ts'
import { insertStatements, type Row } from './rows.ts'
import { sumSql } from './statements.ts'
import { isSame, sumsIn } from './sums.ts'
import { fileOf, linesOf } from './table-file.ts'
import type { Ask } from './take.ts'
import { schemaOf, schemaSql, type Column, type Table } from './tables.ts'

export type Putting = {
  ask: Ask
  /** runs statements in one transaction, or none of them */
  run: (statements: readonly string[]) => void
  folder: string
  report: (progress: string) => void
}

/** This store must not or cannot take that backup, in a sentence. */
export class Unfit extends Error {
  override name = 'Unfit'
}

/** What one run takes: the store's process holds it in memory. */
const mostCharacters = 4_000_000

/** Triggers write here while rows come in, so it is written last, over what they wrote. */
const writtenByTriggers = 'change_stamps'

/** `key`: that of the backup, by which its sums were made */
type Load = { table: Table; columns: readonly Column[]; key: readonly Column[] }

/**
 * Checks everything before the first write. The organisation itself comes last, in one transaction with its change stamps: until
 * then nobody can sign in and no job runs, and a restore that was cut short is simply run again.
 */
export function restoreBackup(putting: Putting): Manifest {
  const manifest = checkBackup(putting.folder)
  const loads = loadsInto(putting.ask, manifest)
  const last = ['organisations', writtenByTriggers]
  const first = loads.filter(({ table }) => !last.includes(table.name))
  putAll(putting, first)
  compare(putting, first, manifest)
  const isLast = ({ table }: Load) => last.includes(table.name)
  putting.run([
    `DELETE FROM ${writtenByTriggers} WHERE org_id = ${literal(manifest.organisation.id)}`,
    ...loads.filter(isLast).flatMap((load) => [...statements(putting, load)]),
  ])
  compare(putting, loads, manifest)
  return manifest
}

function loadsInto(ask: Ask, manifest: Manifest): Load[] {
  const { id, name } = manifest.organisation
  const schema = schemaOf(ask(schemaSql))
  const reasons = obstacles(manifest, schema)
  if (reasons.length > 0) throw new Unfit(reasons.join('\n'))
  const [there = []] = ask(`SELECT name FROM organisations WHERE id = ${literal(id)}`)
  if (there.length > 0) {
    throw new Unfit(`The organisation ${name} (${id}) is in this store already: restore it into another one.`)
  }
  return schema.tables.flatMap((table) => {
    const file = manifest.tables[table.name]
    if (!file || file.rows === 0) return []
    const named = (names: readonly string[]) =>
      names.flatMap((wanted) => table.columns.filter((column) => column.name === wanted))
    return [{ table, columns: named(file.columns), key: named(file.key) }]
  })
}

/** Table after table, in runs of about the same length. */
function putAll(putting: Putting, loads: readonly Load[]): void {
  let waiting: string[] = []
  let characters = 0
  const run = () => {
    if (waiting.length > 0) putting.run(waiting)
    waiting = []
    characters = 0
  }
  for (const load of loads) {
    for (const statement of statements(putting, load)) {
      waiting.push(statement)
      characters += statement.length
      if (characters < mostCharacters) continue
      run()
      putting.report(`restoring ${load.table.name}`)
    }
  }
  run()
}

function statements({ folder }: Putting, { table, columns }: Load): Generator<string> {
  return insertStatements(table, columns, rowsOf(fileOf(folder, table.name)))
}

function* rowsOf(path: string): Generator<Row> {
  for (const line of linesOf(path)) yield JSON.parse(line) as Row
}

/** The sums of the backup's columns, asked of the store, beside those that were written down. */
function compare({ ask }: Putting, loads: readonly Load[], manifest: Manifest): void {
  const { id } = manifest.organisation
  const sums = ask(loads.map((load) => sumSql(load.table, load, id)).join(';\n')) as Row[][]
  for (const [at, load] of loads.entries()) {
    if (isSame(sumsIn(load, sums[at]?.[0]), manifest.tables[load.table.name]?.sums ?? [])) continue
    throw new Unfit(
      `The rows of ${load.table.name} are not those of the backup: the store held other rows of ${id}, or its manifest was altered. Restore into an empty store.`,
    )
  }
}
