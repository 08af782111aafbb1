import { newSecret } from '../scripts/secret.ts'
import { assetsIn, loadService, newExecution } from '../scripts/serve/service.ts'
import { openStore } from '../scripts/serve/sqlite-d1.ts'
import type { Host } from './requests.ts'

const origin = 'http://localhost:1'

/**
 * The same service in this process, on the same store through SQLite: what the service itself costs, without the simulation of
 * D1 and the proxies of local workerd, which Cloudflare does not bill as the Worker's CPU.
 */
export async function hostInProcess(store: string): Promise<Host> {
  const service = await loadService('bench/service/worker.ts', '.tmp/bench')
  const bindings = {
    DB: openStore(store),
    ASSETS: assetsIn('dist'),
    ROUNDS_ORIGIN: origin,
    ROUNDS_SECRET: newSecret(),
  }
  const execution = newExecution()
  return {
    name: 'service alone',
    countsRows: false,
    hasAssets: true,
    origin,
    fetch: async (address, init) => {
      const answer = await service.fetch(new Request(address, init), bindings, execution)
      await execution.finished()
      return answer
    },
    cpu: () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    },
  }
}
