import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Host } from './requests.ts'

type Answering = { fetch(request: Request, bindings: object, execution: object): Promise<Response> }

const origin = 'http://localhost:1'

/**
 * The same service in this process, on the same store through SQLite: what the service itself costs, without the simulation of
 * D1 and the proxies of local workerd, which Cloudflare does not bill as the Worker's CPU.
 */
export async function hostInProcess(store: string): Promise<Host> {
  const service = await bundled('bench/service/worker.ts')
  const bindings = { DB: databaseOf(store), ROUNDS_ORIGIN: origin }
  const waiting: Promise<unknown>[] = []
  const execution = {
    waitUntil: (promise: Promise<unknown>) => waiting.push(promise),
    passThroughOnException: () => undefined,
  }
  return {
    name: 'service alone',
    countsRows: false,
    origin,
    fetch: async (address, init) => {
      const answer = await service.fetch(new Request(address, init), bindings, execution)
      await Promise.all(waiting.splice(0))
      return answer
    },
    cpu: () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    },
  }
}

async function bundled(source: string): Promise<Answering> {
  const outfile = resolve('.tmp/bench/worker.mjs')
  mkdirSync('.tmp/bench', { recursive: true })
  const jsx = { jsx: 'automatic', jsxImportSource: 'hono/jsx' } as const
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    ...jsx,
  })
  const { default: service } = (await import(pathToFileURL(outfile).href)) as { default: Answering }
  return service
}

type Bound = { text: string; values: SQLInputValue[] }

/** As much of D1 as the store uses: bound statements, a batch as one transaction. Rows are not counted. */
function databaseOf(store: string) {
  const database = new DatabaseSync(largestDatabaseIn(join(store, 'v3/d1/miniflare-D1DatabaseObject')))
  const prepared = new Map<string, StatementSync>()
  function run({ text, values }: Bound) {
    const statement = prepared.get(text) ?? database.prepare(text)
    prepared.set(text, statement)
    const isRead = /^\s*(?:SELECT|WITH)\b/i.test(text) && !/\b(?:INSERT|UPDATE|DELETE)\b/i.test(text)
    if (isRead)
      return { results: statement.all(...values), meta: { rows_read: 0, rows_written: 0, changes: 0 } }
    const changes = Number(statement.run(...values).changes)
    return { results: [], meta: { rows_read: 0, rows_written: 0, changes } }
  }
  return {
    prepare: (text: string) => ({ bind: (...values: SQLInputValue[]): Bound => ({ text, values }) }),
    batch: async (statements: Bound[]) => {
      database.exec('BEGIN IMMEDIATE')
      try {
        const results = statements.map(run)
        database.exec('COMMIT')
        return results
      } catch (fault) {
        database.exec('ROLLBACK')
        throw fault
      }
    },
  }
}

function largestDatabaseIn(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite'))
  const bySize = files
    .map((name) => join(folder, name))
    .toSorted((a, b) => statSync(b).size - statSync(a).size)
  const [largest] = bySize
  if (largest === undefined) throw new Error(`no database in ${folder}`)
  return largest
}
