import { readFileSync } from 'node:fs'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { emptied } from './emptied.ts'
import { withoutAttestation } from './without-attestation.ts'

/** Who runs the bundle: workerd, local or at Cloudflare, or a process of Node. */
type Host = 'workerd' | 'node'

const hosts: Record<Host, BuildOptions> = {
  workerd: {
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
  },
  node: { target: 'node22', platform: 'node' },
}

/** zod's messages in some fifty languages, a fifth of the bundle. `validation.ts` reads codes and makes our own sentences. */
const withoutTranslations: Plugin = {
  name: 'without-translations',
  setup(plugins) {
    plugins.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export {}',
    }))
  },
}

/** zod's compiler of schemas, which Workers forbid (it makes code out of text), and its reader of JSON Schemas. */
const withoutCompiler: Plugin = {
  name: 'without-compiler',
  setup(plugins) {
    plugins.onLoad(
      { filter: /[\\/]zod[\\/]v4[\\/](core[\\/]compile|classic[\\/]from-json-schema)\.js$/ },
      ({ path }) => ({
        contents: emptied(readFileSync(path, 'utf8'), 'docs/decisions/018'),
      }),
    )
  },
}

/** The one way in which a Worker is bundled, so that what is tested and measured is what is deployed. Its source map lies beside it. */
export async function bundleWorker(entry: string, outfile: string, host: Host = 'workerd'): Promise<void> {
  await build({ ...bundlingFor(host), entryPoints: [entry], outfile, sourcemap: true })
}

export function bundlingFor(host: Host): BuildOptions {
  return {
    ...hosts[host],
    bundle: true,
    format: 'esm',
    minify: true,
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    plugins: [withoutTranslations, withoutCompiler, withoutAttestation],
  }
}
