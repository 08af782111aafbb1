import { spawnSync } from 'node:child_process'
import { bundleWorker } from './bundle.ts'

/** `npm run build`: what is deployed, which `wrangler deploy` makes by this too: the Worker in `build/`, what its pages load in `dist/`. */
const { status } = spawnSync('node', ['scripts/build-assets.ts'], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
await bundleWorker('src/worker.ts', 'build/worker.js')
