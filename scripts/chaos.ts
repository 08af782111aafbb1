import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { median, processesBelow, workerdBelow } from '../bench/measure.ts'
import { freePort } from '../bench/server.ts'
import { DEMO_ORG } from '../src/demo/state.ts'
import { checkStore } from './chaos/check.ts'
import { openRounds, signIn, startLoad, type Load } from './chaos/load.ts'
import { fail, orUsage } from './d1.ts'
import { serveAgain, startDemo, type Server } from './demo-server.ts'

/**
 * `npm run chaos -- [--kills 50]`: the server of `npm start` under 20 ticks a second, killed with SIGKILL in the middle of them, again and
 * again. After each kill the store is looked at: no acknowledged tick lost, no half batch. Ends with 1 where there was one. Linux only.
 */
const usage = 'npm run chaos -- [--kills 50]'

const folder = '.data/chaos'
const log = `${folder}/server.log`

const kills = readKills()
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const port = await freePort()
let server: Server = await startDemo({ folder, port, log })
const cookie = await signIn(server.origin)
const load: Load = { rounds: openRounds(folder, DEMO_ORG), times: [], refused: [] }
const totals = { faults: [] as string[], kept: 0, gone: 0, up: 0 }
const restarts: number[] = []
look()

let next = 0
for (let kill = 1; kill <= kills; kill += 1) {
  next = await tickAndKill(next)
  const began = performance.now()
  server = await serveAgain({ folder, port, log })
  restarts.push(performance.now() - began)
  look()
  if (kill % 10 === 0 || kill === kills) console.log(`${kill} kills: ${load.times.length} ticks acknowledged`)
}
server.stop()
await once(server.child, 'exit')
report()

function readKills(): number {
  if (process.platform !== 'linux')
    fail('npm run chaos finds the processes it kills in /proc: it needs Linux.')
  return orUsage(usage, () => {
    const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' } } })
    const wanted = Number(values.kills)
    if (!Number.isInteger(wanted) || wanted < 1) throw new Error('--kills takes a whole number')
    return wanted
  })
}

/** One life of the server: load, the jobs beside it, and death at a moment that nobody chose. */
async function tickAndKill(from: number): Promise<number> {
  const { pid } = server.child
  const workerd = pid === undefined ? null : workerdBelow(pid)
  if (pid === undefined || workerd === null) return fail('the workerd that runs the service was not found')
  const began = performance.now()
  const stopLoad = startLoad(server.origin, cookie, load, from)
  void fetch(`${server.origin}/demo/jobs`, { method: 'POST' }).catch(() => null)
  await pause(1_000 + Math.random() * 2_000)
  const others = processesBelow(pid)
  process.kill(workerd, 'SIGKILL')
  totals.up += performance.now() - began
  const reached = stopLoad()
  const gone = once(server.child, 'exit')
  for (const other of [...others, pid]) killIfThere(other)
  await gone
  await pause(100)
  return reached
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault
  }
}

function look(): void {
  const { faults, kept, gone } = checkStore(folder, DEMO_ORG, load.rounds)
  totals.faults.push(...faults)
  totals.kept += kept
  totals.gone += gone
}

function report(): void {
  const { faults, kept, gone, up } = totals
  const rate = load.times.length / (up / 1000)
  console.log(`
${kills} kills, ${load.times.length} ticks and undos acknowledged on ${load.rounds.length} rounds (${rate.toFixed(1)} a second), half of them within ${Math.round(median(load.times))} ms
without an answer when the server died: ${kept + gone}, of which the store held ${kept} whole and ${gone} not at all
answers again after: ${Math.round(median(restarts))} ms (median), ${Math.round(Math.max(...restarts))} ms at most
faults: ${faults.length}`)
  for (const fault of faults) console.log(`  ${fault}`)
  for (const words of new Set(load.refused)) console.log(`  refused: ${words}`)
  process.exitCode = faults.length > 0 || load.refused.length > 0 ? 1 : 0
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
