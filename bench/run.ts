import { once } from 'node:events'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { startDemo } from '../scripts/demo-server.ts'
import { hostInProcess } from './in-process.ts'
import { workerdBelow } from './measure.ts'
import { benchLists } from './lists.ts'
import { benchMinute, benchPlanning } from './planning.ts'
import { benchPlanningYear } from './planning-year.ts'
import { benchRequests, clientOf } from './requests.ts'
import { benchRules } from './rules.ts'
import { freePort, serveBench, untilGone } from './server.ts'
import type { Scene } from './scene.ts'
import { benchBundle, benchPageWeight } from './sizes.ts'
import { printTable } from './table.ts'

/**
 * `npm run bench`: figures beside their budgets. `--big` measures the store of `npm run demo:big`, `--fresh` makes the store anew.
 * It works on a copy, so that every run measures the same.
 */
const big = process.argv.includes('--big')
const store = big ? '.data/big' : '.data/bench'
const copy = '.data/bench-run'
const copyAlone = '.data/bench-run-alone'

if (process.argv.includes('--fresh')) rmSync(store, { recursive: true, force: true })
await bringUpToNow()
removeCopies()
cpSync(store, copy, { recursive: true })
cpSync(store, copyAlone, { recursive: true })

const sizes = await benchBundle()
const server = await serveBench(copy)
try {
  const client = clientOf(server)
  const scene = (await (await client.send({ path: '/bench/scene' })).json()) as Scene
  const requests = await benchRequests(server, scene)
  const minute = await benchMinute(server)
  const planning = await benchPlanning(server)
  const weight = await benchPageWeight(client)
  const service = await hostInProcess(copyAlone)
  const alone = [...(await benchRequests(service, scene)), ...(await benchPlanning(service))]
  console.log(`\n${scene.rounds} rounds in the store\n`)
  printTable([
    ...alone,
    ...requests,
    ...minute,
    ...planning,
    ...(await benchPlanningYear()),
    ...sizes,
    weight,
    ...benchRules(),
    ...benchLists(),
  ])
} finally {
  await server.stop()
  removeCopies()
}

function removeCopies(): void {
  for (const folder of [copy, copyAlone]) rmSync(folder, { recursive: true, force: true })
}

/** Fills the store where it is empty, and runs the jobs that it has missed since it was made. */
async function bringUpToNow(): Promise<void> {
  mkdirSync(store, { recursive: true })
  const options = { folder: store, port: await freePort(), ...(big && { size: 'big' as const }) }
  const demo = await startDemo(options)
  const workerd = demo.child.pid === undefined ? null : workerdBelow(demo.child.pid)
  const answer = await fetch(`${demo.origin}/demo/jobs`, { method: 'POST' })
  demo.stop()
  await once(demo.child, 'exit')
  await untilGone(workerd)
  if (!answer.ok) throw new Error(`the jobs failed: ${answer.status}`)
}
