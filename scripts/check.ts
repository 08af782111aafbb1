import { spawnSync } from 'node:child_process'

/** Format, lint with type-aware rules, types, architecture: everything that needs no running service. */
const steps: [name: string, command: string, ...args: string[]][] = [
  ['assets', 'node', 'scripts/build-assets.ts'],
  ['format', 'oxfmt', '--check', 'src', 'test', 'bench', 'scripts'],
  ['lint', 'oxlint', '--type-aware'],
  ['types of the service', 'tsc', '--noEmit'],
  ['types of tools and tests', 'tsc', '--noEmit', '-p', 'tsconfig.node.json'],
  ['types of islands', 'tsc', '--noEmit', '-p', 'tsconfig.islands.json'],
]
// `npm test` runs them with the other tests of rules.
if (!process.argv.includes('--before-tests'))
  steps.push(['architecture', 'vitest', 'run', '-c', 'vitest.domain.config.ts', 'test/architecture'])

for (const [name, command, ...args] of steps) {
  const started = performance.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok    ' : 'failed'} ${name} (${seconds} s)`)
  if (status !== 0) process.exit(1)
}
