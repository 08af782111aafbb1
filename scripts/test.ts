import { spawn, spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { finished, pipeline } from 'node:stream/promises'

/**
 * Everything that must hold: checks first, then the tests of rules, of the service in workerd, of what operators run, and of
 * the pages in Chromium. Two lanes of about the same length run side by side.
 */
type Suite = { name: string; config: string }

const lanes: Suite[][] = [
  [
    { name: 'service', config: 'vitest.config.ts' },
    { name: 'operation', config: 'vitest.operation.config.ts' },
  ],
  [
    { name: 'browser', config: 'vitest.browser.config.ts' },
    { name: 'rules', config: 'vitest.domain.config.ts' },
  ],
]

type Counts = { passed: number; failed: number; skipped: number }

const folder = '.tmp/results'
mkdirSync(folder, { recursive: true })
const isChecked = spawnSync('node', ['scripts/check.ts', '--before-tests'], { stdio: 'inherit' }).status === 0
const passed = await Promise.all(lanes.map((suites) => laneOf(suites)))
const totals: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const { name } of lanes.flat()) add(countsIn(reportOf(name)))
const isSound = isChecked && passed.every(Boolean)
if (!isSound && totals.failed === 0) totals.failed = 1
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
process.exit(isSound ? 0 : 1)

/** One after the other; whether all passed. */
async function laneOf(suites: readonly Suite[]): Promise<boolean> {
  let isPassed = true
  for (const suite of suites) isPassed = (await passes(suite)) && isPassed
  return isPassed
}

/** What a suite prints is shown when it ends, so that two lanes do not speak at once. */
async function passes({ name, config }: Suite): Promise<boolean> {
  const printed = `${folder}/${name}.log`
  rmSync(reportOf(name), { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`]
  const output = createWriteStream(printed)
  const child = spawn('vitest', ['run', '-c', config, ...reporters], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.pipe(output, { end: false })
  child.stderr.pipe(output, { end: false })
  const [status] = (await once(child, 'close')) as [number | null]
  output.end()
  await finished(output)
  console.log(`\n── ${name} ──`)
  await pipeline(createReadStream(printed), process.stdout, { end: false })
  return status === 0
}

function reportOf(name: string): string {
  return `${folder}/${name}.json`
}

/** A suite that broke down before it could report counts as one failure. */
function countsIn(report: string): Counts {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      numPendingTests: number
    }
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function add(counts: Counts): void {
  totals.passed += counts.passed
  totals.failed += counts.failed
  totals.skipped += counts.skipped
}
