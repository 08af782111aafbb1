import { build } from 'esbuild'
import { expect, it } from 'vitest'

/** What is deployed: `src/worker.ts` and all it imports, as one text. */
async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  })
  return outputFiles.map(({ text }) => text).join('')
}

it('nothing of the demo is deployed', async () => {
  const deployed = await bundled('src/worker.ts')
  expect(deployed).toContain('/sign-in')
  expect(deployed).not.toContain('/demo')
  expect(deployed).not.toContain('clockAhead')
  expect(await bundled('src/demo/worker.ts')).toContain('/demo')
})
