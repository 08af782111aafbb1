import { join } from 'node:path'
import { build } from 'esbuild'
import type { MadeText } from '../../src/platform/openapi/made-text.ts'
import { bundlingFor } from '../bundle.ts'

/** Runs the routes here, where time costs nothing, to write down what they say (decision 018). Node cannot read JSX, so they are bundled first. */
export async function makeApiDocs(): Promise<Record<MadeText, string>> {
  const { outputFiles } = await build({
    ...bundlingFor('node'),
    // With what the Worker's bundle is spared: here it is asked for.
    plugins: [],
    entryPoints: [join(import.meta.dirname, 'texts.tsx')],
    write: false,
  })
  const source = Buffer.concat(outputFiles.map(({ contents }) => contents))
  const { textsOfApi } = (await import(`data:text/javascript;base64,${source.toString('base64')}`)) as {
    textsOfApi: () => Promise<Record<MadeText, string>>
  }
  return textsOfApi()
}
