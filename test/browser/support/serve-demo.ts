import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startDemo } from '../../../scripts/demo-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    origin: string
    feedUrl: string
    /** its store */
    folder: string
    /** all that it printed */
    log: string
  }
}

/** A demo of its own in an empty folder, gone when the tests end. */
export default async function serveDemo(project: TestProject) {
  const folder = `.tmp/browser-store-${process.pid}`
  mkdirSync(folder, { recursive: true })
  const log = join(folder, 'server.log')
  const { origin, filled, stop, child } = await startDemo({ folder, port: await freePort(), log })
  project.provide('origin', origin)
  project.provide('feedUrl', filled.feedUrl ?? '')
  project.provide('folder', folder)
  project.provide('log', log)
  return async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    stop()
    await gone
    process.stderr.write(readFileSync(log))
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
