import { once } from 'node:events'
import { createServer } from 'node:net'
import { fail, wordsOf } from './d1.ts'

/** PORT, or the one that all commands take for granted. */
export function chosenPort(): number {
  const port = Number(process.env.PORT || 8787)
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : fail('PORT is a number up to 65535')
}

/** Ends the command where it could not listen there: whoever answers on that port is another one. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const probe = createServer().listen(port, host)
  try {
    await once(probe, 'listening')
  } catch (fault) {
    fail(`Nothing can be served on ${host}:${port}: ${wordsOf(fault)}`)
  }
  probe.close()
  await once(probe, 'close')
}
