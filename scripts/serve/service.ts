import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Bindings } from '../../src/env.ts'
import { bundleWorker } from '../bundle.ts'

type Execution = { waitUntil(promise: Promise<unknown>): void; passThroughOnException(): void }

/** What a Worker's module hands to whoever runs it. */
export type Service = {
  fetch(request: Request, bindings: object, execution: Execution): Promise<Response>
  scheduled(controller: { scheduledTime: number; cron: string }, bindings: object): Promise<void>
}

/** Bundles a Worker for this process and loads it. */
export async function loadService(source: string, folder: string): Promise<Service> {
  const outfile = resolve(join(folder, 'build/service.mjs'))
  await bundleWorker(source, outfile, 'node')
  process.setSourceMapsEnabled(true)
  const { default: service } = (await import(pathToFileURL(outfile).href)) as { default: Service }
  return service
}

/** The files of a folder, as Cloudflare hands them to the Worker. */
export function assetsIn(folder: string): Bindings['ASSETS'] {
  return {
    async fetch(address) {
      const file = join(folder, new URL(address).pathname)
      return existsSync(file) ? new Response(await readFile(file)) : new Response(null, { status: 404 })
    },
  }
}

/** Work that a request leaves behind is waited for before the process ends. */
export function newExecution(): Execution & { finished(): Promise<void> } {
  const waiting = new Set<Promise<unknown>>()
  return {
    waitUntil(promise) {
      const settled = promise
        .catch((fault: unknown) => console.error(fault))
        .finally(() => waiting.delete(settled))
      waiting.add(settled)
    },
    passThroughOnException: () => undefined,
    async finished() {
      await Promise.all(waiting)
    },
  }
}
