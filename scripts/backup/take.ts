import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { literal } from '../../src/platform/literal-sql.ts'
import type { Manifest } from './manifest.ts'
import type { Row } from './rows.ts'
import { pageSql, sumSql, touchedSql } from './statements.ts'
import { isSame, sumsIn, type Sums } from './sums.ts'
import { fileOf, mergeInto, writeRows, type TableFile } from './table-file.ts'
import { schemaOf, schemaSql, type Column, type Schema, type Table } from './tables.ts'

/** Runs statements in one transaction and answers the rows of each. */
export type Ask = (sql: string) => unknown[][]

export type Taking = {
  ask: Ask
  orgId: string
  /** made by this, for the owner alone; may not exist */
  folder: string
  rowsInPage: number
  report: (progress: string) => void
}

/** People wrote so much that the copy never became one state of the store. */
export class TooBusy extends Error {
  override name = 'TooBusy'
}

const mostTries = 6
/** A table of up to so many pages that changed under the copy is read whole at the end, so that it cannot change again. */
const pagesReadWhole = 5
/** The clocks of the service, of a job's minute and of the store need not agree. */
const slack = 5 * 60_000

/**
 * Copies page by page while people write, and then asks once, in one transaction, for all that was written meanwhile and for the
 * sums of every large table. Where the copy has the same sums, it is the store at that instant; a table that has not is copied
 * again. What is not whole in the end is not kept.
 */
export function takeBackup(taking: Taking): Manifest {
  const folder = `${taking.folder}.part`
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
  mkdirSync(folder, { mode: 0o700 })
  try {
    const manifest = follow({ ...taking, folder }, schemaOf(taking.ask(schemaSql)))
    writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    renameSync(folder, taking.folder)
    return manifest
  } catch (fault) {
    rmSync(folder, { recursive: true })
    throw fault
  }
}

function follow(taking: Taking, schema: Schema): Manifest {
  const large = new Set<Table>()
  let stale: readonly Table[] = schema.tables
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const began = clockOf(taking.ask)
    copy(taking, stale, large)
    const ending = askForTheEnd(taking, schema.tables, large, began)
    const files = new Map(ending.parts.map((part) => [part.table, finish(taking, part)]))
    const changed = ending.parts.filter((part) => !isWhole(taking, part, files)).map(({ table }) => table)
    if (changed.length === 0) return manifestOf(schema, ending.head, files)
    taking.report(`${changed.map(({ name }) => name).join(', ')} changed meanwhile: once more`)
    stale = changed.filter((table) => !fitsWhole(taking, files.get(table)))
    for (const table of changed) {
      if (stale.includes(table)) large.add(table)
      else large.delete(table)
    }
  }
  throw new TooBusy(`people wrote more than ${mostTries} tries could follow`)
}

/** Each round trip takes the next page of every table that has one. What fits into one page is read whole at the end. */
function copy(
  { ask, orgId, folder, rowsInPage, report }: Taking,
  tables: readonly Table[],
  large: Set<Table>,
) {
  let open = tables.map((table) => ({ table, after: null as Row | null }))
  for (const { table } of open) writeRows(fileOf(folder, table.name), [], 'anew')
  let copied = 0
  while (open.length > 0) {
    const pages = ask(open.map(({ table, after }) => pageSql(table, orgId, after, rowsInPage)).join(';\n'))
    open = open.flatMap(({ table }, at) => {
      const rows = (pages[at] ?? []) as Row[]
      writeRows(fileOf(folder, table.name), rows, 'behind')
      copied += rows.length
      if (rows.length < rowsInPage) return []
      large.add(table)
      return [{ table, after: rows.at(-1) ?? null }]
    })
    report(
      `${copied} rows${open.length > 0 ? `, more of ${open.map(({ table }) => table.name).join(', ')}` : ''}`,
    )
  }
}

type Head = {
  now: number
  id: string
  name: string
  entries: number
  sealedSeq: number | null
  seal: string | null
}

/** What the last transaction answered of a table: all of it, or what was touched meanwhile and the sums of all. */
type Part = { table: Table; rows: Row[]; sums: Sums | null }

function askForTheEnd(
  { ask, orgId, rowsInPage }: Taking,
  tables: readonly Table[],
  large: ReadonlySet<Table>,
  began: number,
): { head: Head; parts: Part[] } {
  const until = clockOf(ask) + slack
  const statements = tables.flatMap((table) =>
    large.has(table)
      ? [touchedSql(table, orgId, began - slack, until), sumSql(table, table, orgId)]
      : [pageSql(table, orgId, null, pagesReadWhole * rowsInPage)],
  )
  const [heads, ...results] = ask([headSql(orgId), ...statements].join(';\n')) as [Head[], ...Row[][]]
  const [head] = heads
  if (!head) throw new Error(`The store holds no organisation ${orgId}.`)
  let at = 0
  const parts = tables.map((table) => {
    const rows = results[at++] ?? []
    return { table, rows, sums: large.has(table) ? sumsIn(table, results[at++]?.[0]) : null }
  })
  return { head, parts }
}

function clockOf(ask: Ask): number {
  const [[row]] = ask(`SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER) AS now`) as [{ now: number }[]]
  if (!row) throw new Error('the store does not say what time it is')
  return row.now
}

function headSql(orgId: string): string {
  const org = literal(orgId)
  return `SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER) AS now, id, name,
      (SELECT coalesce(max(seq), 0) FROM audit WHERE org_id = ${org}) AS entries, sealed.seq AS sealedSeq, sealed.seal
    FROM organisations LEFT JOIN (
      SELECT seq, seal FROM audit_seals WHERE org_id = ${org} ORDER BY seq DESC LIMIT 1
    ) AS sealed
    WHERE organisations.id = ${org}`
}

function finish({ folder }: Taking, { table, rows, sums }: Part): TableFile {
  const path = fileOf(folder, table.name)
  if (sums === null) writeRows(path, [], 'anew')
  return mergeInto(path, table, rows)
}

function isWhole({ rowsInPage }: Taking, { table, rows, sums }: Part, files: ReadonlyMap<Table, TableFile>) {
  return sums === null
    ? rows.length < pagesReadWhole * rowsInPage
    : isSame(sums, files.get(table)?.sums ?? [])
}

function fitsWhole({ rowsInPage }: Taking, file: TableFile | undefined): boolean {
  return file !== undefined && file.rows < pagesReadWhole * rowsInPage
}

function manifestOf(schema: Schema, head: Head, files: ReadonlyMap<Table, TableFile>): Manifest {
  const { id, name, entries, sealedSeq, seal } = head
  return {
    format: 'rounds-backup',
    formatVersion: 1,
    organisation: { id, name },
    takenAt: new Date(head.now).toISOString(),
    migrations: [...schema.migrations],
    audit: { entries, sealed: sealedSeq === null || seal === null ? null : { seq: sealedSeq, seal } },
    tables: Object.fromEntries(
      [...files].map(([table, { sums, ...file }]) => [
        table.name,
        { columns: namesOf(table.columns), key: namesOf(table.key), ...file, sums: [...sums] },
      ]),
    ),
  }
}

function namesOf(columns: readonly Column[]): string[] {
  return columns.map(({ name }) => name)
}
