import { build, type BuildOptions } from 'esbuild'
import { withoutAttestation } from './without-attestation.ts'
import { withoutUnused } from './without-unused.ts'

/** Who runs the bundle: workerd, local or at Cloudflare, or a process of Node. */
type Host = 'workerd' | 'node'

const hosts: Record<Host, BuildOptions> = {
  workerd: {
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
  },
  // Modules where a package has both, so that what is left out of one bundle is left out of the other.
  node: { target: 'node22', platform: 'node', mainFields: ['module', 'main'] },
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
    plugins: [withoutUnused, withoutAttestation],
  }
}
