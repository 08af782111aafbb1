import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { bundleWorker } from './bundle.ts'
import { secretBeside } from './secret.ts'

export type Server = { origin: string; child: ChildProcess; stop: () => void }

export type DemoOptions = { folder: string; port: number; size?: 'big'; log?: string }

/** Migrates a local store, serves the demo on it and fills it where it is empty. */
export async function startDemo({
  folder,
  port,
  size,
  log,
}: DemoOptions): Promise<Server & { filled: Filled }> {
  const server = await startServer({
    folder,
    port,
    entry: 'src/demo/worker.ts',
    ...(log !== undefined && { log }),
  })
  try {
    return { ...server, filled: await fill(server, size) }
  } catch (fault) {
    server.stop()
    throw fault
  }
}

type ServerOptions = {
  folder: string
  port: number
  entry: 'src/demo/worker.ts' | 'src/worker.ts'
  /** a file for what the server prints; the terminal where it is left out */
  log?: string
}

/** Migrates a local store and serves the demo, or the service as it is deployed, on it. */
export async function startServer({ folder, port, entry: source, log }: ServerOptions): Promise<Server> {
  must(
    spawnSync('node', ['scripts/build-assets.ts', join(folder, 'dist')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status,
  )
  const migrate = ['d1', 'migrations', 'apply', 'rounds', '--local', ...sharedOptions(folder)]
  must(spawnSync('wrangler', migrate, { env: environment(), stdio: ['ignore', 'ignore', 'inherit'] }).status)
  // Once, not watched: a file that changes meanwhile must not restart the service under its users.
  await bundleWorker(source, bundleIn(folder))
  return serveAgain({ folder, port, ...(log !== undefined && { log }) })
}

/** Serves what `startServer` has made in that folder before. */
export async function serveAgain({ folder, port, log }: Omit<ServerOptions, 'entry'>): Promise<Server> {
  const origin = `http://localhost:${port}`
  const built = [bundleIn(folder), '--no-bundle', '--assets', join(folder, 'dist')]
  const values = [`ROUNDS_ORIGIN:${origin}`, `ROUNDS_SECRET:${secretBeside(folder)}`]
  const settings = ['--port', String(port), '--log-level', 'warn', '--var', ...values]
  const serve = ['dev', ...built, ...settings, ...sharedOptions(folder)]
  const output = log === undefined ? 'inherit' : openSync(log, 'a')
  const child = spawn('wrangler', serve, { env: environment(), stdio: ['ignore', output, output] })
  const server = { origin, child, stop: () => child.kill('SIGTERM') }
  try {
    await untilServed(server)
    return server
  } catch (fault) {
    server.stop()
    throw fault
  }
}

function sharedOptions(folder: string): string[] {
  return ['--config', 'wrangler.demo.toml', '--persist-to', folder]
}

function environment() {
  return {
    ...process.env,
    WRANGLER_SEND_METRICS: 'false',
    // Its traces keep whole addresses and headers beside the store, and its explorer shows the store to whoever asks.
    X_LOCAL_OBSERVABILITY: 'false',
    X_LOCAL_EXPLORER: 'false',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    CI: 'true',
  }
}

function bundleIn(folder: string): string {
  return join(folder, 'build/worker.js')
}

export type Filled = { done: boolean; step: string; feedUrl?: string }

async function fill({ origin }: Server, size: DemoOptions['size']): Promise<Filled> {
  for (;;) {
    const response = await fetch(`${origin}/demo/fill${size ? `?size=${size}` : ''}`, { method: 'POST' })
    if (!response.ok) throw new Error(`filling the demo failed: ${await response.text()}`)
    const filled = (await response.json()) as Filled
    if (filled.done) return filled
    console.log(`  filling: ${filled.step}`)
  }
}

async function untilServed({ origin, child }: Server): Promise<void> {
  const patience = Date.now() + 60_000
  while (Date.now() < patience) {
    if (child.exitCode !== null) throw new Error('the server stopped before it answered')
    const answered = await fetch(`${origin}/sign-in`).catch(() => null)
    if (answered?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the server did not answer within a minute')
}

function must(status: number | null): void {
  if (status !== 0) process.exit(status ?? 1)
}
