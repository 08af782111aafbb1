import { spawnSync } from 'node:child_process'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { serve, type HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { configOf } from '../src/env.ts'
import { fail, makeFolder, migrateLocal, wordsOf } from './d1.ts'
import { chosenPort, requireFreePort } from './port.ts'
import { secretBeside } from './secret.ts'
import { assetsIn, loadService, newExecution } from './serve/service.ts'
import { openStore } from './serve/sqlite-d1.ts'

/**
 * `npm run serve`: the service on one's own machine, as a hospital runs it without Cloudflare: one process on one SQLite file, its jobs
 * once a minute. ROUNDS_ORIGIN, ROUNDS_DATA, PORT, ROUNDS_HOST, ROUNDS_BEHIND_PROXY, ROUNDS_ALLOW_HTTP, ROUNDS_SECRET: docs/operating.md.
 */
const settings = readSettings()
const { folder, host, port } = settings

await requireFreePort(port, host)
makeFolder()
if (
  spawnSync('node', ['scripts/build-assets.ts', join(folder, 'dist')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  }).status !== 0
) {
  fail('The style and scripts of the pages could not be built.')
}
const service = await loadService('src/worker.ts', folder)
// Only now: code that cannot be built must not have changed the store.
migrateLocal()
const store = openStore(folder)
const bindings = {
  DB: store,
  ASSETS: assetsIn(join(folder, 'dist')),
  ROUNDS_ORIGIN: settings.origin,
  ROUNDS_ALLOW_HTTP: settings.allowHttp,
  ROUNDS_SECRET: secretBeside(folder),
}
const execution = newExecution()

const app = new Hono<{ Bindings: HttpBindings }>()
app.use('/assets/*', etag(), async (c, next) => {
  await next()
  c.header('Cache-Control', 'public, max-age=0, must-revalidate')
  c.header('X-Content-Type-Options', 'nosniff')
})
app.get('/assets/*', serveStatic({ root: join(folder, 'dist') }))
app.all('*', (c) => service.fetch(fromClient(c.req.raw, c.env.incoming), bindings, execution))

const server = serve({ fetch: app.fetch, hostname: host, port }, () => {
  console.log(`Rounds answers on http://${host}:${port} for ${settings.origin}. The data are in ${folder}.`)
})

let job: Promise<void> = runJobs()
const minute = setInterval(() => {
  job = job.then(runJobs)
}, 60_000)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

function readSettings() {
  const { ROUNDS_ORIGIN = '', ROUNDS_ALLOW_HTTP = '', ROUNDS_DATA, ROUNDS_HOST } = process.env
  if (!ROUNDS_DATA) {
    fail('Set ROUNDS_DATA to the folder that holds this store; every command finds it there.')
  }
  try {
    const { origin } = configOf({ ROUNDS_ORIGIN, ROUNDS_ALLOW_HTTP })
    return {
      origin,
      allowHttp: ROUNDS_ALLOW_HTTP,
      isBehindProxy: process.env.ROUNDS_BEHIND_PROXY === '1',
      folder: ROUNDS_DATA,
      host: ROUNDS_HOST || '127.0.0.1',
      port: chosenPort(),
    }
  } catch (fault) {
    return fail(wordsOf(fault))
  }
}

/** As Cloudflare hands a request over: the client's address in a header that no client can set, and `cf` as the sign of it. */
function fromClient(request: Request, incoming: IncomingMessage): Request {
  const headers = new Headers(request.headers)
  const forwarded = headers.get('X-Forwarded-For')?.split(',').at(-1)?.trim()
  const address = (settings.isBehindProxy ? forwarded : undefined) ?? incoming.socket.remoteAddress ?? ''
  headers.set('CF-Connecting-IP', address.replace(/^::ffff:/, ''))
  return Object.defineProperty(new Request(request, { headers }), 'cf', { value: {} })
}

/** A run that fails is made up for by the next: every job works from a stored watermark. */
async function runJobs(): Promise<void> {
  try {
    await service.scheduled({ scheduledTime: Date.now(), cron: '* * * * *' }, bindings)
  } catch (fault) {
    console.error('the jobs failed:', fault)
  }
}

/** Answers what was asked already, then closes the store. */
async function stop(): Promise<void> {
  clearInterval(minute)
  await new Promise((resolve) => server.close(resolve))
  await job
  await execution.finished()
  store.close()
}
