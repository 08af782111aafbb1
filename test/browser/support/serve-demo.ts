import { rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { startDemo } from '../../../scripts/demo-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    origin: string
    feedUrl: string
  }
}

/** A demo of its own in an empty folder, gone when the tests end. */
export default async function serveDemo(project: TestProject) {
  const folder = `.tmp/browser-store-${process.pid}`
  const { origin, filled, stop, child } = await startDemo({ folder, port: await freePort() })
  project.provide('origin', origin)
  project.provide('feedUrl', filled.feedUrl ?? '')
  return async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    stop()
    await gone
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
