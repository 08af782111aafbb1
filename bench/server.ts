import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { bundleWorker } from '../scripts/bundle.ts'
import { cpuOf, workerdBelow } from './measure.ts'
import type { Host } from './requests.ts'

export type BenchServer = Host & {
  stop(): Promise<void>
}

/** Serves `bench/service` on a store that the demo has filled. */
export async function serveBench(store: string): Promise<BenchServer> {
  const bundle = '.tmp/bench/workerd/worker.js'
  await bundleWorker('bench/service/worker.ts', bundle)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const where = ['--config', 'bench/service/wrangler.toml', '--persist-to', resolve(store)]
  const how = ['--port', String(port), '--log-level', 'warn', '--var', `ROUNDS_ORIGIN:${origin}`]
  const env = { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false', CI: 'true' }
  const child = spawn('wrangler', ['dev', bundle, '--no-bundle', ...where, ...how], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilAnswered(`${origin}/bench/empty`, () => child.exitCode !== null)
  const workerd = child.pid === undefined ? null : workerdBelow(child.pid)
  return {
    name: 'local workerd',
    countsRows: true,
    hasAssets: false,
    origin,
    fetch: (address, init) => fetch(address, init),
    cpu: () => cpuOf(workerd),
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
      await untilGone(workerd)
    },
  }
}

/** Until then the store may still be written to. */
export async function untilGone(pid: number | null): Promise<void> {
  while (cpuOf(pid) !== null) await new Promise((done) => setTimeout(done, 20))
}

export async function untilAnswered(address: string, hasStopped: () => boolean): Promise<void> {
  const patience = Date.now() + 60_000
  while (Date.now() < patience && !hasStopped()) {
    const answer = await fetch(address).catch(() => null)
    await answer?.arrayBuffer()
    if (answer) return
    await new Promise((done) => setTimeout(done, 2))
  }
  throw new Error(`${address} did not answer`)
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
