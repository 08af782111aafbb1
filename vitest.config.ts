import { readFile } from 'node:fs/promises'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { makeApiDocs } from './scripts/api-docs/make.ts'
import { libraryFiles } from './scripts/library/read.ts'

/**
 * Tests that run inside workerd with D1. Files share a worker and its store, which saves most of the time: every test makes
 * its own organisation and sees no other.
 */
export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      main: './test/features/support/worker.ts',
      miniflare: {
        compatibilityDate: '2026-10-01',
        compatibilityFlags: ['nodejs_compat'],
        d1Databases: ['DB'],
        serviceBindings: { ASSETS: assets },
        bindings: {
          ROUNDS_ORIGIN: 'https://rounds.test',
          ROUNDS_SECRET: 'a secret of the tests alone, long enough for all of them',
          MIGRATIONS: await readD1Migrations('migrations'),
        },
      },
    })),
  ],
  test: {
    include: ['test/features/**/*.test.ts'],
    setupFiles: ['test/features/support/migrate.ts'],
    isolate: false,
    testTimeout: 30_000,
  },
})

let texts: ReturnType<typeof makeApiDocs> | undefined

/** What `npm run build` puts among the assets; texts about the API are made when a test first asks for them. */
async function assets({ url }: { url: string }): Promise<Response> {
  const path = new URL(url).pathname.replace('/assets/', '')
  if (path.startsWith('holidays/')) return new Response(await readFile(path))
  const [folder, name = ''] = path.split('/')
  const made: Record<string, string> = folder === 'library' ? libraryFiles() : await (texts ??= makeApiDocs())
  return new Response(made[name] ?? null, { status: made[name] === undefined ? 404 : 200 })
}
