import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

/** Everything that must hold: checks first, then the tests of rules, of the service in workerd, of what operators run, and of the pages in Chromium. */
const suites = [
  { name: 'rules', config: 'vitest.domain.config.ts' },
  { name: 'service', config: 'vitest.config.ts' },
  { name: 'operation', config: 'vitest.operation.config.ts' },
  { name: 'browser', config: 'vitest.browser.config.ts' },
]

type Counts = { passed: number; failed: number; skipped: number }

const totals: Counts = { passed: 0, failed: 0, skipped: 0 }
let sound = run('node', ['scripts/check.ts'])
for (const suite of suites) {
  const report = `.tmp/results/${suite.name}.json`
  mkdirSync('.tmp/results', { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  sound = run('vitest', ['run', '-c', suite.config, ...reporters]) && sound
  add(countsIn(report))
}
if (!sound && totals.failed === 0) totals.failed = 1
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
process.exit(sound ? 0 : 1)

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0
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
