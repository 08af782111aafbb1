import { spawnSync } from 'node:child_process'

/** The deployed store, or the one of `npm start` in the folder ROUNDS_DATA. */
export type WhichStore = { remote: boolean }

const folder = process.env.ROUNDS_DATA ?? '.data/demo'
const local = ['--local', '--config', 'wrangler.demo.toml', '--persist-to', folder]

/** The rows of each statement; several statements are one transaction. */
export function execute<Results extends unknown[]>(sql: string, { remote }: WhichStore): Results {
  const where = remote ? ['--remote'] : local
  const answered = wrangler(['d1', 'execute', 'rounds', '--json', ...where, '--command', sql])
  const results = (JSON.parse(answered) as { results: unknown[] }[]).map(({ results: rows }) => rows)
  return results as Results
}

/** Makes the local store where there is none, and brings it up to date. `npm run deploy` does so for the deployed one. */
export function migrateLocal(): void {
  wrangler(['d1', 'migrations', 'apply', 'rounds', ...local])
}

function wrangler(args: string[]): string {
  const ran = spawnSync('wrangler', args, {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
  })
  if (ran.status !== 0) fail(ran.stderr || ran.stdout || String(ran.error))
  return ran.stdout
}

export function fail(message: string): never {
  console.error(message)
  process.exit(2)
}
