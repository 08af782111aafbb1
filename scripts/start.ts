import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startDemo } from './demo-server.ts'
import { chosenPort, requireFreePort } from './port.ts'

/** `npm start`: the service on embedded storage, with a demo hospital in it and its jobs run once a minute. */
const big = process.argv.includes('--big')
const folder = process.env.ROUNDS_DATA ?? (big ? '.data/big' : '.data/demo')
const port = chosenPort()

await requireFreePort(port, 'localhost')
mkdirSync(folder, { recursive: true })
console.log('Rounds: preparing the store …')
const { origin, child, filled, stop } = await startDemo({
  folder,
  port,
  ...(big && { size: 'big' as const }),
})

console.log(`
  Rounds is running.

  Who to be        ${origin}/demo          (sign in as one of six people)
  Today            ${origin}/
  Overdue          ${origin}/overdue       (as the vice president)
  Calendar feed    ${rememberedFeed(filled.feedUrl)}

  The data are in ${folder}. Stop with Ctrl-C.
`)

const minute = setInterval(() => void runJobs(), 60_000)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
child.on('exit', (code) => {
  clearInterval(minute)
  process.exit(code ?? 0)
})

async function runJobs(): Promise<void> {
  try {
    const response = await fetch(`${origin}/demo/jobs`, { method: 'POST' })
    if (!response.ok) console.error(`the jobs failed: ${response.status}`)
  } catch (fault) {
    console.error('the jobs could not be started:', fault)
  }
}

/** The store keeps only the hash of a feed's address; the demo notes it in a file beside the store. */
function rememberedFeed(made: string | undefined): string {
  const file = join(folder, 'feed.txt')
  if (made !== undefined) writeFileSync(file, `${made}\n`)
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return `${origin}/feeds`
  }
}
