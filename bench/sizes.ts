import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundleWorker } from '../scripts/bundle.ts'
import { median } from './measure.ts'
import type { Client } from './questions.ts'
import { freePort, untilAnswered } from './server.ts'
import type { Figure } from './table.ts'

const folder = '.tmp/bench/bundle'
/** the binary itself: the package's command is a script around it */
const { default: workerd } = createRequire(import.meta.url)('workerd') as { default: string }

/** What `wrangler deploy` would upload, and how long workerd takes from nothing to its first answer with it. */
export async function benchBundle(): Promise<Figure[]> {
  await bundleWorker('src/worker.ts', join(folder, 'worker.js'))
  const starts: number[] = []
  for (let time = 0; time < 7; time += 1) starts.push(await startOnce())
  return [
    {
      name: 'bundle of the Worker, gzip',
      value: kilobytes(readFileSync(join(folder, 'worker.js'))),
      unit: 'KB',
      most: 400,
    },
    { name: 'start of workerd to its first answer', value: median(starts), unit: 'ms', most: 200 },
  ]
}

async function startOnce(): Promise<number> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  writeFileSync(join(folder, 'config.capnp'), configOf(port, origin))
  const began = performance.now()
  const child = spawn(workerd, ['serve', join(folder, 'config.capnp')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    // refused without a look into the store, which is not there
    await untilAnswered(`${origin}/api/v1/units`, () => child.exitCode !== null)
    return performance.now() - began
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

function configOf(port: number, origin: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-10-01",
  bindings = [(name = "ROUNDS_ORIGIN", text = "${origin}")]
);
`
}

/** Today as a ward nurse first loads it: the page and every asset that it names. */
export async function benchPageWeight(client: Client): Promise<Figure> {
  const headers = await client.signIn('inspector')
  const html = await (await client.send({ path: '/', headers })).text()
  const assets = new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map(([, path = '']) => path))
  let weight = kilobytes(Buffer.from(html))
  for (const path of assets) weight += kilobytes(readFileSync(join('dist', path)))
  return { name: 'Today, first visit: page and assets, gzip', value: weight, unit: 'KB', most: 60 }
}

function kilobytes(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: 9 }).length / 1024
}
